import PipeCompiler
import PipeDSL
import TestSupport
import Testing

/// Whatever definitions can say can be said in Swift.
@Suite struct FeatureTests {
  @Test(arguments: Feature.all)
  func `a feature in Swift is what it is in the language`(feature: Feature) {
    let text = compile(
      SourceFile(name: "feature.pipe", text: Feature.header + feature.text), options: .sketch)
    let swift = feature.pipeline().compiled(options: .sketch)
    for compilation in [text, swift] where compilation.diagnostics.containsErrors {
      let bytes = render(compilation.diagnostics, of: compilation.sources)
      Issue.record("\(feature.name):\n\(String(decoding: bytes, as: UTF8.self))")
    }
    let outputs = [text, swift].map { $0.outputs.first?.bytes ?? [] }
    #expect(!outputs[0].isEmpty)
    if outputs[0] != outputs[1] {
      let difference = unifiedDiff(
        from: outputs[0], named: "language", to: outputs[1], named: "Swift")
      Issue.record("\(feature.name):\n\(String(decoding: difference, as: UTF8.self))")
    }
    #expect(swift.graph?.graph.satisfiesInvariants ?? false)
  }

  @Test func `every type of step that there is has its feature`() {
    let types = Set(Feature.all.map(\.name))
    for kind in StepKind.allCases where kind != .other {
      let name = kind.rawValue
      #expect(types.contains { $0.hasPrefix(name) }, "\(name)")
    }
  }

  @Test func `the table of the page is the list of features`() {
    let page = Repository.text(at: "docs/dsl.md")
    let rows = page.split(separator: "\n").drop { $0 != "| feature | in Swift |" }.dropFirst(2)
      .prefix { $0.hasPrefix("|") }
      .compactMap { $0.split(separator: "|").first.map { $0.trimmed } }
    #expect(rows == Feature.all.map(\.name))
  }
}

extension Substring {
  /// The text without the spaces round it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
