// What all steps of a type have in common.
extension PipeWriter {
  /// What the steps of a type have in common, as far as they have been looked at.
  private struct Shared {
    /// The policies; empty if they differ.
    var policies: [String]
    /// The members of the request.
    var requests: [String]
    /// How many steps there are.
    var count = 1
  }

  /// Finds what all steps of a type have in common, and writes it as defaults.
  mutating func writeDefaults() {
    var (kinds, found): ([StepKind], [StepKind: Shared]) = ([], [:])
    // What a loop says once it says itself.
    let repeated = Set(repetitions.values.flatMap { $0.steps.dropFirst($0.period) })
    for (position, step) in steps.all.enumerated()
    where !step.isStructured && StepKind.declarable.contains(step.kind)
      && !repeated.contains(position)
    {
      let (policies, requests) = settings(of: step)
      guard var shared = found[step.kind] else {
        kinds.append(step.kind)
        found[step.kind] = Shared(policies: policies, requests: requests)
        continue
      }
      if shared.policies != policies { shared.policies = [] }
      shared.requests.removeAll { !requests.contains($0) }
      shared.count += 1
      found[step.kind] = shared
    }
    current = nil
    for kind in kinds {
      guard let shared = found[kind], shared.count > 1, kind != .tuning else { continue }
      let lines = shared.requests.reduce(0) { $0 + Self.lines(of: $1) }
      let isWorth = lines * (shared.count - 1) >= lines + 3
      found[kind]?.requests = isWorth ? shared.requests : []
      if isWorth { commonRequests[kind] = shared.requests }
    }
    writeDefaults(of: kinds, found)
  }

  /// Writes the defaults in `found` of the types `kinds`, those together that are the same.
  private mutating func writeDefaults(of kinds: [StepKind], _ found: [StepKind: Shared]) {
    var rest = kinds
    while let first = rest.first, let shared = found[first] {
      let requests = commonRequests[first] ?? []
      let alike = rest.filter {
        $0 == first
          || requests.isEmpty && commonRequests[$0] == nil && !shared.policies.isEmpty
            && found[$0]?.policies == shared.policies
      }
      rest.removeAll { alike.contains($0) }
      let count = alike.reduce(0) { $0 + (found[$1]?.count ?? 0) }
      let policies = count > 1 ? shared.policies : []
      if policies.isEmpty, requests.isEmpty { continue }
      if !policies.isEmpty { for kind in alike { common[kind] = policies } }
      line("defaults \(alike.map(\.rawValue).joined(separator: ", ")) {")
      for text in requests + policies { line(text) }
      line("}\n")
    }
  }

  /// Returns the policies of `step`, and the members of its request that others may have too.
  private mutating func settings(of step: DocumentStep) -> (policies: [String], requests: [String])
  {
    guard step.plainness == .idiomatic else { return ([], []) }
    current = step
    var items = StepItems()
    gatherEnvelope(of: step, into: &items)
    if let arguments = document.member("Arguments", of: step.members) {
      gatherArguments(arguments, of: step, step.kind, into: &items)
    }
    return (items.late, items.settled)
  }

  /// Returns about how many lines `text` takes once it is laid out.
  static func lines(of text: String) -> Int {
    text.split(separator: "\n").reduce(0) { count, line in
      count + (line.utf8.count <= 90 ? 1 : 2 + line.utf8.count / 45)
    }
  }

  /// Returns `true` iff nothing in `value` is read from a step or is the item of a loop.
  func isSettled(_ value: Index<Value>) -> Bool {
    var open = [value]
    while let value = open.popLast() {
      switch document.graph.values[value] {
      case .list(let run), .join(_, let run): open += document.graph.elements(in: run)
      case .object(let run): open += document.graph.members(in: run).map(\.value)
      case .jsonGet: return false
      case .reference(let index):
        guard case .parameter = document.graph.references[index].root else { return false }
      default: continue
      }
    }
    return true
  }
}
