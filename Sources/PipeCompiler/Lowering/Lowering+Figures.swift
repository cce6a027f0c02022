// What a run takes, as tests and assertions ask for it.

/// A word that tests ask of a run with.
enum TestWord: String, CaseIterable {
  case runs, succeeds, fails
  case hours, peak, width, time

  /// `true` iff the word asks for a number, which is compared.
  var isFigure: Bool {
    switch self {
    case .runs, .succeeds, .fails: false
    case .hours, .peak, .width, .time: true
    }
  }

  /// `true` iff the word may be asked of a type of instance.
  var takesType: Bool { self == .hours || self == .peak }

  /// How the word is used, for messages.
  var example: String {
    switch self {
    case .runs, .succeeds, .fails: "\(rawValue)(Train)"
    case .hours: "hours(\"ml.m5.xlarge\") <= 10"
    case .peak: "peak(\"ml.m5.xlarge\") <= 4"
    case .width: "width() <= 3"
    case .time: "time() <= 6h"
    }
  }

  /// The words, and what is asked with them.
  static var list: String {
    func words(_ areFigures: Bool) -> String {
      allCases.filter { $0.isFigure == areFigures }.map { "`\($0)`" }.joined(separator: ", ")
    }
    return "\(words(false)) of a step, and \(words(true)) of what the run takes"
  }
}

/// A comparison of a figure with something.
struct FigureComparison {
  /// The word that asks for the figure.
  let word: TestWord
  /// The call of that word.
  let call: NodeIndex
  /// How it is compared, read from the figure to the other side.
  let operation: TokenKind
  /// The other side.
  let other: NodeIndex
}

extension Lowering {
  /// Returns the expression at `node` without parentheses around it.
  func ungrouped(_ node: NodeIndex) -> NodeIndex {
    var node = node
    while tree.kind(node) == .group, let inner = tree.firstChild(of: node) { node = inner }
    return node
  }

  /// Returns `true` iff the expression at `node` is an `a && b`.
  func isConjunction(_ node: NodeIndex) -> Bool {
    let parts = children(node)
    return tree.kind(node) == .infix && parts.count > 1 && operation(before: parts[1]) == .and
  }

  /// Returns `true` iff one side of the `a && b` at `node` is about a figure.
  func mentionsFigure(_ node: NodeIndex) -> Bool {
    children(node).contains { part in
      let part = asked(ungrouped(part)).node
      return figureComparison(part) != nil || testWord(part)?.isFigure == true
        || (isConjunction(part) && mentionsFigure(part))
    }
  }

  /// Returns the comparison of a figure that the expression at `node` is, if it is one.
  func figureComparison(_ node: NodeIndex) -> FigureComparison? {
    let parts = children(node)
    guard tree.kind(node) == .infix, parts.count == 2 else { return nil }
    let operation = operation(before: parts[1])
    let mirrored: TokenKind
    switch operation {
    case .equal, .notEqual: mirrored = operation
    case .less: mirrored = .greater
    case .lessOrEqual: mirrored = .greaterOrEqual
    case .greater: mirrored = .less
    case .greaterOrEqual: mirrored = .lessOrEqual
    default: return nil
    }
    let (left, right) = (ungrouped(parts[0]), ungrouped(parts[1]))
    if let word = testWord(left), word.isFigure {
      return FigureComparison(word: word, call: left, operation: operation, other: right)
    }
    if let word = testWord(right), word.isFigure {
      return FigureComparison(word: word, call: right, operation: mirrored, other: left)
    }
    return nil
  }

  /// Returns what `comparison` says of a figure, and whether it says the opposite; `nil` after a report.
  mutating func bound(
    _ comparison: FigureComparison, in scope: Int
  ) -> (bound: Bound, isOpposite: Bool)? {
    guard let figure = figure(comparison.word, comparison.call, in: scope) else { return nil }
    let number: Double
    if comparison.word == .time {
      let what = "what `time` is compared with"
      guard let seconds = lengthOfTime(comparison.other, what: what, in: scope) else { return nil }
      number = Double(seconds)
    } else {
      guard let value = evaluateTimeless(comparison.other, in: scope) else { return nil }
      guard let known = graph.number(value), known.isFinite else {
        let what = "what `\(comparison.word)` is compared with"
        report(
          isBuildTime(value)
            ? wrongType(value, wanted: "a number", what: what, at: comparison.other)
            : wrongPhase(what: what, at: comparison.other, reading: value))
        return nil
      }
      number = known
    }
    let kind: Comparison =
      switch comparison.operation {
      case .less: .lessThan
      case .lessOrEqual: .lessThanOrEqualTo
      case .greater: .greaterThan
      case .greaterOrEqual: .greaterThanOrEqualTo
      default: .equals
      }
    return (Bound(figure, kind, number), comparison.operation == .notEqual)
  }

  /// Returns the figure that `word` asks for in the call at `node`, or `nil` after a report.
  private mutating func figure(
    _ word: TestWord, _ node: NodeIndex, in scope: Int
  ) -> Figure? {
    let given = children(node).last.map { children($0) } ?? []
    guard given.count <= (word.takesType ? 1 : 0) else {
      report(
        Diagnostic(
          .wrongArguments,
          word.takesType
            ? "`\(word)` takes one type of instance, or none" : "`\(word)` takes no arguments",
          at: tree.span(of: node), help: "write `\(word.example)`"))
      return nil
    }
    var type: Symbol?
    if let expression = given.first.flatMap({ children($0).last }) {
      guard let text = buildTimeString(expression, in: scope, what: "a type of instance") else {
        return nil
      }
      type = graph.symbols.intern(text)
    }
    switch word {
    case .hours: return .hours(of: type)
    case .peak: return .peak(of: type)
    case .width: return .width
    default: return .time
    }
  }

  /// Returns the seconds of the length of time at `node`, or `nil` after reporting that `what` is none.
  mutating func lengthOfTime(_ node: NodeIndex, what: String, in scope: Int) -> Int? {
    guard let value = evaluateValue(node, in: scope) else { return nil }
    if case .duration(let seconds) = graph.values[value] { return Int(seconds) }
    report(
      isBuildTime(value)
        ? wrongType(value, wanted: "a length of time, such as `2h`", what: what, at: node)
        : wrongPhase(what: what, at: node, reading: value))
    return nil
  }

  /// Reports that `word` stands at `node` without a comparison.
  mutating func reportFigure(_ word: TestWord, at node: NodeIndex) {
    report(
      Diagnostic(
        .wrongType, "`\(word)` is a number, and nothing is said of it", at: tree.span(of: node),
        help: "compare it, as in `\(word.example)`"))
  }

  /// Reports that the word of tests at `node` stands where it can't be asked.
  mutating func reportMisplacedTestWord(_ node: NodeIndex) {
    let word = tree.word(node)
    let isFigure = TestWord(rawValue: word)?.isFigure ?? false
    report(
      Diagnostic(
        .unknownName, "`\(word)` can't be asked here", at: tree.span(of: node),
        why: isFigure
          ? "a test or `assert` compares it with what is known at build time; only `!` may "
            + "stand before that, and `&&` beside it"
          : "a test expects it by itself; only `!` may stand before it, and `&&` beside it",
        help: "write `expect \(TestWord(rawValue: word)?.example ?? word)`"))
  }
}
