// What is read at run time, and texts that hold it.

/// What Swift reads, and the type of it.
struct SwiftReading {
  /// How it is spelled.
  let text: String
  /// What a value of it holds; `nil` if it has no type.
  let content: String?
}

extension SwiftWriter {
  /// Returns the steps that the step at `position` mentions itself.
  func mentionedSteps(by position: Int) -> Set<Int> {
    let step = steps.all[position]
    let nested = step.isStructured ? ["IfSteps", "ElseSteps", "ForEachBody"] : []
    var (found, open): (Set<Int>, [Index<Value>]) = ([], [])
    func note(_ name: String?) {
      guard let name, let other = steps.byName[name], other != position else { return }
      found.insert(other)
    }
    for member in step.members {
      if document.text(member.key) == "DependsOn" {
        for entry in document.list(member.value) ?? [] {
          note(document.text(entry) ?? document.text(document.fields(entry)?["Step"]))
        }
      }
      guard document.text(member.key) == "Arguments" else {
        open.append(member.value)
        continue
      }
      if let arguments = document.object(member.value) {
        open += arguments.filter { !nested.contains(document.text($0.key)) }.map(\.value)
      }
    }
    while let value = open.popLast() {
      switch document.graph.values[value] {
      case .list(let run), .join(_, let run): open += document.graph.elements(in: run)
      case .object(let run): open += document.graph.members(in: run).map(\.value)
      case .reference(let index):
        switch document.graph.references[index].root {
        case .step(let name): note(document.text(name))
        // A selector reads from a step in the loop, which is not declared outside.
        default: continue
        }
      case .jsonGet(let index):
        switch document.graph.jsonGets[index].file {
        case .propertyFile(let name, _): note(document.text(name))
        case .uri(let uri): open.append(uri)
        }
      default: continue
      }
    }
    return found
  }

  /// Returns how Swift spells what `index` reads; `nil` if it can't.
  func reference(_ index: Index<Reference>) -> SwiftReading? {
    let reference = document.graph.references[index]
    let path = Array(document.graph.path(of: reference))
    switch reference.root {
    case .parameter(let name):
      guard let parameter = parameters[document.text(name)], path.isEmpty else { return nil }
      return SwiftReading(text: parameter.word, content: parameter.type?.swiftContent)
    case .execution(let name): return execution(document.text(name))
    case .experiment(let name):
      switch document.text(name) {
      case "ExperimentName":
        return SwiftReading(text: "execution.experimentName", content: "String")
      case "TrialName": return SwiftReading(text: "execution.trialName", content: "String")
      default: return nil
      }
    case .currentItem:
      guard let item, item.isObject != path.isEmpty || item.isObject else { return nil }
      if !item.isObject { return SwiftReading(text: "item", content: item.content) }
      return tail(path).map { SwiftReading(text: "item\($0)", content: nil) }
    case .step(let name):
      guard let position = steps.byName[document.text(name)], position != current else {
        return nil
      }
      return property(of: position, path)
    case .iterationOutput, .unreadable: return nil
    }
  }

  /// Returns how Swift spells the variable `name` of a run.
  private func execution(_ name: String) -> SwiftReading? {
    let words = [
      "PipelineExecutionId": "id", "PipelineExecutionArn": "arn", "StartDateTime": "startTime",
      "CurrentDateTime": "currentTime", "TrainingJobName": "trainingJobName",
      "ProcessingJobName": "processingJobName", "PipelineName": "pipelineName",
      "PipelineArn": "pipelineArn",
    ]
    return words[name].map { SwiftReading(text: "execution.\($0)", content: "String") }
  }

  /// Returns how Swift spells what `path` reads from the step at `position`.
  func property(of position: Int, _ path: [PathSegment]) -> SwiftReading? {
    guard case .member(let first)? = path.first else { return nil }
    let (step, variable) = (steps.all[position], variables[position])
    let name = document.text(first)
    if typed.contains(position) {
      if step.kind == .training, tail(path) == ".ModelArtifacts.S3ModelArtifacts" {
        return SwiftReading(text: "\(variable).model", content: "String")
      }
      if step.kind == .processing, path.count == 5, name == "ProcessingOutputConfig",
        case .key(let key) = path[2], tail(Array(path[..<2])) == ".ProcessingOutputConfig.Outputs",
        tail(Array(path[3...])) == ".S3Output.S3Uri"
      {
        let name = document.text(key)
        let isPlain =
          WordChooser.isWord(name) && !SwiftNames.keywords.contains(name) && name != "node"
        let label = isPlain ? ".\(name)" : "[\(SwiftNames.quoted(name))]"
        return SwiftReading(text: "\(variable).outputs\(label)", content: "String")
      }
      if step.kind.hasFreeArguments, path.count == 2, name == "OutputParameters",
        case .key(let key) = path[1], let content = returned(document.text(key), by: step)
      {
        let label = SwiftNames.quoted(document.text(key))
        let type = content == "String" ? "" : ", as: \(content).self"
        return SwiftReading(text: "\(variable).returned(\(label)\(type))", content: content)
      }
      if path.count == 1, let content = content(of: name, in: step.kind) {
        return SwiftReading(
          text: "\(variable).\(SwiftNames.escaped(SwiftNames.lowered(name)))", content: content)
      }
    }
    return tail(path).map {
      SwiftReading(text: "AnyProperty(at: \(variable).node.path)\($0)", content: nil)
    }
  }

