/// A list whose entries have names.
struct KeyedList: Sendable {
  /// The shape of the list.
  let shape: StaticString
  /// The member of the entries that is their name.
  let key: StaticString
  /// `true` iff no two entries may have the same name.
  let isUnique: Bool
  /// `true` iff references may name an entry in place of counting: `Outputs['train']`.
  let isNamed: Bool

  /// Creates the list `shape`, whose entries are told apart by `key`.
  private init(
    _ shape: StaticString, by key: StaticString, isUnique: Bool = true, isNamed: Bool = false
  ) {
    self.shape = shape
    self.key = key
    self.isUnique = isUnique
    self.isNamed = isNamed
  }

  /// The lists that are known to be keyed.
  ///
  /// Named: the SDK and AWS's examples refer to the entries of these lists by name, and to those of
  /// no other. Unique: the documentation of the members in botocore 1.44.5, or the name is what
  /// other members refer to.
  static let all = [
    KeyedList("ProcessingInputs", by: "InputName", isNamed: true),
    KeyedList("ProcessingOutputs", by: "OutputName", isNamed: true),
    KeyedList("FinalMetricDataList", by: "MetricName", isUnique: false, isNamed: true),
    KeyedList("InputDataConfig", by: "ChannelName"),
    KeyedList("AutoMLInputDataConfig", by: "ChannelType"),
    KeyedList("ProductionVariantList", by: "VariantName"),
    KeyedList("TagList", by: "Key"),
    KeyedList("HyperParameterTrainingJobDefinitions", by: "DefinitionName"),
    KeyedList("DebugRuleConfigurations", by: "RuleConfigurationName"),
    KeyedList("ProfilerRuleConfigurations", by: "RuleConfigurationName"),
    KeyedList("CollectionConfigurations", by: "CollectionName"),
    KeyedList("InstanceGroups", by: "InstanceGroupName"),
    KeyedList("ContainerDefinitionList", by: "ContainerHostname"),
    KeyedList("ModelPackageContainerDefinitionList", by: "ContainerHostname"),
    KeyedList("AdditionalInferenceSpecifications", by: "Name"),
  ]

  /// The names of the lists whose entries references may name, for messages.
  static var named: String {
    all.filter(\.isNamed).map { "`\($0.shape)`" }.joined(separator: ", ")
  }

  /// Returns the member that no two entries of the list `shape` may have alike, if there is one.
  static func uniqueKey(of shape: StaticText) -> StaticString? {
    all.first { $0.isUnique && shape.equals($0.shape) }?.key
  }

  /// Returns the member by which references may name the entries of the list `shape`, if any.
  static func nameKey(of shape: StaticText) -> StaticString? {
    all.first { $0.isNamed && shape.equals($0.shape) }?.key
  }
}
