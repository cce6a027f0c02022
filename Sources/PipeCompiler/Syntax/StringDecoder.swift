/// Turns the tokens of strings into the text they stand for.
struct StringDecoder {
  /// The tokens that the strings are among.
  private let tokens: TokenBuffer
  /// The blank space that begins every line of a string of several lines and is not part of it.
  private let indentation: ArraySlice<UInt8>

  /// Creates the decoder for whole strings, or for the pieces of the one that ends with `closing`.
  init(_ tokens: TokenBuffer, closing: Int? = nil) {
    self.tokens = tokens
    indentation = closing.map { Self.indentation(in: tokens.text($0)) } ?? []
  }

  /// Returns the text of the string or piece that is the token at `index`.
  func decode(_ index: Int) -> [UInt8] {
    let text = tokens.text(index)
    switch tokens[index].kind {
    case .stringHead:
      let isMultiline = text.starts(with: Self.threeQuotes)
      return isMultiline
        ? unescape(lines(text.dropFirst(3).dropLast(2), isFirst: true, isLast: false))
        : unescape(text.dropFirst().dropLast(2))
    case .stringMiddle:
      return unescape(lines(text.dropFirst().dropLast(2), isFirst: false, isLast: false))
    case .stringTail:
      guard text.suffix(3).elementsEqual(Self.threeQuotes) else {
        return unescape(text.dropFirst().dropLast())
      }
      return unescape(lines(text.dropFirst().dropLast(3), isFirst: false, isLast: true))
    default: return decodeWhole(text)
    }
  }

  /// The quotes round a string of several lines.
  private static let threeQuotes: [UInt8] = [0x22, 0x22, 0x22]

  /// Returns the text of a string without interpolation.
  private func decodeWhole(_ text: ArraySlice<UInt8>) -> [UInt8] {
    if text.first == UInt8(ascii: "#") {
      let hashes = text.prefix { $0 == UInt8(ascii: "#") }.count
      return Array(text.dropFirst(hashes + 1).dropLast(hashes + 1))
    }
    guard text.count >= 6, text.starts(with: Self.threeQuotes) else {
      return unescape(text.dropFirst().dropLast())
    }
    let decoder = StringDecoder(tokens, indentation: Self.indentation(in: text))
    return unescape(decoder.lines(text.dropFirst(3).dropLast(3), isFirst: true, isLast: true))
  }

  /// Creates the decoder that takes `indentation` off every line.
  private init(_ tokens: TokenBuffer, indentation: ArraySlice<UInt8>) {
    self.tokens = tokens
    self.indentation = indentation
  }

  /// Returns the blank space before the closing quotes of `text`, if they stand on a line of their own.
  private static func indentation(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let body = text.dropLast(3)
    guard let lineEnd = body.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let last = body[(lineEnd + 1)...]
    return last.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ? last : []
  }

  /// Returns `text` with line feeds only, without indentation and the lines of the quotes.
  private func lines(_ text: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool) -> ArraySlice<UInt8> {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for index in lines.indices.dropLast() where lines[index].last == UInt8(ascii: "\r") {
      lines[index] = lines[index].dropLast()
    }
    for index in lines.indices.dropFirst() where lines[index].starts(with: indentation) {
      lines[index] = lines[index].dropFirst(indentation.count)
    }
    if isFirst, lines.count > 1, lines[0].allSatisfy({ $0 == UInt8(ascii: " ") }) {
      lines.removeFirst()
    }
    if isLast, lines.count > 1 || !isFirst, lines.last?.isEmpty == true { lines.removeLast() }
    return ArraySlice(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Returns `text` with its escapes replaced by what they stand for.
  private func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "\\")) else { return Array(text) }
    let source = Array(text)
    var result: [UInt8] = []
    var position = 0
    while position < source.count {
      guard source[position] == UInt8(ascii: "\\"), position + 1 < source.count else {
        result.append(source[position])
        position += 1
        continue
      }
      if source[position + 1] == UInt8(ascii: "u") {
        let (scalar, end) = decodeUnicodeEscape(source, at: position)
        result.append(contentsOf: Array(String(scalar ?? "\u{FFFD}").utf8))
        position = max(end, position + 2)
      } else {
        result.append(Self.simpleEscape(source[position + 1]))
        position += 2
      }
    }
    return result
  }

  /// Returns the byte that a backslash and `letter` stand for.
  private static func simpleEscape(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 8
    case UInt8(ascii: "f"): 12
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    default: letter
    }
  }
}