  /// Returns what the value called `name` holds that `step` returns.
  private func returned(_ name: String, by step: DocumentStep) -> String? {
    for entry in document.list(document.member("OutputParameters", of: step.members)) ?? [] {
      guard let fields = document.fields(entry), document.isText(fields["OutputName"], name) else {
        continue
      }
      return document.text(fields["OutputType"]).flatMap { ScalarType(rawValue: $0) }?.swiftContent
    }
    return nil
  }

  /// Returns what the single value holds that is read as `name` from steps of `kind`.
  private func content(of name: String, in kind: StepKind) -> String? {
    guard !SwiftNames.stepMembers.contains(SwiftNames.lowered(name)), kind != .job else {
      return nil
    }
    let roots = StaticText(kind.contract.properties).words
    for root in roots {
      guard
        let member = StepShapes.model.structure(rootedAt: root)?.member(Array(name.utf8)[...]),
        let shape = StepShapes.model.shape(named: member.shape)
      else { continue }
      switch shape.kind {
      case .structure, .union, .list, .map, .any, .kind, .operation: return nil
      default: return shape.swiftContent
      }
    }
    return nil
  }

  /// Returns `path` behind something whose members are called as in the definition; `nil` if that can't be
  /// said.
  private func tail(_ path: [PathSegment]) -> String? {
    var text = ""
    for segment in path {
      switch segment {
      case .member(let name):
        let word = document.text(name)
        guard WordChooser.isWord(word), word != "path", word != "expression", word != "init",
          word != "self"
        else { return nil }
        text += "." + SwiftNames.escaped(word)
      case .index(let number):
        guard let position = Int(document.text(number)), String(position) == document.text(number)
        else { return nil }
        text += "[\(position)]"
      case .key(let key): text += "[\(SwiftNames.quoted(document.text(key)))]"
      }
    }
    return text
  }

  /// Returns how Swift reads a value of `content` from a report; `nil` if it can't.
  func report(_ index: Index<JSONGet>, of content: String) -> String? {
    let read = document.graph.jsonGets[index]
    if case .uri(let uri) = read.file {
      let path = SwiftNames.quoted(document.text(read.path))
      return place(uri).map { "Value<\(content)>.json(at: \(path), in: \($0))" }
    }
    guard case .propertyFile(let step, let name) = read.file,
      let position = steps.byName[document.text(step)], position != current,
      steps.all[position].kind == .processing, typed.contains(position)
    else { return nil }
    let arguments =
      "\(SwiftNames.quoted(document.text(name))), at: \(SwiftNames.quoted(document.text(read.path)))"
    return "\(variables[position]).report(\(arguments), as: \(content).self)"
  }

  /// Returns how Swift spells the S3 URI `value`; `nil` if it can't.
  private func place(_ value: Index<Value>) -> String? {
    switch document.graph.values[value] {
    case .string(let text): SwiftNames.quoted(document.text(text))
    case .reference(let index): reference(index).flatMap { converted($0, to: "String") }
    case .join: interpolation(value) ?? joined(value).map { "Value<String>\($0)" }
    default: nil
    }
  }

  /// Returns the text with values in it that the join `value` makes; `nil` if that would be another one.
  func interpolation(_ value: Index<Value>) -> String? {
    var (open, text, count): ([Index<Value>], String, Int) = ([], "", 0)
    guard let pieces = document.pieces(of: value) else { return nil }
    for piece in pieces {
      switch piece {
      case .text(let piece): text += SwiftNames.escapedText(piece)
      case .value(let value):
        count += 1
        open.append(value)
        switch document.graph.values[value] {
        case .reference(let index):
          guard let read = reference(index) else { return nil }
          if pieces.count == 1, ["Int", "Double", "Bool"].contains(read.content) == false {
            return nil
          }
          text += "\\(\(read.text))"
        case .jsonGet(let index):
          guard pieces.count > 1, let read = report(index, of: "String") else { return nil }
          text += "\\(\(read))"
        default: return nil
        }
      }
    }
    return count == 0 ? nil : "\"\(text)\""
  }

  /// Returns the call that joins what the join `value` joins, as it stands there; `nil` if it can't.
  func joined(_ value: Index<Value>) -> String? {
    guard case .join(let separator, let run) = document.graph.values[value] else { return nil }
    var parts: [String] = []
    for entry in document.graph.elements(in: run) {
      switch document.graph.values[entry] {
      case .string(let text): parts.append(SwiftNames.quoted(document.text(text)))
      case .reference(let index):
        guard let read = reference(index), let text = converted(read, to: "String") else {
          return nil
        }
        parts.append("Text(\(text))")
      default: return nil
      }
    }
    let end = ", separator: \(SwiftNames.quoted(document.text(separator))))"
    return ".joined([\(parts.joined(separator: ", "))]\(end)"
  }
}
