/// What a pipeline and its jobs have to be allowed, role by role.
package struct Permissions: Sendable {
  /// The roles: that of the pipeline first, then those of jobs in source order.
  package internal(set) var roles: [RolePermissions]
  /// Where the pipeline runs.
  package let place: ServicePlace
}

/// What one role has to be allowed.
package struct RolePermissions: Sendable {
  /// The ARN of the role, or what is known of it: `the pipeline's role`.
  package let name: String
  /// `true` iff the pipeline runs as this role.
  package let isPipelineRole: Bool
  /// `true` iff jobs or models run as this role.
  package var isJobRole = false
  /// The services beside SageMaker that take the role.
  package var services: [String] = []
  /// What has to be allowed, in the order in which it was needed first.
  package var statements: [Statement] = []

  /// Adds `actions` on `resources` to the statement `sid`, because `step` needs them.
  mutating func allow(
    _ sid: String, _ actions: [StepAction], on resources: [ResourcePattern], for step: String,
    reason: String? = nil, passedTo service: String? = nil
  ) {
    let position =
      statements.firstIndex { $0.sid == sid }
      ?? {
        statements.append(Statement(sid: sid, reason: reason, service: service))
        return statements.count - 1
      }()
    for action in actions { statements[position].add(action) }
    for resource in resources { statements[position].add(resource) }
    if !statements[position].steps.contains(step) { statements[position].steps.append(step) }
  }
}

/// One statement of a policy, and who needs it.
package struct Statement: Sendable {
  /// The statement's name.
  package let sid: String
  /// Why the resource is `*`, where AWS has nothing narrower.
  package let reason: String?
  /// The service that a role may be passed to, if that is what is allowed.
  package let service: String?
  /// The actions, in alphabetical order.
  package private(set) var actions: [String] = []
  /// The actions of which no source says that they are needed.
  package private(set) var inferred: [String] = []
  /// The resources, in the order in which they were needed first.
  package private(set) var resources: [String] = []
  /// What the stars in the resources stand for, each once: `the parameter InputData`.
  package private(set) var hidden: [String] = []
  /// The steps that need the statement, in source order.
  package var steps: [String] = []

  /// Creates the statement `sid`, which allows nothing yet.
  init(sid: String, reason: String?, service: String?) {
    self.sid = sid
    self.reason = reason
    self.service = service
  }

  /// Adds `action`.
  mutating func add(_ action: StepAction) {
    guard !actions.contains(action.name) else { return }
    actions.append(action.name)
    actions.sort()
    if action.isInferred {
      inferred.append(action.name)
      inferred.sort()
    }
  }

  /// Adds `resource`.
  mutating func add(_ resource: ResourcePattern) {
    if !resources.contains(resource.text) { resources.append(resource.text) }
    for name in resource.hidden where !hidden.contains(name) { hidden.append(name) }
  }
}

/// An action, and whether a source says that it is needed.
package struct StepAction: Hashable, Sendable {
  /// The action: `sagemaker:CreateTrainingJob`.
  let name: String
  /// `true` iff that it is needed is an inference.
  let isInferred: Bool

  /// Returns the actions of `service` whose names are in `words`; those behind a question mark are
  /// inferred.
  static func of(_ service: String, _ words: String) -> [StepAction] {
    words.split(separator: " ").map { word in
      let isInferred = word.first == "?"
      let name = isInferred ? word.dropFirst() : word
      return StepAction(name: "\(service):\(name)", isInferred: isInferred)
    }
  }
}

/// The partition, region and account that a pipeline runs in, as far as it says so.
package struct ServicePlace: Hashable, Sendable {
  /// The partition: `aws`, `aws-cn`, `aws-us-gov`.
  package var partition = "aws"
  /// The region, or a star.
  package var region = "*"
  /// The account, or a star.
  package var account = "*"

  /// Returns the ARN of `resource` of `service` here.
  func arn(_ service: String, _ resource: String) -> String {
    "arn:\(partition):\(service):\(region):\(account):\(resource)"
  }
}
