/// Returns what the pipeline `graph` and its jobs have to be allowed.
package func permissions(of graph: CheckedGraph) -> Permissions {
  var collector = PermissionCollector(graph.graph)
  for step in graph.graph.steps.indices { collector.collect(from: step) }
  collector.collectReads()
  collector.collectExperiments()
  collector.collectTracking()
  return Permissions(roles: collector.roles, place: collector.place)
}

/// Finds what every step of a pipeline needs, one after the other.
struct PermissionCollector {
  /// The pipeline.
  let graph: PipelineGraph
  /// Finds names of resources.
  let patterns: PatternFinder
  /// Where the pipeline runs.
  let place: ServicePlace
  /// The roles so far.
  var roles: [RolePermissions]

  /// Creates the collector for `graph`.
  init(_ graph: PipelineGraph) {
    let finder = PatternFinder(graph)
    let role = graph.present(graph.header.role).map { finder.pattern(of: $0).text }
    self.graph = graph
    patterns = finder
    place = ServicePlace(of: graph, by: finder)
    roles = [RolePermissions(name: role ?? "the pipeline's role", isPipelineRole: true)]
  }

  /// Adds what `step` needs.
  mutating func collect(from step: Index<Step>) {
    let own = graph.steps[step]
    let name = graph.text(own.name)
    for rule in own.kind.actionRules {
      roles[0].allow(rule.sid, rule.actions, on: [resource(of: rule, step)], for: name)
    }
    collectServices(of: step, name)
    let role = jobRole(of: step, name)
    if let role { collectJob(of: step, name, as: role) }
    collectKeys(of: step, name, as: role ?? 0)
  }

  /// Returns the resource that `rule` is about in `step`.
  ///
  /// The service calls jobs `pipelines-<execution>-<step>-<letters>`, or, if a name is given, by that
  /// and letters of its own (AWS's developer guide).
  private func resource(of rule: ActionRule, _ step: Index<Step>) -> ResourcePattern {
    let kind = graph.steps[step].kind
    guard let member = rule.nameMember else {
      return ResourcePattern(place.arn("sagemaker", "\(rule.resource)/*"))
    }
    guard let arguments = graph.arguments(of: step),
      let value = graph.present(graph.member(named: member, of: arguments))
    else {
      let name = kind.namesWhole ? "*" : "pipelines-*"
      return ResourcePattern(place.arn("sagemaker", "\(rule.resource)/\(name)"))
    }
    let name = patterns.pattern(of: value)
    let text = kind.namesWhole ? name.text : name.text + "*"
    // The service keeps names in lower case in ARNs.
    return name.with(place.arn("sagemaker", "\(rule.resource)/\(text.lowercased())")).collapsed
  }

  /// Returns the number of the role that the job of `step` runs as, and lets the pipeline pass it;
  /// `nil` if no job of its own runs.
  private mutating func jobRole(of step: Index<Step>, _ name: String) -> Int? {
    let kind = graph.steps[step].kind
    guard let arguments = graph.arguments(of: step) else { return nil }
    if kind == .transform { return modelRole(of: arguments, name) }
    for path in kind.roleMembers {
      guard let value = patterns.value(at: path[...], in: arguments) else { continue }
      let role = patterns.pattern(of: value)
      pass(role, to: "sagemaker.amazonaws.com", "PassRoleToSageMaker", for: name)
      return number(ofRole: role.text)
    }
    return kind.roleMembers.isEmpty || kind == .endpointConfig ? nil : markedPipelineRole()
  }

  /// Returns the number of the role as which the model runs that the batch in `arguments` is for.
  private mutating func modelRole(of arguments: Index<Value>, _ name: String) -> Int? {
    guard let model = graph.member(named: "ModelName", of: arguments) else { return nil }
    if let maker = graph.stepName(readBy: model).flatMap({ patterns.names[$0] }),
      let request = graph.arguments(of: maker),
      let role = graph.member(named: "ExecutionRoleArn", of: request)
    {
      return number(ofRole: patterns.pattern(of: role).text)
    }
    return number(ofRole: "the role of the model \(patterns.pattern(of: model).text)")
  }

  /// Returns the number of the pipeline's role, as which jobs run that name no other.
  private mutating func markedPipelineRole() -> Int {
    roles[0].isJobRole = true
    return 0
  }

  /// Returns the number of the role called `name`, which jobs run as.
  private mutating func number(ofRole name: String) -> Int {
    if let known = roles.firstIndex(where: { $0.name == name }) {
      roles[known].isJobRole = true
      return known
    }
    var role = RolePermissions(name: name, isPipelineRole: false)
    role.isJobRole = true
    roles.append(role)
    return roles.count - 1
  }

  /// Lets the pipeline pass `role` to `service`.
  mutating func pass(
    _ role: ResourcePattern, to service: String, _ sid: String, for step: String
  ) {
    let isName = !role.text.hasPrefix("arn:") && !role.text.hasPrefix("*")
    let text =
      isName
      ? "arn:\(place.partition):iam::\(place.account):role/\(role.text)"
      : role.text.hasPrefix("*") ? "arn:\(place.partition):iam::\(place.account):role/*" : role.text
    roles[0].allow(
      sid, StepAction.of("iam", "PassRole"), on: [role.with(text)], for: step, passedTo: service)
  }
}

extension ServicePlace {
  /// Finds where the pipeline `graph` runs: by its role, its region, and the roles of its jobs.
  fileprivate init(of graph: PipelineGraph, by patterns: PatternFinder) {
    self.init()
    var arns: [String] = []
    if let role = graph.present(graph.header.role) { arns.append(patterns.pattern(of: role).text) }
    for step in graph.steps.indices {
      guard let arguments = graph.arguments(of: step) else { continue }
      for path in graph.steps[step].kind.roleMembers {
        if let value = patterns.value(at: path[...], in: arguments) {
          arns.append(patterns.pattern(of: value).text)
        }
      }
    }
    for arn in arns {
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 5, parts[0] == "arn", !parts[1].contains("*"), !parts[1].isEmpty else {
        continue
      }
      partition = parts[1]
      if parts[4].count == 12, parts[4].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        account = parts[4]
      }
      break
    }
    if let name = graph.string(graph.present(graph.header.kubernetes.region)) {
      region = name
      if name.hasPrefix("cn-") { partition = "aws-cn" }
      if name.hasPrefix("us-gov-") { partition = "aws-us-gov" }
    }
  }
}
