import Foundation
import PipeCompiler
import Testing

@Suite struct LineRendererTests {
  /// A file with two lines.
  private let file = SourceFile(name: "dir/a.pipe", text: "let é = 1\nlet b = é + c\n")

  @Test func `the concise form is one line per diagnostic in the order of the text`() {
    let text = rendered(
      [
        Diagnostic(.missingRole, "no role", at: .synthesized),
        Diagnostic(.unknownName, "unknown `c`\nhere", at: place(of: "c", in: file)),
        Diagnostic(.duplicateName, "twice", at: place(of: "=", in: file)),
      ], of: file, as: .concise)
    #expect(
      text == """
        dir/a.pipe:1:7: error[duplicate-name]: twice
        dir/a.pipe:2:13: error[unknown-name]: unknown `c` here
        dir/a.pipe: warning[missing-role]: no role

        """)
  }

  @Test func `the JSON form has all there is to say`() {
    let diagnostic = Diagnostic(
      .unknownName, "unknown \"c\"", at: place(of: "c", in: file), label: "here",
      related: [Label("there", at: .synthesized), Label("é", at: .text(SourceSpan(4, 6)))],
      why: "a\tb", help: "c\\d",
      fix: Fix("write `b`", replacing: place(of: "c", in: file), with: "b\n"))
    #expect(
      rendered([diagnostic], of: file, as: .json) == #"""
        {"id":"unknown-name","severity":"error","message":"unknown \"c\"","file":"dir/a.pipe",\#
        "span":{"start":24,"end":25,"startLine":2,"startColumn":13,"endLine":2,"endColumn":14},\#
        "label":"here","related":[{"file":"dir/a.pipe","span":null,"text":"there"},\#
        {"file":"dir/a.pipe","span":{"start":4,"end":6,\#
        "startLine":1,"startColumn":5,"endLine":1,"endColumn":6},"text":"é"}],"why":"a\tb",\#
        "help":"c\\d","fix":{"title":"write `b`","edits":[{"start":24,"end":25,\#
        "replacement":"b\n"}]}}

        """#)
  }

  @Test func `JSON is JSON whatever the names are`() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{202E}", "\u{E0041}", "😀"]
    let name = String(String.UnicodeScalarView(scalars))
    let file = SourceFile(name: name, text: "x")
    let line = rendered([Diagnostic(.unknownName, name, at: .synthesized)], of: file, as: .json)
    #expect(line.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["file"] as? String == name)
    #expect(object?["message"] as? String == name)
    #expect(object?["why"] is NSNull)
  }

  @Test func `nothing to say is nothing`() {
    for format in DiagnosticFormat.allCases where format != .sarif {
      #expect(rendered([], of: file, as: format) == "")
    }
  }
}
