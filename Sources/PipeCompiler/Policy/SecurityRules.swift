/// What steps should say so that data is encrypted with keys of one's own and code is kept apart.
enum SecurityRules {
  /// The rules, a line for each: what is missing without it, the type of step, and the way to the
  /// member; a part with `?` behind it is looked into only where it is given.
  ///
  /// Source: the members of the requests in botocore 1.44.5, and their documentation.
  static let text: StaticString = """
    key Processing ProcessingOutputConfig.KmsKeyId
    key Processing ProcessingResources.ClusterConfig.VolumeKmsKeyId
    key QualityCheck ProcessingOutputConfig?.KmsKeyId
    key QualityCheck ProcessingResources.ClusterConfig.VolumeKmsKeyId
    key ClarifyCheck ProcessingOutputConfig?.KmsKeyId
    key ClarifyCheck ProcessingResources.ClusterConfig.VolumeKmsKeyId
    key Training OutputDataConfig.KmsKeyId
    key Training ResourceConfig?.VolumeKmsKeyId
    key Tuning TrainingJobDefinition?.OutputDataConfig.KmsKeyId
    key Tuning TrainingJobDefinition?.ResourceConfig?.VolumeKmsKeyId
    key Tuning TrainingJobDefinition?.HyperParameterTuningResourceConfig?.VolumeKmsKeyId
    key Tuning TrainingJobDefinitions?.OutputDataConfig.KmsKeyId
    key Tuning TrainingJobDefinitions?.ResourceConfig?.VolumeKmsKeyId
    key Tuning TrainingJobDefinitions?.HyperParameterTuningResourceConfig?.VolumeKmsKeyId
    key Transform TransformOutput.KmsKeyId
    key Transform TransformResources.VolumeKmsKeyId
    key AutoML OutputDataConfig.KmsKeyId
    key EndpointConfig KmsKeyId
    isolation Processing NetworkConfig.EnableNetworkIsolation
    isolation QualityCheck NetworkConfig.EnableNetworkIsolation
    isolation ClarifyCheck NetworkConfig.EnableNetworkIsolation
    isolation Training EnableNetworkIsolation
    isolation Tuning TrainingJobDefinition?.EnableNetworkIsolation
    isolation Tuning TrainingJobDefinitions?.EnableNetworkIsolation
    isolation Model EnableNetworkIsolation
    isolation EndpointConfig EnableNetworkIsolation
    network Processing NetworkConfig.VpcConfig
    network QualityCheck NetworkConfig.VpcConfig
    network ClarifyCheck NetworkConfig.VpcConfig
    network Training VpcConfig
    network Tuning TrainingJobDefinition?.VpcConfig
    network Tuning TrainingJobDefinitions?.VpcConfig
    network AutoML AutoMLJobConfig.SecurityConfig.VpcConfig
    network Model VpcConfig
    network EndpointConfig VpcConfig
    """

  /// Returns `true` iff instances of `type` are known to have disks of their own, which are encrypted
  /// by the hardware, and for which the API takes no key.
  ///
  /// Sources: documentation of `VolumeKmsKeyId` in botocore, which refers to EC2's list of instance
  /// store volumes; there most families with such disks have a `d` at the end.
  static func hasLocalStorage(_ type: String) -> Bool {
    let parts = type.split(separator: ".")
    guard parts.count == 3, parts[0] == "ml" else { return false }
    let family = String(parts[1])
    if ["d", "dn", "de", "id", "idn", "gd", "ad"].contains(where: { family.hasSuffix($0) }) {
      return true
    }
    return StaticText("g5 g6 g6e gr6 i3 i3en i4i p5 p5e p5en trn1 trn1n trn2 x1 x1e").words
      .contains { $0.string == family }
  }
}
