/// Reads the comments of `syntax` that begin with `//pipec:`, and reports those that mean nothing.
///
/// From now on, `diagnostics` hides what they allow.
package func readAllowances(
  in syntax: SyntaxTree, reportingTo diagnostics: inout Diagnostics
) {
  let comments = syntax.tokens.directives
  if comments.isEmpty { return }
  var reader = AllowanceReader(syntax)
  for comment in comments.prefix(AllowanceReader.limit) { reader.read(at: Int(comment)) }
  if comments.count > AllowanceReader.limit {
    reader.reportTooMany(at: Int(comments[AllowanceReader.limit]))
  }
  diagnostics.hide(reader.allowances)
  for mistake in reader.mistakes { diagnostics.report(mistake) }
}

/// The machine that reads `//pipec:allow ID REASON`.
struct AllowanceReader {
  /// What a comment is about, and where what it hides begins.
  private typealias Place = (subject: Diagnostics.Allowance.Subject, scope: SourceSpan)

  /// How many comments of one file are read, so that looking one up is cheap.
  static let limit = 1_000

  /// The program.
  private let tree: SyntaxTree
  /// The text.
  private let bytes: [UInt8]
  /// What the last comment is about that stood alone, and the token below it.
  private var below: (token: Int, place: Place)?
  /// What has been read.
  private(set) var allowances: [Diagnostics.Allowance] = []
  /// What is wrong with the other comments.
  private(set) var mistakes: [Diagnostic] = []

  /// Creates the machine for `tree`.
  init(_ tree: SyntaxTree) {
    self.tree = tree
    bytes = tree.tokens.bytes
  }

  /// Reads the comment that begins at `start`.
  mutating func read(at start: Int) {
    let end = lineEnd(from: start)
    guard let name = directive(from: start, to: end) else { return }
    let id = word(from: name.upperBound, to: end)
    let reason = word(from: id.upperBound, to: end)
    guard !id.isEmpty else { return report(.namesNothing, at: start..<name.upperBound) }
    guard let known = diagnostic(named: id) else { return }
    guard !reason.isEmpty else { return report(.givesNoReason(known), at: id) }
    let (subject, scope) = place(ofCommentAt: start)
    allowances.append(
      Diagnostics.Allowance(
        id: known, span: SourceSpan(id), comment: removal(ofCommentAt: start, to: end),
        subject: subject, scope: .within(scope)))
  }

  /// Reports that the comment that begins at `start` and all after it are not read.
  mutating func reportTooMany(at start: Int) {
    report(.isOneTooMany, at: start..<start + 2)
  }

  /// Returns where the word behind `//pipec:` stands if it is `allow`; reports it if it is not.
  private mutating func directive(from start: Int, to end: Int) -> Range<Int>? {
    let isSpaced = bytes[start + 2] == UInt8(ascii: " ")
    let colon = start + (isSpaced ? 9 : 8)
    let name = word(from: colon, to: end)
    let text = start..<name.upperBound
    let isAllow = bytes.spells("allow", in: name)
    if isAllow, !isSpaced, name.lowerBound == colon { return name }
    if isAllow {
      report(.hasBlanks, at: text)
    } else if !isSpaced {
      // With a blank, it is a comment that happens to begin with that word.
      report(.isUnknown(string(text), word: string(name), at: name), at: text)
    }
    return nil
  }

  /// Returns the diagnostic that is called what stands in `range`, or reports why there is none.
  private mutating func diagnostic(named range: Range<Int>) -> DiagnosticID? {
    let name = string(range)
    if let id = DiagnosticID(rawValue: name) {
      if id.canBeAllowed { return id }
      report(.namesError(id), at: range)
    } else if DiagnosticGroup(rawValue: name) != nil {
      report(.namesGroup(name), at: range)
    } else {
      report(.namesUnknown(name), at: range)
    }
    return nil
  }

