import PipeCompiler

/// The arguments of a call in a Swift file, found so that a diagnostic can point at the right one.
///
/// This reads as much of Swift as it takes to tell arguments apart: brackets, strings and comments.
struct SwiftCall: Sendable {
  /// An argument.
  struct Argument: Sendable {
    /// The label; empty if there is none.
    let label: String
    /// What the API calls the member, if the label is that of a short form; else empty.
    let shortFor: String
    /// The label, where it is written; the value if there is none.
    let name: Range<Int>
    /// The value, where it is written.
    let value: Range<Int>
  }

  /// The arguments, in order.
  private(set) var arguments: [Argument] = []
  /// `true` iff one of the labels is that of a short form.
  private var hasShortForms = false

  /// Finds the arguments of the call whose function's name begins at `start` of `bytes`.
  init(in bytes: [UInt8], at start: Int) {
    var reader = SwiftReader(bytes: bytes, position: start)
    reader.skipWord()
    guard reader.take(UInt8(ascii: "(")) else { return }
    while reader.position < bytes.count {
      reader.skipBlanks()
      if reader.peek == UInt8(ascii: ")") { return }
      let argument = Self.argument(&reader)
      hasShortForms = hasShortForms || !argument.shortFor.isEmpty
      arguments.append(argument)
      if !reader.take(UInt8(ascii: ",")) { return }
    }
  }

  /// Returns the position in `arguments` of the one for the member that the API calls `name`.
  func position(ofMember name: String) -> Int? {
    let length = name.utf8.count
    for position in arguments.indices where arguments[position].name.count == length {
      // Swift calls a member as the API does, but for capitals at the beginning.
      if areEqualButForCase(arguments[position].label, name) { return position }
    }
    guard hasShortForms else { return nil }
    return arguments.indices.first { position in
      arguments[position].shortFor.utf8.count == length && arguments[position].shortFor == name
    }
  }

  /// Returns what the API calls the member for which short forms have the label `label`; empty if none do.
  private static func member(calledShort label: String) -> String {
    switch label {
    case "from", "to": "S3Uri"
    case "at": "LocalPath"
    case "as": "ContentType"
    case "file": "FilePath"
    case "in": "OutputName"
    case "attempts": "MaxAttempts"
    case "every": "IntervalSeconds"
    case "backoff": "BackoffRate"
    case "until": "ExpireAfterMin"
    default: ""
    }
  }

  /// Reads an argument up to the comma or parenthesis behind it.
  private static func argument(_ reader: inout SwiftReader) -> Argument {
    let start = reader.position
    reader.skipWord()
    let word = start..<reader.position
    var (label, valueStart) = ("", start)
    if !word.isEmpty, reader.peek == UInt8(ascii: ":") {
      label = String(decoding: reader.bytes[word], as: UTF8.self)
      reader.position += 1
      reader.skipBlanks()
      valueStart = reader.position
    }
    let end = reader.skipExpression(from: valueStart)
    let value = valueStart..<max(valueStart, end)
    return Argument(
      label: label, shortFor: member(calledShort: label), name: label.isEmpty ? value : word,
      value: value)
  }
}

/// A place in a Swift file that moves on over strings, comments and brackets.
private struct SwiftReader {
  /// The file's text.
  let bytes: [UInt8]
  /// The position of the next byte.
  var position: Int

  /// The next byte, or zero at the end.
  var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Moves over `byte` if it is next, and says so.
  mutating func take(_ byte: UInt8) -> Bool {
    if peek != byte { return false }
    position += 1
    return true
  }

  /// Moves over letters, digits and underscores.
  mutating func skipWord() {
    while position < bytes.count, bytes[position].isWordPart { position += 1 }
  }

  /// Moves over spaces, ends of lines and comments.
  mutating func skipBlanks() {
    while position < bytes.count {
      if [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      } else if !skipComment() {
        return
      }
    }
  }

  /// Moves over an expression up to a comma or bracket outside of it, and returns where it ends, blank
  /// space left out.
  mutating func skipExpression(from start: Int) -> Int {
    position = start
    var (end, depth) = (start, 0)
    while position < bytes.count {
      switch peek {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        position += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return end }
        depth -= 1
        position += 1
      case UInt8(ascii: ",") where depth == 0: return end
      case UInt8(ascii: "\""): skipString()
      case 0x20, 0x09, 0x0A, 0x0D:
        position += 1
        continue
      default:
        if skipComment() { continue }
        position += 1
      }
      end = position
    }
    return end
  }

  /// Moves over a comment if one is next, and says so.
  private mutating func skipComment() -> Bool {
    guard peek == UInt8(ascii: "/"), position + 1 < bytes.count else { return false }
    let isLine = bytes[position + 1] == UInt8(ascii: "/")
    guard isLine || bytes[position + 1] == UInt8(ascii: "*") else { return false }
    position += 2
    while position < bytes.count {
      if isLine, peek == 0x0A { return true }
      let isEnd =
        peek == UInt8(ascii: "*") && position + 1 < bytes.count
        && bytes[position + 1] == UInt8(ascii: "/")
      if !isLine, isEnd {
        position += 2
        return true
      }
      position += 1
    }
    return true
  }

  /// Moves over the string that is next, and what is interpolated in it.
  private mutating func skipString() {
    defer { position = min(position, bytes.count) }
    let quote = UInt8(ascii: "\"")
    let isLong = bytes[position...].starts(with: [quote, quote, quote])
    position += isLong ? 3 : 1
    while position < bytes.count {
      if peek == UInt8(ascii: "\\") {
        position = min(position + 1, bytes.count)
        if peek == UInt8(ascii: "(") {
          position += 1
          repeat { _ = skipExpression(from: position) } while take(UInt8(ascii: ","))
        }
        position += 1
      } else if isLong ? bytes[position...].starts(with: [quote, quote, quote]) : peek == quote {
        position += isLong ? 3 : 1
        return
      } else {
        position += 1
      }
    }
  }
}

extension UInt8 {
  /// `true` iff the byte is part of a word of Swift.
  var isWordPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
