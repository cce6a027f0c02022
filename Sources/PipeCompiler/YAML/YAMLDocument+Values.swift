/// What a scalar is once its type is found out.
package enum YAMLValue: Equatable, Sendable {
  /// Nothing.
  case null
  /// A truth value.
  case boolean(Bool)
  /// A number, spelled as JSON spells it.
  case number(String)
  /// A number that has a fraction or more than 64 bits, spelled as JSON spells it.
  case float(String)
  /// A text.
  case text([UInt8])
}

// The types of scalars, by the rules of kubectl's parser: those of YAML 1.1, some aside.
extension YAMLDocument {
  /// Returns what the scalar `node` is, or `nil` if its tag says what it can't be.
  package func value(of node: YAMLNode) -> YAMLValue? {
    guard case .scalar(let number) = node.content else { return nil }
    let text = number.map { scalars[$0].text } ?? []
    let isPlain = number.map { scalars[$0].style == .plain } ?? true
    guard let span = node.tag else { return isPlain ? Self.resolve(text) : .text(text) }
    let tag = String(decoding: bytes[span.range], as: UTF8.self)
    let prefix = "!<tag:yaml.org,2002:"
    let name = tag.hasPrefix("!!") ? tag.dropFirst(2) : tag.dropFirst(prefix.utf8.count).dropLast()
    guard tag.hasPrefix("!!") || tag.hasPrefix(prefix) else { return .text(text) }
    let value = Self.resolve(text)
    switch (name, value) {
    case ("binary", _): return decodeBase64(text).map { .text($0) }
    case ("null", .null), ("bool", .boolean), ("int", .number), ("float", .float): return value
    case ("float", .number(let spelling)): return .float(spelling)
    case ("null", _), ("bool", _), ("int", _), ("float", _): return nil
    default: return .text(text)
    }
  }

  /// `true` iff `node` is the key of what a mapping takes over from others.
  package func isMergeKey(_ node: YAMLNode) -> Bool {
    guard case .scalar(let number?) = node.content, node.tag == nil else { return false }
    return scalars[number].style == .plain && scalars[number].text == Array("<<".utf8)
  }

  /// Returns what `text` is if it is written without quotes.
  private static func resolve(_ text: [UInt8]) -> YAMLValue {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      return number(text) ?? .text(text)
    default:
      guard text.count <= 5 else { return .text(text) }
      return words[String(decoding: text, as: UTF8.self)] ?? .text(text)
    }
  }

  /// The words that are no texts; other mixtures of capitals are.
  private static let words: [String: YAMLValue] = {
    var words: [String: YAMLValue] = [:]
    func add(_ names: [String], _ value: YAMLValue) {
      for name in names {
        words[name] = value
        words[name.uppercased()] = value
        words[name.prefix(1).uppercased() + name.dropFirst()] = value
      }
    }
    add(["y", "yes", "on", "true"], .boolean(true))
    add(["n", "no", "off", "false"], .boolean(false))
    add(["~", "null"], .null)
    return words
  }()

  /// Returns the number that `text` is, or `nil` if it is none.
  private static func number(_ text: [UInt8]) -> YAMLValue? {
    if text.first == UInt8(ascii: ".") { return decimalFraction(text).map { .float($0) } }
    let digits = text.filter { $0 != UInt8(ascii: "_") }
    if let spelling = integer(digits[...]) { return .number(spelling) }
    return decimalFraction(digits).map { .float($0) }
  }

  /// Returns how JSON spells the whole number `text`, which may have a sign and a base.
  private static func integer(_ text: ArraySlice<UInt8>) -> String? {
    let hasSign = text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-")
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = hasSign ? text.dropFirst() : text
    var (radix, prefix) = (10, 0)
    if digits.first == UInt8(ascii: "0"), digits.count > 1 {
      switch digits[digits.startIndex + 1] | 0x20 {
      case UInt8(ascii: "x"): (radix, prefix) = (16, 2)
      case UInt8(ascii: "o"): (radix, prefix) = (8, 2)
      case UInt8(ascii: "b"): (radix, prefix) = (2, 2)
      default: (radix, prefix) = (8, 1)
      }
    }
    let rest = digits.dropFirst(prefix)
    guard let first = rest.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-") else {
      return nil
    }
    let spelling = String(decoding: rest, as: UTF8.self)
    guard let magnitude = UInt64(spelling, radix: radix) else { return nil }
    if !hasSign || !isNegative {
      return hasSign && magnitude > Int64.max ? nil : String(magnitude)
    }
    return magnitude > 1 << 63 ? nil : magnitude == 0 ? "0" : "-\(magnitude)"
  }

  /// Returns how JSON spells the number `text`, which has a fraction, an exponent or many digits.
  private static func decimalFraction(_ text: [UInt8]) -> String? {
    guard isDecimal(text[...]), let value = Double(String(decoding: text, as: UTF8.self)),
      value.isFinite
    else { return nil }
    return jsonSpelling(of: value)
  }

  /// Returns `true` iff `text` is a number in decimal digits.
  private static func isDecimal(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isSign(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
    if isSign(rest.first) { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if isSign(rest.first) { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }
}

/// Returns how JSON spells `value`: whole numbers as such, up to twenty-one digits.
private func jsonSpelling(of value: Double) -> String {
  var text = value.description
  if text.hasSuffix(".0") { text.removeLast(2) }
  guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
    (0..<21).contains(exponent)
  else { return text == "-0" ? "0" : text }
  // Swift begins to use exponents at 2^54, JSON writers of other languages later.
  let isNegative = text.hasPrefix("-")
  let mantissa = text[..<mark].filter { $0 != "-" }
  let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
  let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
  let zeros = String(repeating: "0", count: max(0, exponent - fraction.utf8.count))
  return (isNegative ? "-" : "") + parts[0] + fraction + zeros
}

/// Returns what `text` spells in base 64, or `nil` if it does not.
private func decodeBase64(_ text: [UInt8]) -> [UInt8]? {
  let digits = text.filter { $0 != 0x0A && $0 != 0x0D }
  guard digits.count % 4 == 0 else { return nil }
  let padding = digits.reversed().prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
  var (result, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
  for byte in digits.dropLast(padding) {
    let digit: UInt8
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): digit = 62
    case UInt8(ascii: "/"): digit = 63
    default: return nil
    }
    bits = (bits << 6 | UInt32(digit)) & 0xFFFFFF
    count += 6
    if count >= 8 {
      count -= 8
      result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return result
}
