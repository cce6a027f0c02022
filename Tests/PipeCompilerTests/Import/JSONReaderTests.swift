import PipeCompiler
import TestSupport
import Testing

/// What is JSON as RFC 8259 defines it, and what is said about the rest.
@Suite struct JSONReaderTests {
  /// Returns what is wrong with `bytes` as JSON, whatever is wrong with them as a definition.
  static func faults(in bytes: [UInt8]) -> [Diagnostic] {
    var diagnostics = Diagnostics()
    _ = importDefinition(SourceFile(name: "a.json", bytes: bytes), reportingTo: &diagnostics)
    return diagnostics.sorted.filter {
      [.invalidJSON, .invalidUTF8, .nestingTooDeep, .duplicateKey].contains($0.id)
    }
  }

  @Test(arguments: [
    "null", "true", "false", " null ", "\t\r\n null\n", "[]", "{}", "[ ]", "{ }", "[[],{}]",
    "{\"\":1}", "{\"a\":{\"a\":{}}}", "\u{FEFF}[]",
  ])
  func `values and blank space are read`(text: String) {
    #expect(Self.faults(in: Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [
    "0", "-0", "10", "-1", "1.0", "0.5", "-0.0", "1e5", "1E5", "1e+5", "1e-5", "0e0", "1.5E+300",
    "1e999", "-1e-999", "123456789012345678901234567890", "0.1000000000000000000000000000000001",
  ])
  func `numbers are read, however large they are`(text: String) {
    #expect(Self.faults(in: Array("[\(text),\(text)]".utf8)).isEmpty)
  }

  @Test(arguments: [
    "", "a", "\u{7F}", "é", "日", "😀", "\u{2028}\u{2029}", "\u{E000}", "\u{FFFF}", "/",
    #"\""#, #"\\"#, #"\/"#, #"\b\f\n\r\t"#, #"\u0000"#, #"\u00e9\u00E9"#, #"\uD83D\uDE00"#,
    #"\ud83d\ude00"#, #"\uFFFF"#, #"\\u12"#, "//", "/* */", "'",
  ])
  func `strings are read, with their escapes`(text: String) {
    #expect(Self.faults(in: Array("[\"\(text)\",{\"\(text)\":0}]".utf8)).isEmpty)
  }

  /// What is no JSON, with the place where that is seen, and a word of what is said about it.
  static let refused: [(String, String)] = [
    ("«»", "ends where a value is missing"), (" \n«»", "ends where a value is missing"),
    ("[«»", "ends where `]` is missing"), ("{«»", "ends where `}` is missing"),
    ("[1«»", "ends where `]` is missing"), ("[1,«»", "ends where `]` is missing"),
    ("{\"a\"«»", "colon is missing"), ("{\"a\":«»", "ends where `}` is missing"),
    ("{\"a\":1«»", "ends where `}` is missing"), ("{\"a\":1,«»", "ends where `}` is missing"),
    ("[1«,»]", "no comma at its end"), ("{\"a\":1«,»}", "no comma at its end"),
    ("[«,»1]", "begins no JSON value"), ("[1,«,»1]", "begins no JSON value"),
    ("{«,»}", "the name of a member is a string"), ("[1 «2»]", "a comma or `]` is missing"),
    ("[1«:»2]", "a comma or `]` is missing"), ("{\"a\":1 «\"»b\":2}", "a comma or `}` is missing"),
    ("{\"a\" «1»}", "a colon is missing"), ("{\"a\":«}»", "begins no JSON value"),
    ("{«a»:1}", "the name of a member is a string"),
    ("{«1»:1}", "the name of a member is a string"),
    ("{«'»a':1}", "the name of a member is a string"), ("[«'»a']", "begins no JSON value"),
    ("[1«}»", "`}` stands where `]` is missing"),
    ("{\"a\":1«]»", "`]` stands where `}` is missing"),
    ("[1]«]»", "behind the end"), ("{}«{»}", "behind the end"), ("1 «2»", "behind the end"),
    ("null«l»", "behind the end"), ("«n»ul", "begins no JSON value"),
    ("«Null»", "`Null` is no JSON value"), ("«True»", "`True` is no JSON value"),
    ("«N»aN", "begins no JSON value"), ("«I»nfinity", "begins no JSON value"),
    ("«undefined»", "`undefined` is no JSON value"), ("«/»/ a\n1", "no comments"),
    ("«/»* a */ 1", "no comments"), ("1 «/»/ a", "behind the end"),
    ("[1 «/»* a */]", "no comments"), ("«#» a", "no comments"),
    ("«\u{0C}»1", "begins no JSON value"), ("«\u{0B}»1", "begins no JSON value"),
    ("«\u{A0}»1", "begins no JSON value"), (" «\u{FEFF}»1", "begins no JSON value"),
    ("\u{FEFF}«\u{FEFF}»1", "begins no JSON value"),
  ]

  /// Numbers that are none, with the place where that is seen.
  static let refusedNumbers = [
    "«-»", "«-»a", "«+»1", "«.»5", "«1».", "«1».e1", "«1»e", "«1»e+", "«1»e-a", "«0»1", "«-»01",
    "«0»0", "«-».5", "0«x»1", "1«_»000", "0«b»1", "1«f»", "«-»Infinity", "«1»..2",
    "1.5«.»2", "1e5«.»2", "1e5«e»5",
  ]

  /// Strings that are none, with the place where that is seen, and a word of what is said about it.
  static let refusedStrings: [(String, String)] = [
    ("\"a«»", "does not end"), ("\"\\\"«»", "does not end"),
    ("\"«\t»\"", "control character"), ("\"a«\n»\"", "does not end in its line"),
    ("\"«\0»\"", "control character"), ("\"«\u{1F}»\"", "control character"),
    ("\"\\n«\r»\"", "does not end in its line"), ("\"«\\»x41\"", "no escape"),
    ("\"«\\»'\"", "no escape"),
    ("\"«\\»U0041\"", "no escape"), ("\"«\\»0\"", "no escape"), ("\"«\\»\n\"", "no escape"),
    ("\"«\\»u\"", "four hexadecimal digits"), ("\"«\\»u12\"", "four hexadecimal digits"),
    ("\"«\\»u12g4\"", "four hexadecimal digits"), ("\"«\\»u{41}\"", "four hexadecimal digits"),
    ("\"«\\»u-123\"", "four hexadecimal digits"), ("\"«\\»ud800\"", "half of a pair"),
    ("\"«\\»udc00\"", "half of a pair"), ("\"«\\»ud800\\u0041\"", "half of a pair"),
    ("\"«\\»ud800\\ud800\"", "half of a pair"), ("\"«\\»udc00\\ud800\"", "half of a pair"),
    ("\"«\\»ud83d\\n\"", "half of a pair"), ("\"«\\»ud83d\\", "half of a pair"),
    ("\"«\\»ud83d\\ude0\"", "half of a pair"), ("\"\\ud83d\\ude00«\\»ude00\"", "half of a pair"),
  ]

  @Test(arguments: refused + refusedStrings)
  func `what is no JSON is reported once, where it is seen`(text: String, words: String) throws {
    try expectFault(in: MarkedSpan(text), words)
  }

  @Test(arguments: refusedNumbers)
  func `what is no number is reported once, where it is seen`(text: String) throws {
    try expectFault(in: MarkedSpan(text), "")
    try expectFault(in: MarkedSpan("{\"a\":[1,\(text)"), "")
  }

  @Test func `a string that is cut off at a backslash does not end`() throws {
    try expectFault(in: MarkedSpan(#""a«\»"#), "does not end")
  }

  /// Expects that `text` has one fault, at its mark, about which `words` are said.
  private func expectFault(in text: MarkedSpan, _ words: String) throws {
    let faults = Self.faults(in: text.bytes)
    try #require(faults.count == 1, "\(faults)")
    #expect(faults[0].id == .invalidJSON)
    #expect(faults[0].message.contains(words), "\(faults[0].message)")
    let span = try #require(faults[0].origin.span)
    #expect(span.start == text.span?.start)
    #expect(span.end == text.span?.end)
    #expect((faults[0].help != nil || faults[0].fix != nil) && faults[0].why != nil)
  }

  @Test(arguments: [
    [0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x80],
    [0x5B, 0xC0, 0x80],
    [0xFE, 0xFF, 0x00, 0x5B], [0xFF, 0xFE, 0x5B, 0x00],
  ])
  func `what is not UTF-8 is reported as that`(bytes: [UInt8]) {
    #expect(Self.faults(in: bytes).map(\.id) == [.invalidUTF8])
  }

  @Test func `a name that stands twice in an object is reported, and both places are told`() throws
  {
    let text = MarkedSpan(#"{"a":1,"b":2,"«a»":3,"\u0061":4,"c":{"b":1,"d":[{"c":1}]},"A":5}"#)
    let faults = Self.faults(in: text.bytes)
    try #require(faults.map(\.id) == [.duplicateKey, .duplicateKey])
    #expect(faults[0].origin.span == text.span)
    #expect(faults[0].related.map(\.origin.span) == [SourceSpan(2, 3)])
    #expect(faults[1].message.contains("`a`"))
  }

  @Test func `a thousand levels are read, and one more is reported once`() {
    for (start, end) in [("[", "]"), ("{\"a\":", "}")] {
      func nested(_ count: Int, _ inner: String) -> [UInt8] {
        let open = String(repeating: start, count: count)
        return Array((open + inner + String(repeating: end, count: count)).utf8)
      }
      #expect(Self.faults(in: nested(1_000, "1")).isEmpty)
      let deep = Self.faults(in: nested(1_001, "1"))
      #expect(deep.map(\.id) == [.nestingTooDeep])
      #expect(deep.first?.origin.span?.start == UInt32(1_000 * start.utf8.count))
      #expect(Self.faults(in: nested(999, "[]")).isEmpty)
      #expect(Self.faults(in: nested(1_000, "{}")).map(\.id) == [.nestingTooDeep])
    }
  }

  @Test func `a text that is cut off anywhere is reported once, within what is left`() throws {
    let text = #"""
      { "a": [1, -2.5e+3, true, false, null, "x\n\u00e9\ud83d\ude00é😀"],
        "b": {"c": {}, "d": []}, "e": "" }
      """#
    let bytes = Array(text.utf8)
    #expect(Self.faults(in: bytes).isEmpty)
    for length in 0..<bytes.count {
      let faults = Self.faults(in: Array(bytes.prefix(length)))
      try #require(faults.count == 1, "\(length) bytes: \(faults)")
      #expect(faults[0].id == .invalidJSON || faults[0].id == .invalidUTF8, "\(length) bytes")
      let span = try #require(faults[0].origin.span)
      #expect(span.start <= span.end && Int(span.end) <= length, "\(length) bytes")
    }
  }

  @Test func `a text with any one byte in the place of another is read to an end`() throws {
    let bytes = Array(#"{"a":[1,-2.5e+3,true,null,"x\n\u00e9é"],"b":{"c":{}}}"#.utf8)
    for position in bytes.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = bytes
        changed[position] = byte
        let faults = Self.faults(in: changed)
        #expect(faults.count <= 1, "\(byte) at \(position)")
        let span = faults.first?.origin.span ?? SourceSpan(0, 0)
        #expect(span.start <= span.end && Int(span.end) <= bytes.count, "\(byte) at \(position)")
      }
    }
  }
}
