public import PipeCompiler

extension Pipeline {
  /// Returns the graph of the pipeline, which checks and emitters read.
  ///
  /// Parameters need names of their own here, since there is no program whose properties they are.
  public func lowered() -> PipelineGraph {
    lowered(declared: [], at: CompilerOptions().levels) { _ in nil }.graph
  }

  /// Returns what the pipeline compiles to, together with everything there is to say about it.
  public func compiled(options: CompilerOptions = CompilerOptions()) -> Compilation {
    compiled(options: options, declared: [], complaints: []) { _ in nil }
  }

  /// Returns what the pipeline compiles to, if its program declares the parameters of `declared` and
  /// `read` reads Swift files.
  func compiled(
    options: CompilerOptions, declared: [NamedParameter], complaints: [Complaint],
    reading read: @escaping @Sendable (String) -> (name: String, bytes: [UInt8])?
  ) -> Compilation {
    var lowering = lowered(declared: declared, at: options.levels, reading: read)
    for complaint in complaints {
      lowering.diagnostics.report(complaint.diagnostic(in: &lowering.map))
    }
    return compile(
      lowering.graph, options: options, reportingTo: &lowering.diagnostics
    ) { [map = lowering.map] diagnostics in
      map.sources(forDiagnostics: !diagnostics.isEmpty)
    }
  }

  /// Returns the machine that has lowered the pipeline.
  private func lowered(
    declared: [NamedParameter], at levels: Levels,
    reading read: @escaping @Sendable (String) -> (name: String, bytes: [UInt8])?
  ) -> PipelineLowering {
    let map = SourceMap(main: place.file, reading: read)
    var lowering = PipelineLowering(
      self, declared: declared, map: map, diagnostics: Diagnostics(at: levels))
    lowering.run()
    return lowering
  }
}
