import Foundation
import PipeCompiler
import TestSupport
import Testing

/// The corpus against its goldens, one test for each stage.
@Suite struct CorpusTests {
  @Test(.whenMerged, arguments: Corpus.valid)
  func `a pipeline of the corpus compiles without a word`(pipeline: ValidCase) {
    let compilation = compile(pipeline.source)
    #expect(compilation.diagnostics.isEmpty, "\(transcript(of: compilation))")
    #expect(compilation.graph != nil)
  }

  @Test(.whenMerged, arguments: Corpus.valid)
  func `a pipeline of the corpus gives its definition`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source).graph)
    let definition = emit(graph, as: .sagemaker)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(definition)) }
    expectGolden(definition, at: pipeline.golden(.sagemaker))
  }

  @Test(.whenMerged, arguments: Corpus.valid)
  func `a pipeline of the corpus gives its manifest`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source).graph)
    expectGolden(emit(graph, as: .ack), at: pipeline.golden(.ack))
  }

  @Test(.whenMerged, arguments: Corpus.invalid)
  func `a wrong text is reported as its folder and its golden say`(text: InvalidCase) {
    let compilation = compile(text.source)
    let raised = compilation.diagnostics.sorted.map(\.id)
    #expect(raised.contains { $0 == text.id }, "\(transcript(of: compilation))")
    expectGolden(
      render(compilation.diagnostics, of: text.source, as: .human, style: .plain), at: text.golden)
  }
}
