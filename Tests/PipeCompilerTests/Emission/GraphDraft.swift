import PipeCompiler

/// A graph under construction, with the shortest spelling for what tests need.
struct GraphDraft {
  /// The graph so far.
  var graph: PipelineGraph

  /// Begins the pipeline `name`.
  init(_ name: String = "p") {
    var symbols = SymbolTable.ofGraph
    let name = symbols.intern(name)
    graph = PipelineGraph(
      symbols: symbols, header: PipelineHeader(name: name, origin: .synthesized))
  }

  /// Returns what `target` makes of the graph.
  func emitted(as target: Target) -> String {
    String(decoding: bytes(as: target), as: UTF8.self)
  }

  /// Returns the bytes that `target` makes of the graph.
  func bytes(as target: Target) -> [UInt8] {
    write(graph, as: [target]).outputs.first?.bytes ?? []
  }
}

// Values.
extension GraphDraft {
  /// Returns the symbol of `text`.
  mutating func symbol(_ text: String) -> Symbol { graph.symbols.intern(text) }

  /// Adds `value`.
  mutating func value(_ value: Value) -> Index<Value> { graph.add(value, at: .synthesized) }

  /// Adds the string `text`.
  mutating func string(_ text: String) -> Index<Value> {
    graph.add(string: text, at: .synthesized)
  }

  /// Adds the number spelled `lexeme`.
  mutating func number(_ lexeme: String) -> Index<Value> {
    graph.add(number: lexeme, at: .synthesized)
  }

  /// Adds a list.
  mutating func list(_ entries: [Index<Value>]) -> Index<Value> {
    graph.add(list: entries, at: .synthesized)
  }

  /// Adds an object.
  mutating func object(_ members: KeyValuePairs<String, Index<Value>>) -> Index<Value> {
    let members = members.map { Member(symbol($0.key), $0.value) }
    return graph.add(object: members, at: .synthesized)
  }

  /// Adds an object of strings.
  mutating func texts(_ members: KeyValuePairs<String, String>) -> Index<Value> {
    let members = members.map { Member(symbol($0.key), string($0.value)) }
    return graph.add(object: members, at: .synthesized)
  }

  /// Adds a join.
  mutating func join(_ separator: String, _ entries: [Index<Value>]) -> Index<Value> {
    let separator = symbol(separator)
    return graph.add(join: entries, separator: separator, at: .synthesized)
  }

  /// Adds the reference to the parameter `name`.
  mutating func parameter(_ name: String) -> Index<Value> {
    reference(.parameter(symbol(name)))
  }

  /// Adds a reference.
  mutating func reference(_ root: ReferenceRoot, _ path: PathSegment...) -> Index<Value> {
    graph.add(reference: root, path: path, at: .synthesized)
  }

  /// Adds the value at `path` in the property file `name` of `step`.
  mutating func report(_ step: String, _ name: String, _ path: String) -> Index<Value> {
    let file = JSONGetFile.propertyFile(step: symbol(step), name: symbol(name))
    let path = symbol(path)
    return graph.add(jsonGet: file, path: path, at: .synthesized)
  }

  /// Returns the order to start after `step`.
  mutating func after(_ step: String, _ trigger: Trigger = .completed) -> Dependency {
    Dependency(symbol(step), trigger: trigger, origin: .synthesized)
  }
}

// Declarations.
extension GraphDraft {
  /// Adds a parameter.
  mutating func declare(
    _ name: String, _ type: ScalarType, _ defaultValue: Index<Value>? = nil,
    in values: Index<Value>? = nil
  ) {
    let name = symbol(name)
    _ = graph.parameters.append(
      Parameter(
        name: name, type: type, defaultValue: defaultValue, enumeration: values,
        origin: .synthesized))
  }

  /// Adds a step after `configure` has filled in what is particular to it.
  @discardableResult
  mutating func step(
    _ name: String, _ kind: StepKind, _ body: StepBody,
    in region: Index<Region> = PipelineGraph.root, _ configure: (inout Step) -> Void = { _ in }
  ) -> Index<Step> {
    var step = Step(
      name: symbol(name), kind: kind, typeName: symbol(kind.rawValue), region: region, body: body,
      origin: .synthesized)
    configure(&step)
    return graph.add(step)
  }

  /// Adds a region.
  mutating func region(_ role: RegionRole) -> Index<Region> {
    graph.regions.append(Region(owner: nil, role: role))
  }

  /// Adds a Fail step.
  @discardableResult
  mutating func fail(
    _ name: String, _ message: String, in region: Index<Region> = PipelineGraph.root
  ) -> Index<Step> {
    let arguments = texts(["ErrorMessage": message])
    return step(name, .fail, .arguments(arguments), in: region)
  }

  /// Adds a step of an unimportant type with the one argument `value`.
  mutating func step(with value: Index<Value>) {
    let arguments = object(["X": value])
    step("S", .training, .arguments(arguments))
  }
}
