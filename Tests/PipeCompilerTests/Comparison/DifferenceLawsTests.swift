import PipeCompiler
import TestSupport
import Testing

/// What holds for all differences.
@Suite struct DifferenceLawsTests {
  /// The longest texts that are compared with changed copies of themselves.
  private static let limit = 65_536

  @Test(arguments: Corpus.inputs)
  func `nothing differs from itself`(input: CorpusInput) {
    let graphs = pipelines(in: input.source)
    let difference = PipelineSetDifference(from: graphs, to: graphs, isIdentical: true)
    #expect(difference.verdict == .equal || graphs.isEmpty, "\(input.path)")
  }

  @Test(arguments: SharedFolder.all)
  func `no definition of others differs from itself`(folder: SharedFolder) {
    if folder.files.isEmpty {
      print("SKIPPED the definitions of \(folder.name): they are not here")
    }
    for source in folder.sources {
      let graphs = pipelines(in: source)
      let difference = PipelineSetDifference(from: graphs, to: graphs, isIdentical: true)
      #expect(difference.verdict == .equal || graphs.isEmpty, "\(source.name)")
    }
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline says what it is compiled to`(pipeline: ValidCase) {
    let compilation = compile(pipeline.source, loader: pipeline.loader)
    let written = compilation.pipelines.map(\.graph.graph)
    for stage in [Stage.sagemaker, .ack] {
      let bytes = Repository.bytes(at: pipeline.golden(stage)) ?? []
      let read = pipelines(in: SourceFile(name: stage.rawValue, bytes: bytes))
      let difference = PipelineSetDifference(from: written, to: read)
      let text = String(decoding: difference.rendered(as: .human), as: UTF8.self)
      #expect(difference.verdict == .format, "\(text)")
    }
  }

  @Test(arguments: Corpus.definitions.filter { !$0.path.contains("/invalid/") })
  func `a changed scalar is found, nothing else is, and it is found from both sides`(
    input: CorpusInput
  ) {
    Self.checkMutations(of: input.source)
  }

  @Test(arguments: SharedFolder.all)
  func `a changed scalar of others' definitions is found as well`(folder: SharedFolder) {
    for (number, source) in folder.sources.enumerated() where number % 10 == 0 {
      Self.checkMutations(of: source)
    }
  }

  /// Changes scalars in the arguments of the pipeline in `source`, and expects to find just those.
  private static func checkMutations(of source: SourceFile) {
    guard source.bytes.count <= limit, let graph = pipelines(in: source).first else { return }
    var random = SplitMix64(seed: UInt64(source.bytes.count))
    let scalars = scalars(in: graph)
    for _ in 0..<min(3, scalars.count) {
      guard let scalar = scalars.randomElement(using: &random) else { return }
      var bytes = source.bytes
      bytes.replaceSubrange(scalar.span.range, with: "\"something else\"".utf8)
      let mutant = SourceFile(name: source.name, bytes: bytes)
      let (before, after) = ([graph], pipelines(in: mutant))
      guard !after.isEmpty else { continue }
      let forth = PipelineSetDifference(from: before, to: after).pipelines.flatMap(\.changes)
      let back = PipelineSetDifference(from: after, to: before).pipelines.flatMap(\.changes)
      let place = "\(source.name) at \(scalar.span.start): \(forth.map(\.path))"
      #expect(forth.count == 1 && forth.first?.new == "\"something else\"", "\(place)")
      #expect(forth.first?.path.hasSuffix(scalar.name) == true, "\(place) \(scalar.name)")
      #expect(
        forth.map(\.path) == back.map(\.path) && forth.map(\.old) == back.map(\.new), "\(place)")
    }
  }

  /// A scalar that can be changed without making its entry another one.
  private struct Scalar {
    /// The name of the member.
    let name: String
    /// Where the scalar is written.
    let span: SourceSpan
  }

  /// Returns the scalars in objects in the arguments of `graph`, those that name something aside.
  private static func scalars(in graph: PipelineGraph) -> [Scalar] {
    var (found, seen): ([Scalar], Set<Symbol>) = ([], [])
    for step in graph.steps.indices {
      // Of two steps of one name only the last one counts.
      guard seen.insert(graph.steps[step].name).inserted else { return [] }
      var stack = [graph.arguments(of: step)].compactMap { $0 }
      while let next = stack.popLast() {
        for member in graph.object(next) ?? [] {
          let name = graph.text(member.key)
          switch graph.values[member.value] {
          case .string, .number, .boolean:
            guard !name.hasSuffix("Name"), name != "Key", !name.contains("Hostname") else {
              continue
            }
            guard let span = graph.origin(of: member.value).span else { continue }
            found.append(Scalar(name: name, span: span))
          case .object, .list: stack.append(member.value)
          default: continue
          }
        }
        stack += graph.list(next) ?? []
      }
    }
    return found
  }
}
