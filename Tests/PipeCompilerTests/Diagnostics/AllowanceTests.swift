import PipeCompiler
import TestSupport
import Testing

/// Comments that hide diagnostics.
@Suite struct AllowanceTests {
  @Test func `behind code a comment is about its line`() {
    expect(
      """
      condition C if 1 == 2 { //pipec:allow constant-condition by hand
        fail Stop "no"
      }
      condition D if 1 == 2 { fail Stop2 "no" }
                     ^^^^^^ constant-condition
      """)
  }

  @Test func `alone in a line a comment is about the next line with code`() {
    expect(
      """
      param Mode: String = "full"
      //pipec:allow nested-condition it was tried
      condition C if Mode == "full" {
        fail Stop "no"
        //pipec:allow constant-condition by hand

        // and another comment
      } else condition D if 1 == 2 {
        fail Stop2 "no"
      } else condition E if 1 == 3 { fail Stop3 "no" }
                            ^^^^^^ constant-condition
      """)
  }

  @Test func `above a declaration a comment is about all of it`() {
    expect(
      """
      param Mode: String = "full"
      //pipec:allow nested-condition it was tried
      /// What is to be done.
      //pipec:allow constant-condition decided by hand
      condition C if Mode == "full" {
        condition D if 1 == 2 { fail Stop "no" }
        condition E if 1 == 2 { fail Stop2 "no" }
      }
      condition F if 1 == 2 { fail Stop3 "no" }
                     ^^^^^^ constant-condition
      """)
  }

  @Test func `a comment above the header is about the header`() {
    let name = String(repeating: "long-name-", count: 9) + "p"
    let header = "pipeline \"\(name)\" {\n  role: \"arn:aws:iam::111122223333:role/R\"\n}\n"
    expect("fail Stop \"no\"", after: "//pipec:allow long-pipeline-name tried\n" + header)
    expect(
      "fail Stop \"no\"",
      after: header.replacing("{\n", with: "{ //pipec:allow long-pipeline-name tried\n"))
  }

  @Test func `what a comment allows does not end a description`() throws {
    let text = """
      /// Stops
      //pipec:allow constant-condition by hand
      /// everything.
      condition C if 1 == 2 { fail Stop "no" }

      """
    let compilation = compile(SourceFile(name: "p.pipe", text: plainHeader + text))
    #expect(compilation.diagnostics.isEmpty)
    let definition = try #require(compilation.outputs.first)
    #expect(String(decoding: definition.bytes, as: UTF8.self).contains("\"Stops everything.\""))
  }

  @Test func `the comment nearest to a place hides what is there`() {
    expect(
      """
      //pipec:allow constant-condition for all of them
                    ^^^^^^^^^^^^^^^^^^ unused-allowance: about the declaration below
      condition C if 1 == 2 { //pipec:allow constant-condition for this one
        fail Stop "no"
      }
      """)
  }

  @Test func `a comment may hide that others hide nothing`() {
    expect(
      """
      //pipec:allow unused-allowance it depends on the settings
      //pipec:allow invalid-allowance an older pipec reads this file
      step A: Lambda {
        //pipec:allow missing-message for some settings
        FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f" //pipec:permit x y
      }
      """)
    expect(
      """
      //pipec:allow unused-allowance nothing depends on it
                    ^^^^^^^^^^^^^^^^ unused-allowance
      fail Stop "no"
      """)
  }

