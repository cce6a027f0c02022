/// What a source file compiles to, together with everything there is to say about it.
public struct Compilation: Sendable {
  /// The file that was compiled, and those that it names.
  public let sources: Sources
  /// The pipelines, in source order; empty iff an error was reported.
  public let pipelines: [CompiledPipeline]
  /// What there is to say.
  public package(set) var diagnostics: Diagnostics

  /// Creates the outcome of compiling `sources`.
  package init(sources: Sources, pipelines: [CompiledPipeline], diagnostics: Diagnostics) {
    self.sources = sources
    self.pipelines = diagnostics.containsErrors ? [] : pipelines
    self.diagnostics = diagnostics
  }

  /// The file that was compiled.
  public var file: SourceFile { sources.main }

  /// The first pipeline, which is the only one of most files; `nil` iff an error was reported.
  public var graph: CheckedGraph? { pipelines.first?.graph }

  /// The pipelines in the forms that were asked for; empty iff an error was reported.
  public var outputs: [Output] { pipelines.flatMap(\.outputs) }

  /// The name of the first pipeline.
  public var pipelineName: String? { pipelines.first?.name }
}

/// A pipeline without an error.
public struct CompiledPipeline: Sendable {
  /// The pipeline.
  public let graph: CheckedGraph
  /// What was changed about it before it was written.
  public let changes: [TransformChange]
  /// The pipeline in the forms that were asked for.
  public let outputs: [Output]

  /// The name.
  public var name: String { graph.graph.text(graph.graph.header.name) }
  /// What the names of the pipeline's files begin with: its name, if that can be one of a pipeline.
  public var fileStem: String { graph.graph.fileStem }

  /// The files of the project that have to be on S3 before the pipeline runs.
  public var assets: [Asset] { graph.graph.assets }
}
