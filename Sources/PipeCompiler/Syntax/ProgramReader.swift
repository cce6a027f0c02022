/// Returns the program whose main file is `file`: that file, and what it imports through `loader`.
package func readProgram(
  _ file: SourceFile, with loader: SourceLoader = .none, reportingTo diagnostics: inout Diagnostics
) -> Program {
  let tokens = tokenize(file, reportingTo: &diagnostics)
  let program = Program(parse(tokens, reportingTo: &diagnostics), of: file)
  if program.importNodes(of: 0).isEmpty { return program }
  var reader = ProgramReader(program, loader)
  reader.run(&diagnostics)
  return reader.program
}

/// The machine that follows imports, file by file, and reads every file once.
private struct ProgramReader: ~Copyable {
  /// How many files one program may consist of.
  private static let fileLimit = 1_000

  /// What has been read.
  private(set) var program: Program
  /// Where the files come from.
  private let loader: SourceLoader
  /// The number of the file at each path; none where there is no such file.
  private var numbers: [String: Int?] = [:]

  /// Creates the machine for the imports of `program`, whose files come through `loader`.
  init(_ program: Program, _ loader: SourceLoader) {
    self.program = program
    self.loader = loader
    numbers[ProjectPath.normal(program.sources.main.name)] = 0
  }

  /// Reads all files.
  mutating func run(_ diagnostics: inout Diagnostics) {
    var number = 0
    while number < program.roots.count {
      for node in program.importNodes(of: number) { follow(node, in: number, &diagnostics) }
      number += 1
    }
    var states = Array(repeating: State.unseen, count: program.roots.count)
    var way: [NodeIndex] = []
    findCycles(from: 0, along: &way, &states, &diagnostics)
  }

  /// Reads the file that the import at `node` in the file `number` names.
  private mutating func follow(
    _ node: NodeIndex, in number: Int, _ diagnostics: inout Diagnostics
  ) {
    guard let (string, path) = program.plainText(below: node) else {
      guard let text = program.syntax.child(of: node, .interpolation) else { return }
      return diagnostics.report(.variableImport(at: program.syntax.span(of: text)))
    }
    let span = program.syntax.span(of: string)
    let sources = program.sources
    let place = ProjectPath(path, in: sources.files[number].name, of: sources.main.name)
    guard case .inside(let name) = place else {
      return diagnostics.report(.unreachableFile(path, place, at: span))
    }
    if numbers[name] == nil { numbers[name] = .some(read(name, at: span, &diagnostics)) }
    if let found = numbers[name], let found { program.resolve(node, to: found) }
  }

  /// Reads the file called `name`, which is named at `span`, and returns its number.
  private mutating func read(
    _ name: String, at span: SourceSpan, _ diagnostics: inout Diagnostics
  ) -> Int? {
    guard program.roots.count < Self.fileLimit else {
      diagnostics.report(
        Diagnostic(
          .evaluationLimit, "this is too large: it imports more than \(Self.fileLimit) files",
          at: span, why: "evaluation is bounded, so that any file builds in bounded time",
          help: "import fewer files"))
      return nil
    }
    switch loader.read(name, SourceFile.maximumLength + 1) {
    case .failure(let failure):
      diagnostics.report(.unreadableFile(name, failure, at: span))
      return nil
    case .success(let bytes):
      let file = SourceFile(name: name, bytes: bytes)
      program.append(file, importedAt: .text(span), reportingTo: &diagnostics)
      return program.roots.count - 1
    }
  }

  /// What is known about a file while circles are looked for.
  private enum State { case unseen, open, done }

  /// Reports every import from the file `number` on that leads back to a file on the way to it; `way`
  /// are the imports that led here.
  private func findCycles(
    from number: Int, along way: inout [NodeIndex], _ states: inout [State],
    _ diagnostics: inout Diagnostics
  ) {
    states[number] = .open
    for node in program.importNodes(of: number) {
      guard let target = program.imports[node] else { continue }
      way.append(node)
      switch states[target] {
      case .unseen: findCycles(from: target, along: &way, &states, &diagnostics)
      case .open:
        let start = way.lastIndex { program.fileNumber(of: $0) == target } ?? way.startIndex
        report(way[start...], &diagnostics)
      case .done: break
      }
      way.removeLast()
    }
    states[number] = .done
  }

  /// Reports that the last of `way` leads back to where the first of it stands.
  private func report(_ way: ArraySlice<NodeIndex>, _ diagnostics: inout Diagnostics) {
    guard let last = way.last, let target = program.imports[last] else { return }
    let name = program.sources.files[target].name
    let others = way.dropLast().prefix(8).map { node in
      Label("leads there", at: .text(program.syntax.span(of: node)))
    }
    diagnostics.report(
      Diagnostic(
        .importCycle, "`\(name)` imports itself\(others.isEmpty ? "" : " by way of other files")",
        at: program.syntax.span(of: last), related: others,
        why: "what a file means would depend on itself",
        help: "move what both files need into a third one"))
  }
}

extension Diagnostic {
  /// Says that the path of an import is put together of other values.
  fileprivate static func variableImport(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unreadableFile, "the path of an import must be a plain text", at: span,
      why: "files are read before anything is evaluated",
      help: "write the path out; to choose between files, import both and use `if`")
  }

  /// Says that the file at `path`, named at `span`, is none that may be read.
  static func unreachableFile(
    _ path: String, _ place: ProjectPath, at span: SourceSpan
  ) -> Diagnostic {
    guard place == .outside else {
      return Diagnostic(
        .unreadableFile, "`\(path)` is no path of a file in the project", at: span,
        why: "paths are relative to the file that they stand in, and parted by `/`",
        help: "write a path such as `lib/steps.pipe`")
    }
    return Diagnostic(
      .unreadableFile, "`\(path)` lies outside of the project", at: span,
      why: "a build reads files of the project only, so that one from a stranger is safe",
      help: "the project is the directory in which pipec is started, or the one of the file that is"
        + " compiled if that lies elsewhere")
  }

  /// Says that the file called `name`, named at `span`, can't be read because of `failure`.
  static func unreadableFile(
    _ name: String, _ failure: LoadFailure, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .unreadableFile, "can't read `\(name)`: \(failure.reason)", at: span,
      help: "paths are relative to the file that they stand in")
  }
}
