import PipeCompiler
import TestSupport
import Testing

/// What the catalogue of diagnostics promises.
@Suite struct CatalogueTests {
  /// The names of the diagnostics without a case in the corpus, and why.
  private static let withoutCase: [String: String] = [
    "source-too-large": "the text would have 32 MB",
    "duplicate-file": "it takes two files",
    "definition-too-large": "the definition would have a million characters",
    "manifest-too-large": "the manifest would have hundreds of thousands of bytes",
    "resource-too-large": "the manifest would have more than a million bytes",
  ]

  @Test(arguments: DiagnosticID.allCases)
  func `every diagnostic has a page that says what, why and what to do`(id: DiagnosticID) throws {
    let page = try #require(id.page)
    for text in [page.what, page.why, page.remedy] {
      #expect(text.hasSuffix("."), "\(id.rawValue): \(text)")
    }
  }

  @Test(arguments: DiagnosticID.allCases)
  func `an example raises what its page is about, and no other error`(id: DiagnosticID) throws {
    guard let example = id.page?.example, !example.isEmpty else { return }
    let compilation = compile(
      SourceFile(name: "example", text: example), options: CompilerOptions(raising: id))
    let raised = compilation.diagnostics.sorted
    #expect(raised.contains { $0.id == id }, "\(transcript(of: compilation))")
    let others = raised.filter { $0.severity == .error && $0.id != id }
    #expect(others.isEmpty, "\(transcript(of: compilation))")
  }

  @Test(arguments: DiagnosticID.allCases)
  func `every diagnostic is raised somewhere in the corpus`(id: DiagnosticID) {
    let hasCase = Corpus.invalid.contains { $0.id == id }
    let reason = Self.withoutCase[id.rawValue]
    #expect(hasCase || reason != nil, "Tests/Corpus/invalid/\(id.rawValue) is missing")
    #expect(!hasCase || reason == nil, "\(id.rawValue) has a case after all")
  }

  @Test func `names are lower case words joined by hyphens`() {
    for id in DiagnosticID.allCases {
      let isPlain = id.rawValue.utf8.allSatisfy { $0.isWordByte || $0 == UInt8(ascii: "-") }
      #expect(isPlain && id.rawValue == id.rawValue.lowercased(), "\(id.rawValue)")
    }
  }

  @Test func `no two texts of the corpus share a golden`() {
    let goldens = Corpus.invalid.map(\.golden)
    for (golden, next) in zip(goldens.sorted(), goldens.sorted().dropFirst()) {
      #expect(golden != next)
    }
  }

  @Test func `every folder of the corpus is named for a diagnostic`() {
    for folder in Repository.folders(in: "Tests/Corpus/invalid") {
      #expect(DiagnosticID(rawValue: folder) != nil, "Tests/Corpus/invalid/\(folder)")
    }
  }
}
