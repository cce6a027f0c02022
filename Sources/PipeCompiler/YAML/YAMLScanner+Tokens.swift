// What begins a token.
extension YAMLScanner {
  /// Reads the token at the position.
  mutating func readToken() {
    if column == 0, isAtMarker { return readMarker() }
    if column == 0, peek() == UInt8(ascii: "%") {
      return fail("`kubectl` reads no directives", help: "remove the line")
    }
    switch peek() {
    case UInt8(ascii: "["): beginFlow(.flowSequenceStart)
    case UInt8(ascii: "]"): endFlow(.flowSequenceEnd)
    case UInt8(ascii: "{"): beginFlow(.flowMappingStart)
    case UInt8(ascii: "}"): endFlow(.flowMappingEnd)
    case UInt8(ascii: ","):
      removeKey()
      allowsKey = true
      take(.flowEntry)
    case UInt8(ascii: "-") where isBlankOrEnd(1): readEntry()
    case UInt8(ascii: "?") where flowLevel > 0 || isBlankOrEnd(1): readKey()
    case UInt8(ascii: ":") where flowLevel > 0 || isBlankOrEnd(1): readColon()
    case UInt8(ascii: "*"): readName(.alias, "an alias")
    case UInt8(ascii: "&"): readName(.anchor, "an anchor")
    case UInt8(ascii: "!"): readTag()
    case UInt8(ascii: "|") where flowLevel == 0: readBlock(isLiteral: true)
    case UInt8(ascii: ">") where flowLevel == 0: readBlock(isLiteral: false)
    case UInt8(ascii: "'"): readQuoted(isDouble: false)
    case UInt8(ascii: "\""): readQuoted(isDouble: true)
    default: beginsPlain ? readPlain() : failAtCharacter()
    }
  }

  /// Skips blanks, comments and the ends of lines.
  mutating func skipToToken() {
    while position < end {
      let byte = peek()
      if byte == 0x20 || (byte == 0x09 && (flowLevel > 0 || !allowsKey)) {
        position += 1
      } else if byte == UInt8(ascii: "#") {
        while position < end, breakLength() == 0 { position += 1 }
      } else if breakLength() > 0 {
        skipBreak()
        if flowLevel == 0 { allowsKey = true }
      } else {
        return
      }
    }
  }

  /// `true` iff `---` or `...` stands at the position.
  var isAtMarker: Bool {
    let byte = peek()
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { return false }
    return peek(1) == byte && peek(2) == byte && isBlankOrEnd(3)
  }

  /// Reads `---`, which begins the document, or `...`, which ends it.
  private mutating func readMarker() {
    let start = position
    guard peek() == UInt8(ascii: "-") else {
      endDocument()
      position += 3
      return append(.documentEnd, from: start)
    }
    guard tokens.isEmpty else {
      position += 3
      return fail(
        "something stands behind `---`", from: start,
        help: "write `---` on a line of its own: `kubectl` takes nothing else there")
    }
    position += 3
    allowsKey = false
  }

  /// Reads what stands behind the end of the document, where nothing may.
  mutating func readRest() {
    allowsKey = false
    skipToToken()
    if position < end {
      return fail(
        "something stands behind the end of the document",
        help: "write `---` on a line before it: `kubectl` passes over what follows `...`")
    }
    append(.end, from: position)
  }

  /// Reads the `-` of an entry.
  private mutating func readEntry() {
    if flowLevel == 0 {
      guard allowsKey else {
        return fail(
          "no list can begin here", help: "begin it on a line of its own, or put the text in quotes"
        )
      }
      roll(to: column, .blockSequenceStart, at: position)
    }
    removeKey()
    allowsKey = true
    take(.blockEntry)
  }

  /// Reads the `?` of a key.
  private mutating func readKey() {
    if flowLevel == 0 {
      guard allowsKey else { return fail("no key can begin here", help: "put the text in quotes") }
      roll(to: column, .blockMappingStart, at: position)
    }
    removeKey()
    allowsKey = flowLevel == 0
    take(.key)
  }

