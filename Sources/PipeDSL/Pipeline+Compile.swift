public import PipeCompiler
import PipeTool

extension Pipeline {
  /// Returns the graph of the pipeline, which checks and emitters read.
  ///
  /// Parameters need names of their own here, since there is no program whose properties they are.
  public func lowered() -> PipelineGraph {
    var build = ProgramBuild(options: CompilerOptions(), files: SwiftFiles(of: [self]))
    build.lower(self, declared: [])
    return build.graphs[0]
  }

  /// Returns what the pipeline compiles to, together with everything there is to say about it.
  ///
  /// Parameters need names of their own here, since there is no program whose properties they are.
  public func compiled(options: CompilerOptions = CompilerOptions()) -> Compilation {
    var build = ProgramBuild(options: options, files: SwiftFiles(of: [self]))
    build.lower(self, declared: [])
    return build.finished()
  }
}

extension PipelineProgram {
  /// Returns what the pipelines compile to, together with everything there is to say about them.
  ///
  /// `options` gives settings their values as `-D` does.
  public static func compiled(options: CompilerOptions = CompilerOptions()) -> Compilation {
    compiled(options: options, reading: { _ in nil })
  }

  /// Returns what the pipelines compile to, if `read` reads the file at a path.
  static func compiled(
    options: CompilerOptions, reading read: @escaping @Sendable (String) -> [UInt8]?
  ) -> Compilation {
    let settings = Declarations(of: Self()).settings(from: options.config)
    return Settings.$current.withValue(settings.values) {
      // Defaults may use settings, so the program is made again now that these are known.
      let program = Self()
      let pipelines = program.pipelines
      var files = SwiftFiles(of: pipelines, reading: read)
      files.root = FileSystem.currentDirectory.map { $0 + "/" } ?? ""
      var build = ProgramBuild(options: options, files: files)
      for complaint in settings.complaints { build.report(complaint) }
      let declared = Declarations(of: program).parameters
      for pipeline in pipelines { build.lower(pipeline, declared: declared) }
      return build.finished()
    }
  }
}

/// The compilation of a program, pipeline by pipeline.
struct ProgramBuild {
  /// What was chosen.
  private let options: CompilerOptions
  /// Where things are written.
  private var map: SourceMap
  /// What has been found wrong.
  private var diagnostics: Diagnostics
  /// The pipelines so far.
  private(set) var graphs: [PipelineGraph] = []

  /// Creates the compilation, with `options`, of a program that is written in `files`.
  init(options: CompilerOptions, files: SwiftFiles) {
    self.options = options
    map = SourceMap(files)
    diagnostics = Diagnostics(at: options.levels)
  }

  /// Reports what is wrong with the values of settings.
  mutating func report(_ complaint: Complaint) {
    diagnostics.report(complaint.diagnostic(in: &map))
  }

  /// Adds the graph of `pipeline`, whose program declares the parameters of `declared`.
  mutating func lower(_ pipeline: Pipeline, declared: [NamedParameter]) {
    var lowering = PipelineLowering(
      pipeline, declared: declared, map: map, diagnostics: diagnostics)
    lowering.run()
    (map, diagnostics) = (lowering.map, lowering.diagnostics)
    graphs.append(lowering.graph)
  }

  /// Returns what the pipelines compile to.
  consuming func finished() -> Compilation {
    if graphs.isEmpty {
      diagnostics.report(
        Diagnostic(
          .missingPipeline, "the program has no pipeline", at: .synthesized,
          help: "write `Pipeline(\"name\", role: …) { … }` in `pipelines`"))
    }
    let map = map
    return compile(graphs, options: options, reportingTo: &diagnostics) { diagnostics in
      map.sources(forDiagnostics: !diagnostics.isEmpty)
    }
  }
}
