/// The `Pipeline` resource of the ACK controller for SageMaker, all but the definition it carries.
struct PipelineManifest {
  /// The API group and version of the controller's resources.
  static let apiVersion = "sagemaker.services.k8s.aws/v1alpha1"
  /// The kind of the resource.
  static let kind = "Pipeline"

  /// A key and its value, both texts.
  struct Pair {
    /// The key.
    let key: String
    /// The value.
    let value: String

    /// Creates the pair of `key` and `value`.
    init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// The name of the resource.
  var name: String
  /// The namespace, if the manifest names one.
  var namespace: String?
  /// The labels.
  var labels: [Pair]
  /// The annotations.
  var annotations: [Pair]
  /// The members of the specification that are texts.
  var texts: [Pair]
  /// The number of steps that may run at once, as it is spelled.
  var parallelism: String?
  /// The tags of the pipeline.
  var tags: [Pair]

  /// Creates the manifest of `graph`.
  ///
  /// The display name is always there: where it is missing, the controller sees a difference from
  /// what AWS reports, and updates the pipeline for ever.
  init(of graph: PipelineGraph) {
    let (header, options) = (graph.header, graph.header.kubernetes)
    let pipelineName = graph.text(header.name)
    name = graph.plainText(options.name) ?? kubernetesName(for: pipelineName)
    namespace = graph.plainText(options.namespace)
    labels = graph.pairs(options.labels)
    annotations = Self.annotations(from: graph)
    texts = [
      Pair("pipelineName", pipelineName),
      Pair("pipelineDisplayName", graph.plainText(header.displayName) ?? pipelineName),
    ]
    if let description = graph.plainText(header.description) {
      texts.append(Pair("pipelineDescription", description))
    }
    texts.append(Pair("roleARN", graph.plainText(header.role) ?? ""))
    parallelism = graph.numberText(header.parallelism)
    tags = graph.pairs(header.tags)
  }

  /// Returns the annotations that the options of `graph` ask for; those that are written out win.
  private static func annotations(from graph: PipelineGraph) -> [Pair] {
    let options = graph.header.kubernetes
    let adoption = graph.plainText(options.adoption) ?? "adopt-or-create"
    var derived: [Pair] = []
    if adoption != "none" { derived.append(Pair("services.k8s.aws/adoption-policy", adoption)) }
    if let deletion = graph.plainText(options.deletion) {
      derived.append(Pair("services.k8s.aws/deletion-policy", deletion))
    }
    if let region = graph.plainText(options.region) {
      derived.append(Pair("services.k8s.aws/region", region))
    }
    let written = graph.pairs(options.annotations)
    return derived.filter { pair in !written.contains { $0.key == pair.key } } + written
  }
}

// What a manifest needs of values.
extension PipelineGraph {
  /// Returns the text of `value` if it is a string, number or truth value known at build time.
  fileprivate func plainText(_ value: Index<Value>?) -> String? {
    guard let value else { return nil }
    return switch values[value] {
    case .string(let symbol), .number(let symbol): text(symbol)
    case .boolean(let flag): flag ? "true" : "false"
    case .duration(let seconds): String(seconds)
    case .null, .list, .object, .reference, .join, .jsonGet: nil
    }
  }

  /// Returns how `value` is spelled if it is a number known at build time.
  fileprivate func numberText(_ value: Index<Value>?) -> String? {
    guard let value, case .number(let lexeme) = values[value] else { return nil }
    return text(lexeme)
  }

  /// Returns the members of the object `value` that are texts; of two with one key, the last.
  fileprivate func pairs(_ value: Index<Value>?) -> [PipelineManifest.Pair] {
    guard let value, case .object(let run) = values[value] else { return [] }
    let members = members(in: run)
    return members.indices.compactMap { index in
      let member = members[index]
      let isOverridden = members[(index + 1)...].contains { $0.key == member.key }
      guard !isOverridden, let value = plainText(member.value) else { return nil }
      return PipelineManifest.Pair(text(member.key), value)
    }
  }
}
