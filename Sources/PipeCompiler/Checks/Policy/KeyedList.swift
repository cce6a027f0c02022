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

  /// The lists that are known to be keyed.
  ///
  /// Named: the SDK and AWS's examples refer to the entries of these lists by name, and to those of
  /// no other. Unique: the API's documentation of the members.
  static let all: [KeyedList] = [
    KeyedList(shape: "ProcessingInputs", key: "InputName", isUnique: true, isNamed: true),
    KeyedList(shape: "ProcessingOutputs", key: "OutputName", isUnique: true, isNamed: true),
    KeyedList(shape: "FinalMetricDataList", key: "MetricName", isUnique: false, isNamed: true),
    KeyedList(shape: "InputDataConfig", key: "ChannelName", isUnique: true, isNamed: false),
    KeyedList(shape: "ProductionVariantList", key: "VariantName", isUnique: true, isNamed: false),
    KeyedList(shape: "TagList", key: "Key", isUnique: true, isNamed: false),
    KeyedList(shape: "MetricDefinitionList", key: "Name", isUnique: true, isNamed: false),
    KeyedList(shape: "CategoricalParameterRanges", key: "Name", isUnique: true, isNamed: false),
    KeyedList(shape: "ContinuousParameterRanges", key: "Name", isUnique: true, isNamed: false),
    KeyedList(shape: "IntegerParameterRanges", key: "Name", isUnique: true, isNamed: false),
    KeyedList(
      shape: "HyperParameterTrainingJobDefinitions", key: "DefinitionName", isUnique: true,
      isNamed: false),
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
