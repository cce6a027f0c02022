/// A run of the pipeline that Kubernetes is to start: a `PipelineExecution`.
struct PipelineRun: Sendable {
  /// The name.
  let name: String
  /// What parameters are given.
  let values: [ParameterValue]
  /// The only steps that are to run, if not all are.
  let selection: [String]?
  /// The ARN of the run whose results stand in for the steps that are not selected.
  let source: String?
  /// The number of the pipeline's version that is to run.
  let version: Int?
  /// How many steps may run at once.
  let parallelism: Int?
  /// The text that AWS shows in the name's place.
  let displayName: String?
  /// What the run is for.
  let description: String?
  /// What the manifest says beyond the run itself.
  let kubernetes: Kubernetes
  /// Where the run is asked for.
  let place: Place
}

/// A value that a run gives to a parameter: `rounds.set(to: 500)`.
public struct ParameterValue: Sendable {
  /// The parameter; nothing if it is none.
  let parameter: ParameterDeclaration?
  /// The value.
  let value: Expression
  /// Where it is given.
  let place: Place
}

extension Value {
  /// Returns that a run of the pipeline gives the parameter `value`, which has to be known at build time.
  public func set(
    to value: Value,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> ParameterValue {
    var parameter: ParameterDeclaration?
    if case .parameter(let declaration) = expression.form { parameter = declaration }
    return ParameterValue(
      parameter: parameter, value: value.expression, place: Place(file, line, column))
  }
}

extension Pipeline {
  /// Returns the pipeline with a run of it that Kubernetes is to start.
  ///
  /// ```swift
  /// .execution("Thorough", rounds.set(to: 500), description: "A run that trains for longer.")
  /// ```
  ///
  /// - Parameters:
  ///   - name: The name, from which that of the object is made.
  ///   - values: What parameters are given.
  ///   - steps: The names of the only steps that are to run, if not all are.
  ///   - source: The ARN of the run whose results stand in for the steps that are not selected.
  ///   - version: The number of the pipeline's version that is to run.
  ///   - parallelism: How many steps may run at once, 1 or more.
  ///   - displayName: The text that AWS shows in the name's place.
  ///   - description: What the run is for.
  ///   - kubernetes: What the manifest says beyond the run itself.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  /// - Returns: The changed copy.
  public func execution(
    _ name: String, _ values: ParameterValue..., select steps: [String]? = nil,
    from source: String? = nil, version: Int? = nil, parallelism: Int? = nil,
    displayName: String? = nil, description: String? = nil,
    kubernetes: Kubernetes = Kubernetes(),
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Pipeline {
    var copy = self
    copy.runs.append(
      PipelineRun(
        name: name, values: values, selection: steps, source: source, version: version,
        parallelism: parallelism, displayName: displayName, description: description,
        kubernetes: kubernetes, place: Place(file, line, column)))
    return copy
  }
}
