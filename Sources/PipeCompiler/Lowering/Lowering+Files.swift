// `asset("train.py")`, `file("query.sql")` and `json("columns.json")`: files of the project.

extension Lowering {
  /// Evaluates the call at `node` of `asset`, `file` or `json`; `nil` if `function` is none of them.
  mutating func evaluateFileFunction(
    _ function: String, _ node: NodeIndex, _ arguments: NodeIndex, in scope: Int
  ) -> Term? {
    guard ["asset", "file", "json"].contains(function) else { return nil }
    guard
      let given = self.arguments(
        arguments, of: function, formals: ["path"], positional: 1, required: 1),
      let expression = given["path"],
      let path = buildTimeString(expression, in: scope, what: "the path of a file"),
      let place = resolve(path, at: expression)
    else { return .poisoned }
    let value: Index<Value>?
    switch function {
    case "asset":
      value = asset(at: place, expression).map { make(string: $0, at: origin(node)) }
    case "file":
      value = text(at: place, expression).map { make(string: $0, at: origin(node)) }
    default: value = jsonValue(at: place, expression)
    }
    return value.map { .value($0) } ?? .poisoned
  }

  /// Returns the normal form of `path`, which stands at `node`; `nil` after a report.
  private mutating func resolve(_ path: String, at node: NodeIndex) -> String? {
    let sources = program.sources
    let name = sources.files[program.fileNumber(of: node)].name
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    let place = ProjectPath(trimmed, in: name, of: sources.main.name)
    guard case .inside(let found) = place else {
      report(.unreachableFile(path, place, at: tree.span(of: node)))
      return nil
    }
    return found
  }

  /// Returns the URI of the file or directory at `path`, named at `node`; `nil` after a report.
  private mutating func asset(at path: String, _ node: NodeIndex) -> String? {
    if let known = notes.files.assets[path] { return known }
    guard let folder = assetFolder(for: node) else { return nil }
    let found = loader.asset(at: path, shownAs: shown(path), below: folder)
    guard let asset = read(found, of: path, at: node) else {
      notes.files.assets[path] = .some(nil)
      return nil
    }
    // Two files may have one name and hold the same; then there is one object.
    if !graph.assets.contains(where: { $0.destination == asset.destination }) {
      graph.assets.append(asset)
    }
    notes.files.assets[path] = asset.destination
    return asset.destination
  }

  /// Returns `path` from the directory of the compiled file on, so that it does not depend on where
  /// the compiler was started.
  private func shown(_ path: String) -> String {
    let main = ProjectPath.normal(program.sources.main.name)
    let folder = main.split(separator: "/").dropLast()
    let parts = path.split(separator: "/")
    let shared = zip(folder, parts).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + parts[shared...].map(String.init)).joined(separator: "/")
  }

  /// Returns what was `found` at `path`; `nil` after a report.
  private mutating func read<Contents>(
    _ found: Result<Contents, LoadFailure>, of path: String, at node: NodeIndex
  ) -> Contents? {
    switch found {
    case .success(let contents): return contents
    case .failure(let failure):
      report(.unreadableFile(shown(path), failure, at: tree.span(of: node)))
      return nil
    }
  }

  /// Returns the text of the file at `path`, named at `node`; `nil` after a report.
  private mutating func text(at path: String, _ node: NodeIndex) -> String? {
    if let known = notes.files.texts[path] { return known }
    notes.files.texts[path] = .some(nil)
    guard let text = read(loader.text(of: path), of: path, at: node) else { return nil }
    notes.files.texts[path] = text
    return text
  }

  /// Returns the value in the JSON file at `path`, named at `node`; `nil` after a report.
  private mutating func jsonValue(at path: String, _ node: NodeIndex) -> Index<Value>? {
    if let known = notes.files.values[path] { return known }
    notes.files.values[path] = .some(nil)
    guard let bytes = read(loader.contents(of: path), of: path, at: node) else { return nil }
    switch readJSON(bytes, into: &graph, at: origin(node)) {
    case .failure(let mistake):
      report(
        Diagnostic(
          .invalidJSON, "`\(shown(path))` is not JSON: \(mistake.message)",
          at: tree.span(of: node),
          label: mistake.location.map { "line \($0.line), column \($0.column)" } ?? "",
          why: "what `json` reads becomes a value of the pipeline", help: mistake.help))
      return nil
    case .success(let value):
      guard weigh(upTo: value, at: node) else { return nil }
      notes.files.values[path] = value
      return value
    }
  }
}

// Where assets belong.
extension Lowering {
  /// Returns the URI below which assets belong, for the one named at `node`; `nil` after a report.
  private mutating func assetFolder(for node: NodeIndex) -> String? {
    switch notes.files.folder {
    case .found(let folder): return folder
    case .evaluating:
      report(
        Diagnostic(
          .recursiveDefinition, "`artifacts` is defined by itself", at: tree.span(of: node),
          why: "assets belong below `artifacts`, so it can't depend on where one is",
          help: "break the circle with a value that does not depend on it"))
      return nil
    case .unknown: break
    }
    notes.files.folder = .evaluating
    let folder = evaluateAssetFolder(for: node)
    notes.files.folder = .found(folder)
    return folder
  }

  /// Returns `<artifacts>/<pipeline>/assets`, for the asset named at `node`; `nil` after a report.
  private mutating func evaluateAssetFolder(for node: NodeIndex) -> String? {
    // A file without a header makes no pipeline, which is reported once.
    guard let header = declared.header, let nameNode = tree.firstChild(of: header),
      !isMissing(nameNode)
    else { return nil }
    guard let artifacts = headerExpression("artifacts") else {
      report(
        Diagnostic(
          .missingArtifacts, "the asset has no destination", at: tree.span(of: node),
          why: "assets belong below `artifacts`, which the header does not give",
          help: "write `artifacts: \"s3://…\"` in the header"))
      return nil
    }
    guard let root = buildTimeString(artifacts, in: 0, what: "`artifacts`"),
      let name = buildTimeString(nameNode, in: 0, what: "the name of a pipeline")
    else { return nil }
    return "\(root.hasSuffix("/") ? String(root.dropLast()) : root)/\(name)/assets"
  }

  /// Returns the expression in the header under `words`, of which each leads into an object.
  func headerExpression(_ words: String...) -> NodeIndex? {
    guard let header = declared.header, var node = tree.child(of: header, .object) else {
      return nil
    }
    for word in words {
      guard let next = member(word, of: node) else { return nil }
      node = next
    }
    return node
  }

  /// Returns the expression of the member `word` of the object literal at `node`, if it is one.
  private func member(_ word: String, of node: NodeIndex) -> NodeIndex? {
    guard tree.kind(node) == .object else { return nil }
    for member in tree.children(of: node) where tree.kind(member) == .member {
      let parts = children(member)
      if parts.count == 2, !isMissing(parts[1]), keyText(parts[0]) == word { return parts[1] }
    }
    return nil
  }
}
