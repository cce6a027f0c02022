import PipeDSL
import Testing

/// Something that definitions can say, in the language and in Swift.
struct Feature: Sendable, CustomTestStringConvertible {
  /// What it is.
  let name: String
  /// The file in the language.
  let text: String
  /// The pipeline in Swift.
  let pipeline: @Sendable () -> Pipeline

  /// What a test run calls the feature.
  var testDescription: String { name }

  /// Creates the feature `name`, which `text` says in the language and `body` in Swift.
  init(
    _ name: String, _ text: String, @StepBuilder _ body: @escaping @Sendable () -> [PipelineElement]
  ) {
    self.name = name
    self.text = Self.header + text
    pipeline = { Pipeline("p", role: Self.role, artifacts: "s3://my-bucket", body: body) }
  }

  /// Creates the feature `name`, of pipelines as a whole.
  init(_ name: String, file text: String, pipeline: @escaping @Sendable () -> Pipeline) {
    self.name = name
    self.text = text
    self.pipeline = pipeline
  }

  /// The role of all pipelines.
  static let role = "arn:aws:iam::111122223333:role/R"
  /// The header of all pipelines in the language.
  static let header = "pipeline \"p\" { role: \"\(role)\", artifacts: \"s3://my-bucket\" }\n"

  /// The features, in the order of the reference.
  static let all =
    parameters + expressions + jobs + deployment + functions + flow + policies + project
}

extension Feature {
  /// A function that steps call.
  static let function: Value<String> = "arn:aws:lambda:us-west-2:111122223333:function:f"

  /// Returns a Lambda step that sends `value`.
  @StepBuilder static func send(_ value: Literal) -> [PipelineElement] {
    Lambda("Send", functionArn: function, arguments: ["x": value])
  }

  /// How the language writes the head of that step.
  static let sending = """
    step Send: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"

    """

  /// Parameters (§2).
  static let parameters: [Feature] = [
    Feature("String parameter", "param A: String = \"a\"\n\(sending) args: { x: A } }") {
      @Parameter("A") var a: Value<String> = "a"
      send(Literal(a))
    },
    Feature("Integer parameter", "param A: Integer = 1\n\(sending) args: { x: A } }") {
      @Parameter("A") var a: Value<Int> = 1
      send(Literal(a))
    },
    Feature("Float parameter", "param A: Float = 1\n\(sending) args: { x: A } }") {
      @Parameter("A") var a: Value<Double> = 1
      send(Literal(a))
    },
    Feature("Boolean parameter", "param A: Boolean = false\n\(sending) args: { x: A } }") {
      @Parameter("A") var a: Value<Bool> = false
      send(Literal(a))
    },
    Feature(
      "Closed set of values",
      "param A: String = \"a\" in [\"a\", \"b\"]\n\(sending) args: { x: A } }"
    ) {
      @Parameter("A", in: ["a", "b"]) var a: Value<String> = "a"
      send(Literal(a))
    },
    Feature("Parameter without default", "param A: String\n\(sending) args: { x: A } }") {
      @Parameter("A") var a: Value<String>
      send(Literal(a))
    },
  ]

  /// Expressions (§3).
  static let expressions: [Feature] = [
    Feature("Execution variable", "\(sending) args: { x: execution.id, y: pipeline.arn } }") {
      Lambda(
        "Send", functionArn: function,
        arguments: ["x": Literal(execution.id), "y": Literal(execution.pipelineArn)])
    },
    Feature("Experiment variable", "\(sending) args: { x: experiment.name } }") {
      send(Literal(execution.experimentName))
    },
    Feature("Std:Join by interpolation", "\(sending) args: { x: \"a/\\(execution.id)/b\" } }") {
      send("a/\(execution.id)/b")
    },
    Feature(
      "Std:Join with a separator",
      #"""
      \#(sending) args: {
        x: { "Std:Join": { "On": "/", "Values": ["s3:/", { "Get": "Execution.PipelineName" }] } } } }
      """#
    ) {
      send(Literal(Value<String>.joined(["s3:/", Text(execution.pipelineName)], separator: "/")))
    },
    Feature(
      "Std:JsonGet of a report",
      """
      step Eval: Processing {
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.xlarge", VolumeSizeInGB: 30 }
        }
        AppSpecification: { ImageUri: "i" }
        output out at "/opt/ml/processing/out"
        report R = "r.json" in out
      }
      \(sending) args: { x: Eval.reports.R.a.b[0] } }
      """
    ) {
      let evaluate = Processing(
        "Eval", processingResources: ProcessingResources(clusterConfig: cluster),
        appSpecification: AppSpecification(imageUri: "i")
      )
      .output("out", at: "/opt/ml/processing/out")
      .report("R", file: "r.json", in: "out")
      send(Literal(evaluate.report("R", at: "a.b[0]", as: String.self)))
    },
    Feature(
      "Std:JsonGet of a file on S3",
      #"""
      \#(sending) args: {
        x: { "Std:JsonGet": { "S3Uri": "s3://my-bucket/\(execution.id)/r.json", "Path": "a.b" } } } }
      """#
    ) {
      send(
        Literal(Value<String>.json(at: "a.b", in: "s3://my-bucket/\(execution.id)/r.json")))
    },
    Feature(
      "Property by member, index and name",
      """
      step Train: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" } }
      \(sending) args: {
        a: Train.ModelArtifacts.S3ModelArtifacts
        b: Train.FinalMetricDataList["loss"].Value
        c: Train.InputDataConfig[0].ChannelName
        d: Train.Environment["A"]
      } }
      """
    ) {
      let train = Training("Train", outputDataConfig: models)
      Lambda(
        "Send", functionArn: function,
        arguments: [
          "a": Literal(train.modelArtifacts.s3ModelArtifacts),
          "b": Literal(train.finalMetricDataList["loss"].value),
          "c": Literal(train.inputDataConfig[0].channelName),
          "d": Literal(train.environment["A"]),
        ])
    },
  ]

  /// The machines of a processing job.
  static var cluster: ProcessingClusterConfig {
    ProcessingClusterConfig(volumeSizeInGB: 30, instanceCount: 1, instanceType: .mlM5Xlarge)
  }

  /// Where a training job writes.
  static var models: OutputDataConfig {
    OutputDataConfig(s3OutputPath: "s3://my-bucket/m")
  }
}
