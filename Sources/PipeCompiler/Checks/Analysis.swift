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
  /// Which outputs of steps are read.
  let outputReads: OutputReads
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
    outputReads = OutputReads(of: graph, in: reads)
    dependencies = DependencyGraph(of: graph, names: names, regions: regions, reads: reads)
    parameters = NameTable(of: graph.parameters.elements, in: graph.symbols) { $0.name }
    var walk = PropertyWalk(graph, names, parameters)
    types = walk.types()
    propertyFaults = walk.faults
    shapes = walk.cache
    readsRunIdentity = graph.references.elements.contains { reference in
      guard case .execution(let name) = reference.root else { return false }
      return Self.isRunIdentity(graph.symbols[name])
    }
  }

  /// Returns `true` iff the variable `name` of an execution is different in every one.
  static func isRunIdentity(_ name: ArraySlice<UInt8>) -> Bool {
    runIdentities.words.contains { $0.equals(name) }
  }

  /// The variables of an execution that are different in every one.
  private static var runIdentities: StaticText {
    StaticText(
      """
      StartDateTime CurrentDateTime PipelineExecutionId PipelineExecutionArn TrainingJobName \
      ProcessingJobName
      """)
  }

  /// Returns the type of what the reference number `index` reads.
  func type(of index: Index<Reference>) -> PropertyType { types[Int(index.offset)] }

  /// Returns `true` iff something reads the output `name` of the job of `step`, or a file in it.
  func isRead(output name: Symbol, of step: Index<Step>, _ graph: PipelineGraph) -> Bool {
    if outputReads.contains(name, of: graph.steps[step].name) { return true }
    guard let files = graph.list(graph.field(.propertyFiles, of: step)) else { return false }
    return files.contains { file in
      graph.member(.outputName, of: file).map { graph.values[$0] == .string(name) } ?? false
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
