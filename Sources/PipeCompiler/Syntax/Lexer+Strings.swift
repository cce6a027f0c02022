extension Lexer {
  /// Reads a string that begins with one or three quotes.
  mutating func readString(_ diagnostics: inout Diagnostics) {
    let start = position
    let isMultiline = peek(1) == UInt8(ascii: "\"") && peek(2) == UInt8(ascii: "\"")
    position += isMultiline ? 3 : 1
    scanText(from: start, opening: start, isMultiline: isMultiline, isFirst: true, &diagnostics)
  }

  /// Reads on in the string whose interpolation ends at the position.
  mutating func resumeString(_ diagnostics: inout Diagnostics) {
    guard let open = interpolations.popLast() else { return }
    let start = position
    position += 1
    scanText(
      from: start, opening: open.start, isMultiline: open.isMultiline, isFirst: false, &diagnostics)
  }

  /// Reads the text of a string up to its end or its next interpolation, and adds the token.
  private mutating func scanText(
    from start: Int, opening: Int, isMultiline: Bool, isFirst: Bool,
    _ diagnostics: inout Diagnostics
  ) {
    var encoded = isMultiline
    while true {
      position = bytes.endOfPlainText(from: position)
      guard position < bytes.count else { break }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        guard !isMultiline || peek(1) == byte && peek(2) == byte else {
          position += 1
          continue
        }
        position += isMultiline ? 3 : 1
        return add(isFirst ? .string : .stringTail, from: start, encoded: encoded)
      }
      if byte == UInt8(ascii: "\\") {
        encoded = true
        if peek(1) == UInt8(ascii: "(") {
          return beginInterpolation(
            from: start, opening: opening, isMultiline, isFirst, &diagnostics)
        }
        passEscape(&diagnostics)
      } else if byte < 0x20, !passControl(byte, isMultiline, &diagnostics) {
        break
      } else {
        position += 1
      }
    }
    if interpolations.last?.isMultiline ?? true {
      diagnostics.report(.unterminatedString(at: opening, in: bytes, isMultiline: isMultiline))
    }
    add(.unknown, from: start)
  }

  /// Adds the token that ends with `\(`, unless strings nest too deeply.
  private mutating func beginInterpolation(
    from start: Int, opening: Int, _ isMultiline: Bool, _ isFirst: Bool,
    _ diagnostics: inout Diagnostics
  ) {
    position += 2
    if interpolations.count >= Self.nestingLimit {
      let span = SourceSpan(
        UInt32(truncatingIfNeeded: position - 2), UInt32(truncatingIfNeeded: position))
      diagnostics.report(.nestingTooDeep(at: span, limit: Self.nestingLimit))
      hasReportedNesting = true
      if interpolations.contains(where: \.isMultiline) { position = bytes.count }
      skipToLineEnd()
      return add(.unknown, from: start)
    }
    interpolations.append(
      Interpolation(start: opening, opening: position, isMultiline: isMultiline))
    add(isFirst ? .stringHead : .stringMiddle, from: start, encoded: true)
  }

  /// Moves to the end of the line.
  mutating func skipToLineEnd() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  /// Returns `true` iff a control character may stand in a string; reports it if not.
  private func passControl(
    _ byte: UInt8, _ isMultiline: Bool, _ diagnostics: inout Diagnostics
  ) -> Bool {
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return isMultiline }
    if byte != UInt8(ascii: "\t") {
      diagnostics.report(.unexpectedCharacter(at: position..<position + 1, in: bytes))
    }
    return true
  }

  /// Moves past the escape at the position and reports it if it means nothing.
  private mutating func passEscape(_ diagnostics: inout Diagnostics) {
    let start = position
    position += 2
    switch bytes.count > start + 1 ? bytes[start + 1] : 0 {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return
    case UInt8(ascii: "u"):
      let (scalar, end) = decodeUnicodeEscape(bytes, at: start)
      position = end
      if scalar == nil {
        diagnostics.report(.invalidEscape(at: start..<end, in: bytes))
      }
    default:
      position = min(start + 1, bytes.count)
      let end =
        position < bytes.count && bytes[position] != UInt8(ascii: "\n") ? start + 2 : position
      diagnostics.report(.invalidEscape(at: start..<end, in: bytes))
    }
  }

  /// Reads a string like `#"…"#`, in which nothing is an escape.
  mutating func readRawString(_ diagnostics: inout Diagnostics) {
    let start = position
    var hashes = 0
    while peek(hashes) == UInt8(ascii: "#") { hashes += 1 }
    guard peek(hashes) == UInt8(ascii: "\"") else { return readUnknown(&diagnostics) }
    position += hashes + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if bytes[position] == UInt8(ascii: "\""), closes(hashes) {
        position += hashes + 1
        return add(.string, from: start, encoded: true)
      }
      if bytes[position] < 0x20 { _ = passControl(bytes[position], false, &diagnostics) }
      position += 1
    }
    diagnostics.report(
      .unterminatedString(at: start, in: bytes, isMultiline: false, hashes: hashes))
    add(.unknown, from: start)
  }

  /// Returns `true` iff the quote at the position is followed by `hashes` number signs.
  private func closes(_ hashes: Int) -> Bool {
    (0..<hashes).allSatisfy { peek($0 + 1) == UInt8(ascii: "#") }
  }
}

extension Lexer {
  /// Ends the interpolations that are open at the end of the line or of the file, and says so once.
  mutating func endInterpolations(ofLine: Bool, _ diagnostics: inout Diagnostics) {
    guard let last = interpolations.last, !(ofLine && last.isMultiline) else { return }
    if !hasReportedNesting {
      diagnostics.report(.unterminatedInterpolation(at: last.opening))
    }
    hasReportedNesting = false
    while let open = interpolations.last, !(ofLine && open.isMultiline) {
      interpolations.removeLast()
    }
    add(.unknown, from: position)
  }
}

/// Returns the scalar that the `\u` escape at `start` stands for, and where the escape ends.
///
/// The forms are JSON's four digits, two such escapes that make a surrogate pair, and `\u{…}`.
/// The scalar is `nil` if the escape stands for none.
func decodeUnicodeEscape(_ bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar?, end: Int) {
  if start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "{") {
    let (value, end) = hexadecimal(bytes, from: start + 3, atMost: 8)
    guard end > start + 3, end < bytes.count, bytes[end] == UInt8(ascii: "}") else {
      return (nil, end)
    }
    return (Unicode.Scalar(value), end + 1)
  }
  let (high, end) = hexadecimal(bytes, from: start + 2, atMost: 4)
  guard end == start + 6 else { return (nil, end) }
  guard high >= 0xD800, high < 0xDC00 else { return (Unicode.Scalar(high), end) }
  guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "u")
  else { return (nil, end) }
  let (low, lowEnd) = hexadecimal(bytes, from: end + 2, atMost: 4)
  guard lowEnd == end + 6, low >= 0xDC00, low < 0xE000 else { return (nil, end) }
  return (Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)), lowEnd)
}

/// Returns the value of the hexadecimal digits from `start`, and where they end.
private func hexadecimal(
  _ bytes: [UInt8], from start: Int, atMost limit: Int
) -> (value: UInt32, end: Int) {
  var value: UInt32 = 0
  var position = start
  while position < bytes.count, position - start < limit,
    let digit = bytes[position].hexadecimalValue
  {
    value = value << 4 | digit
    position += 1
  }
  return (value, min(position, bytes.count))
}
