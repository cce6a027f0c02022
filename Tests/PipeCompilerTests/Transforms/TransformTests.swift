import PipeCompiler
import TestSupport
import Testing

/// What transforms change, and what they must not.
@Suite struct TransformTests {
  /// Every transform, in the order in which the highest level runs them.
  private static let all = Transform.enabled(at: .merging)

  @Test(arguments: Corpus.inputs)
  func `transforms keep graphs valid, change them once, and keep what waits for what`(
    input: CorpusInput
  ) {
    guard let checked = Self.untouched(input.source) else { return }
    Self.checkLaws(checked, input.path)
  }

  @Test(
    .enabled(if: SharedCorpus.isPresent, "no shared corpus; `PIPEC_SHARED` names its directory"),
    arguments: SharedFolder.all)
  func `transforms keep what others wrote as well`(folder: SharedFolder) {
    for source in folder.sources {
      if let checked = Self.untouched(source) { Self.checkLaws(checked, source.name) }
    }
  }

  @Test func `an order that a reference implies is left out`() throws {
    let (graph, changes) = try Self.optimized(
      """
      step A: Lambda { FunctionArn: function
        returns { o: String } }
      step B: Lambda { FunctionArn: function
        args: { x: A.returns.o }
        after: A }
      """, at: .safe)
    #expect(Self.orders(of: graph) == [:])
    #expect(changes == ["`B` need not say that it comes after `A`: it reads from it"])
  }

  @Test func `an order that a chain of orders implies is left out`() throws {
    let (graph, changes) = try Self.optimized(
      """
      step A: Lambda { FunctionArn: function }
      step B: Lambda { FunctionArn: function
        after: A }
      step C: Lambda { FunctionArn: function
        after: [A, B] }
      """, at: .safe)
    #expect(Self.orders(of: graph) == ["B": ["A"], "C": ["B"]])
    #expect(changes == ["`C` need not say that it comes after `A`: it waits for `B`, which does"])
  }

  @Test func `an order stays if only a failure implies it`() throws {
    let (graph, changes) = try Self.optimized(
      """
      step A: Lambda { FunctionArn: function }
      step B: Lambda { FunctionArn: function
        after: A.finished }
      step C: Lambda { FunctionArn: function
        after: [A, B] }
      """, at: .merging)
    #expect(Self.orders(of: graph) == ["B": ["A"], "C": ["A", "B"]])
    #expect(changes == [])
  }

  @Test func `an order stays if only steps of a loop imply it, which may run for nothing`() throws {
    let (graph, _) = try Self.optimized(
      """
      step A: Lambda { FunctionArn: function }
      foreach L in ["x"] max 1 {
        step B: Lambda { FunctionArn: function
        after: A }
      }
      step C: Lambda { FunctionArn: function
        after: [A, L] }
      """, at: .safe)
    #expect(Self.orders(of: graph)["C"] == ["A", "L"])
  }

  @Test func `cached twins become one at the highest level only`() throws {
    let source = """
      defaults Processing {
        AppSpecification: { ImageUri: "111122223333.dkr.ecr.us-east-1.amazonaws.com/i:1" }
        ProcessingResources: {
          ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 }
        }
        cache: 30d
      }
      step A: Processing { }
      step B: Processing { }
      step C: Lambda {
        FunctionArn: function
        args: { a: A.ProcessingJobName, b: B.ProcessingJobName }
      }
      """
    let (kept, _) = try Self.optimized(source, at: .safe)
    #expect(kept.steps.count == 3)
    let (merged, changes) = try Self.optimized(source, at: .merging)
    #expect(merged.steps.elements.map { merged.text($0.name) } == ["A", "C"])
    #expect(changes.count == 1 && changes[0].hasPrefix("`A` does what `B` does"))
  }

  /// Returns the graph of `source` as it is written, if there is one.
  private static func untouched(_ source: SourceFile) -> CheckedGraph? {
    var options = CompilerOptions()
    options.optimization = .none
    return compile(source, options: options).graph
  }

  /// Returns the graph of the steps in `text` after the transforms of `level`, and what they changed.
  private static func optimized(
    _ text: String, at level: Optimization
  ) throws -> (PipelineGraph, [String]) {
    let head = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
      let function = "arn:aws:lambda:us-east-1:111122223333:function:f"

      """
    var options = CompilerOptions()
    options.optimization = level
    let compilation = compile(SourceFile(name: "p.pipe", text: head + text), options: options)
    let pipeline = try #require(
      compilation.pipelines.first, "\(compilation.diagnostics.sorted.map(\.message))")
    return (pipeline.graph.graph, pipeline.changes.map(\.words))
  }

  /// Returns after which steps each step of `graph` says that it comes.
  private static func orders(of graph: PipelineGraph) -> [String: [String]] {
    var orders: [String: [String]] = [:]
    for step in graph.steps.elements where !step.dependencies.isEmpty {
      orders[graph.text(step.name)] = step.dependencies.map { graph.text($0.step) }
    }
    return orders
  }

  /// Checks what holds for every transform of `checked`.
  private static func checkLaws(_ checked: CheckedGraph, _ name: String) {
    var graph = checked.graph
    for transform in all {
      let before = graph
      var log = TransformLog()
      transform.run(&graph, &log)
      #expect(graph.satisfiesInvariants, "\(name): \(transform.name)")
      let steps = before.steps.count
      #expect(graph.steps.count == steps || !log.changes.isEmpty, "\(name): \(transform.name)")
      if graph.steps.count == steps {
        #expect(closure(of: graph) == closure(of: before), "\(name): \(transform.name)")
      }
      let once = graph.dump()
      var second = TransformLog()
      transform.run(&graph, &second)
      #expect(graph.dump() == once && second.changes.isEmpty, "\(name): \(transform.name) twice")
    }
  }

  /// Returns, for each step of `graph`, the steps that it waits for directly or by way of others.
  private static func closure(of graph: PipelineGraph) -> [Set<UInt32>] {
    let rows = DependencyGraph(of: graph)
    var closure = [Set<UInt32>](repeating: [], count: graph.steps.count)
    for step in rows.executionOrder().steps {
      for edge in rows.edges(from: step) {
        closure[Int(step.offset)].insert(edge.target.offset)
        closure[Int(step.offset)].formUnion(closure[Int(edge.target.offset)])
      }
    }
    return closure
  }
}
