/// What a source file compiles to, together with everything there is to say about it.
public struct Compilation: Sendable {
  /// The file that was compiled.
  public let file: SourceFile
  /// The pipeline; `nil` iff an error was reported.
  public let graph: CheckedGraph?
  /// The pipeline in the forms that were asked for; empty iff an error was reported.
  public let outputs: [Output]
  /// What there is to say.
  public let diagnostics: Diagnostics

  /// Creates the outcome of compiling `file`.
  package init(
    file: SourceFile, graph: CheckedGraph?, outputs: [Output], diagnostics: Diagnostics
  ) {
    self.file = file
    self.graph = diagnostics.containsErrors ? nil : graph
    self.outputs = diagnostics.containsErrors ? [] : outputs
    self.diagnostics = diagnostics
  }

  /// The name of the pipeline, which is also the stem of its files' names.
  public var pipelineName: String? {
    graph.map { $0.graph.text($0.graph.header.name) }
  }
}
