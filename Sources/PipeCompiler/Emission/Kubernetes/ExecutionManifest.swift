// The `PipelineExecution` resource of the ACK controller for SageMaker.
extension Manifest {
  /// Creates the manifest of `execution` of the pipeline `graph`, whose definition is `definition`.
  ///
  /// Its name ends in a hash of the definition and of all that the run says, so that what is the
  /// same run is the same object, and what is another one is another. The display name is always
  /// there: AWS makes one up where it is missing, and the controller sees a difference for ever.
  init(of execution: Execution, in graph: PipelineGraph, definition: [UInt8]) {
    let options = graph.options(for: execution.kubernetes)
    let pipelineName = graph.text(graph.header.name)
    let body = Self.body(of: execution, pipelineName, in: graph)
    let given = graph.text(execution.name)
    self.init(kind: "PipelineExecution", name: given)
    specification = body
    var fingerprint = Fingerprint()
    fingerprint.add(part: definition)
    fingerprint.add(part: yaml())
    let stem = given.isEmpty ? pipelineName : "\(pipelineName)-\(given)"
    let unique = kubernetesName(stem, endingIn: fingerprint.twelveDigits, atMost: 82)
    if execution.generatesName {
      // The API server cuts what a name is generated from to 58 bytes.
      name = kubernetesName(for: pipelineName).prefix(57) + "-"
      generatesName = true
    } else if !execution.isNameFixed {
      name = graph.plainText(options.name) ?? unique
    }
    let display =
      graph.plainText(execution.displayName) ?? (execution.isNameFixed ? given : unique)
    specification.insert(
      ManifestMember(
        "pipelineExecutionDisplayName", .text(Self.displayName(display, or: unique)),
        at: execution.displayName.map { graph.origin(of: $0) } ?? execution.origin), at: 1)
    origin = execution.origin
    namespace = graph.plainText(options.namespace)
    labels = graph.pairs(graph.header.kubernetes.labels).merging(graph.pairs(options.labels))
    annotations = Self.executionAnnotations(execution, options, in: graph)
    leaveOut(options.omitted, in: graph)
  }

  /// Returns the members of the specification but for the display name.
  private static func body(
    of execution: Execution, _ pipelineName: String, in graph: PipelineGraph
  ) -> [ManifestMember] {
    var body = [ManifestMember("pipelineName", .text(pipelineName), at: graph.header.origin)]
    if let description = graph.plainText(execution.description) {
      body.append(
        ManifestMember(
          "pipelineExecutionDescription", .text(description),
          at: graph.place(of: execution.description)))
    }
    if !execution.arguments.isEmpty {
      let entries = execution.arguments.map { argument in
        ManifestValue.mapping([
          ManifestMember("name", .text(graph.text(argument.key)), at: argument.origin),
          ManifestMember(
            "value", .text(graph.plainText(argument.value) ?? ""),
            at: graph.origin(of: argument.value)),
        ])
      }
      body.append(
        ManifestMember("pipelineParameters", .list(entries), at: execution.arguments[0].origin))
    }
    body += parallelism(execution.parallelism ?? graph.header.parallelism, in: graph)
    if let version = graph.numberText(execution.version) {
      body.append(
        ManifestMember(
          "pipelineVersionID", .literal(version), at: graph.place(of: execution.version)))
    }
    return body + selection(of: execution, in: graph)
  }

  /// Returns the member that restricts `execution` to the selected steps, if some are.
  private static func selection(
    of execution: Execution, in graph: PipelineGraph
  ) -> [ManifestMember] {
    guard let selection = execution.selection else { return [] }
    var inner: [ManifestMember] = []
    if let source = graph.plainText(execution.source) {
      inner.append(
        ManifestMember(
          "sourcePipelineExecutionARN", .text(source), at: graph.place(of: execution.source)))
    }
    let steps = selection.map {
      ManifestValue.mapping([ManifestMember("stepName", .text(graph.text($0.name)), at: $0.origin)])
    }
    let origin = selection.first?.origin ?? execution.origin
    inner.append(ManifestMember("selectedSteps", .list(steps), at: origin))
    return [ManifestMember("selectiveExecutionConfig", .mapping(inner), at: origin)]
  }

  /// Returns `name` if AWS takes it as a display name, else `other`.
  private static func displayName(_ name: String, or other: String) -> String {
    let isFramed = name.utf8.first != UInt8(ascii: "-") && name.utf8.last != UInt8(ascii: "-")
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
      default: false
      }
    }
    return (1...82).contains(name.utf8.count) && isFramed && isPlain ? name : other
  }

  /// Returns the annotations of `execution`, whose object may be deleted without stopping the run
  /// unless `options` say otherwise.
  private static func executionAnnotations(
    _ execution: Execution, _ options: KubernetesOptions, in graph: PipelineGraph
  ) -> [Pair] {
    // A policy of the pipeline's is none for its runs: to adopt or create one would start it anew.
    let inherited = graph.pairs(graph.header.kubernetes.annotations).filter {
      !$0.key.hasPrefix("services.k8s.aws/") || $0.key == "services.k8s.aws/region"
    }
    return inherited.merging(runAnnotations(options, in: graph))
  }
}

extension PipelineGraph {
  /// Returns `options` with the namespace and the region of the header where they say none.
  func options(for options: KubernetesOptions) -> KubernetesOptions {
    var result = options
    result.namespace = options.namespace ?? header.kubernetes.namespace
    result.region = options.region ?? header.kubernetes.region
    return result
  }
}

extension [Manifest.Pair] {
  /// Returns the pairs, those of `others` in place of those with the same key.
  func merging(_ others: [Manifest.Pair]) -> [Manifest.Pair] {
    filter { pair in !others.contains { $0.key == pair.key } } + others
  }
}
