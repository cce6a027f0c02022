/// A run of a pipeline that is asked for from outside, and not by the pipeline's source.
public struct RunRequest: Sendable {
  /// The values of parameters, by name, as text; of two values the last one counts.
  public var parameters: [Setting] = []
  /// The names of the only steps that are to run, if not all are.
  public var selection: [String] = []
  /// The ARN of the run whose results stand in for the steps that are not selected.
  public var source: String?
  /// The name of the object, and of the run, if it is not made from what the run says.
  public var name: String?
  /// `true` iff the API server is to make up the end of the object's name.
  public var generatesName = false
  /// The namespace of the object, if it is not the pipeline's.
  public var namespace: String?
  /// The name of the pipeline, which a definition does not say.
  public var pipeline: String?
  /// What the run is for.
  public var description: String?

  /// Creates the request for a run with the defaults of all parameters.
  public init() {}
}

extension PipelineGraph {
  /// Replaces the runs that the source asks for by the one that `request` describes.
  mutating func replaceExecutions(with request: RunRequest) {
    if let name = request.pipeline { header.name = symbols.intern(name) }
    var run = Execution(name: symbols.intern(request.name ?? ""), origin: .synthesized)
    run.isFromTexts = true
    run.isNameFixed = request.name != nil
    run.generatesName = request.generatesName
    for setting in request.parameters {
      let key = symbols.intern(setting.name)
      run.arguments.removeAll { $0.key == key }
      run.arguments.append(Member(key, add(string: setting.value, at: .synthesized)))
    }
    run.source = request.source.map { add(string: $0, at: .synthesized) }
    run.description = request.description.map { add(string: $0, at: .synthesized) }
    run.kubernetes.namespace = request.namespace.map { add(string: $0, at: .synthesized) }
    if !request.selection.isEmpty {
      run.selection = request.selection.map {
        Execution.SelectedStep(symbols.intern($0), at: .synthesized)
      }
    }
    executions = [run]
  }
}
