import PipeCompiler

extension Command {
  /// To look up diagnostics.
  static let explain = Command(
    name: "explain", usage: "explain ID",
    summary: "say what a diagnostic means and what to do about it",
    options: [.all], help: explainHelp
  ) { arguments throws(Failure) in try PipeTool.explain(arguments) }

  /// The help on `explain`.
  private static let explainHelp = """
    pipec explain: say what a diagnostic means and what to do about it

    usage: pipec explain ID
           pipec explain --all

      ID     the name in brackets: `unknown-name` for `error[unknown-name]`
      --all  explain all diagnostics there are

    example: pipec explain dependency-cycle

    """
}

/// Prints the catalogue's page on one diagnostic, or all pages.
func explain(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let names = arguments.operands
  if arguments.contains(.all) {
    guard names.isEmpty else { throw .usage("`--all` explains every diagnostic: leave out the ID") }
    try Terminal.print(DiagnosticID.allCases.map(page).joined(separator: "\n"))
    return .clean
  }
  guard let name = names.first, names.count == 1 else {
    throw .usage("`pipec explain` takes one diagnostic's ID, or `--all`")
  }
  guard let id = DiagnosticID(rawValue: name) else {
    let known = DiagnosticID.allCases.map(\.rawValue)
    if let near = nearest(to: name, in: known) {
      throw .usage("unknown diagnostic `\(name)`: did you mean `\(near)`?")
    }
    throw .usage("unknown diagnostic `\(name)`: `pipec explain --all` lists what there is")
  }
  try Terminal.print(page(of: id))
  return .clean
}

/// Returns the page about `id` as text that is also Markdown.
private func page(of id: DiagnosticID) -> String {
  let level = id.severity.rawValue + (id.isOffByDefault ? ", off by default" : "")
  var text = "## \(id.rawValue) (\(level))\n"
  guard let page = id.page else { return text }
  text += "\n\(wrapped(page.what))"
  if !page.why.isEmpty { text += "\n\(wrapped("Why: " + page.why))" }
  if !page.remedy.isEmpty { text += "\n\(wrapped("What to do: " + page.remedy))" }
  if page.example.isEmpty { return text }
  text += "\nExample:\n\n"
  for line in page.example.split(separator: "\n", omittingEmptySubsequences: false) {
    text += line.isEmpty ? "\n" : "    \(line)\n"
  }
  while text.hasSuffix("\n\n") { text.removeLast() }
  return text
}

/// Returns `text` in lines of at most 80 columns, its own line breaks kept.
private func wrapped(_ text: String) -> String {
  var result = ""
  for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
    var column = 0
    for word in paragraph.split(separator: " ") {
      let width = word.unicodeScalars.count
      if column > 0, column + 1 + width > 80 {
        result += "\n"
        column = 0
      } else if column > 0 {
        result += " "
        column += 1
      }
      result += word
      column += width
    }
    result += "\n"
  }
  return result
}
