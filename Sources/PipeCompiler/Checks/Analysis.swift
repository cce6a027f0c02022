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
  /// What is wrong with what references read from steps.
  let propertyFaults: [PropertyFault]
  /// The shapes of the API that were met while looking at references.
  let shapes: ShapeCache
  /// The type of what each reference reads.
  private let types: [PropertyType]

  /// Analyses `graph`.
  init(of graph: PipelineGraph) {
    names = StepNames(of: graph)
    regions = RegionTree(of: graph)
    reads = graph.runtimeReads()
    dependencies = DependencyGraph(of: graph, names: names, regions: regions, reads: reads)
    parameters = NameTable(of: graph.parameters.elements, in: graph.symbols) { $0.name }
    var walk = PropertyWalk(graph, names, parameters)
    types = walk.types()
    propertyFaults = walk.faults
    shapes = walk.cache
  }

  /// Returns the type of what the reference number `index` reads.
  func type(of index: Index<Reference>) -> PropertyType { types[Int(index.offset)] }

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