  /// Reads the `:` between a key and its value.
  private mutating func readColon() {
    if makeKey() {
      allowsKey = false
    } else {
      if flowLevel == 0 {
        guard allowsKey else {
          return fail(
            "a second `:` in a line makes no sense here",
            help: "put a text that holds `: ` in quotes, or indent the lines of a mapping alike")
        }
        roll(to: column, .blockMappingStart, at: position)
      }
      allowsKey = flowLevel == 0
    }
    take(.value)
  }

  /// Reads the name of an anchor or alias.
  private mutating func readName(_ kind: YAMLToken.Kind, _ what: String) {
    saveKey()
    allowsKey = false
    let start = position
    position += 1
    while isNameByte(peek()) { position += 1 }
    let ends: [UInt8] = Array("?:,]}%@`".utf8)
    guard position > start + 1, isBlankOrEnd(0) || ends.contains(peek()) else {
      return fail(
        "\(what) has a name of letters, digits, `-` and `_`", from: start,
        help: "put the text in quotes if it is a text")
    }
    append(kind, from: start)
  }

  /// Reads a tag: `!name`, `!!name` or `!<name>`.
  ///
  /// Commas and square brackets are part of it, in lists too, as they are for `kubectl`.
  private mutating func readTag() {
    saveKey()
    allowsKey = false
    let start = position
    position += 1
    if peek() == UInt8(ascii: "<") {
      position += 1
      guard skipTagName(), peek() == UInt8(ascii: ">") else {
        return fail("this is no tag", from: start)
      }
      position += 1
    } else {
      let isShort = peek() == UInt8(ascii: "!")
      if isShort { position += 1 }
      let name = position
      guard skipTagName() || !isShort else { return fail("this is no tag", from: start) }
      // What stands between two signs is a handle, which only a directive declares.
      let letters = bytes[name..<position].prefix { isNameByte($0) }
      if !isShort, letters.endIndex < position, bytes[letters.endIndex] == UInt8(ascii: "!") {
        return fail("this tag has a handle that nothing declares", from: start)
      }
    }
    guard isBlankOrEnd(0) else { return fail("this is no tag", from: start) }
    append(.tag, from: start)
  }

  /// Skips what may be part of a tag; returns `false` if that is nothing, or ends in half an escape.
  private mutating func skipTagName() -> Bool {
    let start = position
    while position < end, isTagByte(peek()) {
      if peek() == UInt8(ascii: "%") {
        guard Self.isHexDigit(peek(1)), Self.isHexDigit(peek(2)) else { return false }
      }
      position += 1
    }
    return position > start
  }

  /// Returns `true` iff `byte` may be part of the name of an anchor.
  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Returns `true` iff `byte` is a digit of a hexadecimal number.
  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  /// Returns `true` iff `byte` may be part of a tag.
  private func isTagByte(_ byte: UInt8) -> Bool {
    isNameByte(byte) || ";/?:@&=+$,.!~*'()[]%".utf8.contains(byte)
  }

  /// Notes that no token begins with the next character.
  private mutating func failAtCharacter() {
    if peek() == 0x09 {
      return fail("a tab indents the line", help: "YAML is indented by spaces only")
    }
    let text = String(UnicodeScalar(peek()))
    fail("no value can begin with `\(text)`", help: "put the text in quotes")
  }
}

// Characters.
extension YAMLScanner {
  /// Returns the number of bytes in the end of a line `offset` bytes behind the position, or zero.
  func breakLength(_ offset: Int = 0) -> Int {
    switch peek(offset) {
    case 0x0A: 1
    case 0x0D: peek(offset + 1) == 0x0A ? 2 : 1
    case 0xC2: peek(offset + 1) == 0x85 ? 2 : 0
    case 0xE2: peek(offset + 1) == 0x80 && peek(offset + 2) & 0xFE == 0xA8 ? 3 : 0
    default: 0
    }
  }

  /// Returns `true` iff a blank, the end of a line or the end of the document stands there.
  func isBlankOrEnd(_ offset: Int) -> Bool {
    let byte = peek(offset)
    return byte == 0x20 || byte == 0x09 || position + offset >= end || breakLength(offset) > 0
  }

  /// `true` iff a space or a tab stands at the position.
  var isAtBlank: Bool { peek() == 0x20 || peek() == 0x09 }

  /// Skips the end of the line.
  mutating func skipBreak() {
    position += breakLength()
    lineStart = position
    line += 1
  }
}
