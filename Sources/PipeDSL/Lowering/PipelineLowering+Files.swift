import PipeCompiler

extension PipelineLowering {
  /// Makes what `request` asks for: the place of a file on S3, its text, or the value in it.
  mutating func value(of request: FileRequest, at origin: Origin) -> GraphValue {
    let place = map.argumentOrigin(ofCallAt: request.place) ?? origin
    guard case .inside(let path) = project.place(of: request.path) else {
      return unknown(
        Diagnostic(
          .unreadableFile, "`\(request.path)` is no file in the project", at: place,
          why:
            "a build reads files of the project only, which is the directory with `Package.swift`",
          help: "write a path from there, such as `scripts/train.py`"))
    }
    switch request.form {
    case .asset: return asset(at: path, request, place)
    case .text:
      switch project.loader.text(of: path) {
      case .success(let text): return graph.add(string: text, at: origin)
      case .failure(let failure): return unreadable(request, failure, at: place)
      }
    case .json: return json(at: path, request, place)
    }
  }

  /// Makes the URI of the file or directory at `path`.
  private mutating func asset(
    at path: String, _ request: FileRequest, _ place: Origin
  ) -> GraphValue {
    if let known = assets[path] { return graph.add(string: known, at: place) }
    guard let artifacts = pipeline.artifacts else {
      return unknown(
        Diagnostic(
          .missingArtifacts, "the asset has no destination", at: place,
          why: "assets belong below `artifacts`, which the pipeline does not give",
          help: "write `artifacts: \"s3://…\"` in the pipeline"))
    }
    let folder = artifacts.hasSuffix("/") ? String(artifacts.dropLast()) : artifacts
    let found = project.loader.asset(
      at: path, shownAs: project.shown(path), below: "\(folder)/\(pipeline.name)/assets")
    switch found {
    case .failure(let failure): return unreadable(request, failure, at: place)
    case .success(let asset):
      assets[path] = asset.destination
      // Two files may have one name and hold the same; then there is one object.
      if !graph.assets.contains(where: { $0.destination == asset.destination }) {
        graph.assets.append(asset)
      }
      return graph.add(string: asset.destination, at: place)
    }
  }

  /// Makes the value in the JSON file at `path`.
  private mutating func json(
    at path: String, _ request: FileRequest, _ place: Origin
  ) -> GraphValue {
    switch project.loader.contents(of: path) {
    case .failure(let failure): return unreadable(request, failure, at: place)
    case .success(let bytes):
      switch readJSON(bytes, into: &graph, at: place) {
      case .success(let value): return value
      case .failure(let mistake):
        let found = mistake.location.map { ", line \($0.line), column \($0.column)" } ?? ""
        return unknown(
          Diagnostic(
            .invalidJSON, "`\(request.path)`\(found) is not JSON: \(mistake.message)", at: place,
            why: "what is read becomes a value of the pipeline", help: mistake.help))
      }
    }
  }

  /// Reports that the file that `request` names can't be read because of `failure`.
  private mutating func unreadable(
    _ request: FileRequest, _ failure: LoadFailure, at place: Origin
  ) -> GraphValue {
    unknown(
      Diagnostic(
        .unreadableFile, "can't read `\(request.path)`: \(failure.reason)", at: place,
        help: "paths are from the directory with `Package.swift`, or where the program runs"))
  }

  /// Reports `diagnostic`, once, and makes a value that nothing more is said about.
  mutating func unknown(_ diagnostic: Diagnostic) -> GraphValue {
    diagnostics.report(diagnostic)
    return graph.add(join: [], at: diagnostic.origin)
  }
}

extension PipelineLowering {
  /// Makes the URI of the image that `request` asks for.
  mutating func uri(of request: ImageRequest, at origin: Origin) -> GraphValue {
    var query = request.query
    let place = map.origin(of: request.place)
    if query.region.isEmpty {
      guard let region = pipeline.kubernetes.region else {
        return unknown(
          Diagnostic(
            .ambiguousImage, "in which region the image is pulled is not said", at: place,
            why: "AWS publishes its images in an account for each region",
            help: "write `region: \"…\"` here, or `kubernetes: Kubernetes(region: \"…\")` in the "
              + "pipeline"))
      }
      query.region = region
    }
    do throws(ImageFailure) {
      return graph.add(string: try imageURI(for: query), at: origin)
    } catch {
      return unknown(diagnostic(about: error, of: request, at: place))
    }
  }

  /// Returns what to say about `failure` of the image that `request`, at `place`, asks for.
  private mutating func diagnostic(
    about failure: ImageFailure, of request: ImageRequest, at place: Origin
  ) -> Diagnostic {
    let word = failure.argument.rawValue
    // The first two arguments have no labels.
    let position: Int? =
      switch failure.argument {
      case .name: 0
      case .version: 1
      default: nil
      }
    let argument =
      position.flatMap { map.argumentOrigin($0, ofCallAt: request.place) }
      ?? map.argument(word, ofCallAt: request.place)?.value ?? place
    switch failure.kind {
    case .missing:
      return Diagnostic(
        .ambiguousImage, failure.message, at: place,
        help: "say which one with `\(word):`" + (failure.help.map { "; \($0)" } ?? ""))
    case .unfit:
      return Diagnostic(
        .unknownImage, failure.message, at: argument,
        help: "`image NAME --all` lists what there is")
    case .unknown:
      // A long list is no help to someone who has mistyped a word of it.
      let isLong = failure.nearest != nil && failure.known.count > 20
      return Diagnostic(
        .unknownImage, failure.message, at: argument,
        label: failure.nearest.map { "did you mean `\($0)`?" } ?? "",
        help: isLong ? nil : failure.help)
    }
  }
}
