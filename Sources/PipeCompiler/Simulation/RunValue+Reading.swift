// Values from texts.
extension RunValue {
  /// Returns the value that `text` is: what JSON reads it as, or else the text itself.
  package static func reading(_ text: String) -> RunValue {
    DocumentReader.read(text) ?? .string(text)
  }

  /// Returns the value of type `type` that `text` spells, or `nil` if it spells none.
  static func reading(_ text: String, as type: ScalarType) -> RunValue? {
    switch type {
    case .string: return .string(text)
    case .boolean:
      // The SDK starts a run with Python's spelling of truth values.
      switch text.lowercased() {
      case "true": return .boolean(true)
      case "false": return .boolean(false)
      default: return nil
      }
    case .integer:
      guard case .number(let lexeme)? = DocumentReader.read(text), Int(lexeme) != nil else {
        return nil
      }
      return .number(lexeme)
    case .float:
      guard case .number(let lexeme)? = DocumentReader.read(text) else { return nil }
      return .number(lexeme).asFloat
    }
  }

  /// The value, which is a Float: with a point, even if it was spelled without one.
  var asFloat: RunValue {
    guard case .number(let lexeme) = self, Int(lexeme) != nil else { return self }
    return .number(lexeme + ".0")
  }
}

/// A reader of JSON that was given as a text beside a pipeline: reports and lists of items.
///
/// It says nothing of what is wrong: a text that is no JSON is just a text.
struct DocumentReader {
  /// The text.
  private let bytes: [UInt8]
  /// The position of the next byte.
  private var position = 0
  /// How deep objects and lists may nest.
  private static let nestingLimit = 64

  /// Returns the value that `text` is as JSON, or `nil` if it is none.
  static func read(_ text: String) -> RunValue? {
    var reader = DocumentReader(bytes: Array(text.utf8))
    guard let value = reader.readValue(depth: 0) else { return nil }
    reader.skipBlanks()
    return reader.position == reader.bytes.count ? value : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The next byte, if there is one.
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Passes over blanks.
  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  /// Takes `byte` if it comes next after blanks.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Reads a value that lies in `depth` others.
  private mutating func readValue(depth: Int) -> RunValue? {
    skipBlanks()
    guard let first = next, depth <= Self.nestingLimit else { return nil }
    switch first {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readList(depth: depth)
    case UInt8(ascii: "\""): return readString().map { .string($0) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return readNumber()
    default:
      let words: [(String, RunValue)] = [
        ("true", .boolean(true)), ("false", .boolean(false)), ("null", .null),
      ]
      for (word, value) in words where bytes[position...].starts(with: word.utf8) {
        position += word.utf8.count
        return value
      }
      return nil
    }
  }

  /// Reads a list.
  private mutating func readList(depth: Int) -> RunValue? {
    position += 1
    var entries: [RunValue] = []
    if take("]") { return .list(entries) }
    repeat {
      guard let entry = readValue(depth: depth + 1) else { return nil }
      entries.append(entry)
    } while take(",")
    return take("]") ? .list(entries) : nil
  }

  /// Reads an object.
  private mutating func readObject(depth: Int) -> RunValue? {
    position += 1
    var members: [RunMember] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\""), let name = readString(), take(":"),
        let value = readValue(depth: depth + 1)
      else { return nil }
      members.append(RunMember(name: name, value: value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  /// Reads a number, as JSON spells them.
  private mutating func readNumber() -> RunValue? {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let whole = takeDigits()
    guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else { return nil }
    if next == UInt8(ascii: ".") {
      position += 1
      guard takeDigits() > 0 else { return nil }
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      guard takeDigits() > 0 else { return nil }
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// Passes over digits and returns how many there were.
  private mutating func takeDigits() -> Int {
    let start = position
    while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
    return position - start
  }

  /// Reads a string, whose opening quote comes next.
  private mutating func readString() -> String? {
    position += 1
    var text: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = readEscape() else { return nil }
        text.append(contentsOf: Array(String(scalar).utf8))
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// Reads what follows a backslash; half of a surrogate pair alone is replaced.
  private mutating func readEscape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let high = readHexadecimals() else { return nil }
      guard (0xD800..<0xDC00).contains(high), bytes[position...].starts(with: "\\u".utf8) else {
        return Unicode.Scalar(high) ?? "\u{FFFD}"
      }
      position += 2
      guard let low = readHexadecimals() else { return nil }
      guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    default: return nil
    }
  }

  /// Reads four hexadecimal digits.
  private mutating func readHexadecimals() -> UInt32? {
    guard bytes.count - position >= 4 else { return nil }
    let digits = bytes[position..<position + 4]
    guard digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    position += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
