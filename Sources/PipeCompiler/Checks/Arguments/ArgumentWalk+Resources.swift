// What the ACK controller makes of the API.
extension ArgumentWalk {
  /// Returns `true` iff the controller has the field `key` of the resource beyond the request.
  func isOwnField(_ key: Symbol) -> Bool {
    guard let resource, path.isEmpty else { return false }
    return graph.resources[resource].kind?.ownField(graph.text(key)) != nil
  }

  /// Returns `true` iff the controller serves `member` of the structure number `shape`; reports it if
  /// not.
  mutating func checkIsServed(_ member: Member, in shape: Int) -> Bool {
    guard let known = cache.shapes[shape].shape.member(graph.symbols[member.key]),
      known.served.isEmpty, graph.present(member.value) != nil
    else { return true }
    let name = graph.text(member.key)
    diagnostics.report(
      Diagnostic(
        .unservedMember, "the ACK controller does not take `\(name)` of \(owner)",
        at: member.origin,
        why: "the API has it, and the controller's resource definition has no such field, so that "
          + "the API server refuses it",
        help: remedy(forUnserved: name)))
    return false
  }

  /// Returns what to do about the member `name`, which the controller does not take.
  private func remedy(forUnserved name: String) -> String {
    guard let resource, let kind = graph.resources[resource].kind else { return "remove it" }
    if name == "ClientRequestToken" || name == "ClientToken" {
      return "remove it: the controller gives one itself"
    }
    guard let step = kind.step else { return "remove it" }
    return
      "remove it, or make the \(kind.rawValue) in \(withArticle("\(step) step")), which takes it"
  }
}

extension ResourceKind {
  /// The type of the steps that make what resources of the kind make, if there is one.
  fileprivate var step: String? {
    switch self {
    case .trainingJob: "Training"
    case .processingJob: "Processing"
    case .transformJob: "Transform"
    case .hyperParameterTuningJob: "Tuning"
    case .model: "Model"
    case .modelPackage: "RegisterModel"
    case .endpoint: "Endpoint"
    case .endpointConfig: "EndpointConfig"
    case .inferenceComponent: "InferenceComponent"
    default: nil
    }
  }
}
