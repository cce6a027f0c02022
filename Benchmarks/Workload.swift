import PipeCompiler

/// How the steps of a workload read from each other.
enum Shape: String, CaseIterable {
  /// Each step reads what the one before wrote.
  case chain
  /// All steps read what the first one wrote.
  case wide
  /// One step prepares, two train on that, and the next one reads both models.
  case diamond
}

/// The text of a pipeline that is generated to be measured.
struct Workload {
  /// How its steps read from each other.
  let shape: Shape
  /// How many steps it has.
  let steps: Int
  /// The text.
  let source: SourceFile

  /// Generates the workload; the numbers in it depend on `seed` only.
  init(_ shape: Shape, steps: Int, seed: UInt64 = 1) {
    self.shape = shape
    self.steps = steps
    var random = SplitMix64(seed: seed)
    var text = Self.head(shape, steps: steps)
    text.reserveCapacity(steps * 700)
    for step in 0..<steps {
      let inputs = shape.inputs(of: step)
      text +=
        shape.prepares(step)
        ? Self.preparation(step, reading: inputs, using: &random)
        : Self.training(step, reading: inputs, using: &random)
    }
    source = SourceFile(name: "\(shape.rawValue)-\(steps).pipe", text: text)
  }

  /// Returns everything before the first step.
  private static func head(_ shape: Shape, steps: Int) -> String {
    """
    /// \(steps) steps, generated to be measured.
    pipeline "bench-\(shape.rawValue)-\(steps)" {
      role: "arn:aws:iam::111122223333:role/SageMakerRole"
      parallelism: 4
      artifacts: "s3://bucket/bench"
    }

    param InstanceType:  String  = "ml.m5.xlarge"
    param InstanceCount: Integer = 1

    let image = "111122223333.dkr.ecr.us-west-2.amazonaws.com/job:1"

    """
  }

  /// Returns the text of a step that prepares data.
  private static func preparation(
    _ step: Int, reading inputs: [String], using random: inout SplitMix64
  ) -> String {
    var text = """

      step Prep_\(padded(step)): Processing {
        AppSpecification: {
          ImageUri: image, ContainerEntrypoint: ["python3", "/opt/ml/processing/code/prep.py"]
        }
        ProcessingResources: {
          ClusterConfig: {
            InstanceType: InstanceType, InstanceCount: InstanceCount, VolumeSizeInGB: 30
          }
        }
        Environment: { STAGE: "prod", INDEX: \(random.next() % 100_000) }
        StoppingCondition: { MaxRuntimeInSeconds: 1h }

      """
    for (number, input) in inputs.enumerated() {
      text += "  input data\(number) = \(input) at \"/opt/ml/processing/input/data\(number)\"\n"
    }
    text += "  output train at \"/opt/ml/processing/train\" to \"s3://bucket/out/\(step)\"\n}\n"
    return text
  }

  /// Returns the text of a step that trains.
  private static func training(
    _ step: Int, reading inputs: [String], using random: inout SplitMix64
  ) -> String {
    var text = """

      step Train_\(padded(step)): Training {
        AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: "File" }
        HyperParameters: {
          max_depth: 5, eta: 0.2, objective: "reg:squarederror", num_round: \(random.next() % 1_000)
        }
        ResourceConfig: {
          InstanceType: InstanceType, InstanceCount: InstanceCount, VolumeSizeInGB: 30
        }
        StoppingCondition: { MaxRuntimeInSeconds: 24h }
        OutputDataConfig: { S3OutputPath: "s3://bucket/models/\(step)" }

      """
    for (number, input) in inputs.enumerated() {
      text += "  channel train\(number) = \(input) as \"text/csv\"\n"
    }
    return text + "}\n"
  }

  /// Returns `number` with zeros before it, five digits in all.
  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// Returns the text of a reference to what `step` wrote.
  fileprivate static func reference(to step: Int, prepares: Bool) -> String {
    prepares ? "Prep_\(padded(step)).outputs.train" : "Train_\(padded(step)).model"
  }
}

extension Shape {
  /// Returns `true` iff the step number `step` prepares data; the others train.
  fileprivate func prepares(_ step: Int) -> Bool {
    switch self {
    case .chain, .wide: step.isMultiple(of: 2)
    case .diamond: step.isMultiple(of: 3)
    }
  }

  /// Returns what the step number `step` reads.
  fileprivate func inputs(of step: Int) -> [String] {
    guard step > 0 else { return ["\"s3://bucket/in\""] }
    let sources =
      switch self {
      case .chain: [step - 1]
      case .wide: [0]
      case .diamond: prepares(step) ? [step - 2, step - 1] : [step - step % 3]
      }
    return sources.map { Workload.reference(to: $0, prepares: prepares($0)) }
  }
}
