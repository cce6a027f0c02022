import PipeCompiler

extension PipelineLowering {
  /// Makes the texts of `parts`, one behind the other.
  mutating func join(_ parts: [Expression], at origin: Origin) -> GraphValue {
    var join = JoinBuilder()
    for part in parts {
      if case .string(let text) = part.form {
        join.append(text: text.utf8)
      } else {
        append(value(part, at: origin), to: &join)
      }
    }
    return finish(join, onlyPart: parts.count == 1 ? parts[0] : nil, at: origin)
  }

  /// Makes the text of `inner` in a map of texts.
  mutating func text(of inner: Expression, at origin: Origin) -> GraphValue {
    let made = value(inner, at: origin)
    switch graph.values[made] {
    case .number(let spelling): return graph.add(.string(spelling), at: origin)
    case .boolean(let truth): return graph.add(string: truth.description, at: origin)
    case .reference where type(of: inner) ?? .string != .string:
      return graph.add(join: [made], at: origin)
    default: return made
    }
  }

  /// Makes `<artifacts>/<pipeline>/<execution id>/<step>/output/<output>`.
  mutating func destination(of output: String, at origin: Origin) -> GraphValue {
    guard let artifacts = pipeline.artifacts else {
      diagnostics.report(
        Diagnostic(
          .missingArtifacts, "the output has no destination", at: origin,
          why: "an output without `to:` lands below `artifacts`, which the pipeline does not give",
          help: "write `to: \"s3://…\"` here, or `artifacts: \"s3://…\"` in the pipeline"))
      return graph.add(join: [], at: origin)
    }
    let folder = artifacts.hasSuffix("/") ? String(artifacts.dropLast()) : artifacts
    var join = JoinBuilder()
    join.append(text: "\(folder)/\(pipeline.name)/".utf8)
    join.append(graph.add(reference: .execution(.word(.pipelineExecutionID)), at: origin))
    join.append(text: "/\(current?.content.name ?? "")/output/\(output)".utf8)
    return finish(join, onlyPart: nil, at: origin)
  }

  /// Makes the S3 URI of the model of the training job of the Tuning step `node` that is the best but
  /// `rank`.
  ///
  /// The service lists the jobs from best to worst in `TrainingJobSummaries` and puts each model at
  /// `<S3OutputPath>/<job>/output/model.tar.gz`.
  mutating func bestModel(of node: StepNode, _ rank: Int, at origin: Origin) -> GraphValue {
    guard (0..<50).contains(rank) else {
      diagnostics.report(
        Diagnostic(
          .malformedReference, "a rank is a whole number from 0 to 49", at: origin,
          why: "the service keeps the 50 best training jobs of a tuning job"))
      return graph.add(join: [], at: origin)
    }
    let definition = node.content.arguments.value(of: "TrainingJobDefinition")
    let output = definition?.value(of: "OutputDataConfig")
    guard let folder = output?.value(of: "S3OutputPath") else {
      diagnostics.report(
        Diagnostic(
          .malformedReference, "the place of the best model is not known", at: origin,
          why: "it lies below the `S3OutputPath` of the step's `trainingJobDefinition`",
          help: "give that path, or build the URI from `trainingJobSummaries`"))
      return graph.add(join: [], at: origin)
    }
    var join = JoinBuilder()
    append(value(folder, at: origin), to: &join)
    if !join.endsWithSlash { join.append(text: "/".utf8) }
    let summaries = node.path.member("TrainingJobSummaries").appending(.index(rank))
    let job = Expression(.property(summaries.member("TrainingJobName")))
    join.append(value(job, at: origin))
    join.append(text: "/output/model.tar.gz".utf8)
    return finish(join, onlyPart: nil, at: origin)
  }

  /// Appends the text of `value` to `join`.
  private mutating func append(_ value: GraphValue, to join: inout JoinBuilder) {
    switch graph.values[value] {
    case .string(let text), .number(let text): join.append(text: graph.symbols[text])
    case .boolean(let truth): join.append(text: truth.description.utf8)
    case .join(SymbolTable.empty, let run):
      for element in graph.elements(in: run) { append(element, to: &join) }
    default: join.append(value)
    }
  }

  /// Makes the string that `join` has gathered.
  ///
  /// A single run-time value stays itself if it is a String, and becomes one if it is not.
  private mutating func finish(
    _ join: JoinBuilder, onlyPart: Expression?, at origin: Origin
  ) -> GraphValue {
    var entries: [GraphValue] = []
    for part in join.finishedParts {
      switch part {
      case .text(let text):
        entries.append(graph.add(.string(graph.symbols.intern(text)), at: origin))
      case .value(let value): entries.append(value)
      }
    }
    guard join.hasRunTimeParts else { return entries.first ?? graph.add(string: "", at: origin) }
    if entries.count == 1, let onlyPart, type(of: onlyPart) == .string { return entries[0] }
    return graph.add(join: entries, at: origin)
  }

  /// Returns the type of `expression`, as far as it is known without the service's model.
  func type(of expression: Expression) -> ScalarType? {
    switch expression.form {
    case .string, .joined, .separated, .text, .variable, .experiment, .best, .destination, .image,
      .resource:
      return .string
    case .parameter(let declaration): return declaration.type.scalarType
    case .property(let path): return type(of: path)
    default: return nil
    }
  }

  /// Returns the type of what is read at `path`, if the step declares it.
  private func type(of path: PropertyPath) -> ScalarType? {
    guard case .step(let node) = path.root, let last = path.parts.last else { return nil }
    switch last {
    case .key(let key) where path.parts.count == 2:
      return node.content.returned.first { $0.name == key }?.type.scalarType
    case .member("Outcome") where path.parts.count == 1 && node.content.kind == .condition:
      return .boolean
    default: return nil
    }
  }
}

extension Expression {
  /// Returns the member `name` if the expression is an object that has it.
  fileprivate func value(of name: String) -> Expression? {
    guard case .object(let members) = form else { return nil }
    return members.value(of: name)
  }
}
