/// What there is to see of a pipeline: its steps, what leads from one to another, and what lies in what.
///
/// A picture has no coordinates. All forms of drawings are written from it, so that they show the same.
package struct GraphPicture: Sendable {
  /// The name of the pipeline.
  package let name: String
  /// The steps of all regions, in source order.
  package internal(set) var steps: [PictureStep] = []
  /// The branches and the bodies of loops that hold steps, each after the one around it.
  package internal(set) var clusters: [PictureCluster] = []
  /// What leads from one step to another, in the order of the steps that are led to.
  package internal(set) var edges: [PictureEdge] = []
  /// The positions of the steps on the longest way through the pipeline, in its order.
  package internal(set) var criticalPath: [Int] = []

  /// Creates the picture of a pipeline called `name` that shows nothing yet.
  init(name: String) { self.name = name }

  /// The number of layers.
  package var layerCount: Int { steps.reduce(0) { max($0, $1.layer) } }
}

/// A step as pictures show it.
package struct PictureStep: Sendable {
  /// The name.
  package let name: String
  /// The type, as definitions spell it.
  package let type: String
  /// What sort of thing the step does.
  package let family: StepFamily
  /// The position of the cluster that the step lies in; `nil` at the top.
  package internal(set) var cluster: Int?
  /// How many steps the longest way to this one has, itself included.
  package internal(set) var layer = 1
  /// `true` iff the step is on the critical path.
  package internal(set) var isCritical = false
}

/// A branch of a condition or the body of a loop, as pictures show it.
package struct PictureCluster: Sendable {
  /// The position of the condition or loop.
  package let owner: Int
  /// What the cluster is to its owner.
  package let role: RegionRole
  /// The position of the cluster around this one; `nil` at the top.
  package let outer: Int?
  /// The positions of the steps that lie in the cluster, but not in one inside it.
  package internal(set) var steps: [Int] = []
  /// `true` iff the critical path comes into the cluster from its owner.
  package internal(set) var isCritical = false

  /// What a line from the owner into the cluster is called.
  package var label: String {
    switch role {
    case .then: "true"
    case .otherwise: "false"
    case .body, .root: "each item"
    }
  }
}

/// That a step waits for another one, as pictures show it, however many reasons there are.
package struct PictureEdge: Sendable {
  /// The position of the step that comes first.
  package let source: Int
  /// The position of the step that waits.
  package let target: Int
  /// `true` iff the waiting step reads from the other one.
  package internal(set) var carriesValues = false
  /// How the other step has to end, if the order is written out.
  package internal(set) var trigger: Trigger?
  /// The cluster whose end is waited for: the body of `source`, if that is a loop.
  package internal(set) var body: Int?
  /// `true` iff the edge is part of the critical path.
  package internal(set) var isCritical = false

  /// What a drawing writes beside the edge: the trigger, unless it is the usual one.
  package var label: String? {
    guard let trigger, trigger != .completed else { return nil }
    return trigger == .any ? "ended" : trigger.rawValue.lowercased()
  }
}

/// A sort of steps that look alike in drawings.
package enum StepFamily: String, CaseIterable, Hashable, Sendable {
  case data, training, model, deployment, call, choice, loop, failure, other

  /// Creates the family of steps of `kind`.
  init(_ kind: StepKind) {
    switch kind {
    case .processing, .transform, .emr, .emrServerless, .qualityCheck, .clarifyCheck: self = .data
    case .training, .tuning, .autoML, .bedrockCustomModel, .job: self = .training
    case .model, .registerModel, .bedrockModelImport: self = .model
    case .endpointConfig, .endpoint, .inferenceComponent, .bedrockCustomModelDeployment,
      .bedrockProvisionedModelThroughput:
      self = .deployment
    case .lambda, .callback: self = .call
    case .condition: self = .choice
    case .forEach: self = .loop
    case .fail: self = .failure
    case .lineage, .cleanup, .other: self = .other
    }
  }

  /// What a legend calls the family.
  var title: String {
    switch self {
    case .data: "data"
    case .training: "training"
    case .model: "model"
    case .deployment: "deployment"
    case .call: "call"
    case .choice: "condition"
    case .loop: "loop"
    case .failure: "failure"
    case .other: "other"
    }
  }
}
