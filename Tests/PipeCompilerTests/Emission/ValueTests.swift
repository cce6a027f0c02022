import Foundation
import PipeCompiler
import Testing

/// Values and expressions in the pipeline definition.
struct ValueTests {
  @Test func `a reference is the path that the service reads`() {
    var builder = GraphDraft()
    let name = builder.symbol("N")
    let (member, index) = (builder.symbol("M"), builder.symbol("0"))
    let key = builder.symbol("val:acc")
    let text = builder.symbol("Odd..text")
    let references: [(Index<Value>, String)] = [
      (builder.reference(.parameter(name)), "Parameters.N"),
      (builder.reference(.execution(name)), "Execution.N"),
      (builder.reference(.experiment(name)), "PipelineExperimentConfig.N"),
      (
        builder.reference(.step(name), .member(member), .index(index), .key(key)),
        "Steps.N.M[0]['val:acc']"
      ),
      (builder.reference(.currentItem), "ForEach.CurrentItem"),
      (builder.reference(.currentItem, .member(member)), "ForEach.CurrentItem.M"),
      (builder.reference(.iterationOutput(name), .member(member)), "IterationOutput.N.M"),
      (builder.reference(.unreadable(text)), "Odd..text"),
    ]
    builder.step(with: builder.list(references.map(\.0)))
    let emitted = builder.emitted(as: .sagemaker)
    for (_, path) in references { #expect(emitted.contains("\"Get\": \"\(path)\"\n")) }
  }

  @Test func `joins and values from files are objects of one member`() {
    var builder = GraphDraft()
    let join = builder.join(
      "/", [builder.string("s3:/"), builder.parameter("B"), builder.number("7")])
    let report = builder.report("Eval", "Report", "m.acc")
    let path = builder.symbol("x")
    let file = builder.graph.add(jsonGet: .uri(join), path: path, at: .synthesized)
    builder.step(with: builder.list([report, file]))
    #expect(
      builder.emitted(as: .sagemaker).contains(
        """
                "X": [
                  {
                    "Std:JsonGet": {
                      "PropertyFile": {
                        "Get": "Steps.Eval.PropertyFiles.Report"
                      },
                      "Path": "m.acc"
                    }
                  },
                  {
                    "Std:JsonGet": {
                      "S3Uri": {
                        "Std:Join": {
                          "On": "/",
                          "Values": [
                            "s3:/",
                            {
                              "Get": "Parameters.B"
                            },
                            7
                          ]
                        }
                      },
                      "Path": "x"
                    }
                  }
                ]

        """))
  }

  @Test func `plain values are plain JSON`() {
    var builder = GraphDraft()
    let values = [
      builder.value(.null), builder.value(.boolean(true)), builder.number("1e3"),
      builder.list([]), builder.object([:]), builder.value(.duration(90)),
    ]
    builder.step(with: builder.list(values))
    #expect(
      builder.emitted(as: .sagemaker).contains(
        """
                "X": [
                  null,
                  true,
                  1e3,
                  [],
                  {},
                  90
                ]

        """))
  }

  @Test(arguments: [
    ("\"\\/", #"\"\\/"#), ("\n\r\t\u{8}\u{c}", #"\n\r\t\b\f"#), ("\0\u{1f}", #"\u0000\u001f"#),
    ("~\u{7f}\u{80}\u{85}\u{9f}\u{a0}", "~\\u007f\\u0080\\u0085\\u009f\u{a0}"),
    ("\u{2027}\u{2028}\u{2029}\u{202a}", "\u{2027}\\u2028\\u2029\u{202a}"),
    ("\u{feff}\u{fffd}\u{fffe}\u{ffff}", "\\ufeff\u{fffd}\\ufffe\\uffff"),
    ("\u{e9}\u{ff}\u{100}\u{1f600}\u{10ffff}", "\u{e9}\u{ff}\u{100}\u{1f600}\u{10ffff}"),
  ])
  func `only what JSON or YAML cannot hold is escaped`(text: String, escaped: String) {
    var builder = GraphDraft()
    let value = builder.string(text)
    builder.step(with: value)
    #expect(builder.emitted(as: .sagemaker).contains("\"X\": \"\(escaped)\"\n"))
  }

  @Test func `every code point survives in a value and in a key`() throws {
    var builder = GraphDraft()
    var texts: [String] = []
    for plane in stride(from: UInt32(0), to: 0x11_0000, by: 0x1000) where plane & 0xF800 != 0xD800 {
      texts.append(
        String(String.UnicodeScalarView((plane..<plane + 0x400).compactMap(Unicode.Scalar.init))))
    }
    texts.append(String(String.UnicodeScalarView((0..<0x3000).compactMap(Unicode.Scalar.init))))
    let values = texts.map { text in builder.string(text) }
    let key = builder.graph.add(
      object: [Member(builder.symbol(texts[0]), values[0])], at: .synthesized)
    builder.step(with: builder.list(values + [key]))
    let emitted = Data(builder.emitted(as: .sagemaker).utf8)
    let read = try JSONSerialization.jsonObject(with: emitted)
    let steps = (read as? [String: Any])?["Steps"] as? [[String: Any]]
    let list = (steps?.first?["Arguments"] as? [String: Any])?["X"] as? [Any]
    #expect(list?.dropLast().map { $0 as? String } == texts)
    #expect(list?.last as? [String: String] == [texts[0]: texts[0]])
  }

  @Test func `deep nesting is no trouble`() throws {
    var builder = GraphDraft()
    var value = builder.number("1")
    for _ in 0..<200 { value = builder.object(["a": builder.list([value])]) }
    builder.step(with: value)
    let emitted = Data(builder.emitted(as: .sagemaker).utf8)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: emitted) }
  }
}
