import PipeCompiler
import TestSupport
import Testing

/// What the compiler makes of texts that no one would write, or that were written against it.
///
/// Each has to end soon, in bounded memory, with something readable.
@Suite(.timeLimit(.minutes(30))) struct HostileInputTests {
  /// The header of all texts.
  private static let header = "pipeline \"p\" { role: \"arn:aws:iam::111122223333:role/R\" }\n"
  /// The member that a step needs.
  private static let function =
    "FunctionArn: \"arn:aws:lambda:eu-west-1:111122223333:function:f\""

  /// Returns the names of what is reported about `text`, below the usual header.
  private func errors(in text: String, header: String = header) -> [String] {
    errors(in: Array((header + text).utf8))
  }

  /// Returns the names of what is reported about `bytes`, having rendered it in every form.
  private func errors(in bytes: [UInt8]) -> [String] {
    let compilation = compile(SourceFile(name: "p.pipe", bytes: bytes))
    for format in DiagnosticFormat.allCases {
      let printed = render(compilation.diagnostics, of: compilation.file, as: format)
      #expect(printed.count < 2_000_000, "\(format)")
    }
    return compilation.diagnostics.sorted.filter { $0.severity == .error }.map(\.id.rawValue)
  }

  @Test(arguments: ["", " ", "\n", "\u{FEFF}", "// only a comment", "/* one */\n// two\n"])
  func `a text without declarations declares no pipeline`(text: String) {
    #expect(errors(in: text, header: "") == ["missing-pipeline"])
  }

  @Test func `a byte order mark and line ends of Windows change nothing`() {
    let text =
      Self.header
      + "step A: Lambda {\n  \(Self.function)\n  args: { a: \"\"\"\n    x\n    \"\"\" }\n}\n"
    let windows = text.replacing("\n", with: "\r\n")
    let plain = compile(SourceFile(name: "p.pipe", text: text))
    for other in [windows, "\u{FEFF}" + text, "\u{FEFF}" + windows] {
      let compilation = compile(SourceFile(name: "p.pipe", text: other))
      #expect(compilation.diagnostics.isEmpty, "\(transcript(of: compilation))")
      let same =
        compilation.graph.map { emit($0, as: .sagemaker) }
        == plain.graph.map { emit($0, as: .sagemaker) }
      #expect(same)
    }
  }

  @Test(arguments: [
    [0xFF], [0xC3], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80], [0xC0, 0x80],
  ])
  func `bytes that are not UTF-8 are one error, wherever they stand`(bytes: [UInt8]) {
    for place in ["", "// ", "let a = \"", "let a = ", "step "] {
      #expect(errors(in: Array((Self.header + place).utf8) + bytes) == ["invalid-utf8"], "\(place)")
    }
  }

  @Test func `a null byte is reported where it stands`() {
    #expect(errors(in: "let a = \0\n") == ["unexpected-character"])
    #expect(errors(in: "let a = \"\0\"\n") == ["unexpected-character"])
    #expect(errors(in: "// \0\n") == [])
  }

  @Test func `a file that is too long is not read`() {
    let length = SourceFile.maximumLength + 1
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    let compilation = compile(SourceFile(name: "p.pipe", bytes: bytes))
    #expect(compilation.diagnostics.sorted.map(\.id) == [.sourceTooLarge])
  }

  /// What nests: how it begins, what stands inside, and how it ends.
  static let nesting: [(String, String, String)] = [
    ("[", "1", "]"), ("(", "1", ")"), ("{ a: ", "1", " }"), ("-", "1", ""), ("!", "true", ""),
    ("f(", "1", ")"), ("x[", "1", "]"), ("true ? ", "1", " : 2"), ("true ? 1 : ", "2", ""),
    ("\"\\(", "1", ")\""), ("\"\"\"\n\\(", "1", ")\n\"\"\""), ("[for x in ", "[1]", ": x]"),
    ("1 + (", "1", ")"),
  ]

  @Test(arguments: nesting)
  func `thousands of levels are one error`(start: String, inner: String, end: String) {
    let count = start == "[" ? 100_000 : 10_000
    let text =
      "let a = " + String(repeating: start, count: count) + inner
      + String(repeating: end, count: count) + "\n"
    let declared = "func f(x) = x\nlet x = [1]\n"
    for text in [text, "let a = " + String(repeating: start, count: count)] {
      let found = errors(in: declared + text + "\nlet b = unknown\n").filter {
        $0 != "unknown-name"
      }
      #expect(found.filter { $0 == "nesting-too-deep" }.count == 1, "\(start)")
      #expect(found.count <= 2, "\(start): \(found)")
    }
  }

  @Test(arguments: [
    "condition C if true {\n", "foreach F in [1] {\n", "if true {\n", "for x in [1] {\n",
  ])
  func `blocks nest to a limit too`(start: String) {
    let count = 5_000
    let closed =
      String(repeating: start, count: count) + String(repeating: "}\n", count: count)
    #expect(errors(in: closed).filter { $0 == "nesting-too-deep" }.count <= 2)
    #expect(errors(in: String(repeating: start, count: count)).count < 500)
  }

  @Test(arguments: ["let a = 1 + 1", "let a = true && true", "let a = \"x\" + \"y\""])
  func `long chains of operators are no nesting`(start: String) {
    let tail = start.drop { $0 != "=" }.dropFirst(2).drop { $0 != " " }
    #expect(errors(in: start + String(repeating: String(tail), count: 3_000) + "\n") == [])
  }

  @Test func `ten thousand errors are counted, and a thousand kept`() {
    let unknown = (0..<10_000).map { "let a\($0) = unknown\($0)" }.joined(separator: "\n")
    let compilation = compile(SourceFile(name: "p.pipe", text: Self.header + unknown))
    #expect(compilation.diagnostics.sorted.count == 1_000)
    #expect(compilation.diagnostics.dropped == 9_000)
    #expect(errors(in: String(repeating: "let = \n", count: 10_000)).count <= 1_001)
    #expect(errors(in: String(repeating: "@ ", count: 10_000)).count <= 1_001)
    #expect(errors(in: String(repeating: "? x\n", count: 10_000)).count <= 1_001)
  }

  @Test func `a line of a megabyte is shown in part`() {
    let list = "let a = [" + String(repeating: "1,", count: 100_000) + "x]\n"
    #expect(errors(in: list) == ["unknown-name"])
    let text = "let a = \"" + String(repeating: "x", count: 1_000_000) + "\n"
    #expect(errors(in: text) == ["unterminated-string"])
    let name = "let a = " + String(repeating: "x", count: 100_000) + "\n"
    #expect(errors(in: name) == ["unknown-name"])
    #expect(errors(in: String(repeating: "[1 ", count: 100_000)).count <= 2)
  }

  @Test func `allowances without end are read to a limit`() {
    let comments = String(repeating: "//pipec:allow missing-role x\n", count: 20_000)
    let list = "let a = [" + String(repeating: "1,", count: 20_000) + "1]\n"
    #expect(errors(in: comments + list) == [])
    #expect(errors(in: String(repeating: "//pipec:alow\n", count: 20_000)) == [])
    let lines = String(repeating: "let a = 1 //pipec:allow missing-rol x\n", count: 5_000)
    #expect(errors(in: lines).count < 1_000)
  }

  @Test func `a chain of values is followed forward without end and backward to a limit`() {
    let count = 5_000
    let forward = (1..<count).map { "let a\($0) = a\($0 - 1)\n" }.joined()
    #expect(errors(in: "let a0 = 1\n" + forward) == [])
    let backward = (0..<count).map { "let a\($0) = a\($0 + 1)\n" }.joined()
    #expect(errors(in: backward + "let a\(count) = 1\n") == ["evaluation-limit"])
    #expect(errors(in: backward + "let a\(count) = a0\n").count <= 2)
  }

  @Test func `functions that double their work are given up`() {
    let functions = (1..<40).map { "func f\($0)(x) = [f\($0 - 1)(x), f\($0 - 1)(x)]\n" }.joined()
    #expect(errors(in: "func f0(x) = x\n\(functions)let a = f39(1)\n") == ["evaluation-limit"])
    #expect(errors(in: "func f(x) = [f(x), f(x)]\nlet a = f(1)\n") == ["evaluation-limit"])
    #expect(
      errors(in: "func f(x) = g(x)\nfunc g(x) = f(x)\nlet a = f(1)\n") == ["evaluation-limit"])
  }

  @Test func `rounds and uses of templates without end are given up`() {
    let rounds = "let a = range(1000)\nlet b = [for x in a: count([for y in a: x * y])]\n"
    #expect(errors(in: rounds) == ["evaluation-limit"])
    // Each round counts, and so does the use in it.
    let uses = """
      template T(x: String) { step S: Lambda { FunctionArn: "arn:aws:lambda:us-west-2:1:function:f" } }
      for number in range(100000) { use t["\\(number)"] = T("\\(number)") }

      """
    #expect(errors(in: uses) == ["evaluation-limit"])
  }

  @Test func `evaluation takes no more memory than it may`() {
    func isGivenUp(_ text: String, values: Int = 5_000, bytes: Int = 50_000) -> Bool {
      var options = CompilerOptions()
      options.memoryLimit.values = values
      options.memoryLimit.bytes = bytes
      let file = SourceFile(name: "p.pipe", text: Self.header + text)
      let errors = compile(file, options: options).diagnostics.sorted
        .filter { $0.severity == .error }
      #expect(errors.allSatisfy { $0.message.contains("more than \(values) values") }, "\(errors)")
      return errors.map(\.id) == [.evaluationLimit]
    }
    // About 10,000 values, and texts of 100,000 bytes.
    let values = "let a = [for x in range(100): [for y in range(100): x * y]]\n"
    let texts = "let a = [for x in range(100): \"\(String(repeating: "x", count: 1_000))\\(x)\"]\n"
    #expect(isGivenUp(values) && !isGivenUp(values, values: 50_000))
    #expect(isGivenUp(texts) && !isGivenUp(texts, bytes: 500_000))
  }

  @Test func `values that double their size are given up`() {
    let lists = (1..<40).map { "let a\($0) = [a\($0 - 1), a\($0 - 1)]\n" }.joined()
    let objects = (1..<40).map { "let b\($0) = { x: b\($0 - 1), y: b\($0 - 1) }\n" }.joined()
    let texts = (1..<40).map { "let c\($0) = \"\\(c\($0 - 1))\\(c\($0 - 1))\"\n" }.joined()
    let joins = (1..<40).map { "let e\($0) = \"\\(e\($0 - 1))-\\(e\($0 - 1))\"\n" }.joined()
    #expect(errors(in: "let a0 = 1\n" + lists) == ["evaluation-limit"])
    #expect(errors(in: "let b0 = 1\n" + objects) == ["evaluation-limit"])
    #expect(errors(in: "let c0 = \"x\"\n" + texts) == ["evaluation-limit"])
    #expect(errors(in: "let e0 = execution.id\n" + joins) == ["evaluation-limit"])
  }

  @Test func `numbers that double are given up`() {
    let sums = (1..<80).map { "let a\($0) = a\($0 - 1) * 2\n" }.joined()
    #expect(errors(in: "let a0 = 1\n" + sums) == ["arithmetic-error"])
    #expect(errors(in: "let a = 9e307 * 10\nlet b = 99999999999999999999999999 + 1\n").count <= 2)
  }

  @Test func `a step that is used in many others stays small`() {
    let large = "let a = [" + String(repeating: "\"x\", ", count: 1_000) + "]\n"
    let steps = (0..<5_000).map { "step S\($0): Model { A: [a, a], B: [a, a] }\n" }.joined()
    let found = Set(errors(in: large + steps))
    #expect(found == ["evaluation-limit"])
  }
}
