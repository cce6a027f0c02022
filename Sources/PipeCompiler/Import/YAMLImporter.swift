/// The machine that makes values of a YAML document's pieces.
package struct YAMLImporter {
  /// The graph that the values go to.
  package private(set) var graph: PipelineGraph
  /// What has been found wrong.
  package private(set) var diagnostics: Diagnostics
  /// The document.
  let document: YAMLDocument
  /// The value of each piece, in the document's order.
  private(set) var values: [Index<Value>] = []

  /// Creates the importer of `document`.
  package init(_ document: YAMLDocument, _ diagnostics: Diagnostics) {
    self.document = document
    self.diagnostics = diagnostics
    graph = Self.empty
  }

  /// A graph without values, which is made once, since a stream may hold very many documents.
  private static let empty = PipelineGraph(
    symbols: .ofGraph, header: PipelineHeader(name: SymbolTable.empty, origin: .synthesized))

  /// Makes the values and returns that of the whole document.
  package mutating func run() -> Index<Value>? {
    // Children come before their parents, so that nesting takes no stack.
    for node in document.nodes { values.append(value(of: node)) }
    return values.last
  }

  /// Returns the text that `value` is, with the places of its bytes.
  func text(of value: Index<Value>) -> EmbeddedText? {
    guard let index = values.firstIndex(of: value) else { return nil }
    var node = document.nodes[index]
    if case .alias(let target) = node.content { node = document.nodes[Int(target.offset)] }
    guard let text = document.text(of: node) else { return nil }
    return EmbeddedText(
      bytes: text.bytes, places: text.places, span: node.span, isQuoted: document.isQuoted(node))
  }

  /// Adds the value of `node`.
  private mutating func value(of node: YAMLNode) -> Index<Value> {
    let origin = Origin.text(node.span)
    switch node.content {
    case .alias(let target): return values[Int(target.offset)]
    case .list(let run):
      return graph.add(
        list: document.children(in: run).map { values[Int($0.offset)] }, at: origin)
    case .mapping(let run): return graph.add(object: members(in: run), at: origin)
    case .scalar:
      guard let value = document.value(of: node) else {
        report("this is not what its tag says", at: node.span, help: "remove the tag")
        return graph.add(.null, at: origin)
      }
      switch value {
      case .null: return graph.add(.null, at: origin)
      case .boolean(let flag): return graph.add(.boolean(flag), at: origin)
      case .number(let spelling), .float(let spelling):
        return graph.add(number: spelling, at: origin)
      case .text(let text): return graph.add(.string(graph.symbols.intern(text)), at: origin)
      }
    }
  }

  /// Returns the members of the mapping whose keys and values lie in `run`.
  ///
  /// What a merge key takes over counts as if it was written in its place, which is what the parser
  /// of `kubectl` makes of it.
  private mutating func members(in run: Run) -> [Member] {
    var (own, all): ([Member], [Member]) = ([], [])
    let children = Array(document.children(in: run))
    for index in stride(from: 0, to: children.count - 1, by: 2) {
      let key = document.nodes[Int(children[index].offset)]
      let value = values[Int(children[index + 1].offset)]
      if document.isMergeKey(key) {
        all += merged(value)
        continue
      }
      guard let name = name(of: children[index]) else { continue }
      let member = Member(name, value, at: .text(inside(key)))
      own.append(member)
      all.append(member)
    }
    reportDuplicates(in: own)
    return own.count == all.count ? own : lastOnes(of: all)
  }

  /// Returns the last member of each name in `members`.
  private func lastOnes(of members: [Member]) -> [Member] {
    var seen: Set<Symbol> = []
    return members.reversed().filter { seen.insert($0.key).inserted }.reversed()
  }

  /// Returns the members that a merge key with `value` takes over; those of earlier mappings count.
  private mutating func merged(_ value: Index<Value>) -> [Member] {
    if let members = graph.object(value) { return Array(members) }
    let entries = graph.list(value).map { Array($0) }
    let mappings = entries?.compactMap { graph.object($0) } ?? []
    if entries == nil || mappings.count < entries?.count ?? 0 {
      diagnostics.report(
        Diagnostic(
          .invalidYAML, "`<<` takes over from a mapping, or from a list of them",
          at: graph.origin(of: value), help: "write `<<: *name`, or put the key in quotes"))
    }
    return mappings.reversed().flatMap { Array($0) }
  }

  /// Returns the name that the key at `index` is, or `nil` after a report.
  private mutating func name(of index: Index<YAMLNode>) -> Symbol? {
    var node = document.nodes[Int(index.offset)]
    let span = node.span
    if case .alias(let target) = node.content { node = document.nodes[Int(target.offset)] }
    switch document.value(of: node) {
    case .text(let text): return graph.symbols.intern(text)
    case .number(let spelling) where Int64(spelling) != nil: return graph.symbols.intern(spelling)
    case .boolean(let flag): return flag ? .word(.yes) : .word(.no)
    case .null, .number, .float, nil:
      report("a key is a text, and this is none", at: span, help: "write the key in quotes")
      return nil
    }
  }

  /// Returns the span of `node` without the quotes around it.
  private func inside(_ node: YAMLNode) -> SourceSpan {
    guard document.isQuoted(node), node.span.range.count >= 2 else { return node.span }
    return SourceSpan(node.span.start + 1, node.span.end - 1)
  }

  /// Reports the members that have the name of an earlier one.
  private mutating func reportDuplicates(in members: [Member]) {
    var first: [Symbol: Origin] = [:]
    for member in members {
      guard let earlier = first[member.key] else {
        first[member.key] = member.origin
        continue
      }
      diagnostics.report(
        Diagnostic(
          .duplicateKey, "the key `\(graph.text(member.key))` stands here twice",
          at: member.origin, related: [Label("the first one", at: earlier)],
          why: "`kubectl` silently keeps the last one", help: "remove one of them"))
    }
  }

  /// Reports that the text at `span` is not YAML.
  private mutating func report(_ message: String, at span: SourceSpan, help: String) {
    diagnostics.report(Diagnostic(.invalidYAML, message, at: span, help: help))
  }
}
