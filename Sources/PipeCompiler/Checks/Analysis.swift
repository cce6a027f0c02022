/// What several checks need to know about a graph, found out once.
struct Analysis: Sendable {
  /// Which step has which name.
  let names: StepNames
  /// The first parameter of each name.
  let parameters: NameTable<Parameter>
  /// How the regions lie inside each other.
  let regions: RegionTree
  /// Everything that is read at run time.
  let reads: [RuntimeRead]
  /// Which steps wait for which.
  let dependencies: DependencyGraph

  /// Analyses `graph`.
  init(of graph: PipelineGraph) {
    names = StepNames(of: graph)
    regions = RegionTree(of: graph)
    reads = graph.runtimeReads()
    dependencies = DependencyGraph(of: graph, names: names, regions: regions, reads: reads)
    parameters = NameTable(of: graph.parameters.elements, in: graph.symbols) { $0.name }
  }

  /// Returns the loop around `region` that is nearest to it, as the region of its body.
  func loopBody(around region: Index<Region>, in graph: PipelineGraph) -> Index<Region>? {
    var region = region
    while let owner = graph.regions[region].owner {
      if graph.regions[region].role == .body { return region }
      region = graph.steps[owner].region
    }
    return nil
  }
}
