import PipeCompiler
import PipeDSL
import TestSupport
import Testing

/// Whatever definitions can say can be said in Swift.
@Suite struct FeatureTests {
  @Test(arguments: Feature.all)
  func `a feature in Swift is what it is in the language`(feature: Feature) {
    let text = compile(
      SourceFile(name: "feature.pipe", text: feature.text), options: .sketch,
      loader: Feature.files)
    let swift = feature.pipeline().compiled(options: .sketch, loader: Feature.files)
    for compilation in [text, swift] where compilation.diagnostics.containsErrors {
      let bytes = render(compilation.diagnostics, of: compilation.sources)
      Issue.record("\(feature.name):\n\(String(decoding: bytes, as: UTF8.self))")
    }
    let outputs = [text, swift].map { $0.pipelines.flatMap(\.outputs) }
    #expect(!outputs[0].isEmpty && outputs[0].map(\.file) == outputs[1].map(\.file))
    for (theirs, ours) in zip(outputs[0], outputs[1]) where theirs.bytes != ours.bytes {
      let difference = unifiedDiff(
        from: theirs.bytes, named: "language", to: ours.bytes, named: "Swift")
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

extension Feature {
  /// What both read of the project.
  fileprivate static let files = SourceLoader { path, _ in
    let files = ["jobs/train.py": "print(1)\n", "note.txt": "hi", "names.json": "{\"A\": \"b\"}"]
    guard let text = files[path] else { return .failure(LoadFailure("there is no such file")) }
    return .success(Array(text.utf8))
  }
}

extension Substring {
  /// The text without the spaces round it.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
