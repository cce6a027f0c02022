// The short forms of references, which begin with a lower-case word of the language.

extension Lowering {
  /// The words that may follow a step's name, beside the members of the API.
  private static let stepWords = [
    "model", "outputs", "reports", "returns", "best", "completed", "failed", "stopped", "finished",
    "time",
  ]

  /// Evaluates the path `segments` behind the name of `step`.
  mutating func evaluateStepPath(
    _ step: Index<Step>, _ segments: ArraySlice<NodeIndex>, of node: NodeIndex, in scope: Int
  ) -> Term {
    guard let first = segments.first, let name = memberName(first) else {
      reportNoMembers("a step", segments.first ?? node)
      return .poisoned
    }
    let word = symbol(name)
    if graph.symbols[word].first.map({ $0 < UInt8(ascii: "a") }) == true {
      return value(step, segments, of: node, in: scope)
    }
    let rest = segments.dropFirst()
    switch word {
    case .word(.modelWord): return model(step, name, rest, of: node)
    case .word(.outputsWord): return output(step, name, rest, of: node, in: scope)
    case .word(.reportsWord): return reportValue(step, name, rest, of: node, in: scope)
    case .word(.returnsWord): return returned(step, name, rest, of: node, in: scope)
    case .word(.bestWord): return best(step, name, rest, of: node, in: scope)
    case .word(.completedWord): return ended(step, .completed, rest)
    case .word(.failedWord): return ended(step, .failed, rest)
    case .word(.stoppedWord): return ended(step, .stopped, rest)
    case .word(.finishedWord): return ended(step, .any, rest)
    case .word(.timeWord): return isLast(rest, after: "`.time`") ? .time(step) : .poisoned
    default:
      report(
        unknownMember(
          name, of: "a step", candidates: Self.stepWords,
          help: "members of the API begin with a capital letter"))
      return .poisoned
    }
  }

  /// Makes the reference to a property in the API's own words.
  private mutating func value(
    _ step: Index<Step>, _ segments: ArraySlice<NodeIndex>, of node: NodeIndex, in scope: Int
  ) -> Term {
    guard let path = pathSegments(segments, in: scope) else { return .poisoned }
    return property(step, path, partsAt: origins(of: segments), of: node)
  }

  /// Makes the reference to the property of `step` at `path`, the last parts of which are written
  /// at `origins`.
  private mutating func property(
    _ step: Index<Step>, _ path: [PathSegment], partsAt origins: [Origin] = [],
    of node: NodeIndex
  ) -> Term {
    .value(
      make(
        reference: .step(graph.steps[step].name), path: path, partsAt: origins, at: origin(node)))
  }

  /// Makes `Train.model`, the S3 URI of the artifact that a training job writes.
  private mutating func model(
    _ step: Index<Step>, _ word: NodeIndex, _ rest: ArraySlice<NodeIndex>, of node: NodeIndex
  ) -> Term {
    guard demand([.training], of: step, for: word), isLast(rest, after: "`.model`") else {
      return .poisoned
    }
    return property(
      step, [.member(.word(.modelArtifacts)), .member(.word(.s3ModelArtifacts))], of: node)
  }

  /// Makes `Prep.outputs.train`, the S3 URI of an output.
  private mutating func output(
    _ step: Index<Step>, _ word: NodeIndex, _ rest: ArraySlice<NodeIndex>, of node: NodeIndex,
    in scope: Int
  ) -> Term {
    guard demand([.processing], of: step, for: word),
      let name = label(rest, after: word, what: "an output", in: scope),
      isLast(rest.dropFirst(), after: "an output")
    else { return .poisoned }
    let path: [PathSegment] = [
      .member(.word(.processingOutputConfig)), .member(.word(.outputs)), .key(name),
      .member(.word(.s3Output)),
      .member(.word(.s3URI)),
    ]
    return property(step, path, of: node)
  }

  /// Makes `Eval.reports.Report.a.b`, a value in a JSON file that a step writes.
  private mutating func reportValue(
    _ step: Index<Step>, _ word: NodeIndex, _ rest: ArraySlice<NodeIndex>, of node: NodeIndex,
    in scope: Int
  ) -> Term {
    guard demand([.processing], of: step, for: word),
      let name = label(rest, after: word, what: "a report", in: scope),
      let path = jsonPath(rest.dropFirst(), after: "", in: scope)
    else { return .poisoned }
    guard !path.isEmpty else {
      report(
        Diagnostic(
          .malformedReference, "a report is a file; say which value in it is meant",
          at: tree.span(of: node), help: "write its path, as in `.reports.Report.metrics.accuracy`")
      )
      return .poisoned
    }
    return .value(
      make(
        jsonGet: .propertyFile(step: graph.steps[step].name, name: name),
        path: graph.symbols.intern(path), at: origin(node)))
  }

  /// Makes `Fn.returns.x`, an output of a Lambda or Callback step.
  private mutating func returned(
    _ step: Index<Step>, _ word: NodeIndex, _ rest: ArraySlice<NodeIndex>, of node: NodeIndex,
    in scope: Int
  ) -> Term {
    guard demand([.lambda, .callback], of: step, for: word),
      let name = label(rest, after: word, what: "a returned value", in: scope),
      isLast(rest.dropFirst(), after: "a returned value")
    else { return .poisoned }
    return property(step, [.member(.word(.outputParameters)), .key(name)], of: node)
  }

