/// What several checks need to know about a graph, found out once.
struct Analysis: Sendable {
  /// The day whose service the pipeline has to do with, if that is not the latest one.
  let serviceDate: ServiceDate?
  /// `false` iff an error was reported after which it is not known what else the pipeline holds.
  let isWhole: Bool
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
  /// `true` iff something reads a variable that is different in every execution.
  let readsRunIdentity: Bool
  /// The type of what each reference reads.
  private let types: [PropertyType]

  /// Analyses `graph`, which is all of the pipeline iff it `isWhole`, and has to do with the service
  /// of `date`.
  init(of graph: PipelineGraph, isWhole: Bool, against date: ServiceDate? = nil) {
    serviceDate = date
    self.isWhole = isWhole
    names = StepNames(of: graph)
    regions = RegionTree(of: graph)
    reads = graph.runtimeReads()
    dependencies = DependencyGraph(of: graph, names: names, regions: regions, reads: reads)
    parameters = NameTable(of: graph.parameters.elements, in: graph.symbols) { $0.name }
    var walk = PropertyWalk(graph, names, parameters)
    types = walk.types()
    propertyFaults = walk.faults
    shapes = walk.cache
    readsRunIdentity = graph.references.elements.contains { reference in
      guard case .execution(let name) = reference.root else { return false }
      return Self.runIdentities.contains(graph.text(name))
    }
  }

  /// The variables of an execution that are different in every one.
  static let runIdentities = [
    "StartDateTime", "CurrentDateTime", "PipelineExecutionId", "PipelineExecutionArn",
    "TrainingJobName", "ProcessingJobName",
  ]

  /// Returns the type of what the reference number `index` reads.
  func type(of index: Index<Reference>) -> PropertyType { types[Int(index.offset)] }

  /// Returns `true` iff something reads the output `name` of the job of `step`, or a file in it.
  func isRead(output name: Symbol, of step: Index<Step>, _ graph: PipelineGraph) -> Bool {
    let owner = graph.steps[step].name
    let isFile = (graph.list(graph.field("PropertyFiles", of: step)) ?? []).contains { file in
      graph.member("OutputName", of: file).map { graph.values[$0] == .string(name) } ?? false
    }
    return isFile
      || graph.references.elements.contains { reference in
        guard graph.path(of: reference).contains(.key(name)) else { return false }
        guard case .step(let root) = reference.root else { return true }
        return root == owner || graph.path(of: reference).contains(.member(owner))
      }
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
