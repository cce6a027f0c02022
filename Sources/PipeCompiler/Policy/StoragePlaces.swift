/// What steps do with what lies below the S3 URIs in their arguments.
enum StorageAccess: Sendable {
  /// They read it.
  case reads
  /// They write exactly there.
  case writes
  /// They write into a folder of their own below, named for the job.
  case writesBelow
}

extension StepKind {
  /// The members of a step's arguments that say where on S3 it reads or writes.
  ///
  /// For each the access, `r`, `w` or `b`, and the way; lists on it are looked at entry by entry,
  /// and `*` is any member. Sources: the documentation of the members in botocore 1.44.5; training,
  /// tuning and AutoML jobs write below a folder named for the job, processing and transform jobs
  /// where they are told; checkpoints are written, and mirrored, where they are read.
  var storagePlaces: StaticText {
    switch self {
    case .processing, .qualityCheck, .clarifyCheck:
      StaticText("r ProcessingInputs.S3Input.S3Uri w ProcessingOutputConfig.Outputs.S3Output.S3Uri")
    case .training:
      StaticText(
        """
        r InputDataConfig.DataSource.S3DataSource.S3Uri b OutputDataConfig.S3OutputPath \
        w CheckpointConfig.S3Uri
        """)
    case .tuning:
      StaticText(
        """
        r TrainingJobDefinition.InputDataConfig.DataSource.S3DataSource.S3Uri \
        b TrainingJobDefinition.OutputDataConfig.S3OutputPath \
        r TrainingJobDefinitions.InputDataConfig.DataSource.S3DataSource.S3Uri \
        b TrainingJobDefinitions.OutputDataConfig.S3OutputPath
        """)
    case .transform:
      StaticText("r TransformInput.DataSource.S3DataSource.S3Uri w TransformOutput.S3OutputPath")
    case .autoML:
      StaticText(
        "r InputDataConfig.DataSource.S3DataSource.S3Uri b OutputDataConfig.S3OutputPath")
    case .model: StaticText("r PrimaryContainer.ModelDataUrl r Containers.ModelDataUrl")
    case .registerModel:
      StaticText(
        """
        r InferenceSpecification.Containers.ModelDataUrl r ModelMetrics.*.*.S3Uri \
        r DriftCheckBaselines.*.*.S3Uri
        """)
    default: .empty
    }
  }
}
