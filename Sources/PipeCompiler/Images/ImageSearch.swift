/// The way from a query to an image, which is that of `sagemaker.image_uris` in the SDK for Python.
///
/// What is done here for single families is what that module (sagemaker-core 2.27.0) does for them.
/// `Scripts/check-images` compares the two.
struct ImageSearch {
  /// What is asked for.
  let query: ImageQuery
  /// The type of the instance, if it is said.
  let instance: InstanceType?
  /// The family that is asked for.
  let named: ImageFamily
  /// The family that has the images; it may be another one than the one that is asked for.
  private(set) var family: ImageFamily
  /// The Neuron tool by which the image is used.
  private(set) var tool: String?

  /// Finds the family that `query` asks for.
  init(_ query: ImageQuery) throws(ImageFailure) {
    self.query = query
    instance = query[.instance].map { InstanceType($0) }
    guard let named = ImageFamily(query.family) else {
      throw .unknown(
        .name, query.family, "AWS publishes no image `\(query.family)` for SageMaker",
        among: ImageTable.families)
    }
    self.named = named
    family = named
    tool = query[.tool]
    try findFamily()
  }

  /// Finds the family that has the images.
  private mutating func findFamily() throws(ImageFailure) {
    let hasVariants = ["huggingface", "pytorch"].contains(named.name)
    if query.flags.contains(.compiler) {
      guard hasVariants, let found = ImageFamily("\(named.name)-training-compiler") else {
        throw .unfit(.compiler, "`\(named.name)` has no images with the training compiler")
      }
      family = found
      return
    }
    guard hasVariants else {
      if tool != nil { throw .unfit(.tool, "`\(named.name)` has no images for a Neuron tool") }
      return try checkInstance()
    }
    if tool == nil, instance?.isNeuron == true { tool = "neuron" }
    if let tool {
      guard ["neuron", "neuronx"].contains(tool), let found = ImageFamily("\(named.name)-\(tool)")
      else {
        let known = ["neuron", "neuronx"].filter { ImageFamily("\(named.name)-\($0)") != nil }
        throw .unknown(
          .tool, tool, "`\(named.name)` has no images for the tool `\(tool)`", among: known)
      }
      family = found
    }
    try checkInstance()
  }

  /// Reports an instance with a processor that the family has no images for at all.
  private func checkInstance() throws(ImageFailure) {
    guard let instance else { return }
    if instance.name.contains("trn"), named.name != "pytorch" {
      throw .unfit(.instance, "of all families only `pytorch` is looked up by a Trainium instance")
    }
    if instance.isGraviton, !Self.gravitonFamilies.contains(named.name) {
      throw .unfit(
        .instance, "`\(named.name)` has no image for the Graviton processor of `\(instance.name)`")
    }
  }

  /// The families that have images for Graviton processors (`sagemaker.core.fw_utils`).
  private static let gravitonFamilies = ["tensorflow", "pytorch", "xgboost", "sklearn"]

  /// Returns the URI of the image.
  func uri() throws(ImageFailure) -> String {
    let wanted = wantedScope
    let group = family.group(for: try scope(wanted))
    let version = try version(in: group)
    let image = try image(of: version, in: group)
    let account = try account(of: image.image, version)
    guard let suffix = ImageTable.hostSuffix(in: query.region) else {
      throw .unknown(.region, query.region, "there is no region `\(query.region)`", among: [])
    }
    let found = FoundImage(
      image: image.image, version: version, resolved: group.resolved(version),
      python: image.python, scope: wanted,
      processor: try processor(of: image.image, in: group, version))
    let tag = try tag(of: found)
    let repository = image.image.repository + (isBasePython ? "-\(query[.python] ?? "310")" : "")
    let end = tag.isEmpty ? "" : ":\(tag)"
    return "\(account).dkr.ecr.\(query.region)\(suffix)/\(repository)\(end)"
  }

  /// `true` iff the image is the one that the version of Python is part of the name of.
  private var isBasePython: Bool { named.name == "sagemaker-base-python" }

  /// What the image is for, as far as the query says it.
  private var wantedScope: String? {
    if query.flags.contains(.compiler) { return query[.scope] }
    if instance?.isGraviton == true { return "inference_graviton" }
    if query[.scope] == nil, ["xgboost", "sklearn"].contains(named.name) { return "training" }
    return query[.scope]
  }

  /// Returns the scope whose images are meant if `wanted` is what the query says.
  private func scope(_ wanted: String?) throws(ImageFailure) -> String {
    var wanted = wanted
    if let accelerator = query[.accelerator] {
      guard accelerator.hasPrefix("ml.eia") || accelerator == "local_sagemaker_notebook" else {
        throw .unfit(.accelerator, "`\(accelerator)` is no type of Elastic Inference accelerator")
      }
      wanted = "eia"
    }
    let scopes = family.scopes
    if scopes.count <= 1 { return scopes.first ?? "*" }
    if wanted == nil, family.isShared, scopes.sorted() == ["inference", "training"] {
      return scopes[0]
    }
    guard let wanted else {
      throw .missing(
        .scope, "`\(named.name)` has different images for \(listed(scopes))", among: scopes)
    }
    guard scopes.contains(wanted) else {
      throw .unknown(.scope, wanted, "`\(named.name)` has no image for `\(wanted)`", among: scopes)
    }
    return wanted
  }

  /// Returns the version that is asked for, which may be another name of one in `group`.
  private func version(in group: ImageGroup) throws(ImageFailure) -> String {
    let versions = group.versions
    let known = versions + group.aliases.map(\.name)
    guard let version = query.version ?? fallback(in: versions) else {
      throw .missing(.version, "`\(named.name)` has several versions", among: known)
    }
    guard known.contains(version) else {
      throw .unknown(
        .version, version,
        "`\(family.name)` has no version `\(version)`"
          + (family.isShared || family.scopes.count < 2 ? "" : " for `\(wantedScope ?? "eia")`"),
        among: known)
    }
    return version
  }

  /// Returns the version of `versions` that is meant if none is said.
  private func fallback(in versions: [String]) -> String? {
    versions.count == 1 ? versions[0] : named.defaultVersion(for: query[.scope])
  }

  /// Returns the account that holds `image` in the region.
  private func account(of image: Image, _ version: String) throws(ImageFailure) -> String {
    let accounts = ImageTable.accounts(of: image.registries)
    if let found = accounts.first(where: { $0.region == query.region }) { return found.account }
    throw .unknown(
      .region, query.region,
      "`\(named.name)`\(version.isEmpty ? "" : " \(version)") is not in region `\(query.region)`",
      among: accounts.map(\.region))
  }

  /// Returns `words` as a text: "`a`, `b` and `c`".
  private func listed(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
