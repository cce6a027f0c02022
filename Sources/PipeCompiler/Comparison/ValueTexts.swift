/// How values are shown and compared: equal texts mean the same.
struct ValueTexts {
  /// The graph that holds the values.
  let graph: PipelineGraph
  /// What steps are called in the other graph, if they have another name there.
  var names: [Symbol: String] = [:]

  /// How deep values that are known at run time are looked into.
  private static let depthLimit = 100

  /// Creates the texts of the values of `graph`.
  init(_ graph: PipelineGraph) { self.graph = graph }

  /// Returns the name of the step `symbol`.
  func name(of symbol: Symbol) -> String { names[symbol] ?? graph.text(symbol) }

  /// Returns what `value`, which is neither a list nor an object, says.
  func text(of value: Index<Value>, depth: Int = 0) -> String {
    guard depth < Self.depthLimit else { return "…" }
    switch graph.values[value] {
    case .null: return "null"
    case .boolean(let flag): return flag ? "true" : "false"
    case .number(let spelling): return Self.number(graph.text(spelling))
    case .duration(let seconds): return String(seconds)
    case .string(let text): return "\"\(Self.escaped(graph.text(text)))\""
    case .reference(let index): return reference(graph.references[index])
    case .join: return "\"\(joined(value, depth: depth))\""
    case .jsonGet(let index): return jsonGet(graph.jsonGets[index], depth: depth)
    case .list: return "[…]"
    case .object: return "{…}"
    }
  }

  /// Returns the text that the join `value` gives, with what is read in braces.
  private func joined(_ value: Index<Value>, depth: Int) -> String {
    guard case .join(let separator, let run) = graph.values[value] else { return "" }
    let between = Self.escaped(graph.text(separator))
    return graph.elements(in: run).map { part in
      switch graph.values[part] {
      case .string(let text): return Self.escaped(graph.text(text))
      case .join where depth < Self.depthLimit: return joined(part, depth: depth + 1)
      default: return "${\(text(of: part, depth: depth + 1))}"
      }
    }.joined(separator: between)
  }

  /// Returns what `reference` reads, as definitions spell it.
  private func reference(_ reference: Reference) -> String {
    var text: String
    switch reference.root {
    case .parameter(let name): text = "Parameters.\(graph.text(name))"
    case .execution(let name): text = "Execution.\(graph.text(name))"
    case .experiment(let name): text = "PipelineExperimentConfig.\(graph.text(name))"
    case .step(let name): text = "Steps.\(self.name(of: name))"
    case .currentItem: text = "ForEach.CurrentItem"
    case .iterationOutput(let name): text = "IterationOutput.\(self.name(of: name))"
    case .unreadable(let name): text = "Get(\(Self.escaped(graph.text(name))))"
    }
    for segment in graph.path(of: reference) {
      switch segment {
      case .member(let name): text += ".\(graph.text(name))"
      case .index(let index): text += "[\(graph.text(index))]"
      case .key(let key): text += "['\(graph.text(key))']"
      }
    }
    return text
  }

  /// Returns what `get` reads.
  private func jsonGet(_ get: JSONGet, depth: Int) -> String {
    let file: String
    switch get.file {
    case .propertyFile(let step, let name):
      file = "Steps.\(self.name(of: step)).PropertyFiles.\(graph.text(name))"
    case .uri(let uri): file = text(of: uri, depth: depth + 1)
    }
    return "JsonGet(\(file), \"\(Self.escaped(graph.text(get.path)))\")"
  }

  /// Returns the one spelling of the number that `spelling` is.
  static func number(_ spelling: String) -> String {
    if spelling.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) {
      return spelling == "-0" ? "0" : spelling
    }
    guard let value = Double(spelling), value.isFinite else { return spelling }
    let text = value == 0 ? "0.0" : value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Returns `text` in quotes.
  static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// Returns `text` for a place between quotes.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "{" where previous == "$": result += "\\{"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }
}

// Conditions.
extension ValueTexts {
  /// Returns what `condition` asks.
  func text(of condition: Index<Condition>, depth: Int = 0) -> String {
    guard depth < Self.depthLimit else { return "…" }
    switch graph.conditions[condition] {
    case .comparison(let comparison, let left, let right):
      return "\(text(of: left)) \(comparison.sign) \(text(of: right))"
    case .membership(let query, let options):
      let list = graph.elements(in: options).map { text(of: $0) }.joined(separator: ", ")
      return "\(text(of: query)) in [\(list)]"
    case .not(let inner): return "!(\(text(of: inner, depth: depth + 1)))"
    case .or(let run):
      let parts = graph.conditions(in: run).map { "(\(text(of: $0, depth: depth + 1)))" }
      return parts.isEmpty ? "false" : parts.joined(separator: " || ")
    case .verbatim(let value): return text(of: value)
    }
  }
}

extension Comparison {
  /// How people write the comparison.
  fileprivate var sign: String {
    switch self {
    case .equals: "=="
    case .greaterThan: ">"
    case .greaterThanOrEqualTo: ">="
    case .lessThan: "<"
    case .lessThanOrEqualTo: "<="
    }
  }
}
