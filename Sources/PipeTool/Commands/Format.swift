import PipeCompiler

extension Command {
  /// To lay out sources.
  static let format = Command(
    name: "fmt", usage: "fmt FILE…",
    summary: "lay out sources",
    options: [.check, .format], input: .sources("only sources are laid out"), help: formatHelp
  ) { arguments throws(Failure) in try PipeTool.format(arguments) }

  /// The help on `fmt`.
  private static let formatHelp = """
    pipec fmt: lay out sources

    usage: pipec fmt FILE… [OPTION]…

      --check               write nothing; list the files whose layout is another one, and exit
                            with 1 if there are any
      --format FORMAT       how to print diagnostics: human, concise, json, sarif, github

    There is one layout. A file is replaced as a whole, and only if its bytes change; `-` reads
    standard input and prints the result. Comments stay where they are. Declarations with a mistake
    in their syntax are left as they are and reported; the rest of the file is laid out all the same.

    example: pipec fmt --check pipelines/*.pipe

    """
}

/// A source and its text in the one layout.
private struct LaidOut: Sendable {
  /// The source.
  let file: SourceFile
  /// Its text in the one layout, and what could not be read of it.
  let formatting: Formatting

  /// `true` iff the layout is another one.
  var isChanged: Bool { formatting.bytes != file.bytes }
}

/// Lays out files, prints the text of standard input, or lists what it would change.
func format(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let form = try arguments.format
  let files = try readInputs(arguments)
  let workers = workerCount(forBytes: files.reduce(0) { $0 + $1.bytes.count }, inFiles: files.count)
  let results = concurrentMap(files, workers: workers, progress: { _ in }) { file in
    LaidOut(file: file, formatting: PipeCompiler.format(file))
  }
  let report = Report(
    results.map { Product(file: $0.file, diagnostics: $0.formatting.diagnostics) }, as: form)
  try report.print()
  let isWrong = results.contains { $0.formatting.diagnostics.containsErrors }
  if arguments.contains(.check) {
    let names = results.filter(\.isChanged).map { $0.file.name.safeLine() + "\n" }
    try Terminal.print(names.joined())
    return isWrong || !names.isEmpty ? .problems : .clean
  }
  try write(results, quietly: form.standsAlone)
  return isWrong ? .problems : .clean
}

/// Puts the texts of `results` in the places of their sources, and says so unless `quietly`.
private func write(_ results: [LaidOut], quietly: Bool) throws(Failure) {
  for result in results where result.file.name == standardInputName {
    try Terminal.print(result.formatting.bytes)
  }
  let files = results.filter { $0.file.name != standardInputName }
  let changed = files.filter(\.isChanged)
  do throws(FileError) {
    try FileSystem.replace(
      changed.map { OutputFile(name: $0.file.name, bytes: $0.formatting.bytes) })
  } catch {
    throw .file(error)
  }
  if quietly || files.isEmpty { return }
  let unchanged = counted(files.count - changed.count, "file")
  if changed.isEmpty { return Terminal.complain("\(unchanged) unchanged\n") }
  let names =
    changed.count > 4
    ? counted(changed.count, "file")
    : changed.map(\.file.name).joined(separator: ", ")
  let rest = changed.count < files.count ? "; \(unchanged) unchanged" : ""
  Terminal.complain("wrote \(names)\(rest)".safeLine() + "\n")
}
