import PipeCompiler
import TestSupport
import Testing

/// What the catalogue of diagnostics promises.
@Suite struct CatalogueTests {
  /// The diagnostics without a case in the corpus, and why.
  private static let withoutCase: [DiagnosticID: String] = [
    .sourceTooLarge: "the text would have 32 MB",
    .evaluationLimit: "no short text takes that long",
    .quotaExceeded: "the text would have hundreds of steps",
    .definitionTooLarge: "the definition would have a million characters",
    .manifestTooLarge: "the manifest would have hundreds of thousands of bytes",
    .duplicateOutput: "it takes two files",
    .notSupportedYet: "it goes away with what it is about",
  ]

  @Test(.whenMerged, arguments: DiagnosticID.allCases)
  func `every diagnostic has a page that says what, why and what to do`(id: DiagnosticID) throws {
    let page = try #require(id.page)
    for text in [page.what, page.why, page.remedy] {
      #expect(text.hasSuffix(".") && text.first?.isLowercase != true, "\(id.rawValue): \(text)")
    }
  }

  @Test(.whenMerged, arguments: DiagnosticID.allCases)
  func `an example raises what its page is about, and no other error`(id: DiagnosticID) throws {
    guard let example = id.page?.example, !example.isEmpty else { return }
    let compilation = compile(SourceFile(name: "example.pipe", text: example))
    let raised = compilation.diagnostics.sorted
    #expect(raised.contains { $0.id == id }, "\(transcript(of: compilation))")
    let others = raised.filter { $0.severity == .error && $0.id != id }
    #expect(others.isEmpty, "\(transcript(of: compilation))")
  }

  @Test(.whenMerged, arguments: DiagnosticID.allCases)
  func `every diagnostic is raised somewhere in the corpus`(id: DiagnosticID) {
    let hasCase = Corpus.invalid.contains { $0.id == id }
    #expect(hasCase != (Self.withoutCase[id] != nil), "Tests/Corpus/invalid/\(id.rawValue)")
  }

  @Test func `names are lower case words joined by hyphens, and each is used once`() {
    for id in DiagnosticID.allCases {
      let isPlain = id.rawValue.utf8.allSatisfy {
        $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      let isPlainOrEncoding = isPlain || id == .invalidUTF8
      #expect(isPlainOrEncoding, "\(id.rawValue)")
    }
  }

  @Test func `every folder of the corpus is named for a diagnostic`() {
    for folder in Repository.folders(in: "Tests/Corpus/invalid") {
      #expect(DiagnosticID(rawValue: folder) != nil, "Tests/Corpus/invalid/\(folder)")
    }
  }
}
