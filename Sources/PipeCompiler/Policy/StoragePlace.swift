/// A member of a step's arguments that says where on S3 the step reads or writes.
struct StoragePlace: Sendable {
  /// The way to the member; lists on it are looked at entry by entry, and `*` is any member.
  let path: [StaticString]
  /// What the step does there.
  let access: Access

  /// What a step does with what lies below an S3 URI.
  enum Access: Sendable {
    /// It reads it.
    case reads
    /// It writes exactly there.
    case writes
    /// It writes into a folder of its own below, named for the job.
    case writesBelow
  }

  /// Creates the place at `path`.
  private init(_ access: Access, _ path: [StaticString]) {
    self.access = access
    self.path = path
  }

  /// Returns the places in the arguments of steps of `kind`.
  ///
  /// Source: the documentation of the requests' members. Training, tuning and AutoML jobs write
  /// below a folder named for the job; processing and transform jobs write where they are told.
  static func all(in kind: StepKind) -> [StoragePlace] {
    switch kind {
    case .processing, .qualityCheck, .clarifyCheck: processing
    case .training: training
    case .tuning: tuning
    case .transform: transform
    case .autoML: autoML
    case .model: model
    case .registerModel: registerModel
    default: []
    }
  }

  /// The places of processing jobs.
  private static let processing = [
    StoragePlace(.reads, ["ProcessingInputs", "S3Input", "S3Uri"]),
    StoragePlace(.writes, ["ProcessingOutputConfig", "Outputs", "S3Output", "S3Uri"]),
  ]
  /// The places of training jobs.
  private static let training = [
    StoragePlace(.reads, ["InputDataConfig", "DataSource", "S3DataSource", "S3Uri"]),
    StoragePlace(.writesBelow, ["OutputDataConfig", "S3OutputPath"]),
    // Checkpoints are read at the start too, and what is deleted there is deleted here.
    StoragePlace(.writes, ["CheckpointConfig", "S3Uri"]),
  ]
  /// The places of tuning jobs.
  private static let tuning = [
    StoragePlace(
      .reads,
      ["TrainingJobDefinition", "InputDataConfig", "DataSource", "S3DataSource", "S3Uri"]),
    StoragePlace(.writesBelow, ["TrainingJobDefinition", "OutputDataConfig", "S3OutputPath"]),
    StoragePlace(
      .reads,
      ["TrainingJobDefinitions", "InputDataConfig", "DataSource", "S3DataSource", "S3Uri"]),
    StoragePlace(.writesBelow, ["TrainingJobDefinitions", "OutputDataConfig", "S3OutputPath"]),
  ]
  /// The places of transform jobs.
  private static let transform = [
    StoragePlace(.reads, ["TransformInput", "DataSource", "S3DataSource", "S3Uri"]),
    StoragePlace(.writes, ["TransformOutput", "S3OutputPath"]),
  ]
  /// The places of AutoML jobs.
  private static let autoML = [
    StoragePlace(.reads, ["InputDataConfig", "DataSource", "S3DataSource", "S3Uri"]),
    StoragePlace(.writesBelow, ["OutputDataConfig", "S3OutputPath"]),
  ]
  /// The places of models.
  private static let model = [
    StoragePlace(.reads, ["PrimaryContainer", "ModelDataUrl"]),
    StoragePlace(.reads, ["Containers", "ModelDataUrl"]),
  ]
  /// The places of model packages.
  private static let registerModel = [
    StoragePlace(.reads, ["InferenceSpecification", "Containers", "ModelDataUrl"]),
    StoragePlace(.reads, ["ModelMetrics", "*", "*", "S3Uri"]),
    StoragePlace(.reads, ["DriftCheckBaselines", "*", "*", "S3Uri"]),
  ]
}
