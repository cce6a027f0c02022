/// A type of instance, as far as its name says what it has.
struct InstanceType {
  /// The name, such as `ml.m5.xlarge`.
  let name: String
  /// The family, such as `m5`; empty if the name is no such name.
  let family: String

  /// Reads `name`, which is of the form `ml.<family>.<size>` or `ml_<family>`.
  init(_ name: String) {
    self.name = name
    let rest = name.dropFirst(3)
    let family = rest.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    var size = rest.dropFirst(family.count)
    if size.first == "." { size = size.dropFirst() }
    let isName = name.hasPrefix("ml.") || name.hasPrefix("ml_")
    let isWhole = size.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    self.family = isName && isWhole ? String(family) : ""
  }

  /// `true` iff the instance has a Graviton processor that AWS has images for.
  var isGraviton: Bool { Self.gravitonFamilies.contains(family) }

  /// `true` iff the instance has an Inferentia or a Trainium chip.
  var isNeuron: Bool { family.hasPrefix("inf") || family.hasPrefix("trn") }

  /// The families with Graviton processors that there are images for (`sagemaker.core.fw_utils`).
  static let gravitonFamilies = ["m6g", "m6gd", "c6g", "c6gd", "c6gn", "c7g", "r6g", "r6gd"]

  /// Returns the word for the processor in the tags of images that come for `processors`; `nil` if
  /// the name is no type's.
  func processor(among processors: [String]) -> String? {
    if name.hasPrefix("local") { return name == "local" ? "cpu" : "gpu" }
    if name.hasPrefix("neuron") { return "neuron" }
    guard let first = family.first else { return nil }
    // Some images come for one family of instances and are called after it.
    if processors.contains(family) { return family }
    if family.hasPrefix("inf") { return "inf" }
    if family.hasPrefix("trn") { return "trn" }
    return first == "g" || first == "p" ? "gpu" : "cpu"
  }
}
