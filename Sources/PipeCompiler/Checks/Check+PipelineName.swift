extension Check {
  /// The pipeline's name and display name have the form that CreatePipeline asks for.
  static let pipelineName = Check { graph, _, diagnostics in
    guard graph.header.isDeclared else { return }
    checkName(graph, &diagnostics)
    guard let value = graph.header.displayName, let text = graph.string(value) else { return }
    guard !TextPattern.isPipelineName(ArraySlice(text.utf8)) else { return }
    diagnostics.report(
      Diagnostic(
        .invalidPipelineName, "`\(text)` can't be the display name of a pipeline",
        at: graph.origin(of: value),
        why: "a pipeline's display name has the same form as its name",
        help: nameHelp))
  }

  /// The longest pipeline name that was seen to work everywhere.
  private static let safeLength = 82

  /// What a pipeline's name looks like.
  private static let nameHelp =
    "use at most 256 letters, digits and `-`, beginning and ending with a letter or digit"

  /// Reports a malformed or a long name of the pipeline.
  private static func checkName(_ graph: PipelineGraph, _ diagnostics: inout Diagnostics) {
    let header = graph.header
    let name = graph.text(header.name)
    if !TextPattern.isPipelineName(graph.symbols[header.name]) {
      diagnostics.report(
        Diagnostic(
          .invalidPipelineName, "`\(name)` can't be the name of a pipeline", at: header.origin,
          help: nameHelp))
    } else if name.utf8.count > safeLength {
      diagnostics.report(
        Diagnostic(
          .longPipelineName,
          "the pipeline's name has \(name.utf8.count) characters, more than \(safeLength)",
          at: header.origin,
          why: "the API documents 256, but names above 82 characters were seen to be refused",
          help: "use a shorter name"))
    }
  }
}