  @Test func `line ends of Windows and the end of the file are ends`() {
    let text = """
      condition C if 1 == 2 { //pipec:allow constant-condition by hand
      fail Stop "no" }
      //pipec:allow constant-condition by hand
      condition D if 1 == 2 { fail Stop2 "no" }
      """
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let compilation = compile(SourceFile(name: "p.pipe", text: plainHeader + text))
      #expect(compilation.diagnostics.isEmpty, "\(transcript(of: compilation))")
    }
    expect(
      """
      fail Stop "no"
      //pipec:allow missing-message
                    ^^^^^^^^^^^^^^^ invalid-allowance: no reason
      """)
  }

  @Test func `without all checks nothing is said to be unused`() {
    let unused = "//pipec:allow constant-condition by hand\nfail Stop \"no\"\n"
    for broken in ["let = 1\n", "let a = b\n", "fail Stop \"again\"\n"] {
      let file = SourceFile(name: "p.pipe", text: plainHeader + unused + broken)
      let found = compile(file).diagnostics.sorted
      #expect(!found.isEmpty && !found.contains { $0.id == .unusedAllowance }, "\(broken)")
    }
  }

  @Test func `an error that can be allowed keeps no other comment from being unused`() {
    var options = CompilerOptions()
    options.levels = Levels([.warningsAsErrors])
    let text = """
      condition C if 1 == 2 {
        //pipec:allow constant-condition by hand
        fail Stop "no"
      }

      """
    let file = SourceFile(name: "p.pipe", text: plainHeader + text)
    let found = compile(file, options: options).diagnostics.sorted
    #expect(found.map(\.id) == [.constantCondition, .unusedAllowance])
    let headless = SourceFile(name: "p.pipe", text: "//pipec:allow\n" + text)
    let errors = compile(headless, options: options).diagnostics.sorted
    #expect(Set(errors.map(\.id)) == [.invalidAllowance, .missingPipeline])
  }

  @Test func `whether a large manifest has to be allowed depends on the targets`() {
    expect("//pipec:allow manifest-too-large we apply it on the server\nfail Stop \"no\"")
  }

  @Test func `what is not reported anyway may be allowed in the text too`() {
    var options = CompilerOptions()
    options.levels = Levels([.kind(.constantCondition, nil)])
    let text = """
      //pipec:allow constant-condition by hand
      condition C if 1 == 2 { fail Stop "no" }
      //pipec:allow constant-condition by hand
      fail Never "no"

      """
    let file = SourceFile(name: "p.pipe", text: plainHeader + text)
    #expect(compile(file, options: options).diagnostics.isEmpty)
  }

  @Test func `a text in a string or another comment is no allowance`() {
    expect(
      #"""
      let a = "//pipec:allow constant-condition b"
      let b = """
        //pipec:allow constant-condition b
        """
      /* //pipec:allow constant-condition b */
      /// //pipec:allow constant-condition b
      // //pipec:allow constant-condition b
      condition C if 1 == 2 { fail Stop a + b }
                     ^^^^^^ constant-condition
      """#)
  }

  @Test func `more comments than are read are reported once`() {
    let comments = String(repeating: "//pipec:allow constant-condition by hand\n", count: 1_005)
    let text = comments + "condition C if 1 == 2 { fail Stop \"no\" }\n"
    let found = compile(SourceFile(name: "p.pipe", text: plainHeader + text)).diagnostics.sorted
    #expect(found.count { $0.id == .unusedAllowance } == 999)
    #expect(
      found.filter { $0.id == .invalidAllowance }.map(\.message) == [
        "the file has more than 1000 allowances"
      ])
    #expect(found.count == 1_000)
  }

  @Test(arguments: [
    ("let a = 1\n  //pipec:allow missing-message x\nlet b = 1\n", "let a = 1\nlet b = 1\n"),
    ("let a = 1 //pipec:allow missing-message x\nlet b = 1\n", "let a = 1\nlet b = 1\n"),
    ("let a = 1\r\n//pipec:allow missing-message x\r\n", "let a = 1\r\n"),
    ("let a = 1 \t//pipec:allow missing-message x  \r\n", "let a = 1  \r\n"),
    ("/* a */ //pipec:allow missing-message x", "/* a */"),
    ("let a = 1\n//pipec:allow missing-message x", "let a = 1\n"),
  ])
  func `a comment is taken out without a trace`(before: String, after: String) throws {
    let source = SourceFile(name: "p.pipe", text: plainHeader + before)
    let unused = try #require(compile(source, options: .sketch).diagnostics.sorted.first)
    let fix = try #require(unused.fix)
    let text = String(decoding: fix.applied(to: source.bytes), as: UTF8.self)
    #expect(unused.id == .unusedAllowance && text == plainHeader + after)
  }
}
