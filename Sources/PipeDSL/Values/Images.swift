import PipeCompiler

extension Value where Content == String {
  /// Returns the URI of a container image that AWS publishes, as SageMaker's SDK for Python finds it.
  ///
  /// What is not said is found out where one thing fits, and reported where several do; `pipec image NAME
  /// --all` lists what there is.
  ///
  /// - Parameters:
  ///   - family: The framework or algorithm, such as `xgboost`.
  ///   - version: The version of what the image holds.
  ///   - region: The region that it is pulled in; by default that of the pipeline's ``Kubernetes``.
  ///   - instance: The type of the instance that runs it, such as `ml.g5.xlarge`.
  ///   - python: The version of Python, spelled as in `py310`.
  ///   - scope: What it is for: `training`, `inference` or `processing`.
  ///   - base: The framework below that of a Hugging Face image, such as `pytorch2.1`.
  ///   - container: The end of a tag for which the table of images has no word.
  ///   - options: What is rarely said.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  /// - Returns: The URI.
  public static func image(
    _ family: String, _ version: String? = nil, region: String? = nil, instance: String? = nil,
    python: String? = nil, scope: String? = nil, base: String? = nil, container: String? = nil,
    options: ImageOptions = ImageOptions(),
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    var query = ImageQuery(family: family, version: version, region: region ?? "")
    let texts: [(ImageArgument, String?)] = [
      (.instance, instance), (.python, python), (.scope, scope), (.base, base),
      (.container, container), (.accelerator, options.accelerator), (.tool, options.tool),
      (.sdk, options.sdk),
    ]
    for (argument, text) in texts { query.texts[argument] = text }
    let flags: [(ImageArgument, Bool)] = [
      (.smdistributed, options.smdistributed), (.compiler, options.compiler),
      (.serverless, options.serverless),
    ]
    for (argument, isThere) in flags where isThere { query.flags.insert(argument) }
    return Self(.image(ImageRequest(query: query, place: Place(file, line, column))))
  }
}

/// What is rarely said of an image.
public struct ImageOptions: Sendable {
  /// The type of Elastic Inference accelerator.
  let accelerator: String?
  /// The Neuron tool by which AWS's chips are used.
  let tool: String?
  /// The version of the Neuron SDK.
  let sdk: String?
  /// Whether SageMaker's distribution libraries are used.
  let smdistributed: Bool
  /// Whether SageMaker's training compiler is used.
  let compiler: Bool
  /// Whether the endpoint has no instances.
  let serverless: Bool

  /// Creates what is said of an image beside the arguments that are usual.
  ///
  /// - Parameters:
  ///   - accelerator: The type of Elastic Inference accelerator.
  ///   - tool: The Neuron tool by which AWS's chips are used: `neuron` or `neuronx`.
  ///   - sdk: The version of the Neuron SDK; the latest one if it is not said.
  ///   - smdistributed: Whether SageMaker's distribution libraries are used.
  ///   - compiler: Whether SageMaker's training compiler is used.
  ///   - serverless: Whether the endpoint has no instances.
  public init(
    accelerator: String? = nil, tool: String? = nil, sdk: String? = nil,
    smdistributed: Bool = false, compiler: Bool = false, serverless: Bool = false
  ) {
    self.accelerator = accelerator
    self.tool = tool
    self.sdk = sdk
    self.smdistributed = smdistributed
    self.compiler = compiler
    self.serverless = serverless
  }
}

/// An image that is asked for.
struct ImageRequest: Sendable {
  /// What it is asked for by; without a region it is that of the pipeline.
  let query: ImageQuery
  /// Where it is asked for.
  let place: Place
}
