@testable import PipeCompiler
import TestSupport
import Testing

/// What holds for definitions that are written as texts in the language.
@Suite struct DecompilationTests {
  /// The definitions whose texts are kept.
  private static let cases = Corpus.definitions.filter {
    $0.path.hasPrefix("Tests/Corpus/import/")
  }

  @Test(arguments: cases)
  func `a definition becomes the text that one would write`(input: CorpusInput) {
    let text = decompile(input.source, named: "imported")
    #expect(text.isExact)
    expectGolden(text.bytes ?? [], at: input.path.dropLast(5) + ".imported")
  }

  @Test(arguments: Corpus.valid)
  func `the definition of a pipeline becomes a text again`(pipeline: ValidCase) throws {
    let bytes = try #require(Repository.bytes(at: pipeline.golden(.sagemaker)))
    let text = decompile(SourceFile(name: "a.json", bytes: bytes), named: pipeline.name)
    #expect(text.isExact)
    expectGolden(text.bytes ?? [], at: pipeline.golden(.imported))
  }

  @Test(arguments: Corpus.definitions)
  func `building the text of a definition gives the definition`(input: CorpusInput) {
    Self.check(input.source)
  }

  @Test(arguments: Corpus.definitions)
  func `building the text of a changed definition gives that`(input: CorpusInput) {
    let bytes = input.source.bytes
    guard bytes.count <= 8_192 else { return }
    let changed = definitionMutations(
      of: bytes, count: mutantCount(1), seed: UInt64(bytes.count))
    for (number, mutant) in changed.enumerated() {
      Self.check(SourceFile(name: "\(input.path), mutant \(number).json", bytes: mutant))
    }
  }

  @Test(arguments: 0..<8)
  func `building the text of a definition that nobody would write gives that`(seed: Int) {
    var generator = DefinitionGenerator(seed: UInt64(seed))
    for number in 0..<mutantCount(40) {
      let text = generator.definition()
      Self.check(SourceFile(name: "seed \(seed), number \(number).json", text: text))
    }
  }

  @Test(arguments: Corpus.valid)
  func `a text without short forms gives the same definition`(pipeline: ValidCase) throws {
    let text = expand(pipeline.source)
    #expect(text.isExact)
    let bytes = try #require(text.bytes)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("channel "))
    let file = SourceFile(name: "a.pipe", bytes: bytes)
    let graphs = try [pipeline.source, file].map { try #require(Self.graph(of: $0)) }
    let definitions = graphs.map { write($0, as: [.sagemaker]).outputs.first?.bytes }
    var diagnostics = Diagnostics()
    let documents = try definitions.map {
      try #require(DefinitionDocument($0 ?? [], reportingTo: &diagnostics))
    }
    let comparison = DocumentComparison(wanted: documents[0], found: documents[1])
    #expect(comparison.areSame(documents[0].root, documents[1].root))
    #expect(graphs[0].header.tags == nil || graphs[1].header.tags != nil)
  }

  @Test func `what can't be read is reported`() {
    for text in ["", "[]", "{", "{\"Steps\": [{\"Name\": 1}]}", "{\"Steps\": [\"\\ud800\"]}"] {
      let result = decompile(SourceFile(name: "a.json", text: text), named: "a")
      #expect(result.bytes == nil)
      #expect(result.diagnostics.containsErrors)
    }
  }

  @Test func `values may lie in one another as deeply as definitions are read`() {
    let deep = String(repeating: "[{\"a\":", count: 75) + "1" + String(repeating: "}]", count: 75)
    let text = """
      {"Version": "2020-12-01", "Steps": [
        {"Name": "A", "Type": "Lambda", "Arguments": {"x": \(deep)}, "FunctionArn": "f"}]}
      """
    let result = decompile(SourceFile(name: "a.json", text: text), named: "a")
    #expect(result.isExact)
  }

  /// Expects that the text of `source`, if that is a definition, gives it again and is laid out.
  private static func check(_ source: SourceFile) {
    let result = decompile(source, named: "imported")
    guard let bytes = result.bytes else { return #expect(result.diagnostics.containsErrors) }
    let isTwice = result.diagnostics.sorted.contains { $0.id == .duplicateKey }
    #expect(result.isExact || isTwice, "\(source.name)")
    let file = SourceFile(name: "a.pipe", bytes: bytes)
    #expect(format(file).bytes == bytes, "\(source.name)")
    if !isTwice { checkBuild(of: file, like: source) }
  }

  /// Expects that the text in `file` is built into the definition `source`, whatever the service takes.
  private static func checkBuild(of file: SourceFile, like source: SourceFile) {
    var options = CompilerOptions()
    options.levels = Levels([.overruled])
    options.targets = [.sagemaker]
    let result = compile(file, options: options)
    let errors = result.diagnostics.sorted.filter { $0.severity == .error }
    guard let output = result.pipelines.first?.outputs.first else {
      return #expect(Bool(false), "\(source.name): \(errors.map(\.message))")
    }
    var diagnostics = Diagnostics()
    guard let wanted = DefinitionDocument(source.bytes, reportingTo: &diagnostics),
      let found = DefinitionDocument(output.bytes, reportingTo: &diagnostics)
    else { return #expect(Bool(false), "\(source.name)") }
    // What has no steps is no definition.
    guard wanted.list(wanted.graph.member(.steps, of: wanted.root)) != nil else { return }
    let comparison = DocumentComparison(wanted: wanted, found: found)
    let isSame = comparison.areSame(wanted.root, found.root)
    #expect(isSame, "\(source.name)")
  }

  /// Returns the graph of the text in `file`, unless something is wrong with it before it is checked.
  private static func graph(of file: SourceFile) -> PipelineGraph? {
    var diagnostics = Diagnostics()
    let tree = parse(tokenize(file, reportingTo: &diagnostics), reportingTo: &diagnostics)
    let graph = lower(tree, with: CompilerOptions(), reportingTo: &diagnostics)
    return diagnostics.containsErrors ? nil : graph
  }
}
