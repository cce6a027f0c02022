/// What an image is asked for by, which is what `sagemaker.image_uris.retrieve` takes.
public struct ImageQuery: Hashable, Sendable {
  /// The family of images: a framework or an algorithm, such as `xgboost`.
  public var family: String
  /// The version of what the image holds, or another name of it.
  public var version: String?
  /// The region that the image is pulled in.
  public var region: String
  /// What the arguments with a value say, by argument.
  public var texts: [ImageArgument: String] = [:]
  /// The arguments that are either there or not, and are there.
  public var flags: Set<ImageArgument> = []

  /// Asks for `version` of `family` in `region`.
  public init(family: String, version: String? = nil, region: String) {
    self.family = family
    self.version = version
    self.region = region
  }

  /// What `argument` says.
  package subscript(argument: ImageArgument) -> String? { texts[argument] }
}

/// Something by which an image can be asked for; what is not said is found out where one thing fits.
public enum ImageArgument: String, CaseIterable, Hashable, Sendable {
  /// The family of images.
  case name
  /// The version of what the image holds.
  case version
  /// The region that the image is pulled in.
  case region
  /// The type of the instance that runs the image; it has a CPU, a GPU or a chip of AWS's own.
  case instance
  /// The version of Python, spelled as in `py310`.
  case python
  /// What the image is for: `training`, `inference`, `processing`.
  case scope
  /// The framework below that of a Hugging Face image, such as `pytorch2.1`.
  case base
  /// The end of a tag for which the table of images has no word.
  case container
  /// The type of Elastic Inference accelerator.
  case accelerator
  /// The Neuron tool by which AWS's chips are used: `neuron` or `neuronx`.
  case tool
  /// The version of the Neuron SDK; the latest one if it is not said.
  case sdk
  /// That SageMaker's distribution libraries are used.
  case smdistributed
  /// That SageMaker's training compiler is used.
  case compiler
  /// That the endpoint has no instances.
  case serverless

  /// `true` iff the argument is either there or not.
  public var isFlag: Bool {
    switch self {
    case .smdistributed, .compiler, .serverless: true
    default: false
    }
  }

  /// How messages name what the argument says.
  var noun: String {
    switch self {
    case .name: "image"
    case .instance: "instance type"
    case .python: "version of Python"
    case .base: "base framework"
    case .container: "container version"
    case .accelerator: "accelerator"
    case .sdk: "version of the Neuron SDK"
    case .version, .region, .scope, .tool, .smdistributed, .compiler, .serverless: rawValue
    }
  }
}

/// Returns the URI of the image that `query` asks for, as SageMaker's SDK for Python finds it.
public func imageURI(for query: ImageQuery) throws(ImageFailure) -> String {
  let search = try ImageSearch(query)
  return try search.uri()
}
