// What examples have in common.
extension DiagnosticPage {
  /// The header of most examples.
  static let exampleHeader = "pipeline \"p\" { role: \"arn:aws:iam::111122223333:role/R\" }\n"

  /// The one member that a Lambda step of an example needs.
  static let exampleFunction =
    "FunctionArn: \"arn:aws:lambda:us-west-2:111122223333:function:f\""

  /// The one member that a Model step of an example needs.
  static let exampleImage =
    "PrimaryContainer: { Image: \"111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1\" }"

  /// The members that a Processing step of an example needs.
  static let exampleProcessing = """
    AppSpecification: { ImageUri: "111122223333.dkr.ecr.us-west-2.amazonaws.com/i:1" }
      ProcessingResources: {
        ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 }
      }
    """

  /// The members that a Transform step of an example needs.
  static let exampleTransform = """
    ModelName: "churn"
      TransformInput: {
        DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://my-bucket/batch" } }
      }
      TransformOutput: { S3OutputPath: "s3://my-bucket/scores" }
      TransformResources: { InstanceType: "ml.m5.large", InstanceCount: 1 }
    """

  /// Creates a page whose example is `body` below the usual header, or nothing if that is empty.
  init(_ what: String, why: String, remedy: String, below body: String) {
    self.init(
      what: what, why: why, remedy: remedy, example: body.isEmpty ? "" : Self.exampleHeader + body)
  }
}
