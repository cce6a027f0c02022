import Foundation
import PipeCompiler
import TestSupport
import Testing

/// What holds for all texts: those of the corpus, and damaged ones.
@Suite struct LawsTests {
  /// How many damaged texts are made of each one; `PIPEC_MUTATIONS` asks for more.
  private static let mutants: Int =
    ProcessInfo.processInfo.environment["PIPEC_MUTATIONS"].flatMap { Int($0) } ?? 4
  /// Longer texts are not damaged unless asked for, since a debug build is slow.
  private static let limit = 16_384

  @Test(arguments: Corpus.inputs)
  func `every text is compiled to an end, and every span lies in it`(input: CorpusInput) {
    Self.checkSpans(compile(input.source))
  }

  @Test(arguments: Corpus.inputs)
  func `every damaged text is compiled to an end, and every span lies in it`(input: CorpusInput) {
    for mutant in Self.mutants(of: input) { Self.checkSpans(compile(mutant)) }
  }

  @Test(arguments: Corpus.inputs)
  func `a damaged text gives the same bytes twice`(input: CorpusInput) {
    for mutant in Self.mutants(of: input) {
      let same = outcome(of: mutant) == outcome(of: mutant)
      #expect(same, "\(mutant.name)")
    }
  }

  @Test(arguments: Corpus.inputs)
  func `applying a fix removes its diagnostic`(input: CorpusInput) {
    let source = input.source
    for diagnostic in compile(source).diagnostics.sorted {
      guard let fix = diagnostic.fix else { continue }
      var bytes = source.bytes
      bytes.replaceSubrange(fix.span.range.clamped(to: 0..<bytes.count), with: fix.replacement.utf8)
      let after = compile(SourceFile(name: source.name, bytes: bytes)).diagnostics.sorted
      let remains = after.contains {
        $0.id == diagnostic.id && $0.message == diagnostic.message
          && $0.origin.span?.start == diagnostic.origin.span?.start
      }
      #expect(!remains, "\(transcript(of: diagnostic, in: source))")
    }
  }

  @Test func `texts without any sense are compiled to an end`() {
    var random = SplitMix64(seed: 2)
    for length in [0, 1, 2, 3, 17, 256, 4_096] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      Self.checkSpans(compile(SourceFile(name: "\(length) bytes", bytes: bytes)))
    }
    for piece in ["(", "[", "{", "!", "-", "\"\\(", "/*", "a.", "a ? ", "if a {", "\"\"\""] {
      let text = String(repeating: piece, count: 3_000)
      Self.checkSpans(compile(SourceFile(name: piece, text: "pipeline \"p\" { }\nlet a = \(text)")))
    }
  }

  /// Returns damaged copies of `input`, named for how to get them again.
  private static func mutants(of input: CorpusInput) -> [SourceFile] {
    let bytes = input.source.bytes
    guard bytes.count <= limit || mutants > 12 else { return [] }
    return mutations(of: bytes, count: mutants, seed: UInt64(bytes.count)).enumerated().map {
      SourceFile(name: "\(input.path), mutant \($0)", bytes: $1)
    }
  }

  /// Expects that everything said about `compilation` is about places that exist.
  private static func checkSpans(_ compilation: Compilation) {
    let length = compilation.file.bytes.count
    for diagnostic in compilation.diagnostics.sorted {
      let spans =
        ([diagnostic.origin] + diagnostic.related.map(\.origin)).compactMap(\.span)
        + [diagnostic.fix?.span].compactMap { $0 }
      let inside = spans.allSatisfy { $0.start <= $0.end && Int($0.end) <= length }
      #expect(inside, "\(compilation.file.name): \(diagnostic.id.rawValue): \(diagnostic.message)")
    }
    #expect(
      (compilation.graph == nil) == compilation.diagnostics.containsErrors || !frontEndIsMerged)
  }
}
