// `image("xgboost", "1.7-1")`: the URI of a container image that AWS publishes.

extension Lowering {
  /// The arguments of `image`, of which the first two need not be named.
  private static let imageArguments = ImageArgument.allCases.map(\.rawValue)

  /// Evaluates the call at `node` of `image`.
  mutating func evaluateImage(
    _ node: NodeIndex, _ arguments: NodeIndex, in scope: Int
  ) -> Term {
    guard
      let given = self.arguments(
        arguments, of: "image", formals: Self.imageArguments, positional: 2, required: 1)
    else { return .poisoned }
    guard let query = imageQuery(given, at: node, in: scope) else { return .poisoned }
    do throws(ImageFailure) {
      return .value(make(string: try imageURI(for: query), at: origin(node)))
    } catch {
      report(diagnostic(about: error, given: given, at: node))
      return .poisoned
    }
  }

  /// Returns what the arguments in `given`, those of the call at `node`, ask for.
  private mutating func imageQuery(
    _ given: [String: NodeIndex], at node: NodeIndex, in scope: Int
  ) -> ImageQuery? {
    var query = ImageQuery(family: "", region: "")
    var isComplete = true
    var isRegionKnown = false
    // In the order of the declaration, so that messages come in one order.
    for argument in ImageArgument.allCases {
      guard let expression = given[argument.rawValue] else { continue }
      let what = "the \(argument.rawValue) of an image"
      if argument.isFlag {
        guard let flag = buildTimeBoolean(expression, in: scope, what: what) else {
          isComplete = false
          continue
        }
        if flag { query.flags.insert(argument) }
        continue
      }
      guard let text = buildTimeString(expression, in: scope, what: what) else {
        isComplete = false
        continue
      }
      switch argument {
      case .name: query.family = text
      case .version: query.version = text
      case .region:
        query.region = text
        isRegionKnown = true
      default: query.texts[argument] = text
      }
    }
    guard isComplete else { return nil }
    if isRegionKnown { return query }
    guard let region = defaultRegion(for: node, in: scope) else { return nil }
    query.region = region
    return query
  }

  /// Returns the region that the header names, or what is called `region`, for the call at `node`.
  private mutating func defaultRegion(for node: NodeIndex, in scope: Int) -> String? {
    if let member = headerExpression("kubernetes", "region") {
      return buildTimeString(member, in: 0, what: "`region`")
    }
    if let binding = find(graph.symbols.intern("region"), in: scope) {
      bindings[binding].isUsed = true
      let term = term(ofBinding: binding, usedAt: node)
      if case .poisoned = term { return nil }
      if case .value(let value) = term, let text = graph.string(value) { return text }
    }
    // It is one omission, however many images there are.
    if notes.files.lacksRegion { return nil }
    notes.files.lacksRegion = true
    report(
      Diagnostic(
        .ambiguousImage, "in which region the image is pulled is not said",
        at: tree.span(of: node),
        why: "AWS publishes its images in an account for each region",
        help: "write `region: \"…\"` here or in `kubernetes: { … }` of the header, or declare "
          + "`config region: String`"))
    return nil
  }

  /// Returns what to say about `failure` of the call at `node` with the arguments in `given`.
  private func diagnostic(
    about failure: ImageFailure, given: [String: NodeIndex], at node: NodeIndex
  ) -> Diagnostic {
    let place = given[failure.argument.rawValue]
    let word = failure.argument.rawValue
    switch failure.kind {
    case .missing:
      return Diagnostic(
        .ambiguousImage, failure.message, at: tree.span(of: node),
        help: "say which one with `\(word): …`" + (failure.help.map { "; \($0)" } ?? ""))
    case .unfit:
      return Diagnostic(
        .unknownImage, failure.message, at: tree.span(of: place ?? node),
        help: "`pipec image NAME --all` lists what there is")
    case .unknown:
      var diagnostic = Diagnostic(
        .unknownImage, failure.message, at: tree.span(of: place ?? node), help: failure.help)
      // A long list is no help to someone who has mistyped a word of it.
      if failure.nearest != nil, failure.known.count > 20 { diagnostic.help = nil }
      if let near = failure.nearest {
        diagnostic.label = "did you mean `\(near)`?"
        if let place, tree.kind(place) == .string {
          diagnostic.fix = Fix(
            "write `\(near)`", replacing: tree.span(of: place), with: "\"\(near)\"")
        }
      }
      return diagnostic
    }
  }
}
