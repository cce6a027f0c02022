/// A definition as it was written: every member of every object, whatever it means.
struct DefinitionDocument {
  /// The values; nothing else of the graph is used.
  let graph: PipelineGraph
  /// The definition itself.
  let root: Index<Value>

  /// Reads the definition in `bytes`; `nil` after reporting why there is none.
  init?(_ bytes: [UInt8], reportingTo diagnostics: inout Diagnostics) {
    let empty = PipelineGraph(
      symbols: .ofGraph, header: PipelineHeader(name: SymbolTable.empty, origin: .synthesized))
    var reader = JSONReader(bytes, into: empty, Diagnostics())
    reader.keepsMalformed = true
    let root = reader.read()
    graph = reader.graph
    guard let root else {
      diagnostics = reader.diagnostics
      return nil
    }
    self.root = root
  }

  /// Creates the document whose values are in `graph`, and which is the value `root`.
  init(graph: PipelineGraph, root: Index<Value>) {
    self.graph = graph
    self.root = root
  }

  /// Returns the members of `value` if it is an object; of several with one name the last counts.
  func object(_ value: Index<Value>?) -> [Member]? {
    guard let value, case .object(let run) = graph.values[value] else { return nil }
    let members = Array(graph.members(in: run))
    guard members.count > 1, Set(members.map(\.key)).count < members.count else { return members }
    var result: [Member] = []
    for member in members {
      if let position = result.firstIndex(where: { $0.key == member.key }) {
        result[position] = member
      } else {
        result.append(member)
      }
    }
    return result
  }

  /// Returns the entries of `value` if it is a list.
  func list(_ value: Index<Value>?) -> [Index<Value>]? {
    guard let value, case .list(let run) = graph.values[value] else { return nil }
    return Array(graph.elements(in: run))
  }

  /// Returns the text of `value` if it is a string.
  func text(_ value: Index<Value>?) -> String? { graph.string(value) }

  /// Returns the text of `symbol`.
  func text(_ symbol: Symbol) -> String { graph.text(symbol) }

  /// Returns the members of `value`, an object, by their names.
  func fields(_ value: Index<Value>?) -> [String: Index<Value>]? {
    guard let members = object(value) else { return nil }
    return Dictionary(
      members.map { (graph.text($0.key), $0.value) }, uniquingKeysWith: { _, last in last })
  }

  /// Returns the member `name` of `members`.
  func member(_ name: String, of members: [Member]) -> Index<Value>? {
    members.last { graph.text($0.key) == name }?.value
  }

  /// Returns `true` iff `value` is the string `text`.
  func isText(_ value: Index<Value>?, _ text: String) -> Bool { graph.string(value) == text }

  /// Returns the number that `value` spells as a whole one without a sign, if it does.
  func wholeNumber(_ value: Index<Value>?) -> UInt32? {
    guard let value, case .number(let lexeme) = graph.values[value] else { return nil }
    let text = graph.text(lexeme)
    return text.utf8.allSatisfy { $0.isDigit } ? UInt32(text) : nil
  }

  /// Returns the path that `reference` spells.
  func spelling(of reference: Index<Reference>) -> String {
    var text = ""
    graph.forEachPiece(of: graph.references[reference]) { text += graph.text($0) }
    return text
  }

  /// Returns the names of the parameters that something reads and that are not among `declared`.
  func undeclaredParameters(besides declared: [String: DocumentParameter]) -> [String] {
    var (names, seen): ([String], Set<Symbol>) = ([], [])
    for reference in graph.references.elements {
      guard case .parameter(let symbol) = reference.root, seen.insert(symbol).inserted else {
        continue
      }
      if declared[text(symbol)] == nil { names.append(text(symbol)) }
    }
    return names
  }

  /// Returns `true` iff a loop with `arguments` selects nothing, or in the way that the language knows.
  func canSelect(_ arguments: [Member]) -> Bool {
    guard let selector = member("Selector", of: arguments) else { return true }
    guard let fields = fields(selector), fields.count == 2,
      isText(fields["Pick"], "MaxBy") || isText(fields["Pick"], "MinBy"),
      let field = fields["Field"], case .reference(let index) = graph.values[field],
      case .iterationOutput = graph.references[index].root
    else { return false }
    return true
  }

  /// Returns how many lists and objects lie in one another in each value.
  ///
  /// What a value holds comes before it, so one look at each is enough.
  func heights() -> [UInt16] {
    var heights = [UInt16](repeating: 0, count: graph.values.count)
    for (position, value) in graph.values.elements.enumerated() {
      var height: UInt16 = 0
      switch value {
      case .list(let run), .join(_, let run):
        for entry in graph.elements(in: run) { height = max(height, heights[Int(entry.offset)]) }
      case .object(let run):
        for member in graph.members(in: run) {
          height = max(height, heights[Int(member.value.offset)])
        }
      default: continue
      }
      heights[position] = height + 1
    }
    return heights
  }

  /// Returns the lists and objects in `root` with a height that is a multiple of `step`, inner ones first.
  func landings(in root: Index<Value>, every step: UInt16) -> [Index<Value>] {
    let heights = heights()
    var (found, open): ([Index<Value>], [Index<Value>]) = ([], [root])
    while let value = open.popLast() {
      let height = heights[Int(value.offset)]
      switch graph.values[value] {
      case .list(let run):
        if height % step == 0 { found.append(value) }
        open += graph.elements(in: run).filter { heights[Int($0.offset)] >= step }
      case .object(let run):
        if height % step == 0 { found.append(value) }
        open += graph.members(in: run).map(\.value).filter { heights[Int($0.offset)] >= step }
      default: continue
      }
    }
    return found.sorted { $0.offset < $1.offset }
  }
}
