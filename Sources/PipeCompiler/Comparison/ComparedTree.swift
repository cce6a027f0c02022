/// What a part of a pipeline holds, as a tree in which everything is found by its way from the root.
///
/// What says the same is the same in it: numbers have one spelling, members that are `null` are left
/// out, texts are put together as far as they are known, and lists whose entries have names are
/// looked up by them.
struct ComparedTree {
  /// The pieces, each before what it holds; the first one is the root.
  private(set) var entries = [Entry(parent: 0, part: .member(""), depth: 0, content: .object)]

  /// A piece of a tree.
  struct Entry {
    /// The piece that holds it.
    let parent: Int
    /// Its name there.
    let part: Part
    /// How many pieces are around it.
    let depth: Int
    /// What it is.
    let content: Content
  }

  /// The name of a piece in what holds it.
  enum Part: Hashable {
    /// A member of an object.
    case member(String)
    /// An entry of a list, by the name that it has there.
    case key(String)
    /// An entry of a list, by its place.
    case index(Int)
  }

  /// What a piece is.
  enum Content: Equatable {
    /// Something that is compared as a whole, as it is shown.
    case leaf(String)
    /// A list.
    case list
    /// An object.
    case object
  }

  /// The members by which the entries of lists are told apart, the usual ones first: what the APIs of
  /// SageMaker call the names of channels, inputs, outputs, files, variants, metrics and tags.
  private static let keys = [
    "Name", "ChannelName", "InputName", "OutputName", "PropertyFileName", "VariantName", "Key",
    "MetricName", "ParameterName", "RuleConfigurationName", "CollectionName", "ContainerHostname",
  ]

  /// Adds a piece, and returns its number.
  @discardableResult
  mutating func add(_ content: Content, _ part: Part, in parent: Int = 0) -> Int {
    let depth = entries[parent].depth + 1
    entries.append(Entry(parent: parent, part: part, depth: depth, content: content))
    return entries.count - 1
  }

  /// Adds the `value` of a graph, whose texts `texts` writes.
  mutating func add(_ value: Index<Value>, _ part: Part, in parent: Int = 0, _ texts: ValueTexts) {
    // What is still to be added, last piece first, so that nesting takes no stack.
    var open = [(value: value, part: part, parent: parent)]
    let graph = texts.graph
    while let next = open.popLast() {
      switch graph.values[next.value] {
      case .object(let run):
        let number = add(.object, next.part, in: next.parent)
        for member in Self.members(in: run, of: graph).reversed() {
          open.append((member.value, .member(graph.text(member.key)), number))
        }
      case .list(let run):
        let number = add(.list, next.part, in: next.parent)
        let values = Array(graph.elements(in: run))
        let parts = Self.keyParts(of: values, texts) ?? values.indices.map { .index($0) }
        for (value, part) in zip(values, parts).reversed() { open.append((value, part, number)) }
      default: add(.leaf(texts.text(of: next.value)), next.part, in: next.parent)
      }
    }
  }

  /// Returns the members in `run` that say something, the last one of each name.
  private static func members(in run: Run, of graph: PipelineGraph) -> [Member] {
    let members = graph.members(in: run).filter { graph.present($0.value) != nil }
    var seen: Set<Symbol> = []
    return members.reversed().filter { seen.insert($0.key).inserted }.reversed()
  }

  /// Returns the names of the entries `values` of a list, if each has one of its own.
  private static func keyParts(of values: [Index<Value>], _ texts: ValueTexts) -> [Part]? {
    let graph = texts.graph
    guard let first = values.first, graph.object(first) != nil else { return nil }
    for key in keys where graph.member(named: key, of: first) != nil {
      var (parts, seen): ([Part], Set<String>) = ([], [])
      for value in values {
        guard let name = graph.member(named: key, of: value), graph.object(name) == nil,
          graph.list(name) == nil
        else { break }
        let text = graph.string(name) ?? texts.text(of: name)
        guard seen.insert(text).inserted else { break }
        parts.append(.key(text))
      }
      if parts.count == values.count { return parts }
    }
    return nil
  }
}

// Showing.
extension ComparedTree {
  /// Returns the way to the piece `number`, as references spell it.
  func path(of number: Int) -> String {
    var parts: [String] = []
    var number = number
    while number != 0 {
      let entry = entries[number]
      switch entry.part {
      case .member(let name): parts.append(entry.parent == 0 ? name : ".\(name)")
      case .key(let key): parts.append("['\(key)']")
      case .index(let index): parts.append("[\(index)]")
      }
      number = entry.parent
    }
    return parts.reversed().joined()
  }

  /// Returns what the piece `number` holds: a leaf as it is, and of others one level.
  func text(of number: Int) -> String {
    let entry = entries[number]
    if case .leaf(let text) = entry.content { return text }
    var parts: [String] = []
    var next = number + 1
    while next < entries.count, entries[next].depth > entry.depth, parts.count < 8 {
      if entries[next].parent == number { parts.append(short(entries[next])) }
      next += 1
    }
    let isCut = next < entries.count && entries[next].depth > entry.depth
    if isCut { parts.append("…") }
    let inside = parts.joined(separator: ", ")
    return entry.content == .list ? "[\(inside)]" : parts.isEmpty ? "{}" : "{ \(inside) }"
  }

  /// Returns `entry` with the name that it has in an object.
  private func short(_ entry: Entry) -> String {
    let text: String
    switch entry.content {
    case .leaf(let leaf): text = leaf
    case .list: text = "[…]"
    case .object: text = "{…}"
    }
    if case .member(let name) = entry.part { return "\(name): \(text)" }
    return text
  }

  /// What the tree says, a text for each leaf with the way to it.
  var leaves: Set<String> {
    var leaves: Set<String> = []
    for number in entries.indices {
      if case .leaf(let text) = entries[number].content {
        // Deep ways are long, and the end of one tells it from others.
        leaves.insert("\(tail(of: number))=\(text)")
      }
    }
    return leaves
  }

  /// Returns the end of the way to the piece `number`.
  private func tail(of number: Int) -> String {
    var parts = ""
    var number = number
    for _ in 0..<12 where number != 0 {
      parts = "\(entries[number].part)/" + parts
      number = entries[number].parent
    }
    return parts
  }
}
