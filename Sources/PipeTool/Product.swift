import PipeCompiler

/// What became of one input.
struct Product: Sendable {
  /// What it compiled to.
  var compilation: Compilation
  /// What is to be written of variants of it.
  var overlays: [Output] = []
  /// The runs of those variants, which are not applied with them.
  var overlayRuns: [OutputFile] = []

  /// The input, and the files that it names.
  var sources: Sources { compilation.sources }
  /// What there is to say about it.
  var diagnostics: Diagnostics {
    get { compilation.diagnostics }
    _modify { yield &compilation.diagnostics }
  }
  /// What it holds; nothing iff there was an error.
  var pipelines: [CompiledPipeline] { compilation.pipelines }
  /// The input.
  var file: SourceFile { compilation.file }

  /// What is to be written: of each pipeline, what it is as each target.
  var outputs: [Output] { pipelines.flatMap(\.outputs) + overlays }
}

extension Product {
  /// Creates what became of `file`, of which nothing is written.
  init(file: SourceFile, diagnostics: Diagnostics) {
    self.init(
      compilation: Compilation(sources: Sources(file), pipelines: [], diagnostics: diagnostics))
  }
}

/// Returns what becomes of `files`, in their order.
///
/// While there is much to do and somebody watches, a line says how far it got.
func compileAll(
  _ files: [SourceFile], options: CompilerOptions
) -> [Product] {
  let byteCount = files.reduce(0) { $0 + $1.bytes.count }
  let workers = workerCount(forBytes: byteCount, inFiles: files.count)
  var line = ProgressLine("compiling", of: files.count)
  defer { line.clear() }
  return concurrentMap(files, workers: workers, progress: { line.show($0) }) { file in
    Product(compilation: compile(file, options: options, loader: .project(of: file)))
  }
}

/// Reports each of `products` whose pipeline has the name of an earlier one's, by letters: not all
/// file systems tell `Train.json` from `train.json`.
func reportDuplicates(in products: inout [Product]) {
  // One pipeline, the usual case, is spared the making of a dictionary.
  guard products.reduce(0, { $0 + $1.pipelines.count }) > 1 else { return }
  var files: [String: String] = [:]
  for index in products.indices {
    for pipeline in products[index].pipelines {
      let name = pipeline.name
      let stem = pipeline.fileStem.lowercased()
      if let earlier = files[stem] {
        products[index].diagnostics.report(
          Diagnostic(
            .duplicateFile, "pipeline `\(name)` would replace the one of `\(earlier)`",
            at: pipeline.graph.graph.header.origin,
            why: "output files are called after their pipelines, without regard to case",
            help: "give one of them another name, or build them into different directories"))
      } else {
        files[stem] = products[index].file.name
      }
    }
  }
}
