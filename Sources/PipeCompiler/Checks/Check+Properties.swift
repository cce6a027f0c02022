extension Check {
  /// What is read from a step is something that a step of its type returns.
  static let properties = Check { graph, analysis, diagnostics in
    guard !analysis.propertyFaults.isEmpty else { return }
    // The faults stand in the order of the references.
    let faults = analysis.propertyFaults
    for read in analysis.reads {
      guard case .reference(let index) = graph.values[read.value] else { continue }
      // That such a reference stands where it means nothing is another check's.
      if case .iterationOutput = graph.references[index].root, !read.isInSelector { continue }
      var (low, high) = (0, faults.count)
      while low < high {
        let middle = (low + high) / 2
        if faults[middle].reference.offset < index.offset {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low < faults.count, faults[low].reference == index {
        diagnostics.report(diagnostic(about: faults[low], at: graph.origin(of: read.value), graph))
        low += 1
      }
    }
  }

  /// Returns what to say about `fault` of the reference at `origin`.
  private static func diagnostic(
    about fault: PropertyFault, at origin: Origin, _ graph: PipelineGraph
  ) -> Diagnostic {
    let place = fault.position.map { graph.segmentOrigins[$0] } ?? .synthesized
    let spot = place == .synthesized ? origin : place
    let part = fault.position.map { text(of: graph.segments[$0], graph) } ?? ""
    let type = fault.stepKind.rawValue
    switch fault.kind {
    case .noMember:
      return Diagnostic(
        .doubtfulReference, "a step is not a value", at: spot,
        why: "the service returns its members one by one", help: "name one of its properties")
    case .unknownMember(let roots):
      let known = StaticText(roots).words.flatMap { members(ofRoot: $0) }
      return unknown(
        part, of: withArticle("\(type) step"), known, at: spot, isClosed: isClosed(roots))
    case .unknownPart(let shape):
      let known = shape.members.map(\.name.string)
      let owner = fault.position.map { text(of: graph.segments[$0 - 1], graph) } ?? type
      return unknown(part, of: "`\(owner)`", known, at: spot, isClosed: false)
    case .notIndexable:
      return Diagnostic(
        .misspelledProperty, "an object has members, and no entries", at: spot,
        help: "write a dot and the name of a member")
    case .missingIndex(let isNamed):
      return Diagnostic(
        .misspelledProperty, "a list has no member `\(part)`", at: spot,
        help: isNamed
          ? "name an entry first: `\(key("name", graph))`" : "choose an entry first: `[0]`")
    case .missingKey:
      return Diagnostic(
        .misspelledProperty, "a map has no member `\(part)`", at: spot,
        help: "write it as a key: `\(key(part, graph))`")
    case .unnamedList(let name):
      return Diagnostic(
        .doubtfulReference, "the entries of `\(name.string)` have no names", at: spot,
        why: "the service is known to name processing inputs and outputs and final metrics only",
        help: "count instead: `[0]`")
    case .noParts:
      return Diagnostic(
        .misspelledProperty, "`\(part)` is read from a value without parts", at: spot,
        help: "end the path before it")
    }
  }

  /// Returns `name` as a key in a path.
  private static func key(_ name: String, _ graph: PipelineGraph) -> String {
    graph.notation == .pipe ? "[\"\(name)\"]" : "['\(name)']"
  }

  /// Returns the diagnostic that `name` is none of the `known` members of `owner`.
  private static func unknown(
    _ name: String, of owner: String, _ known: [String], at origin: Origin, isClosed: Bool
  ) -> Diagnostic {
    if let near = nearest(to: name, in: known) {
      return Diagnostic(
        .misspelledProperty, "\(owner) has no property `\(name)`", at: origin,
        label: "did you mean `\(near)`?",
        fix: origin.span.flatMap {
          // Shorter or longer than the name means that something else stands there.
          Int($0.end - $0.start) == name.utf8.count
            ? Fix("write `\(near)`", replacing: $0, with: near) : nil
        })
    }
    let list = known.prefix(16).map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      isClosed ? .misspelledProperty : .unknownProperty,
      "\(owner) has no property `\(name)`\(isClosed ? "" : " that pipec knows")", at: origin,
      why: isClosed ? nil : "\(ServiceModel.version) has none of this name",
      help: known.isEmpty
        ? "nothing can be read from such a step"
        : "it has \(list)" + (known.count > 16 ? " and \(known.count - 16) more" : ""))
  }

  /// Returns `true` iff the properties of `roots` are all there are, so that AWS can't be ahead.
  private static func isClosed(_ roots: StaticString) -> Bool {
    StaticText(roots).words.allSatisfy { $0.string.hasPrefix("properties.") }
  }

  /// Returns the names of the members of the structure that `root` names or operates on.
  private static func members(ofRoot root: StaticText) -> [String] {
    StepShapes.model.structure(rootedAt: root).map { $0.members.map(\.name.string) } ?? []
  }

  /// Returns the name, key or index that `segment` holds.
  private static func text(of segment: PathSegment, _ graph: PipelineGraph) -> String {
    switch segment {
    case .member(let symbol), .key(let symbol), .index(let symbol): graph.text(symbol)
    }
  }
}
