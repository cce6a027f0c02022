/// The machine that cuts one YAML document into tokens.
///
/// It takes what `kubectl` takes, whose parser follows YAML 1.1: it finds out that something is a
/// key when the colon comes, and inserts the tokens of the key and of the mapping that it begins
/// before what it has read since. What is open is kept in arrays, so nesting takes no stack.
struct YAMLScanner {
  /// The source, of which the document is a part.
  let bytes: [UInt8]
  /// The position behind the document.
  let end: Int
  /// The position of the next byte to look at.
  var position: Int
  /// The position at which the line begins.
  var lineStart: Int
  /// The number of lines that were ended.
  var line = 0
  /// The tokens so far.
  private(set) var tokens: [YAMLToken] = []
  /// The scalars so far.
  private(set) var scalars: [YAMLScalar] = []
  /// What is wrong, if something is; nothing is read after it.
  private(set) var mistake: YAMLMistake?
  /// The column of the innermost block collection; -1 if there is none.
  var indentation = -1
  /// The columns of the block collections around it.
  private var indentations: [Int] = []
  /// How many flow collections are open.
  var flowLevel = 0
  /// `true` iff a key may begin at the position.
  var allowsKey = true
  /// What may turn out to be a key, one place for each open flow collection and one for the blocks.
  private var keys: [KeyCandidate] = [KeyCandidate()]

  /// What turns out to be a key if a colon follows.
  private struct KeyCandidate {
    /// `true` iff there is something.
    var isPossible = false
    /// `true` iff it can be nothing else.
    var isRequired = false
    /// The number of its first token.
    var token = 0
    /// Where it begins.
    var position = 0
    /// The line that it begins in.
    var line = 0
    /// The column that it begins at.
    var column = 0
  }

  /// Creates the scanner of the document that lies at `range` in `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    position = range.lowerBound
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
    lineStart = position
  }

  /// Cuts the document into tokens, of which the last one is `end` unless there is a mistake.
  mutating func run() {
    while mistake == nil {
      skipToToken()
      checkKey()
      unroll(to: column)
      if mistake != nil { return }
      if position >= end {
        unroll(to: -1)
        removeKey()
        return append(.end, from: position)
      }
      readToken()
      if tokens.last?.kind == .documentEnd { return readRest() }
    }
  }

  /// The number of bytes between the beginning of the line and the position.
  var column: Int { position - lineStart }

  /// Returns the byte `offset` bytes behind the position; zero behind the end.
  @inline(__always)
  func peek(_ offset: Int = 0) -> UInt8 {
    position + offset < end ? bytes[position + offset] : 0
  }

  /// Returns the span from `start` to the position.
  func span(from start: Int) -> SourceSpan {
    SourceSpan(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: position))
  }

  /// Notes that the text is wrong from `start` to the position, or at the next character if that is
  /// where it begins, and ends the reading.
  mutating func fail(_ message: String, from start: Int? = nil, help: String? = nil) {
    guard mistake == nil else { return }
    let first = min(start ?? position, end)
    var last = min(max(position, first), end)
    if last == first, last < end {
      last += 1
      while last < end, bytes[last] & 0xC0 == 0x80 { last += 1 }
    }
    let span = SourceSpan(UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: last))
    mistake = YAMLMistake(message: message, span: span, help: help)
    position = end
  }
}

// Tokens.
extension YAMLScanner {
  /// Adds the token `kind` that begins at `start` and ends at the position.
  mutating func append(_ kind: YAMLToken.Kind, from start: Int) {
    tokens.append(YAMLToken(kind: kind, span: span(from: start)))
  }

  /// Adds `scalar`, which stands at `span`.
  mutating func append(_ scalar: YAMLScalar, at span: SourceSpan) {
    tokens.append(YAMLToken(kind: .scalar, span: span, scalar: scalars.count))
    scalars.append(scalar)
  }

  /// Reads the indicator `kind`, which has one byte.
  mutating func take(_ kind: YAMLToken.Kind) {
    position += 1
    append(kind, from: position - 1)
  }

  /// Begins a flow collection.
  mutating func beginFlow(_ kind: YAMLToken.Kind) {
    saveKey()
    flowLevel += 1
    keys.append(KeyCandidate())
    allowsKey = true
    take(kind)
  }

  /// Ends a flow collection.
  mutating func endFlow(_ kind: YAMLToken.Kind) {
    removeKey()
    if flowLevel > 0 {
      flowLevel -= 1
      keys.removeLast()
    }
    allowsKey = false
    take(kind)
  }
}

// Keys and indentation.
extension YAMLScanner {
  /// Notes that what begins at the position may be a key.
  mutating func saveKey() {
    guard allowsKey else { return }
    removeKey()
    keys[keys.count - 1] = KeyCandidate(
      isPossible: true, isRequired: flowLevel == 0 && indentation == column, token: tokens.count,
      position: position, line: line, column: column)
  }

  /// Forgets what might have been a key.
  mutating func removeKey() {
    let key = keys[keys.count - 1]
    if key.isPossible, key.isRequired { failWithoutColon(key.position) }
    keys[keys.count - 1].isPossible = false
  }

  /// Forgets what might have been a key if no colon can follow any more: a key has one line, and at
  /// most 1024 bytes.
  private mutating func checkKey() {
    let key = keys[keys.count - 1]
    guard key.isPossible, key.line < line || key.position + 1024 < position else { return }
    removeKey()
  }

  /// Notes that what stands at `start` has to be a key and has no colon.
  private mutating func failWithoutColon(_ start: Int) {
    position = start
    while position < end, breakLength() == 0 { position += 1 }
    fail(
      "a colon is missing behind this key", from: start,
      help: "write `key: value`, or indent the line if it belongs to the one before")
  }

  /// Makes a key of what was read since the last candidate, if there is one, and returns `true`.
  mutating func makeKey() -> Bool {
    checkKey()
    let key = keys[keys.count - 1]
    guard key.isPossible, mistake == nil else { return false }
    keys[keys.count - 1].isPossible = false
    let place = UInt32(truncatingIfNeeded: key.position)
    let token = YAMLToken(kind: .key, span: SourceSpan(place, place))
    tokens.insert(token, at: key.token)
    roll(to: key.column, .blockMappingStart, before: key.token, at: key.position)
    return true
  }

  /// Begins the block collection `kind` at `column` unless it is open already.
  mutating func roll(
    to column: Int, _ kind: YAMLToken.Kind, before token: Int? = nil, at start: Int
  ) {
    guard flowLevel == 0, indentation < column else { return }
    indentations.append(indentation)
    indentation = column
    let place = UInt32(truncatingIfNeeded: start)
    tokens.insert(
      YAMLToken(kind: kind, span: SourceSpan(place, place)), at: token ?? tokens.count)
  }

  /// Ends the block collections that stand to the right of `column`.
  private mutating func unroll(to column: Int) {
    guard flowLevel == 0 else { return }
    while indentation > column {
      append(.blockEnd, from: position)
      indentation = indentations.popLast() ?? -1
    }
  }

  /// Ends all block collections before the end of the document.
  mutating func endDocument() {
    unroll(to: -1)
    removeKey()
    allowsKey = false
  }
}
