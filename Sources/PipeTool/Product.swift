import PipeCompiler

/// What became of one input.
struct Product: Sendable {
  /// The input.
  let file: SourceFile
  /// What there is to say about it.
  var diagnostics: Diagnostics
  /// The pipeline's name, which is also the stem of its files' names; `nil` iff there was an error.
  let name: String?
  /// Where the name is written.
  let nameOrigin: Origin
  /// What is to be written, one text per target.
  let outputs: [Output]

  /// Creates what became of the file that `compilation` is about.
  init(_ compilation: Compilation) {
    file = compilation.file
    diagnostics = compilation.diagnostics
    name = compilation.pipelineName
    nameOrigin = compilation.graph?.graph.header.origin ?? .synthesized
    outputs = compilation.outputs
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
  let isWatched = files.count >= 20 && Terminal.isInteractive
  defer { if isWatched { Terminal.complain("\r\u{1B}[K") } }
  var announced = 0
  func showProgress(_ done: Int) {
    guard isWatched, done - announced > files.count / 100 else { return }
    announced = done
    Terminal.complain("\rcompiling: \(done) of \(files.count) files")
  }
  return concurrentMap(files, workers: workers, progress: showProgress) { file in
    Product(compile(file, options: options))
  }
}

/// Reports each of `products` whose pipeline has the name of an earlier one's, by letters: not all
/// file systems tell `Train.json` from `train.json`.
func reportDuplicates(in products: inout [Product]) {
  // One input, the usual case, is spared the making of a dictionary.
  guard products.count > 1 else { return }
  var files: [String: String] = [:]
  for index in products.indices {
    guard let name = products[index].name else { continue }
    if let earlier = files[name.lowercased()] {
      products[index].diagnostics.report(
        Diagnostic(
          .duplicateFile, "pipeline `\(name)` would replace the one of `\(earlier)`",
          at: products[index].nameOrigin,
          why: "output files are called after their pipelines, without regard to case",
          help: "give one of the pipelines another name, or build them into different directories"))
    } else {
      files[name.lowercased()] = products[index].file.name
    }
  }
}
