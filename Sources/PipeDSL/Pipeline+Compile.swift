public import PipeCompiler
import PipeTool

extension Pipeline {
  /// Returns the graph of the pipeline, which checks and emitters read.
  ///
  /// Parameters need names of their own here, since there is no program whose properties they are.
  public func lowered() -> PipelineGraph { lowered { _ in nil } }

  /// Returns the graph of the pipeline, with places in the Swift files that `read` reads at their paths.
  package func lowered(reading read: @escaping @Sendable (String) -> [UInt8]?) -> PipelineGraph {
    var build = ProgramBuild(
      options: CompilerOptions(), files: SwiftFiles(of: [self], reading: read), project: .none)
    build.lower(self, declared: [])
    return build.graphs[0]
  }

  /// Returns what the pipeline compiles to, together with everything there is to say about it.
  ///
  /// Parameters need names of their own here, since there is no program whose properties they are. Files
  /// of the project are read through `loader`.
  public func compiled(
    options: CompilerOptions = CompilerOptions(), loader: SourceLoader = .none
  ) -> Compilation {
    var build = ProgramBuild(
      options: options, files: SwiftFiles(of: [self]), project: Project(root: "", loader: loader))
    build.lower(self, declared: [])
    return build.finished()
  }
}

extension PipelineProgram {
  /// Returns what the pipelines compile to, together with everything there is to say about them.
  ///
  /// `options` gives settings their values as `-D` and `--profile` do. Files of the project are read through
  /// `loader`.
  public static func compiled(
    options: CompilerOptions = CompilerOptions(), loader: SourceLoader = .none
  ) -> Compilation {
    compiled(options: options, project: { _ in Project(root: "", loader: loader) }) { _ in nil }
  }

  /// Returns what the pipelines compile to, with files that lie where the program was built.
  package static func compiledInPlace(options: CompilerOptions) -> Compilation {
    compiled(
      options: options, project: { .ofPackage($0) },
      listing: { FileSystem.contents(ofDirectory: $0) },
      reading: { FileSystem.contents(of: $0) })
  }

  /// Returns what the pipelines compile to, if `read` reads the Swift file at a path, `list` lists the
  /// directory at one, and `project` has the other files for a pipeline that is made in the one at a path.
  static func compiled(
    options: CompilerOptions, project: @Sendable (String) -> Project = { _ in .none },
    listing list: @escaping @Sendable (String) -> [String] = { _ in [] },
    reading read: @escaping @Sendable (String) -> [UInt8]?
  ) -> Compilation {
    let settings = ChosenSettings(of: Self.self, from: options)
    return Settings.$current.withValue(settings.values) {
      // Defaults may use settings, so the program is made again now that these are known.
      let program = Self()
      let declared = Declarations(of: program).parameters
      let pipelines = settings.lacksValues ? [] : program.pipelines
      let path = pipelines.first?.path ?? ""
      var files = SwiftFiles(
        of: pipelines, or: settings.complaints.compactMap(\.place).first, listing: list,
        reading: read)
      files.root = FileSystem.currentDirectory.map { $0 + "/" } ?? ""
      var build = ProgramBuild(options: options, files: files, project: project(path))
      for complaint in settings.complaints { build.report(complaint) }
      for pipeline in pipelines { build.lower(pipeline, declared: declared) }
      if pipelines.isEmpty, !settings.lacksValues { build.reportMissingPipeline() }
      return build.finished()
    }
  }
}

/// The compilation of a program, pipeline by pipeline.
struct ProgramBuild {
  /// What was chosen.
  private let options: CompilerOptions
  /// The files that may be read.
  private let project: Project
  /// Where things are written.
  private var map: SourceMap
  /// What has been found wrong.
  private var diagnostics: Diagnostics
  /// The pipelines so far.
  private(set) var graphs: [PipelineGraph] = []

  /// Creates the compilation, with `options`, of a program that is written in `files`.
  init(options: CompilerOptions, files: SwiftFiles, project: Project) {
    self.options = options
    self.project = project
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
      pipeline, declared: declared, project: project, map: map, diagnostics: diagnostics)
    lowering.run()
    (map, diagnostics) = (lowering.map, lowering.diagnostics)
    graphs.append(lowering.graph)
  }

  /// Reports that there is nothing to compile.
  mutating func reportMissingPipeline() {
    diagnostics.report(
      Diagnostic(
        .missingPipeline, "the program has no pipeline", at: .synthesized,
        help: "write `Pipeline(\"name\", role: …) { … }` in `pipelines`"))
  }

  /// Returns what the pipelines compile to.
  consuming func finished() -> Compilation {
    let map = map
    return compile(graphs, options: options, reportingTo: &diagnostics) { areShown in
      map.sources(forDiagnostics: areShown)
    }
  }
}
