extension Lowering {
  /// Makes the string at `node`: a text, or the join of what is only known at run time.
  mutating func evaluateString(_ node: NodeIndex, in scope: Int) -> Term {
    let place = origin(node)
    if tree.kind(node) == .string {
      let token = Int(tree.nodes[node].firstToken)
      if !tree.tokens[token].flags.contains(.encoded) {
        let span = tree.tokens[token].span.range
        let inner = span.lowerBound + 1..<max(span.upperBound - 1, span.lowerBound + 1)
        return .value(make(.string(graph.symbols.intern(bytes, inner)), at: place))
      }
      let text = StringDecoder(tree.tokens).decode(token)
      return .value(make(.string(graph.symbols.intern(text)), at: place))
    }
    return interpolate(node, in: scope)
  }

  /// Makes the string with expressions at `node`.
  private mutating func interpolate(_ node: NodeIndex, in scope: Int) -> Term {
    let parts = children(node)
    let pieces = parts.filter { tree.kind($0) == .piece }.map { Int(tree.nodes[$0].firstToken) }
    let decoder = StringDecoder(tree.tokens, closing: pieces.last)
    var join = JoinBuilder()
    var isComplete = true
    for part in parts {
      if tree.kind(part) == .piece {
        join.append(text: decoder.decode(Int(tree.nodes[part].firstToken)))
      } else if let value = evaluateValue(part, in: scope) {
        isComplete = append(value, to: &join, at: part) && isComplete
      } else {
        isComplete = false
      }
    }
    return isComplete ? .value(finish(join, at: node)) : .poisoned
  }

  /// Appends the text of `value` to `join`; returns `false` after reporting that it has none.
  mutating func append(
    _ value: Index<Value>, to join: inout JoinBuilder, at node: NodeIndex
  ) -> Bool {
    switch graph.values[value] {
    case .string(let text), .number(let text): join.append(text: graph.symbols[text])
    case .boolean(let flag): join.append(text: (flag ? "true" : "false").utf8)
    case .join(SymbolTable.empty, let run):
      for element in graph.elements(in: run) where !append(element, to: &join, at: node) {
        return false
      }
    case .reference, .jsonGet, .join: join.append(value)
    case .null, .list, .object, .duration:
      report(
        Diagnostic(
          .wrongType, "\(describe(value)) has no text", at: tree.span(of: node),
          help: "put a String, a number, a Boolean or a run-time value into the string"))
      return false
    }
    return true
  }

  /// Makes the string that `join` has gathered.
  ///
  /// A single run-time value stays itself if it is a String, and becomes one if it is not.
  mutating func finish(_ join: JoinBuilder, at node: NodeIndex) -> Index<Value> {
    let place = origin(node)
    guard join.length <= Self.stringLimit else {
      reportLimit(at: node, "the text has more than \(Self.stringLimit) bytes")
      return make(.null, at: place)
    }
    guard join.parts.count <= Self.partLimit else {
      reportLimit(at: node, "the text joins more than \(Self.partLimit) parts")
      return make(.null, at: place)
    }
    guard join.hasRunTimeParts else {
      return make(.string(graph.symbols.intern(join.buffer)), at: place)
    }
    if join.parts.count == 1, join.buffer.isEmpty, case .value(let only) = join.parts[0],
      type(of: only) == .string
    {
      return only
    }
    var entries: [Index<Value>] = []
    for part in join.finishedParts {
      switch part {
      case .text(let text): entries.append(make(.string(graph.symbols.intern(text)), at: place))
      case .value(let value): entries.append(value)
      }
    }
    return make(join: entries, at: place)
  }

  /// Returns the text of the expression at `node`, which must be known at build time.
  mutating func buildTimeString(_ node: NodeIndex, in scope: Int, what: String) -> String? {
    guard let value = evaluateValue(node, in: scope) else { return nil }
    if let text = graph.string(value) { return text }
    if isBuildTime(value) {
      report(wrongType(value, wanted: "a String", what: what, at: node))
    } else {
      report(wrongPhase(what: what, at: node, reading: value))
    }
    return nil
  }

  /// Returns the truth of the expression at `node`, which must be known at build time.
  mutating func buildTimeBoolean(
    _ node: NodeIndex, in scope: Int, what: String, instead: RunTimeWord = .value
  ) -> Bool? {
    let term = evaluate(node, in: scope)
    switch term {
    case .value(let value):
      if case .boolean(let flag) = graph.values[value] { return flag }
      if isBuildTime(value) {
        report(wrongType(value, wanted: "a Boolean", what: what, at: node))
      } else {
        report(wrongPhase(what: what, at: node, reading: value, instead: instead))
      }
    case .conditions(let all):
      let value = runTimeOperand(of: all)
      report(wrongPhase(what: what, at: node, reading: value, instead: instead))
    default: reportNoValue(term, at: node)
    }
    return nil
  }

  /// Returns the diagnostic that `value` is not what `what` has to be.
  func wrongType(
    _ value: Index<Value>, wanted: String, what: String, at node: NodeIndex
  ) -> Diagnostic {
    let isQuotable =
      tree.kind(node) == .number || tree.kind(node) == .trueLiteral
      || tree.kind(node) == .falseLiteral
    return Diagnostic(
      .wrongType, "\(what) must be \(wanted), and this is \(describe(value))",
      at: tree.span(of: node), help: wanted == "a String" && isQuotable ? "put it in quotes" : nil)
  }
}

/// The parts of a string, with neighbouring texts put together.
package struct JoinBuilder {
  /// A finished part.
  package enum Part {
    /// Text known at build time.
    case text([UInt8])
    /// A value known at run time.
    case value(Index<Value>)
  }

  /// The parts before `buffer`.
  private(set) var parts: [Part] = []
  /// The text since the last run-time value.
  private(set) var buffer: [UInt8] = []
  /// The number of bytes of all texts.
  private(set) var length = 0
  /// `true` iff there is a run-time value among the parts.
  package private(set) var hasRunTimeParts = false

  /// `true` iff the last part is a text that ends in a slash.
  package var endsWithSlash: Bool { buffer.last == UInt8(ascii: "/") }

  /// Creates the string without parts.
  package init() {}

  /// All parts.
  package var finishedParts: [Part] { buffer.isEmpty ? parts : parts + [.text(buffer)] }

  /// Appends `text`; what passes the limit on strings is counted only.
  package mutating func append(text: some Collection<UInt8>) {
    length += text.count
    if length <= Lowering.stringLimit { buffer.append(contentsOf: text) }
  }

  /// Appends the run-time `value`.
  package mutating func append(_ value: Index<Value>) {
    if !buffer.isEmpty { parts.append(.text(buffer)) }
    buffer = []
    parts.append(.value(value))
    hasRunTimeParts = true
  }
}
