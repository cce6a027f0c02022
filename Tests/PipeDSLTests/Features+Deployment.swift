import PipeDSL

extension Feature {
  /// Models, endpoints, lineage, Bedrock and what is left over (§§4.5, 4.6, 4.15–4.17, 4.20).
  static let deployment: [Feature] = [
    Feature(
      "Model",
      """
      step X: Model {
        PrimaryContainer: { Image: "i", ModelDataUrl: "s3://my-bucket/m.tar.gz", Environment: {} }
      }
      """
    ) {
      Model(
        "X",
        primaryContainer: ContainerDefinition(
          image: "i", modelDataUrl: "s3://my-bucket/m.tar.gz", environment: [:]))
    },
    Feature(
      "RegisterModel",
      """
      step X: RegisterModel {
        ModelPackageGroupName: "g"
        InferenceSpecification: {
          Containers: [{ Image: "i", ModelDataUrl: "s3://my-bucket/m.tar.gz" }]
          SupportedContentTypes: ["text/csv"]
          SupportedResponseMIMETypes: ["text/csv"]
        }
        ModelApprovalStatus: "Approved"
      }
      """
    ) {
      RegisterModel(
        "X", modelPackageGroupName: "g",
        inferenceSpecification: InferenceSpecification(
          containers: [
            ModelPackageContainerDefinition(
              image: "i", modelDataUrl: "s3://my-bucket/m.tar.gz")
          ],
          supportedContentTypes: ["text/csv"], supportedResponseMIMETypes: ["text/csv"]),
        modelApprovalStatus: .approved)
    },
    Feature(
      "EndpointConfig",
      """
      step X: EndpointConfig {
        EndpointConfigName: "c"
        ProductionVariants: [{
          VariantName: "v", ModelName: "m", InitialInstanceCount: 1, InstanceType: "ml.m5.large"
          InitialVariantWeight: 1
        }]
      }
      """
    ) {
      EndpointConfig(
        "X",
        productionVariants: [
          ProductionVariant(
            variantName: "v", modelName: "m", initialInstanceCount: 1, instanceType: .mlM5Large,
            initialVariantWeight: 1)
        ],
        endpointConfigName: "c")
    },
    Feature(
      "Endpoint",
      "step X: Endpoint { EndpointName: \"e\", EndpointConfigName: \"c\" }"
    ) {
      Endpoint("X", endpointConfigName: "c", endpointName: "e")
    },
    Feature(
      "InferenceComponent",
      """
      step X: InferenceComponent {
        InferenceComponentName: "i"
        EndpointName: "e"
        VariantName: "v"
        Specification: {
          ModelName: "m"
          ComputeResourceRequirements: { NumberOfCpuCoresRequired: 2, MinMemoryRequiredInMb: 1024 }
        }
        RuntimeConfig: { CopyCount: 1 }
      }
      """
    ) {
      InferenceComponent(
        "X", endpointName: "e", inferenceComponentName: "i", variantName: "v",
        specification: InferenceComponentSpecification(
          modelName: "m",
          computeResourceRequirements: InferenceComponentComputeResourceRequirements(
            minMemoryRequiredInMb: 1024, numberOfCpuCoresRequired: 2)),
        runtimeConfig: InferenceComponentRuntimeConfig(copyCount: 1))
    },
    Feature(
      "Lineage",
      """
      step X: Lineage {
        Actions: [{
          ActionName: execution.id, Source: { SourceUri: "s3://my-bucket/r" }, ActionType: "Evaluation"
        }]
        Associations: [{
          Source: { Name: execution.id, Type: "Action" }
          Destination: { Arn: "arn:aws:sagemaker:us-west-2:111122223333:artifact/abc" }
          AssociationType: "Produced"
        }]
      }
      """
    ) {
      Lineage(
        "X",
        actions: [
          CreateAction(
            actionName: execution.id, source: ActionSource(sourceUri: "s3://my-bucket/r"),
            actionType: "Evaluation")
        ],
        associations: [
          LineageAssociation(
            source: LineageEnd(name: execution.id, type: .action),
            destination: LineageEnd(
              arn: "arn:aws:sagemaker:us-west-2:111122223333:artifact/abc"),
            associationType: .produced)
        ])
    },
    Feature(
      "BedrockCustomModel",
      """
      step X: BedrockCustomModel {
        ModelName: "m"
        ModelSourceConfig: { S3DataSource: { S3Uri: "s3://my-bucket/m/" } }
        RoleArn: "arn:aws:iam::111122223333:role/B"
      }
      """
    ) {
      BedrockCustomModel(
        "X", modelName: "m",
        modelSourceConfig: BedrockModelDataSource(
          s3DataSource: BedrockS3DataSource(s3Uri: "s3://my-bucket/m/")),
        roleArn: "arn:aws:iam::111122223333:role/B")
    },
    Feature(
      "BedrockCustomModelDeployment",
      """
      step X: BedrockCustomModelDeployment {
        ModelDeploymentName: "d"
        ModelArn: "arn:aws:bedrock:us-west-2:111122223333:custom-model/imported/abcdefghijkl"
      }
      """
    ) {
      BedrockCustomModelDeployment(
        "X", modelDeploymentName: "d",
        modelArn: "arn:aws:bedrock:us-west-2:111122223333:custom-model/imported/abcdefghijkl")
    },
    Feature(
      "BedrockModelImport",
      """
      step X: BedrockModelImport {
        JobName: "j"
        ImportedModelName: "m"
        RoleArn: "arn:aws:iam::111122223333:role/B"
        ModelDataSource: { S3DataSource: { S3Uri: "s3://my-bucket/m/" } }
      }
      """
    ) {
      BedrockModelImport(
        "X", jobName: "j", importedModelName: "m",
        roleArn: "arn:aws:iam::111122223333:role/B",
        modelDataSource: BedrockModelDataSource(
          s3DataSource: BedrockS3DataSource(s3Uri: "s3://my-bucket/m/")))
    },
    Feature(
      "BedrockProvisionedModelThroughput",
      """
      step X: BedrockProvisionedModelThroughput {
        ModelUnits: 1
        ProvisionedModelName: "p"
        ModelId: "arn:aws:bedrock:us-west-2:111122223333:custom-model/imported/abcdefghijkl"
        CommitmentDuration: "OneMonth"
      }
      """
    ) {
      BedrockProvisionedModelThroughput(
        "X", modelUnits: 1, provisionedModelName: "p",
        modelId: "arn:aws:bedrock:us-west-2:111122223333:custom-model/imported/abcdefghijkl",
        commitmentDuration: .oneMonth)
    },
    Feature(
      "Cleanup",
      """
      step Train: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" } }
      step X: Cleanup {
        Resources: { S3: [{ StepName: "Train" }] }
        after: Train.finished
      }
      """
    ) {
      let train = Training("Train", outputDataConfig: models)
      Cleanup("X", resources: CleanupResources(s3: [CleanupSource(stepName: "Train")]))
        .after(train.finished)
    },
    Feature(
      "Step of a type that is not known", "step X: raw \"Quantum\" { Qubits: 7, Deep: { a: [1] } }"
    ) {
      RawStep("X", type: "Quantum", arguments: ["Qubits": 7, "Deep": ["a": [1]]])
    },
    Feature(
      "Member that is not known",
      """
      step X: Training {
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
        raw NewMember: { a: 1, b: null }
      }
      """
    ) {
      Training("X", outputDataConfig: models).raw("NewMember", ["a": 1, "b": nil])
    },
  ]
}
