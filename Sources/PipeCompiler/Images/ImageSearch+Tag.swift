// How tags are put together.
extension ImageSearch {
  /// Returns the tag of `found`.
  func tag(of found: FoundImage) throws(ImageFailure) -> String {
    let container = try container(of: found)
    try checkDeprecation(of: found)
    if ["xgboost", "sklearn"].contains(named.name), isForGraviton(found) {
      if let instance, !instance.family.isEmpty, !instance.isGraviton {
        throw .unfit(.instance, "`\(instance.name)` has no Graviton processor")
      }
      guard let tag = Self.gravitonTags["\(named.name) \(found.version)"] else {
        throw .unfit(
          .version, "`\(named.name)` \(found.version) has no image for Graviton processors")
      }
      return tag
    }
    let processor = found.image.isPlain ? nil : found.processor
    let parts = [beginning(of: found), tool ?? processor, found.python, container]
    let tag = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "-")
    if named.name == "sagemaker-tritonserver", found.processor == "gpu" {
      // Its images for GPUs do not say so.
      return tag.droppingLast("-gpu")
    }
    return tag + (chosenContainer(for: tag) ?? "")
  }

  /// Returns `true` iff `found` is for Graviton processors.
  private func isForGraviton(_ found: FoundImage) -> Bool {
    instance?.isGraviton == true || found.scope == "inference_graviton"
  }

  /// The tags of images for Graviton processors that are not made of parts.
  private static let gravitonTags = [
    "sklearn 1.0-1": "1.0-1-arm64-cpu-py3", "xgboost 1.3-1": "1.3-1-arm64",
    "xgboost 1.5-1": "1.5-1-arm64",
  ]

  /// Returns what the tag of `found` begins with.
  private func beginning(of found: FoundImage) -> String {
    guard named.name == "huggingface", let base = query[.base] else {
      return found.image.tag ?? found.version
    }
    let repository = found.image.repository
    // The image for Neuron is called after the whole version of the framework below.
    let isWhole = Self.neuronInference.contains(repository)
    let whole = isWhole ? found.image.bases.first ?? base : base
    let number = whole.hasPrefix("pytorch") ? whole.dropFirst(7) : whole.dropFirst(10)
    let version = repository.contains("-trcomp-") ? found.version : found.resolved
    return "\(number)-transformers\(version)"
  }

  /// The repositories of images of Hugging Face for inference with Neuron.
  private static let neuronInference = [
    "huggingface-pytorch-inference-neuron", "huggingface-pytorch-inference-neuronx",
  ]

  /// The repositories whose tags name the version of the Neuron SDK.
  private static let namingSDK =
    neuronInference + [
      "pytorch-training-neuron", "pytorch-training-neuronx", "huggingface-vllm-inference-neuronx",
    ]

  /// Returns what stands at the end of the tag of `found`.
  private func container(of found: FoundImage) throws(ImageFailure) -> String? {
    let image = found.image
    var container = query[.container]
    if !image.containers.isEmpty {
      guard let known = image.containers.first(where: { $0.processor == found.processor }) else {
        let processor = found.processor ?? "it"
        throw .unfit(
          .instance,
          "`\(named.name)` \(found.version) has no image for `\(processor)`, but for "
            + image.containers.map(\.processor).joined(separator: ", "))
      }
      container = known.text
    } else if container != nil, !takesContainer(image) {
      throw .unfit(
        .container, "the tags of `\(named.name)` \(found.version) have no container version")
    }
    if Self.namingSDK.contains(image.repository) {
      guard let sdk = query[.sdk] ?? image.sdks.last, let text = container else {
        throw .missing(.sdk, "the tags of `\(named.name)` name a version of the Neuron SDK")
      }
      container = "\(sdk)-\(text)"
    }
    if ["graviton", "arm64"].contains(where: { image.repository == "\(named.name)-inference-\($0)" }
    ) {
      container = container.map { "\($0)-sagemaker" }
    }
    return container
  }

  /// Returns `true` iff the end of the tag of `image` may be said in the query.
  private func takesContainer(_ image: Image) -> Bool {
    ["huggingface", "pytorch-smp", "spark"].contains(named.name)
      || image.repository == "\(named.name)-inference-graviton"
      || image.repository.contains("neuron")
  }

  /// Reports that `found` does not run on the type of instance any more.
  private func checkDeprecation(of found: FoundImage) throws(ImageFailure) {
    guard let instance, instance.family == "p2" else { return }
    let numbers = found.version.split(separator: ".").prefix(2).map { Int($0) ?? 0 } + [0, 0]
    let first = (major: numbers[0], minor: numbers[1])
    let isTooNew =
      named.name == "pytorch" && first >= (1, 13) || named.name == "tensorflow" && first >= (2, 12)
    if isTooNew {
      throw .unfit(.instance, "`\(named.name)` \(found.version) does not run on P2 instances")
    }
  }

  /// Returns what is added to `tag` for some images on one family of instances, or with a library.
  private func chosenContainer(for tag: String) -> String? {
    guard let instance, instance.family == "p4d" || query.flags.contains(.smdistributed),
      !["xgboost", "sklearn"].contains(named.name)
    else { return nil }
    return Self.chosenContainers["\(named.name)-\(tag)"].map { "-\($0)" }
  }

  /// The ends of tags of images that were made for P4d instances and the distribution libraries.
  private static let chosenContainers = [
    "mxnet-1.8-gpu-py37": "cu110-ubuntu16.04-v1",
    "mxnet-1.8.0-gpu-py37": "cu110-ubuntu16.04",
    "pytorch-1.6-gpu-py3": "cu110-ubuntu18.04-v3",
    "pytorch-1.6-gpu-py36": "cu110-ubuntu18.04-v3",
    "pytorch-1.6.0-gpu-py3": "cu110-ubuntu18.04",
    "pytorch-1.6.0-gpu-py36": "cu110-ubuntu18.04",
    "tensorflow-1.15-gpu-py37": "cu110-ubuntu18.04-v8",
    "tensorflow-1.15.4-gpu-py37": "cu110-ubuntu18.04",
    "tensorflow-1.15.5-gpu-py37": "cu110-ubuntu18.04",
    "tensorflow-2.3-gpu-py37": "cu110-ubuntu18.04-v3",
    "tensorflow-2.3.1-gpu-py37": "cu110-ubuntu18.04",
    "tensorflow-2.3.2-gpu-py37": "cu110-ubuntu18.04",
  ]
}

extension String {
  /// Returns the text without `end`, if it ends so.
  fileprivate func droppingLast(_ end: String) -> String {
    hasSuffix(end) ? String(dropLast(end.count)) : self
  }
}
