import PipeCompiler

extension Command {
  /// To compile and write.
  static let build = Command(
    name: "build", usage: "build FILE…",
    summary: "compile to pipeline-definition JSON and Kubernetes YAML",
    options: [
      .output, .emit, .optimization, .explain, .check, .layout, .overlay, .notes, .sourceMap,
      .permissive, .name, .role,
    ] + compiling, help: buildHelp
  ) { arguments throws(Failure) in try PipeTool.build(arguments) }

  /// The help on `build`.
  private static let buildHelp = """
    pipec build: compile to pipeline-definition JSON and Kubernetes YAML

    usage: pipec build FILE… [OPTION]…

      -o DIR                write <pipeline>.json, <pipeline>.yaml and runs/*.yaml in DIR, or `out`
      -o -                  write to standard output: the manifests, for `kubectl apply -f -`
      --emit TARGETS        what to write, with commas: sagemaker (JSON), ack (YAML), execution (runs),
                            assets (prints how to upload them), iam (the policies, only if given)
      --layout LAYOUT       single (one manifest), split (a file for each resource), or kustomize
      --overlay NAME[:K=V,…] with kustomize: the profile NAME, or a variant by values of `config`s
      --notes, --source-map print the kubectl commands; write <pipeline>.map for `explain-error`
      -O0, -O1, -O2         before writing change nothing, what can't change a run (if none is given),
                            or also merge steps; --explain says what was changed, where and why
      --check               write nothing; print a diff and exit with 1 if a file in DIR is
                            missing, is not what would be written, or comes from no input
      --permissive          change nothing, and write even what the service is said to refuse
      --name, --role        what a definition in JSON does not say; else it is called after its file
      -D NAME=VALUE         give the `config` called NAME a value; `--profile NAME` gives many

    The options about diagnostics are those of `pipec check`.

    Nothing at all is written if a file has an error, and no file whose bytes stay the same.

    example: pipec build churn.pipe -D bucket=my-bucket -o - | kubectl apply -f -

    """
}

/// Compiles files and writes, prints or compares what comes of them.
func build(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let destination = try Destination(arguments)
  let format = try arguments.format
  var options = try arguments.compilerOptions
  options.targets = destination.targets
  options.layout = try arguments.layout
  options.writesSourceMap = arguments.contains(.sourceMap)
  let overlays = try arguments.overlays
  if case .standardOutput = destination, options.layout != .single {
    throw .usage("`--layout \(options.layout.rawValue)` writes several files: leave out `-o -`")
  }
  let files = try readInputs(arguments)
  if let header = try arguments.definitionHeader(for: files, as: options.targets) {
    options.definitionHeader = header
  }
  var products = compileAll(files, options: options)
  for overlay in overlays { add(overlay, to: &products, of: files, options) }
  reportDuplicates(in: &products)
  let report = Report(products, as: format)
  report.complain()
  if report.isFailure {
    if !format.standsAlone { Terminal.complain("\(report.summary); nothing written\n") }
    return .problems
  }
  if arguments.contains(.explain) { Terminal.complain(account(ofChangesIn: products)) }
  switch destination {
  case .standardOutput: try Terminal.print(stream(products))
  case .directory(let directory, _):
    try write(products, to: directory, as: format)
    if arguments.contains(.notes) {
      try printNotes(on: products, in: directory, as: options.layout)
    }
    if try arguments.targets?.contains(.assets) ?? false {
      try Terminal.print(uploadCommands(for: products, in: directory))
    }
  case .comparison(let directory, let targets):
    return try compare(products, with: directory, targets, as: format)
  }
  return .clean
}

extension Arguments {
  /// What is said about those of `files`, to be written as `targets`, that are definitions; `nil` if none is.
  fileprivate func definitionHeader(
    for files: [SourceFile], as targets: [Target]
  ) throws(Failure) -> DefinitionHeader? {
    let header = DefinitionHeader(
      name: values(of: .name).last, role: values(of: .role).last)
    guard let file = files.first(where: \.isDefinition) else {
      guard header == DefinitionHeader() else {
        throw .usage("`--name` and `--role` are for definitions: sources say both themselves")
      }
      return nil
    }
    for option in [Option.sourceMap, .overlay] where contains(option) {
      throw .usage("`\(option.rawValue)` is for sources, and `\(file.name)` holds a definition")
    }
    let isWritten = targets.contains { Target.ofManifests.contains($0) }
    if !isWritten, let manifest = files.first(where: { $0.form == .yaml }) {
      throw .usage(
        "`\(manifest.name)` is a manifest already: `--emit sagemaker` takes its definition out")
    }
    return header
  }
}

/// What becomes of the outputs of a build.
private enum Destination {
  /// They are printed.
  case standardOutput(Target)
  /// They are written.
  case directory(OutputDirectory, [Target])
  /// They are compared with what is there.
  case comparison(OutputDirectory, [Target])

  /// Creates the destination that `arguments` ask for.
  init(_ arguments: Arguments) throws(Failure) {
    let path = arguments.values(of: .output).last ?? "out"
    if path.isEmpty { throw .usage("option `-o` needs a value") }
    let isCheck = arguments.contains(.check)
    let targets = try arguments.targets
    if path == "-" {
      if isCheck { throw .usage("`--check` compares with files and doesn't go with `-o -`") }
      let targets = targets ?? [.ack]
      guard targets.count == 1, let target = targets.first else {
        let choices = Target.allCases.map { "`--emit \($0.rawValue)`" }.joined(separator: ", ")
        throw .usage("`-o -` prints one target: choose one of \(choices)")
      }
      self = .standardOutput(target)
    } else {
      let directory = OutputDirectory(path: path)
      let targets = targets ?? Target.usual
      self = isCheck ? .comparison(directory, targets) : .directory(directory, targets)
    }
  }

