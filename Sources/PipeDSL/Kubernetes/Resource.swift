import PipeCompiler

/// A resource of the cluster beside the pipeline, such as an endpoint: one of the kinds of the ACK
/// controller for SageMaker.
///
/// ```swift
/// let group = Resource.modelPackageGroup("churn")
/// let endpoint = Resource(Endpoint("churn", endpointConfigName: variants.name))
/// Pipeline("churn", role: role) { … }.resources(group, variants, endpoint)
/// ```
///
/// What it holds has to be known at build time. One that is mentioned by its ``name`` only belongs to the
/// pipeline too.
public struct Resource: Sendable {
  /// The resource as the pipeline holds it.
  let node: ResourceNode

  /// Creates a resource of `kind` with the members of the request of AWS's API that makes it.
  ///
  /// What has a function of its own, such as `monitoringSchedule`, or is made of a step, is checked by Swift.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - name: What AWS calls it. Kinds that can't be changed get a hash of what they hold behind it.
  ///   - members: The members, as the API calls them; the values of types of this library too, as in
  ///     `["Tags": [Literal(Tag(key: "team", value: "ml"))]]`.
  ///   - kubernetes: What the manifest says beyond the resource.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  public init(
    _ kind: Kind, _ name: String, _ members: Map<Literal> = [:],
    kubernetes: Kubernetes = Kubernetes(),
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    let place = Place(file, line, column)
    node = ResourceNode(
      kind: kind, name: name, members: Members(members, at: place), kubernetes: kubernetes,
      place: place)
  }

  /// Creates the resource that is made by the request of `step`, whose name is what AWS calls it, and which
  /// is no step then.
  public init(_ step: some ResourceDescribing, kubernetes: Kubernetes = Kubernetes()) {
    let content = step.node.content
    node = ResourceNode(
      kind: step.resourceKind, name: content.name, members: content.arguments,
      kubernetes: kubernetes, place: content.place)
  }

  /// Creates the resource called `name` of `kind` with `members`, at `place`.
  init(
    _ kind: Kind, _ name: String, _ members: Members, _ kubernetes: Kubernetes, at place: Place
  ) {
    node = ResourceNode(
      kind: kind, name: name, members: members, kubernetes: kubernetes, place: place)
  }

  /// Returns the resource with one more member, which is written as it is and not checked.
  public func raw(
    _ name: String, _ value: Literal,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Resource {
    var members = node.members
    members.entries.append(
      Members.Entry(
        name: name, value: value.expression, place: Place(file, line, column), isRaw: true))
    return Resource(node.kind, node.name, members, node.kubernetes, at: node.place)
  }

  /// Returns the resource with the members called `names` first, in that order, for a manifest that has to stay
  /// as it is.
  public func ordered(_ names: String...) -> Resource {
    var members = node.members
    members.order(names)
    return Resource(node.kind, node.name, members, node.kubernetes, at: node.place)
  }

  /// What AWS calls the resource.
  public var name: Value<String> { Value(.resource(node)) }
}

/// A resource as a pipeline holds it; an object, because a resource is one thing, however often it is
/// mentioned.
final class ResourceNode: Sendable {
  /// The kind.
  let kind: Resource.Kind
  /// The name that the author gave.
  let name: String
  /// The members of the request.
  let members: Members
  /// What the manifest says beyond it.
  let kubernetes: Kubernetes
  /// Where the resource is made.
  let place: Place

  /// Creates the resource `name` of `kind`.
  init(
    kind: Resource.Kind, name: String, members: Members, kubernetes: Kubernetes, place: Place
  ) {
    self.kind = kind
    self.name = name
    self.members = members
    self.kubernetes = kubernetes
    self.place = place
  }
}

extension Pipeline {
  /// Returns the pipeline with `resources` beside it, in this order.
  public func resources(_ resources: Resource...) -> Pipeline {
    var copy = self
    copy.resources += resources.map(\.node)
    return copy
  }
}

/// A type of step whose request can make a resource of the cluster as well.
public protocol ResourceDescribing: Step {
  /// The kind of the resource.
  var resourceKind: Resource.Kind { get }
}

extension Model: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .model }
}

extension EndpointConfig: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .endpointConfig }
}

extension Endpoint: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .endpoint }
}

extension InferenceComponent: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .inferenceComponent }
}

extension RegisterModel: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .modelPackage }
}

extension Training: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .trainingJob }
}

extension Processing: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .processingJob }
}

extension Transform: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .transformJob }
}

extension Tuning: ResourceDescribing {
  /// The kind of the resource.
  public var resourceKind: Resource.Kind { .hyperParameterTuningJob }
}
