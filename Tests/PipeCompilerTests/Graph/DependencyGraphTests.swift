import PipeCompiler
import TestSupport
import Testing

/// Returns the rows of a graph with these edges, from the step that waits to the other one.
private func rows(_ count: Int, _ edges: [(Int, Int)]) -> DependencyGraph {
  DependencyGraph(
    stepCount: count,
    loose: edges.map { LooseEdge(from: Index($0.0), to: Index($0.1), .order(0)) })
}

/// Returns which steps lead to which, by Warshall's algorithm.
private func reachable(_ count: Int, _ edges: [(Int, Int)]) -> [[Bool]] {
  var reach = Array(repeating: Array(repeating: false, count: count), count: count)
  for (from, to) in edges { reach[from][to] = true }
  for middle in 0..<count {
    for from in 0..<count where reach[from][middle] {
      for to in 0..<count where reach[middle][to] { reach[from][to] = true }
    }
  }
  return reach
}

@Test(arguments: 0..<300 as Range<UInt64>)
func `cycles and order agree with a naive search`(seed: UInt64) {
  var random = SplitMix64(seed: seed)
  let count = Int.random(in: 1...12, using: &random)
  let edges = (0..<Int.random(in: 0...16, using: &random)).map { _ in
    (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
  }
  let reach = reachable(count, edges)
  let firsts = (0..<count).filter { step in
    reach[step][step] && !(0..<step).contains { reach[step][$0] && reach[$0][step] }
  }
  let graph = rows(count, edges)
  let cycles = graph.executionOrder().cycles
  #expect(cycles.map { Int($0.steps[0].offset) } == firsts)
  for cycle in cycles {
    let next = cycle.steps.dropFirst() + cycle.steps.prefix(1)
    #expect(Array(next) == cycle.edges.map(\.target))
    #expect(Set(cycle.steps).count == cycle.steps.count)
    for (step, edge) in zip(cycle.steps, cycle.edges) {
      #expect(graph.edges(from: step).contains(edge))
    }
  }
  let order = graph.executionOrder().steps.map { Int($0.offset) }
  #expect(order.sorted() == Array(0..<count))
  for (from, to) in edges where !reach[to][from] {
    #expect(order.firstIndex(of: to) ?? 0 < order.firstIndex(of: from) ?? 0)
  }
}

@Test func `the order of execution is the source order where that is possible`() {
  #expect(rows(4, [(1, 0), (3, 0), (3, 2)]).executionOrder().steps.map(\.offset) == [0, 1, 2, 3])
  #expect(rows(3, [(0, 2)]).executionOrder().steps.map(\.offset) == [2, 0, 1])
}

@Test func `a chain of a million steps does not overflow the stack`() {
  let count = 1_000_000
  let graph = rows(count, (0..<count).map { ($0, ($0 + 1) % count) })
  #expect(graph.executionOrder().cycles.first?.steps.count == count)
}

@Test func `regions know where they lie`() {
  var builder = GraphBuilder()
  let outer = builder.condition("A")
  let inner = builder.condition("B", in: outer.then)
  let tree = RegionTree(of: builder.graph)
  #expect(tree.depth(of: PipelineGraph.root) == 0)
  #expect(tree.depth(of: inner.otherwise) == 2)
  #expect(tree.contains(outer.then, inner.then))
  #expect(!tree.contains(outer.otherwise, inner.then))
  #expect(tree.contains(PipelineGraph.root, inner.then))
  let fork = tree.fork(inner.then, outer.otherwise)
  #expect(fork?.0 == outer.then)
  #expect(fork?.1 == outer.otherwise)
  #expect(tree.fork(inner.then, outer.then) == nil)
  #expect(tree.fork(outer.then, outer.then) == nil)
}

@Test func `values shared by many lists are visited once`() {
  var builder = GraphBuilder()
  var value = builder.add(.get("Execution.PipelineName"))
  for _ in 0..<64 { value = builder.graph.add(list: [value, value], at: .synthesized) }
  let step = builder.step("A")
  builder.graph.steps[step].body = .arguments(value)
  #expect(builder.graph.runtimeReads().count == 1)
}

@Test func `invariants notice what refers to nothing`() {
  var builder = GraphBuilder()
  let step = builder.step("A")
  #expect(builder.graph.satisfiesInvariants)
  var broken = builder.graph
  broken.steps[step].region = Index(7)
  #expect(!broken.satisfiesInvariants)
  broken = builder.graph
  broken.steps[step].body = .arguments(Index(99))
  #expect(!broken.satisfiesInvariants)
  broken = builder.graph
  _ = broken.add(list: [Index(broken.values.count)], at: .synthesized)
  #expect(!broken.satisfiesInvariants)
  broken = builder.graph
  let duration = broken.add(.duration(5), at: .synthesized)
  #expect(broken.satisfiesInvariants)
  _ = broken.add(list: [duration], at: .synthesized)
  #expect(!broken.satisfiesInvariants)
  broken = builder.graph
  _ = broken.regions.append(Region(owner: step, role: .then))
  #expect(!broken.satisfiesInvariants)
}