  /// The forms of output that are needed.
  var targets: [Target] {
    switch self {
    case .standardOutput(let target): [target]
    case .directory(_, let targets), .comparison(_, let targets): targets
    }
  }
}

/// Returns the outputs of `products` end to end, manifests as the documents of one YAML stream.
private func stream(_ products: [Product]) -> [UInt8] {
  let separator = Array("---\n".utf8)
  var bytes: [UInt8] = []
  for output in products.flatMap(\.outputs) where !output.isBeside {
    let needsSeparator = output.target != .sagemaker && !output.bytes.starts(with: separator)
    if needsSeparator, !bytes.isEmpty { bytes += separator }
    bytes += output.bytes
  }
  return bytes
}

/// Returns the files that hold the outputs of `products`.
private func outputFiles(of products: [Product]) -> [OutputFile] {
  products.flatMap { product in
    product.pipelines.flatMap { pipeline in
      pipeline.outputs.map { output in
        OutputFile(
          name: output.file ?? "\(pipeline.fileStem).\(output.target.fileExtension)",
          bytes: output.bytes)
      }
    } + product.overlays.map { OutputFile(name: $0.file ?? "", bytes: $0.bytes) }
      + product.overlayRuns
  }
}

/// Prints the commands that apply what `products` are in `directory`.
private func printNotes(
  on products: [Product], in directory: OutputDirectory, as layout: Layout
) throws(Failure) {
  for (index, pipeline) in products.flatMap(\.pipelines).enumerated() {
    let notes = kubectlNotes(of: pipeline.graph, in: directory.path, as: layout)
    try Terminal.print((index > 0 ? "\n" : "") + notes)
  }
}

/// Writes the outputs of `products` to `directory` and says so.
private func write(
  _ products: [Product], to directory: OutputDirectory, as format: DiagnosticFormat
) throws(Failure) {
  let files = outputFiles(of: products) + archives(of: products.flatMap(\.pipelines))
  let written: [String]
  do throws(FileError) {
    written = try directory.write(files)
  } catch {
    throw .file(error)
  }
  if format.standsAlone { return }
  let line = account(of: written, amongst: files.count, in: directory)
  Terminal.complain(line.safeLine() + "\n")
}

/// Returns the lines that say what was changed about the pipelines of `products`.
private func account(ofChangesIn products: [Product]) -> String {
  var lines = ""
  for product in products {
    for change in product.pipelines.flatMap(\.changes) {
      let place = product.sources.place(of: change.origin).map { "\($0): " } ?? ""
      lines += "\(place)\(change.words)".safeLine() + "\n"
    }
  }
  return lines.isEmpty ? "nothing changed\n" : lines
}

/// Returns the line that says which of `count` files were `written`; the others did not change.
private func account(
  of written: [String], amongst count: Int, in directory: OutputDirectory
) -> String {
  let unchanged = counted(count - written.count, "file")
  if written.isEmpty { return "\(unchanged) in \(directory.path) unchanged" }
  // Put together by hand, because `joined` looks up conformances at run time.
  var line = "wrote "
  if written.count > 4 {
    line += "\(counted(written.count, "file")) in \(directory.path)"
  } else {
    for (index, name) in written.enumerated() {
      line += (index > 0 ? ", " : "") + directory.path(of: name)
    }
  }
  return written.count < count ? "\(line); \(unchanged) unchanged" : line
}

/// Compares the outputs of `products`, which are `targets`, with the files in `directory` and prints
/// what differs.
private func compare(
  _ products: [Product], with directory: OutputDirectory, _ targets: [Target],
  as format: DiagnosticFormat
) throws(Failure) -> ExitStatus {
  let files = outputFiles(of: products)
  let differences: [Difference]
  do throws(FileError) {
    differences = try directory.differences(from: files, targets: targets)
  } catch {
    throw .file(error)
  }
  for difference in differences {
    let path = directory.path(of: difference.name)
    try Terminal.print(
      unifiedDiff(
        from: difference.old, named: difference.kind == .missing ? "/dev/null" : path,
        to: difference.new, named: difference.kind == .leftOver ? "/dev/null" : "\(path) (built)"))
  }
  if !format.standsAlone { Terminal.complain(verdict(differences, files.count, directory.path)) }
  return differences.isEmpty ? .clean : .problems
}

/// Returns the lines that say how the files in the directory at `path` differ from `count` outputs.
private func verdict(_ differences: [Difference], _ count: Int, _ path: String) -> String {
  if differences.isEmpty {
    return "\(counted(count, "file")) in \(path) up to date".safeLine() + "\n"
  }
  let kinds = Difference.Kind.allCases.compactMap { kind in
    let names = differences.filter { $0.kind == kind }.map(\.name)
    let shown = names.prefix(4).joined(separator: ", ")
    let more = names.count > 4 ? " and \(names.count - 4) more" : ""
    return names.isEmpty ? nil : "\(kind.rawValue) in \(path): \(shown)\(more)".safeLine() + "\n"
  }
  return kinds.joined()
}
