// Values that only a run knows, in the places of members.
extension ArgumentWalk {
  /// Looks at the reference number `index`, which is `value`, as a value of the shape number `shape`.
  mutating func checkReference(_ index: Index<Reference>, at value: Index<Value>, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    guard kind != .any else { return }
    let type = analysis.type(of: index)
    switch kind {
    case .structure, .union, .list, .map:
      return reportWhole(value, as: shape)
    default: break
    }
    switch type {
    case .unknown: break
    case .structure, .list, .map: return reportNoScalar(value, type)
    case .scalar(let found):
      switch Self.fit(of: found, in: kind) {
      case .fits: break
      case .doubtful: reportDoubtfulType(value, found, as: shape)
      case .wrong: return reportReferenceType(value, found, as: shape)
      }
    }
    if case .parameter(let name) = graph.references[index].root,
      let parameter = analysis.parameters[name]
    {
      checkParameter(parameter, filling: graph.origin(of: value), as: shape)
    }
  }

  /// Looks at `value`, a text that only a run knows, as one of the shape number `shape`.
  mutating func checkText(_ value: Index<Value>, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    switch kind {
    case .structure, .union, .list, .map: reportWhole(value, as: shape)
    case .integer, .long, .float, .double, .boolean:
      reportReferenceType(value, .string, as: shape)
    default: return
    }
  }

  /// Looks at `value`, which a run reads from a file, as one of the shape number `shape`.
  mutating func checkJSONGet(_ value: Index<Value>, as shape: Int) {
    switch cache.shapes[shape].shape.kind {
    case .structure, .union, .list, .map: reportWhole(value, as: shape)
    // What the file holds is only known then.
    default: return
    }
  }

  /// Whether a value of some type may fill a member.
  enum Fit {
    /// The types are the same.
    case fits
    /// No source tells.
    case doubtful
    /// The service refuses it when the pipeline is created.
    case wrong
  }

  /// Returns whether a reference of `type` may fill a member of `kind`.
  ///
  /// The service converts nothing: `Cannot assign property reference [...] to argument of type
  /// [...]` (aws/sagemaker-python-sdk issues 4867 and 2631).
  static func fit(of type: ScalarType, in kind: Shape.Kind) -> Fit {
    switch kind {
    case .string, .enumeration: type == .string ? .fits : .wrong
    case .integer, .long: type == .integer ? .fits : .wrong
    case .float, .double: type == .float ? .fits : type == .integer ? .doubtful : .wrong
    case .boolean: type == .boolean ? .fits : .wrong
    default: .fits
    }
  }
}
