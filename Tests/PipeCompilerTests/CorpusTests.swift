import Foundation
import PipeCompiler
import TestSupport
import Testing

/// The corpus against its goldens, one test for each stage.
@Suite struct CorpusTests {
  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus is read as tokens`(pipeline: ValidCase) {
    var diagnostics = Diagnostics()
    let tokens = tokenize(pipeline.source, reportingTo: &diagnostics)
    #expect(diagnostics.isEmpty)
    expectGolden(tokens.dump(), at: pipeline.golden(.tokens))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus is read as a syntax tree`(pipeline: ValidCase) {
    var diagnostics = Diagnostics()
    let tokens = tokenize(pipeline.source, reportingTo: &diagnostics)
    let syntax = parse(tokens, reportingTo: &diagnostics)
    #expect(diagnostics.isEmpty)
    expectGolden(syntax.dump(), at: pipeline.golden(.syntax))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus gives its graph`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source, loader: pipeline.loader).graph)
    expectGolden(graph.graph.dump(), at: pipeline.golden(.graph))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus gives its definition`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source, loader: pipeline.loader).graph)
    let definition = emit(graph, as: .sagemaker)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(definition)) }
    expectGolden(definition, at: pipeline.golden(.sagemaker))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus gives its manifest`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source, loader: pipeline.loader).graph)
    expectGolden(emit(graph, as: .ack), at: pipeline.golden(.ack))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus gives its runs`(pipeline: ValidCase) {
    let runs = compile(pipeline.source).outputs.filter { $0.target == .execution }
    let path = pipeline.golden(.runs)
    guard !runs.isEmpty || Repository.exists(path) else { return }
    let texts = runs.map { "# \($0.file ?? "")\n" + String(decoding: $0.bytes, as: UTF8.self) }
    expectGolden(texts.joined(separator: "---\n"), at: path)
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus is simulated`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source).graph)
    expectGolden(simulate(graph).text, at: pipeline.golden(.simulation))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus has its permissions`(pipeline: ValidCase) throws {
    let graph = try #require(compile(pipeline.source).graph)
    expectGolden(permissions(of: graph).text(trust: false), at: pipeline.golden(.permissions))
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline of the corpus raises its warnings and no others`(pipeline: ValidCase) {
    let compilation = compile(pipeline.source, loader: pipeline.loader)
    #expect(!compilation.diagnostics.containsErrors, "\(transcript(of: compilation))")
    let path = pipeline.golden(.warnings)
    guard !compilation.diagnostics.isEmpty || Repository.exists(path) else { return }
    expectGolden(transcript(of: compilation), at: path)
  }

  @Test(arguments: Corpus.valid)
  func `a definition of the corpus is checked as the text that it was made from`(
    pipeline: ValidCase
  ) {
    let path = pipeline.golden(.sagemaker)
    let compilation = compile(SourceFile(name: path, bytes: Repository.bytes(at: path) ?? []))
    #expect(!compilation.diagnostics.containsErrors, "\(transcript(of: compilation))")
    let raised = Set(
      compile(pipeline.source, loader: pipeline.loader).diagnostics.sorted.map(\.message))
    // What is `raw` in the text is only unknown in the definition.
    let unknown: [DiagnosticID] = [.unknownArgument, .unfamiliarStepType]
    for diagnostic in compilation.diagnostics.sorted where !unknown.contains(diagnostic.id) {
      #expect(raised.contains(diagnostic.message), "\(transcript(of: compilation))")
    }
  }

  @Test(arguments: Corpus.clean)
  func `a clean text raises nothing`(input: CorpusInput) {
    let compilation = compile(input.source, loader: .repository)
    #expect(compilation.diagnostics.isEmpty, "\(transcript(of: compilation))")
  }

  @Test(arguments: Corpus.invalid)
  func `a wrong text is reported as its folder and its golden say`(text: InvalidCase) {
    let compilation = compile(text.source, options: text.options, loader: text.loader)
    let raised = compilation.diagnostics.sorted.map(\.id)
    #expect(raised.contains { $0 == text.id }, "\(transcript(of: compilation))")
    expectGolden(
      render(compilation.diagnostics, of: compilation.sources, as: .human, style: .plain),
      at: text.golden)
  }
}
