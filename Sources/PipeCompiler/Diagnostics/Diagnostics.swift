/// The diagnostics about one source file, as they are found.
public struct Diagnostics: Sendable {
  /// How many diagnostics are kept; the rest are counted only.
  package static let limit = 1_000

  /// Which diagnostics are reported, and as what.
  private let levels: Levels
  /// The diagnostics that are kept, in the order in which they were reported.
  private var reported: [Diagnostic] = []
  /// What identifies those already reported, so that nothing is said twice.
  private var seen: Set<Key> = []
  /// The number of diagnostics that were not kept.
  public private(set) var dropped = 0
  /// `true` iff an error was reported.
  public private(set) var containsErrors = false

  /// Creates an empty collection of what is to be reported at `levels`.
  package init(at levels: Levels = Levels()) { self.levels = levels }

  /// `true` iff nothing was reported.
  public var isEmpty: Bool { reported.isEmpty }

  /// The diagnostics by their place in the text, errors before warnings at the same place.
  public var sorted: [Diagnostic] {
    reported.indices.sorted { Self.precedes(reported[$0], $0, reported[$1], $1) }
      .map { reported[$0] }
  }

  /// The position after the last place that a diagnostic is about.
  var end: UInt32 {
    reported.reduce(0) { end, diagnostic in
      let places = [diagnostic.origin] + diagnostic.related.map(\.origin)
      return places.reduce(end) { max($0, $1.span?.end ?? 0) }
    }
  }

  /// Adds `diagnostic` at its level, unless the same thing was already said about the same place.
  package mutating func report(_ diagnostic: Diagnostic) {
    guard let severity = levels.severity(of: diagnostic.id) else { return }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    if severity == .error { containsErrors = true }
    guard reported.count < Self.limit else {
      dropped += 1
      return
    }
    let key = Key(id: diagnostic.id, origin: diagnostic.origin, message: diagnostic.message)
    if seen.insert(key).inserted { reported.append(diagnostic) }
  }

  /// What makes two diagnostics the same one.
  private struct Key: Hashable {
    let id: DiagnosticID
    let origin: Origin
    let message: String
  }

  /// Returns `true` iff `a`, reported as number `i`, is listed before `b`, reported as number `j`.
  private static func precedes(_ a: Diagnostic, _ i: Int, _ b: Diagnostic, _ j: Int) -> Bool {
    let (p, q) = (a.origin.span?.start ?? .max, b.origin.span?.start ?? .max)
    if p != q { return p < q }
    if a.severity != b.severity { return a.severity == .error }
    return i < j
  }
}
