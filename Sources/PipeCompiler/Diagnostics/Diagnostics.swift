/// The diagnostics about one source file and those that it names, as they are found.
public struct Diagnostics: Sendable {
  /// How many diagnostics are kept; the rest are counted only.
  package static let limit = 1_000

  /// Which diagnostics are reported, and as what.
  let levels: Levels
  /// What hides some, comments in the order of the text.
  private var allowances: [Allowance] = []
  /// The parts of the text that others make use of.
  private var surroundings: [Surrounding] = []
  /// Where definitions stand in quotes, so that what is put there would have to be escaped.
  private var quoted: [SourceSpan] = []
  /// `true` iff an error was reported after which it is not known what else there is to report.
  private(set) var isIncomplete = false
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

  /// The position after the last place that a diagnostic or its fix is about.
  var end: UInt32 {
    reported.reduce(0) { end, diagnostic in
      let places = [diagnostic.origin] + diagnostic.related.map(\.origin)
      let fixed = diagnostic.fix?.edits.last?.span.end ?? 0
      return places.reduce(max(end, fixed)) { max($0, $1.span?.end ?? 0) }
    }
  }

  /// Returns `true` iff something was reported of a kind that fulfils `condition`.
  func holds(where condition: (DiagnosticID) -> Bool) -> Bool {
    reported.contains { condition($0.id) }
  }

  /// Adds `diagnostic` at its level, unless it is allowed, or the same thing was already said about
  /// the same place.
  package mutating func report(_ diagnostic: Diagnostic) {
    if !allowances.isEmpty, isHidden(diagnostic) { return }
    guard let severity = levels.severity(of: diagnostic.id) else { return }
    if !surroundings.isEmpty, diagnostic.id.isAboutUse, isShared(diagnostic) { return }
    var diagnostic = surroundings.isEmpty ? diagnostic : located(diagnostic)
    diagnostic.severity = severity
    if let fix = diagnostic.fix, quoted.contains(where: fix.needsEscapes) { diagnostic.fix = nil }
    if severity == .error {
      containsErrors = true
      if !diagnostic.id.canBeAllowed { isIncomplete = true }
    }
    guard reported.count < Self.limit else {
      dropped += 1
      return
    }
    let key = Key(id: diagnostic.id, origin: diagnostic.origin, message: diagnostic.message)
    if seen.insert(key).inserted { reported.append(diagnostic) }
  }

  /// Says that what stands at `span` stands in quotes.
  mutating func quote(_ span: SourceSpan) { quoted.append(span) }

  /// Returns the diagnostics without their fixes, for a text in another language than the fixes are in.
  func withoutFixes() -> Diagnostics {
    var copy = self
    for index in copy.reported.indices { copy.reported[index].fix = nil }
    return copy
  }

  /// Lets `allowances`, which are in the order of the text, hide what is reported from now on.
  mutating func hide(_ allowances: [Allowance]) { self.allowances = allowances }

  /// Lets diagnostics of the kind `id`, whose allowance is written at `span`, be hidden where they begin at one
  /// of `positions`, beside where it hides them already.
  mutating func hide(_ id: DiagnosticID, for span: SourceSpan, at positions: Set<UInt32>) {
    for index in allowances.indices
    where allowances[index].id == id && allowances[index].span == span {
      guard case .at(let known) = allowances[index].scope else { continue }
      allowances[index].scope = .at(known.union(positions))
      return
    }
    allowances.append(
      Allowance(id: id, span: span, comment: nil, subject: .step, scope: .at(positions)))
  }

  /// Adds `parts`: what is reported about something in one of them says who makes use of it.
  mutating func surround(_ parts: [Surrounding]) {
    for part in parts where !surroundings.contains(where: { $0.span == part.span }) {
      surroundings.append(part)
    }
  }

  /// Returns `true` iff `diagnostic` is about a part of the text that is there for several others, of
  /// which each may need something else of it.
  private func isShared(_ diagnostic: Diagnostic) -> Bool {
    guard let here = diagnostic.origin.span?.start else { return false }
    return surroundings.contains { $0.span.start <= here && here < $0.span.end }
  }

  /// Returns `diagnostic` with the places that make use of the part of the text that it is about.
  private func located(_ diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.isTraced { return diagnostic }
    var diagnostic = diagnostic
    var position = diagnostic.origin.span?.start
    for _ in 0..<4 {
      guard let here = position,
        let part = surroundings.last(where: { $0.span.start <= here && here < $0.span.end })
      else { break }
      diagnostic.related.append(part.label)
      position = part.label.origin.span?.start
    }
    return diagnostic
  }

  /// Reports the allowances before `end` that hid nothing, if all there is to hide has been reported.
  ///
  /// Behind that are those of imported files, of which other programs may use more.
  mutating func reportUnusedAllowances(before end: UInt32) {
    if allowances.isEmpty || isIncomplete { return }
    // The last ones to be sure of are those that allow others to be unused.
    for isLast in [false, true] {
      for allowance in allowances
      where (allowance.id == .unusedAllowance) == isLast && allowance.span.start < end
        && isUnused(allowance)
      {
        report(.unused(allowance))
      }
    }
  }

  /// Returns `true` iff `allowance` hid nothing although it could have.
  private func isUnused(_ allowance: Allowance) -> Bool {
    // How large the manifest is turns out only without errors, and if there is to be one.
    if allowance.isUsed || allowance.id == .manifestTooLarge { return false }
    return levels.severity(of: allowance.id) != nil
  }

  /// Returns `true` iff an allowance hides `diagnostic`: of several, the one that begins last.
  private mutating func isHidden(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.id.canBeAllowed, let span = diagnostic.origin.span,
      let index = allowances.lastIndex(where: { $0.covers(diagnostic.id, at: span.start) })
    else { return false }
    allowances[index].isUsed = true
    return true
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
