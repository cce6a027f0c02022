import PipeCompiler

/// The table that a run prints.
struct Report {
  /// The widths of the columns after the first two.
  private static let width = 12

  /// Prints the names of the columns.
  static func printHead() {
    let columns = ["bytes", "best ms", "median ms", "MB/s", "steps/s"]
    print(left("phase", 16) + left("workload", 16) + columns.map(right).joined())
  }

  /// Prints what `timing` says about `phase` of `workload`, or that there is no such phase.
  static func printRow(_ phase: Phase, _ workload: Workload, _ timing: Timing?) {
    let start = left(phase.name, 16) + left("\(workload.shape.rawValue) \(workload.steps)", 16)
    let bytes = workload.source.bytes.count
    guard let timing else { return print(start + "SKIPPED: the workload does not compile") }
    let seconds = max(timing.median.inSeconds, 1e-9)
    print(
      start + right(String(bytes)) + right(decimal(timing.best.inSeconds * 1e3, 3))
        + right(decimal(timing.median.inSeconds * 1e3, 3))
        + right(decimal(Double(bytes) / seconds / 1e6, 1))
        + right(decimal(Double(workload.steps) / seconds, 0)))
  }

  /// Returns `number` with `digits` digits after the point.
  private static func decimal(_ number: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    // Calling `rounded()` would need the library of mathematics.
    let scaled = Int(min(number, 1e12) * scale + 0.5)
    guard digits > 0 else { return String(scaled) }
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(scale))
    let fraction = String(rest)
    return "\(whole)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// Returns `text` at the left of a column.
  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Returns `text` at the right of a column.
  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
