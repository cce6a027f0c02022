// Steps that hold a request, and what all steps have in common.
extension PipeWriter {
  /// Writes `step`, which holds no other ones.
  mutating func writePlain(_ step: DocumentStep) {
    writeDescription(of: step)
    let isDeclarable = StepKind.declarable.contains(step.kind)
    line("step \(title(of: step)): \(isDeclarable ? step.type : "raw \(quoted(step.type))") {")
    var items = StepItems()
    gatherItems(of: step, isDeclarable: isDeclarable, into: &items)
    for item in items.all { line(item) }
    line("}")
  }

  /// Gathers what stands between the braces of `step`.
  private mutating func gatherItems(
    of step: DocumentStep, isDeclarable: Bool, into items: inout StepItems
  ) {
    let kind = isDeclarable ? step.kind : .other
    gatherEnvelope(of: step, into: &items)
    if isDeclarable, items.late == common[step.kind] { items.late = [] }
    defer {
      if isDeclarable, let shared = commonRequests[step.kind] {
        items.requests.removeAll { shared.contains($0) }
      }
    }
    let arguments = document.member("Arguments", of: step.members)
    if let arguments {
      gatherArguments(arguments, of: step, kind, into: &items)
    } else {
      items.omissions.append("Arguments")
    }
    gatherFields(of: step, kind, into: &items)
  }

  /// Gathers what stands beside the arguments in every step.
  mutating func gatherEnvelope(of step: DocumentStep, into items: inout StepItems) {
    let order = order(of: step)
    for member in step.members {
      let key = document.text(member.key)
      let isVerbatim = step.plainness == .verbatim
      switch key {
      case "DependsOn" where order.isVerbatim || isVerbatim:
        items.raw.append("DependsOn: \(render(member.value))")
      case "DependsOn" where !step.isStructured: items.early.append("after: \(order.list)")
      case "Description" where hasDocumentation(step): continue
      case "Description", "DisplayName", "RetryPolicies", "CacheConfig":
        if isVerbatim {
          items.raw.append("\(key): \(render(member.value))")
        } else {
          gatherPolicy(key, member.value, into: &items)
        }
      default: continue
      }
    }
  }

  /// Gathers the member `key`, a text or a policy.
  private mutating func gatherPolicy(
    _ key: String, _ value: Index<Value>, into items: inout StepItems
  ) {
    if isIdiomatic, key == "CacheConfig", let cache = cache(value) {
      items.late.append("cache: \(cache)")
    } else if isIdiomatic, key == "RetryPolicies", let retries = retries(value) {
      items.late += retries
    } else if key == "Description", isIdiomatic, document.text(value) != nil {
      items.early.append("description: \(render(value))")
    } else if key == "DisplayName" {
      items.early.append("DisplayName: \(render(value))")
    } else {
      items.late.append("\(key): \(render(value))")
    }
  }

  /// Gathers the arguments of `step`.
  mutating func gatherArguments(
    _ value: Index<Value>, of step: DocumentStep, _ kind: StepKind, into items: inout StepItems
  ) {
    let members = document.object(value)
    if kind.hasFreeArguments, step.plainness < .verbatim, let members {
      if !members.isEmpty { items.requests.append("args: \(render(value))") }
      return
    }
    guard step.plainness < .verbatim, let members, members.allSatisfy({ isMember($0, of: kind) })
    else {
      items.raw.append("Arguments: \(render(value))")
      return
    }
    for member in members {
      let key = document.text(member.key)
      if isFilled(member, key, of: step) { continue }
      if isIdiomatic, let rows = rows(for: key, member.value, kind, step) {
        if let rest = rows.rest { items.requests.append(rest) }
        items.rows += rows.rows
      } else if let first = key.utf8.first, first >= UInt8(ascii: "a") {
        items.requests.append("raw \(key): \(render(member.value))")
      } else {
        let place: ValuePlace = kind == .other ? .data : .request
        let line = "\(self.key(member)): \(render(member.value, in: place, under: key))"
        items.requests.append(line)
        if isSettled(member.value) { items.settled.append(line) }
      }
    }
  }

  /// Returns `true` iff an item of a step of `kind` can say `member` of its arguments.
  private func isMember(_ member: Member, of kind: StepKind) -> Bool {
    guard let first = document.text(member.key).utf8.first,
      first < UInt8(ascii: "a") || WordChooser.isWord(document.text(member.key))
    else { return false }
    return !EnvelopeField.names.contains(document.text(member.key)) && !kind.hasField(member.key)
  }

  /// Returns `true` iff `member`, an argument called `key`, is the role that the header says for all.
  private func isFilled(_ member: Member, _ key: String, of step: DocumentStep) -> Bool {
    guard let role, let path = step.kind.rolePath, path.tail == nil else { return false }
    return member.key == .word(path.head) && document.isText(member.value, role)
  }

  /// Gathers what stands beside the arguments in some types of steps only.
  mutating func gatherFields(
    of step: DocumentStep, _ kind: StepKind, into items: inout StepItems
  ) {
    let common = ["Name", "Type", "Arguments"] + EnvelopeField.names
    var hasOutputs = false
    for member in step.members {
      let key = document.text(member.key)
      if common.contains(key) { continue }
      guard kind.hasField(member.key), step.plainness < .verbatim else {
        if key == "OutputParameters" { hasOutputs = true }
        items.raw.append("\(self.key(member)): \(render(member.value))")
        continue
      }
      if key == "OutputParameters" {
        hasOutputs = true
        if document.list(member.value)?.isEmpty == true { continue }
      }
      if isIdiomatic, let rows = rows(for: key, member.value, kind, step) {
        items.rows += rows.rows
      } else {
        items.requests.insert("\(key): \(render(member.value, in: .request, under: key))", at: 0)
      }
    }
    if kind.hasFreeArguments, !hasOutputs { items.omissions.append("OutputParameters") }
  }
}

/// What stands between the braces of a step, by the place where it stands.
struct StepItems {
  /// What it waits for and what it is called.
  var early: [String] = []
  /// Members of the request.
  var requests: [String] = []
  /// Those of them that mention no step.
  var settled: [String] = []
  /// Short forms of entries of lists.
  var rows: [String] = []
  /// Policies.
  var late: [String] = []
  /// Members of the step that are emitted as they are.
  var raw: [String] = []
  /// Members that are left out.
  var omissions: [String] = []

  /// `true` iff there is nothing.
  var isEmpty: Bool { all.isEmpty }

  /// All lines.
  var all: [String] {
    let gap = !rows.isEmpty && !requests.isEmpty ? [""] : []
    let last = late.isEmpty || rows.isEmpty ? [] : [""]
    var lines = early + requests + gap + rows + last + late
    if !raw.isEmpty { lines.append("raw: { \(raw.joined(separator: ", ")) }") }
    if !omissions.isEmpty {
      lines.append("omit: [\(omissions.map { "\"\($0)\"" }.joined(separator: ", "))]")
    }
    return lines
  }
}
