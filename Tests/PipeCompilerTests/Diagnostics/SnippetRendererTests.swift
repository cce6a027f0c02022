import PipeCompiler
import Testing

/// Returns the span of the occurrence of `part` in `file` that has `skipped` others before it.
func place(of part: String, in file: SourceFile, skipping skipped: Int = 0) -> SourceSpan {
  let wanted = Array(part.utf8)
  var starts: [Int] = []
  for start in 0...max(0, file.bytes.count - wanted.count)
  where file.bytes[start...].starts(with: wanted) {
    starts.append(start)
  }
  let start = UInt32(starts.dropFirst(skipped).first ?? 0)
  return SourceSpan(start, start + UInt32(wanted.count))
}

/// Returns `diagnostics` rendered as text.
func rendered(
  _ diagnostics: [Diagnostic], of file: SourceFile, as format: DiagnosticFormat = .human,
  style: DiagnosticStyle = .plain
) -> String {
  var collection = Diagnostics()
  for diagnostic in diagnostics { collection.report(diagnostic) }
  let bytes = render(collection, of: file, as: format, style: style)
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct SnippetRendererTests {
  /// A file with a misspelt argument on line 3.
  private let churn = SourceFile(
    name: "churn.pipe",
    text: """
      step train: Training {
        ResourceConfig: {
          InstanceTyp: "ml.m5.xlarge"
        }
      }

      """)

  @Test func `a diagnostic shows its line, a label and notes`() {
    let diagnostic = Diagnostic(
      .unknownArgument, "`InstanceTyp` is not an argument of `ResourceConfig`",
      at: place(of: "InstanceTyp", in: churn), label: "did you mean `InstanceType`?",
      why: "SageMaker rejects arguments it doesn't know", help: "write one of:\n`InstanceType`",
      fix: Fix(
        "write `InstanceType`", replacing: place(of: "InstanceTyp", in: churn),
        with: "InstanceType"))
    #expect(
      rendered([diagnostic], of: churn) == """
        warning[unknown-argument]: `InstanceTyp` is not an argument of `ResourceConfig`
          ┌─ churn.pipe:3:5
          │
        3 │     InstanceTyp: "ml.m5.xlarge"
          │     ^^^^^^^^^^^ did you mean `InstanceType`?
          │
          = why: SageMaker rejects arguments it doesn't know
          = help: write one of:
                  `InstanceType`
          = fix: write `InstanceType`


        """)
  }

  @Test func `a place nearby is shown in the same window`() {
    let diagnostic = Diagnostic(
      .duplicateName, "twice", at: place(of: "InstanceTyp", in: churn), label: "here",
      related: [Label("and here", at: .text(place(of: "train", in: churn)))])
    #expect(
      rendered([diagnostic], of: churn) == """
        error[duplicate-name]: twice
          ┌─ churn.pipe:3:5
          │
        1 │ step train: Training {
          │      ----- and here
        2 │   ResourceConfig: {
        3 │     InstanceTyp: "ml.m5.xlarge"
          │     ^^^^^^^^^^^ here


        """)
  }

  @Test func `a place far away has a window of its own`() {
    let lines = (1...12).map { "let name\($0) = \($0)\n" }.joined()
    let file = SourceFile(name: "far.pipe", text: lines)
    let diagnostic = Diagnostic(
      .duplicateName, "twice", at: place(of: "name12", in: file), label: "here",
      related: [
        Label("first here", at: .text(place(of: "name2", in: file))),
        Label("then here", at: .text(place(of: "name8", in: file))),
      ])
    #expect(
      rendered([diagnostic], of: file) == """
        error[duplicate-name]: twice
           ┌─ far.pipe:12:5
           │
         8 │ let name8 = 8
           │     ----- then here
           ·
        12 │ let name12 = 12
           │     ^^^^^^ here
           ┌─ far.pipe:2:5
           │
         2 │ let name2 = 2
           │     ----- first here


        """)
  }

  @Test func `a span of several lines shows its first and its last one`() {
    let brace = place(of: "Training {", in: churn)
    let all = SourceSpan(brace.start, UInt32(churn.bytes.count))
    let diagnostic = Diagnostic(.afterFail, "never runs", at: all, label: "all of it")
    #expect(
      rendered([diagnostic], of: churn) == """
        error[after-fail]: never runs
          ┌─ churn.pipe:1:13
          │
        1 │ step train: Training {
          │             ^^^^^^^^^^
          ·
        5 │ }
          │ ^ all of it


        """)
  }

  @Test func `what the compiler made has no excerpt`() {
    let diagnostic = Diagnostic(
      .missingRole, "the pipeline has no role", at: .synthesized, help: "add `role:`")
    #expect(
      rendered([diagnostic], of: churn) == """
        warning[missing-role]: the pipeline has no role
          ┌─ churn.pipe
          │
          = help: add `role:`


        """)
  }

  @Test func `the end of a file can be pointed at`() {
    let file = SourceFile(name: "x.pipe", text: "step {\n")
    let diagnostic = Diagnostic(
      .syntaxError, "expected `}`", at: SourceSpan(7, 7), label: "before this")
    #expect(
      rendered([diagnostic], of: file) == """
        error[syntax-error]: expected `}`
          ┌─ x.pipe:2:1
          │
        2 │
          │ ^ before this


        """)
  }

  @Test func `tabs, wide and combining characters keep the carets in place`() {
    let file = SourceFile(name: "x.pipe", text: "\tlet 数e\u{301} = bad\r\n")
    let diagnostic = Diagnostic(.unknownName, "unknown", at: place(of: "bad", in: file))
    #expect(
      rendered([diagnostic], of: file) == """
        error[unknown-name]: unknown
          ┌─ x.pipe:1:12
          │
        1 │     let 数e\u{301} = bad
          │               ^^^


        """)
  }

  @Test func `terminal escapes and broken text are not passed on`() {
    let bytes: [UInt8] = Array("a\u{1B}[31m\u{202E}".utf8) + [0xFF, 0xC3, 0x28, 0x00]
    let file = SourceFile(name: "x\u{1B}[2J.pipe", bytes: bytes)
    let diagnostic = Diagnostic(
      .unexpectedCharacter, "bad \u{1B}]0;title\u{07}", at: SourceSpan(0, 1), label: "\u{9B}31m",
      help: "\u{1B}[0m")
    for format in DiagnosticFormat.allCases {
      let text = rendered([diagnostic], of: file, as: format)
      let isSafe = text.unicodeScalars.allSatisfy {
        $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x202E && !(0x7F...0x9F ~= $0.value))
      }
      #expect(isSafe, "\(format)")
    }
    #expect(rendered([diagnostic], of: file).contains("1 │ a�[31m���(�\n"))
  }

  @Test func `a very long line is cut round the caret`() throws {
    let filler = String(repeating: "x", count: 100_000)
    let file = SourceFile(name: "long.pipe", text: "\(filler)bad\(filler)")
    let diagnostic = Diagnostic(
      .unknownName, "unknown", at: place(of: "bad", in: file), label: "this")
    let lines = rendered([diagnostic], of: file).split(separator: "\n")
    #expect(lines[1] == "  ┌─ long.pipe:1:100001")
    #expect(lines[3].hasPrefix("1 │ …xxx"))
    #expect(lines[3].hasSuffix("xxx…"))
    #expect(lines[3].count < 110)
    #expect(lines[4] == "  │ " + String(repeating: " ", count: 25) + "^^^ this")
    #expect(Array(lines[3])[29...31] == ["b", "a", "d"])
  }

  @Test func `spans outside the file and in the middle of characters are harmless`() {
    let file = SourceFile(name: "x.pipe", text: "é\n")
    for (start, end) in [(1, 1), (1, 2), (3, 9), (900, 1_000), (0, .max)] as [(UInt32, UInt32)] {
      let diagnostic = Diagnostic(.syntaxError, "bad", at: SourceSpan(start, end))
      for format in DiagnosticFormat.allCases {
        #expect(!rendered([diagnostic], of: file, as: format).isEmpty)
        #expect(!rendered([diagnostic], of: SourceFile(name: "", bytes: []), as: format).isEmpty)
      }
    }
  }

  @Test func `colors surround what they belong to`() {
    let diagnostic = Diagnostic(.unknownName, "unknown", at: SourceSpan(0, 4))
    let text = rendered([diagnostic], of: churn, style: .colored)
    #expect(text.hasPrefix("\u{1B}[1;31merror[unknown-name]\u{1B}[0m\u{1B}[1m: unknown\u{1B}[0m\n"))
    #expect(text.contains("\u{1B}[1;31m^^^^\u{1B}[0m\n"))
  }

  @Test func `what was not kept is mentioned`() {
    let file = SourceFile(name: "x.pipe", text: String(repeating: "x", count: 1_100))
    let many = (0..<1_002).map { Diagnostic(.syntaxError, "bad", at: SourceSpan($0, $0 + 1)) }
    #expect(rendered(many, of: file).hasSuffix("note: 2 more diagnostics are not shown\n"))
    let concise = rendered(many, of: file, as: .concise)
    #expect(concise.hasSuffix("x.pipe: note: 2 more diagnostics are not shown\n"))
    let json = rendered(many, of: file, as: .json)
    #expect(json.hasSuffix("{\"file\":\"x.pipe\",\"dropped\":2}\n"))
  }
}
