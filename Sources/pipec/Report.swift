import PipeCompiler

/// The diagnostics about all inputs, printed and counted.
struct Report {
  /// What is printed.
  private(set) var bytes: [UInt8] = []
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

  /// Prints and counts the diagnostics of `products` as `format`.
  init(_ products: [Product], as format: DiagnosticFormat) {
    files = products.count
    let style = format == .human ? Terminal.style : .plain
    for product in products {
      if product.name == nil || product.diagnostics.containsErrors { isFailure = true }
      if product.diagnostics.isEmpty { continue }
      bytes += render(product.diagnostics, of: product.file, as: format, style: style)
      count(product.diagnostics)
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

/// Returns `count` and `noun`, the latter with an "s" unless there is one.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
