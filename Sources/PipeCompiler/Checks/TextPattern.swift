/// The shapes that AWS and Kubernetes prescribe for texts.
enum TextPattern {
  /// Returns `true` iff `text` is `[A-Za-z0-9_-]{1,64}`, the form of step and parameter names.
  static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    (1...64).contains(text.count)
      && text.allSatisfy { isAlphanumeric($0) || $0 == dash || $0 == low }
  }

  /// Returns `true` iff `text` has at most 256 bytes and the form of pipeline names.
  ///
  /// The API writes it `[a-zA-Z0-9](-*[a-zA-Z0-9]){0,255}`.
  static func isPipelineName(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last) && text.count <= 256
      && text.allSatisfy { isAlphanumeric($0) || $0 == dash }
  }

  /// Returns `true` iff `text` is the ARN of an IAM role, in the form that the API asks for.
  static func isRoleARN(_ text: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var rest = text
    guard (20...2048).contains(text.count), rest.dropField(before: colon).elementsEqual("arn".utf8)
    else { return false }
    let partition = rest.dropField(before: colon)
    guard partition.starts(with: "aws".utf8), partition.allSatisfy({ isLower($0) || $0 == dash }),
      rest.dropField(before: colon).elementsEqual("iam".utf8),
      rest.dropField(before: colon).isEmpty, isAccount(rest.dropField(before: colon)),
      rest.starts(with: "role".utf8)
    else { return false }
    let name = rest.dropFirst(4)
    return !name.isEmpty
      && name.allSatisfy { isAlphanumeric($0) || "_+=,.@-/".utf8.contains($0) }
  }

  /// Returns `true` iff `text` is the number of an AWS account.
  static func isAccount(_ text: ArraySlice<UInt8>) -> Bool {
    text.count == 12 && text.allSatisfy(isDigit)
  }

  /// Returns `true` iff `text` is a DNS label as RFC 1123 defines it.
  static func isDNSLabel(_ text: some Collection<UInt8>) -> Bool {
    (1...63).contains(text.count)
      && isFramed(text, by: { isLower($0) || isDigit($0) }, with: [dash])
  }

  /// Returns `true` iff `text` is a DNS subdomain as RFC 1123 defines it: labels between dots.
  static func isDNSSubdomain(_ text: String) -> Bool {
    (1...253).contains(text.utf8.count)
      && text.utf8.split(separator: dot, omittingEmptySubsequences: false).allSatisfy {
        isFramed($0, by: { isLower($0) || isDigit($0) }, with: [dash])
      }
  }

  /// Returns `true` iff `text` may be the key of a Kubernetes label or annotation.
  static func isLabelKey(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: slash, maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, isLabelValue(name) else { return false }
    return parts.count == 1 || isDNSSubdomain(String(parts[0]) ?? "")
  }

  /// Returns `true` iff `text` may be the value of a Kubernetes label.
  static func isLabelValue(_ text: some Collection<UInt8>) -> Bool {
    text.isEmpty
      || text.count <= 63 && isFramed(text, by: isAlphanumeric, with: [dash, low, dot])
  }

  /// Returns `true` iff `text` has the form of an AWS region's name: `us-west-2`.
  static func isRegion(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    guard rest.dropField(before: dash).count == 2, let number = rest.popLast(), isDigit(number),
      rest.popLast() == dash, !rest.isEmpty
    else { return false }
    var previous = dash
    for byte in rest {
      guard isLower(byte) || byte == dash && previous != dash else { return false }
      previous = byte
    }
    return previous != dash && text.prefix(2).allSatisfy(isLower)
  }

  /// Returns `true` iff `text` has only characters that AWS allows in tags.
  static func isTagText(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if "_.:/=+-@".unicodeScalars.contains(scalar) { return true }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber, .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator,
        .paragraphSeparator:
        return true
      default: return false
      }
    }
  }

  /// Returns `true` iff `text` begins and ends with an `edge` byte and has these or `inner` between.
  private static func isFramed(
    _ text: some Collection<UInt8>, by edge: (UInt8) -> Bool, with inner: [UInt8]
  ) -> Bool {
    guard let first = text.first, edge(first) else { return false }
    var last = first
    for byte in text {
      guard edge(byte) || inner.contains(byte) else { return false }
      last = byte
    }
    return edge(last)
  }

  /// Returns `true` iff `byte` is an ASCII letter or digit.
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLower(byte) || isDigit(byte) || (0x41...0x5A).contains(byte)
  }

  /// Returns `true` iff `byte` is an ASCII digit.
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Returns `true` iff `byte` is a lower-case ASCII letter.
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static let dash = UInt8(ascii: "-")
  private static let low = UInt8(ascii: "_")
  private static let dot = UInt8(ascii: ".")
  private static let slash = UInt8(ascii: "/")
}

extension ArraySlice<UInt8> {
  /// Removes everything up to the first `separator`, and that too, and returns what came before it;
  /// without a separator that is everything.
  mutating func dropField(before separator: UInt8) -> ArraySlice<UInt8> {
    let field = prefix { $0 != separator }
    self = self[field.endIndex...].dropFirst()
    return field
  }
}
