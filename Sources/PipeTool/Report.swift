import PipeCompiler

/// The diagnostics about all inputs, printed and counted.
struct Report {
  /// The form that is printed.
  private let format: DiagnosticFormat
  /// What is printed.
  private var bytes: [UInt8] = []
  /// The number of errors.
  private var errors = 0
  /// The number of warnings.
  private var warnings = 0
  /// The number of diagnostics that were not kept.
  private var dropped = 0
  /// The number of files.
  private let files: Int
  /// `true` iff the input can't be used.
  private(set) var isFailure = false

  /// Renders and counts the diagnostics of `products` as `format`.
  init(_ products: [Product], as format: DiagnosticFormat) {
    self.format = format
    files = products.count
    var isSilent = format != .sarif
    for product in products {
      if product.pipelines.isEmpty || product.diagnostics.containsErrors { isFailure = true }
      if product.diagnostics.isEmpty { continue }
      isSilent = false
      count(product.diagnostics)
    }
    if isSilent { return }
    bytes = render(
      products.map { ($0.diagnostics, $0.sources) }, as: format,
      style: format == .human ? Terminal.style : .plain, version: Tool.version)
  }

  /// Prints the diagnostics to standard error.
  func complain() { Terminal.complain(bytes) }

  /// Prints the diagnostics as the result of a command: the forms for programs that collect
  /// results to standard output, the others to standard error.
  func print() throws(Failure) {
    switch format {
    case .sarif, .github: try Terminal.print(bytes)
    case .human, .concise, .json: complain()
    }
  }

  /// The numbers of problems and files, in words.
  var summary: String {
    var parts: [String] = []
    if errors > 0 { parts.append(counted(errors, "error")) }
    if warnings > 0 { parts.append(counted(warnings, "warning")) }
    if dropped > 0 { parts.append("\(dropped) more") }
    let problems = parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
    return "\(problems) in \(counted(files, "file"))"
  }

  /// Counts `diagnostics`.
  private mutating func count(_ diagnostics: Diagnostics) {
    for diagnostic in diagnostics.sorted {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      }
    }
    dropped += diagnostics.dropped
  }
}

extension DiagnosticFormat {
  /// `true` iff a program reads the form as a whole, so that nothing may be printed beside it.
  var standsAlone: Bool { self == .json || self == .sarif }
}

/// Returns `count` and `noun`, the latter with an "s" unless there is one.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