  /// Notes that a comment is wrong in the part that stands in `range`.
  private mutating func report(_ mistake: AllowanceMistake, at range: Range<Int>) {
    mistakes.append(mistake.diagnostic(at: SourceSpan(range)))
  }
}

// Pieces of the text.
extension AllowanceReader {
  /// Returns where the text of the line that `position` lies in ends.
  private func lineEnd(from position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    while end > position, isBlank(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Returns where the next word from `start` on stands, or an empty range if the line has no more.
  private func word(from start: Int, to end: Int) -> Range<Int> {
    var first = start
    while first < end, isBlank(bytes[first]) { first += 1 }
    var last = first
    while last < end, !isBlank(bytes[last]) { last += 1 }
    return first..<last
  }

  /// Returns what stands in `range`, or its beginning if it is longer than any name.
  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(80), as: UTF8.self)
  }

  /// Returns what to take out of the text for the comment from `start` to `end`: the whole line if
  /// nothing else stands there.
  private func removal(ofCommentAt start: Int, to end: Int) -> SourceSpan {
    var first = start
    while first > 0, isBlank(bytes[first - 1]) { first -= 1 }
    guard first == 0 || bytes[first - 1] == UInt8(ascii: "\n") else {
      return SourceSpan(first..<end)
    }
    var last = end
    while last < bytes.count, bytes[last] != UInt8(ascii: "\n") { last += 1 }
    return SourceSpan(first..<min(last + 1, bytes.count))
  }

  /// Returns `true` iff `byte` is blank space that ends no line, or the first half of a line's end.
  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}

// What a comment is about.
extension AllowanceReader {
  /// Returns what the comment that begins at `start` is about, and where that is: the line if code
  /// stands before the comment, otherwise the next line with code, or the declaration that begins it.
  private mutating func place(ofCommentAt start: Int) -> Place {
    var first = start
    while first > 0, bytes[first - 1] != UInt8(ascii: "\n") { first -= 1 }
    let next = firstToken(from: start)
    if next > 0, Int(tree.tokens[next - 1].end) > first {
      return (.line, scope(from: first, to: start))
    }
    // All comments above a line are about the same, and it may be a long line.
    if let below, below.token == next { return below.place }
    let place = place(above: next)
    below = (next, place)
    return place
  }

  /// Returns what a comment is about that stands alone above the line that begins with `token`.
  private func place(above token: Int) -> Place {
    let first = tree.tokens[token]
    if first.kind == .endOfFile { return (.nothing, SourceSpan(first.start, first.start)) }
    guard let node = declaration(from: token) else {
      return (.nextLine, scope(from: Int(first.start), to: Int(first.start)))
    }
    return (.declaration, scope(from: Int(first.start), to: Int(tree.span(of: node).end)))
  }

  /// Returns the span from `start` to the end of the line that `end` lies in, its line feed included.
  private func scope(from start: Int, to end: Int) -> SourceSpan {
    var last = end
    while last < bytes.count, bytes[last] != UInt8(ascii: "\n") { last += 1 }
    return SourceSpan(start..<last + 1)
  }

  /// Returns the first token that begins at `position` or after it; the last one ends the file.
  private func firstToken(from position: Int) -> Int {
    let tokens = tree.tokens.tokens
    var (low, high) = (0, tokens.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the outermost declaration that begins with `token`, if one does.
  private func declaration(from token: Int) -> NodeIndex? {
    // Nodes stand in the order of their first tokens.
    var (low, high) = (0, tree.nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tree.nodes[middle].firstToken) < token { low = middle + 1 } else { high = middle }
    }
    while low < tree.nodes.count, Int(tree.nodes[low].firstToken) == token {
      if tree.kind(low).isDeclaration { return low }
      low += 1
    }
    return nil
  }
}

extension SourceSpan {
  /// Creates the span of the positions in `range`.
  fileprivate init(_ range: Range<Int>) {
    self.init(
      UInt32(truncatingIfNeeded: range.lowerBound), UInt32(truncatingIfNeeded: range.upperBound))
  }
}
