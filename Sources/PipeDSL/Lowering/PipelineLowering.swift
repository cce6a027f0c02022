import PipeCompiler

/// A value of a graph, by its position.
typealias GraphValue = Index<PipeCompiler.Value>

/// The machine that turns a pipeline into a graph.
struct PipelineLowering {
  /// The pipeline.
  let pipeline: Pipeline
  /// Where its steps stand.
  let plan: StepPlan
  /// The graph so far.
  var graph: PipelineGraph
  /// What has been found wrong.
  var diagnostics: Diagnostics
  /// Where things are written.
  var map: SourceMap
  /// The parameters that the program declares, with the names of their properties, in order.
  let declared: [NamedParameter]
  /// The files that a build may read.
  let project: Project
  /// The step that is being filled.
  var current: StepNode?
  /// The resource that is being filled.
  var openResource: Index<PipeCompiler.Resource>?
  /// The resources that are in the graph.
  var resources: [ObjectIdentifier: Index<PipeCompiler.Resource>] = [:]
  /// The URIs of assets, by path.
  var assets: [String: String] = [:]

  /// Creates the machine for `pipeline`, whose program declares the parameters of `declared`.
  init(
    _ pipeline: Pipeline, declared: [NamedParameter], project: Project, map: SourceMap,
    diagnostics: Diagnostics
  ) {
    self.pipeline = pipeline
    self.map = map
    self.diagnostics = diagnostics
    self.declared = declared
    self.project = project
    plan = StepPlan(of: pipeline.elements)
    var symbols = SymbolTable.ofGraph
    let header = PipelineHeader(name: symbols.intern(pipeline.name), origin: .synthesized)
    graph = PipelineGraph(symbols: symbols, header: header)
    // About as many as a training job takes.
    graph.reserve(values: 40 * plan.stepCount)
  }

  /// Fills the graph.
  mutating func run() {
    let places = declared.map(\.declaration.place)
    for parameter in declared {
      add(parameter.declaration, called: name(of: parameter.declaration))
    }
    for declaration in plan.parameters where !places.contains(declaration.place) {
      add(declaration, called: name(of: declaration))
    }
    for failure in plan.failures {
      let place =
        map.argumentOrigin(ofCallAt: failure.place) ?? map.origin(of: failure.place)
      diagnostics.report(
        Diagnostic(.failedAssertion, failure.message, at: place, label: "does not hold"))
    }
    fillHeader()
    addResources()
    addSteps(of: 0, to: PipelineGraph.root)
    addRuns()
    addAssertions()
    addTests()
  }

  /// Returns the name of the parameter that `declaration` declares; empty if it has none.
  func name(of declaration: ParameterDeclaration) -> String {
    declaration.name ?? declared.first { $0.declaration.place == declaration.place }?.name ?? ""
  }

  /// Adds the parameter that `declaration` declares.
  private mutating func add(_ declaration: ParameterDeclaration, called name: String) {
    let origin = map.origin(of: declaration.place)
    var parameter = PipeCompiler.Parameter(
      name: graph.symbols.intern(name), type: declaration.type.scalarType, origin: origin)
    if let value = declaration.defaultValue {
      parameter.defaultValue = buildTimeValue(value, at: origin)
    }
    if !declaration.options.isEmpty {
      parameter.enumeration = value(Expression(.list(declaration.options)), at: origin)
    }
    _ = graph.parameters.append(parameter)
  }

  /// Returns `expression`, the default of a parameter, or `nil` after reporting that only a run knows it.
  private mutating func buildTimeValue(_ expression: Expression, at origin: Origin) -> GraphValue? {
    let value = value(expression, at: origin)
    guard graph.isRuntime(value) else { return value }
    diagnostics.report(
      Diagnostic(
        .wrongPhase, "the default of a parameter must be known at build time", at: origin,
        label: "known at run time only",
        why: "parameters, properties of steps and execution variables have values in a run only",
        help: "write a literal, or a value that Swift knows"))
    return nil
  }
}

/// A parameter that a program declares.
struct NamedParameter: Sendable {
  /// The name of the property.
  let name: String
  /// What is declared.
  let declaration: ParameterDeclaration
}