  /// Makes `Tune.best(k)`: the S3 URI of the k-th best model, or a member of its training job.
  ///
  /// The service lists the jobs from best to worst in `TrainingJobSummaries` and puts each model at
  /// `<S3OutputPath>/<job>/output/model.tar.gz`.
  private mutating func best(
    _ step: Index<Step>, _ word: NodeIndex, _ rest: ArraySlice<NodeIndex>, of node: NodeIndex,
    in scope: Int
  ) -> Term {
    guard demand([.tuning], of: step, for: word), let call = rest.first,
      tree.kind(call) == .invocation, let rank = rank(call, in: scope)
    else {
      if rest.first.map({ tree.kind($0) != .invocation }) ?? true {
        report(
          Diagnostic(
            .malformedReference, "`best` needs a rank", at: tree.span(of: word),
            help: "write `best(0)` for the best training job"))
      }
      return .poisoned
    }
    var path: [PathSegment] = [.member(.word(.trainingJobSummaries)), .index(rank)]
    guard rest.count == 1 else {
      guard let more = pathSegments(rest.dropFirst(), in: scope) else { return .poisoned }
      return property(step, path + more, partsAt: origins(of: rest.dropFirst()), of: node)
    }
    path.append(.member(.word(.trainingJobName)))
    guard case .value(let job) = property(step, path, of: node) else { return .poisoned }
    return bestModel(of: step, job: job, at: node)
  }

  /// Makes the S3 URI of the model that the training job called `job` of the Tuning step wrote.
  private mutating func bestModel(
    of step: Index<Step>, job: Index<Value>, at node: NodeIndex
  ) -> Term {
    guard let folder = tuningOutputPath(of: step) else {
      report(
        Diagnostic(
          .malformedReference, "the place of the best model is not known", at: tree.span(of: node),
          why: "it lies below `TrainingJobDefinition.OutputDataConfig.S3OutputPath`",
          help: "give that path, or build the URI from `best(0).TrainingJobName`"))
      return .poisoned
    }
    var join = JoinBuilder()
    guard append(folder, to: &join, at: node) else { return .poisoned }
    if join.buffer.last != UInt8(ascii: "/") { join.append(text: "/".utf8) }
    join.append(job)
    join.append(text: "/output/model.tar.gz".utf8)
    return .value(finish(join, at: node))
  }

  /// Returns the rank between the parentheses of `call`, from 0 to 49.
  private mutating func rank(_ call: NodeIndex, in scope: Int) -> Symbol? {
    guard let arguments = tree.firstChild(of: call), let argument = tree.firstChild(of: arguments),
      let expression = tree.firstChild(of: argument),
      let value = evaluateValue(expression, in: scope)
    else { return nil }
    guard case .number(let lexeme) = graph.values[value], let rank = Int(graph.text(lexeme)),
      (0..<50).contains(rank)
    else {
      report(
        Diagnostic(
          .malformedReference, "a rank is a whole number from 0 to 49",
          at: tree.span(of: expression),
          why: "the service keeps the 50 best training jobs of a tuning job"))
      return nil
    }
    return lexeme
  }

  /// Makes `A.failed`, which only `after` understands.
  private mutating func ended(
    _ step: Index<Step>, _ trigger: Trigger, _ rest: ArraySlice<NodeIndex>
  ) -> Term {
    isLast(rest, after: "how a step ended") ? .ended(step, trigger) : .poisoned
  }

  /// Returns `true` iff `step` is of one of `kinds`; reports that `word` is not for it if not.
  private mutating func demand(
    _ kinds: [StepKind], of step: Index<Step>, for word: NodeIndex
  ) -> Bool {
    let kind = graph.steps[step].kind
    if kinds.contains(kind) || kind == .other { return kind != .other }
    let names = kinds.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    report(
      Diagnostic(
        .unknownMember,
        "`.\(tree.word(word))` is for \(names) steps, and `\(graph.text(graph.steps[step].name))`"
          + " is a \(kind.rawValue) step",
        at: tree.span(of: word), help: "name a member of the API, with its capital letter"))
    return false
  }

  /// Returns the name that follows `word`, by a dot or in brackets.
  private mutating func label(
    _ rest: ArraySlice<NodeIndex>, after word: NodeIndex, what: String, in scope: Int
  ) -> Symbol? {
    if let segment = rest.first {
      if let name = memberName(segment) { return symbol(name) }
      if tree.kind(segment) == .indexAccess, let index = tree.firstChild(of: segment) {
        return buildTimeString(index, in: scope, what: "the name of \(what)")
          .map { graph.symbols.intern($0) }
      }
    }
    report(
      Diagnostic(
        .malformedReference, "`\(tree.word(word))` needs the name of \(what)",
        at: tree.span(of: word), help: "write `.\(tree.word(word)).name`"))
    return nil
  }

  /// Returns `true` iff `rest` is empty; reports that `what` has no members if not.
  private mutating func isLast(_ rest: ArraySlice<NodeIndex>, after what: String) -> Bool {
    guard let extra = rest.first else { return true }
    reportNoMembers(what, extra)
    return false
  }
}
