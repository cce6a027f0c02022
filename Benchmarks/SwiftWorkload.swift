import PipeCompiler
import PipeDSL
import PipeTool

extension Workload {
  /// The text of this file, where diagnostics about the steps would point.
  static var sourceOfSteps: [UInt8]? { FileSystem.contents(of: #filePath) }

  /// Makes a chain of `steps` steps in Swift, lowers it, and returns how many values the graph has.
  ///
  /// Every value has its place in `source`, the text of this file.
  static func lowerSwift(steps: Int, writtenIn source: [UInt8]?) -> Int {
    var all: [Training] = []
    for step in 0..<steps { all.append(training(step, after: all.last)) }
    let pipeline = Pipeline(
      "bench", role: "arn:aws:iam::111122223333:role/SageMakerRole", artifacts: "s3://bucket/bench"
    ) {
      all
    }
    return pipeline.lowered { _ in source }.values.count
  }

  /// Returns the training step number `step`, which reads what `last` has trained.
  private static func training(_ step: Int, after last: Training?) -> Training {
    Training(
      "Train\(step)",
      outputDataConfig: OutputDataConfig(s3OutputPath: "s3://bucket/models/\(step)"),
      hyperParameters: ["max_depth": 5, "eta": 0.2, "rounds": 50, "objective": "reg:linear"],
      algorithmSpecification: AlgorithmSpecification(
        trainingInputMode: .file,
        trainingImage: "111122223333.dkr.ecr.us-west-2.amazonaws.com/job:1"),
      resourceConfig: ResourceConfig(
        instanceType: .mlM5Xlarge, instanceCount: 1, volumeSizeInGB: 30),
      stoppingCondition: StoppingCondition(maxRuntimeInSeconds: .hours(24))
    )
    .channel("train", from: last?.model ?? "s3://bucket/train", as: "text/csv")
    .cache(.days(30))
    .retry(.throttling, attempts: 5, every: .seconds(10), backoff: 2)
  }
}
