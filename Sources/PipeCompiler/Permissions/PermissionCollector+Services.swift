// What steps need of other services than SageMaker's jobs.
extension PermissionCollector {
  /// Adds what `step`, called `name`, needs of other services.
  mutating func collectServices(of step: Index<Step>, _ name: String) {
    switch graph.steps[step].kind {
    case .registerModel: collectRegistration(of: step, name)
    case .qualityCheck, .clarifyCheck: collectBaselines(of: step, name)
    case .lambda: collectFunction(of: step, name)
    case .callback: collectQueue(of: step, name)
    case .emr: collectCluster(of: step, name)
    case .emrServerless: collectServerless(of: step, name)
    case .lineage:
      let kinds = [
        "action", "artifact", "context", "experiment", "experiment-trial",
        "experiment-trial-component",
      ]
      roles[0].allow(
        "LineageAssociations", StepAction.of("sagemaker", "AddAssociation"),
        on: kinds.map { ResourcePattern(place.arn("sagemaker", "\($0)/*")) }, for: name)
    case .cleanup: collectCleanup(of: step, name)
    case .bedrockCustomModel:
      collectBedrock(
        step, name, "custom-model/*", "?CreateCustomModel ?GetCustomModel ?TagResource")
    case .bedrockCustomModelDeployment:
      collectBedrock(
        step, name, "custom-model-deployment/*",
        "?CreateCustomModelDeployment ?GetCustomModelDeployment")
    case .bedrockModelImport:
      collectBedrock(
        step, name, "model-import-job/*", "?CreateModelImportJob ?GetModelImportJob")
    case .bedrockProvisionedModelThroughput:
      collectBedrock(
        step, name, "provisioned-model/*",
        "?CreateProvisionedModelThroughput ?GetProvisionedModelThroughput")
    default: return
    }
  }

  /// Adds what registering a model in a group needs.
  private mutating func collectRegistration(of step: Index<Step>, _ name: String) {
    let group = graph.arguments(of: step).flatMap {
      graph.present(graph.member(.modelPackageGroupName, of: $0))
    }
    let pattern = group.map { groupName(patterns.pattern(of: $0)) } ?? ResourcePattern("*")
    roles[0].allow(
      "ModelPackages",
      StepAction.of("sagemaker", "?CreateModelPackage ?DescribeModelPackage ?AddTags"),
      on: [pattern.with(place.arn("sagemaker", "model-package/\(pattern.text)/*")).collapsed],
      for: name)
    roles[0].allow(
      "ModelPackageGroups",
      StepAction.of(
        "sagemaker",
        "?CreateModelPackage ?CreateModelPackageGroup ?DescribeModelPackageGroup ?AddTags"),
      on: [pattern.with(place.arn("sagemaker", "model-package-group/\(pattern.text)"))], for: name)
  }

  /// Returns the name of a group that is given by its name or its ARN.
  private func groupName(_ pattern: ResourcePattern) -> ResourcePattern {
    guard pattern.text.hasPrefix("arn:"), let slash = pattern.text.lastIndex(of: "/") else {
      return pattern
    }
    return pattern.with(String(pattern.text[pattern.text.index(after: slash)...]))
  }

  /// Adds what a check needs to find the baselines of the group that it names.
  private mutating func collectBaselines(of step: Index<Step>, _ name: String) {
    guard let group = graph.present(graph.field(.modelPackageGroupName, of: step)) else { return }
    let pattern = groupName(patterns.pattern(of: group))
    roles[0].allow(
      "BaselinesOfGroups", StepAction.of("sagemaker", "?ListModelPackages"),
      on: [pattern.with(place.arn("sagemaker", "model-package-group/\(pattern.text)"))], for: name)
    roles[0].allow(
      "BaselinesOfModels", StepAction.of("sagemaker", "?DescribeModelPackage"),
      on: [pattern.with(place.arn("sagemaker", "model-package/\(pattern.text)/*")).collapsed],
      for: name)
  }

  /// Adds that a Lambda step invokes its function.
  private mutating func collectFunction(of step: Index<Step>, _ name: String) {
    guard let value = graph.field(.functionARN, of: step) else { return }
    let function = patterns.pattern(of: value)
    let isARN = function.text.hasPrefix("arn:")
    let text = isARN ? function.text : place.arn("lambda", "function:\(function.text)")
    roles[0].allow(
      "InvokeFunctions", StepAction.of("lambda", "InvokeFunction"), on: [function.with(text)],
      for: name)
  }

  /// Adds that a Callback step sends to its queue: `https://sqs.<region>.amazonaws.com/<account>/<name>`.
  private mutating func collectQueue(of step: Index<Step>, _ name: String) {
    guard let value = graph.field(.sqsQueueURL, of: step) else { return }
    let queue = patterns.pattern(of: value)
    var text = place.arn("sqs", "*")
    let parts = queue.text.split(separator: "/").map(String.init)
    if parts.count == 4, parts[1].hasPrefix("sqs.") {
      let region = parts[1].split(separator: ".").dropFirst().first.map(String.init) ?? "*"
      text = "arn:\(place.partition):sqs:\(region):\(parts[2]):\(parts[3])"
    }
    roles[0].allow(
      "SendMessages", StepAction.of("sqs", "SendMessage"), on: [queue.with(text)], for: name)
  }

  /// Adds what a step on an EMR cluster needs.
  private mutating func collectCluster(of step: Index<Step>, _ name: String) {
    guard let arguments = graph.arguments(of: step) else { return }
    let id = graph.present(graph.member("ClusterId", of: arguments))
    let cluster = id.map { patterns.pattern(of: $0) } ?? ResourcePattern("*")
    roles[0].allow(
      "EmrClusters",
      StepAction.of(
        "elasticmapreduce",
        "AddJobFlowSteps CancelSteps DescribeStep DescribeCluster ListSteps"
          + (id == nil ? " TerminateJobFlows" : "")),
      on: [cluster.with(place.arn("elasticmapreduce", "cluster/\(cluster.text)"))], for: name)
    let rules = ["StepStatusUpdateRule", "ClusterStatusUpdateRule"]
    roles[0].allow(
      "EmrEventRules", StepAction.of("events", "PutRule PutTargets DescribeRule"),
      on: rules.map {
        ResourcePattern(place.arn("events", "rule/SageMakerPipelineExecutionEMR\($0)"))
      }, for: name)
    guard let config = graph.present(graph.member("ClusterConfig", of: arguments)) else { return }
    roles[0].allow(
      "EmrNewClusters", StepAction.of("elasticmapreduce", "RunJobFlow"), on: [ResourcePattern("*")],
      for: name, reason: "a cluster has no ARN before it is made")
    let end = place.partition == "aws-cn" ? ".amazonaws.com.cn" : ".amazonaws.com"
    for (member, service, sid) in [
      ("ServiceRole", "elasticmapreduce\(end)", "PassRoleToEmr"),
      ("JobFlowRole", "ec2\(end)", "PassRoleToEc2"),
    ] {
      guard let value = graph.present(graph.member(named: member, of: config)) else { continue }
      pass(patterns.pattern(of: value), to: service, sid, for: name)
    }
  }

  /// Adds what a step on EMR Serverless needs.
  private mutating func collectServerless(of step: Index<Step>, _ name: String) {
    guard let arguments = graph.arguments(of: step) else { return }
    let id = graph.present(graph.member("ApplicationId", of: arguments))
    let application = id.map { patterns.pattern(of: $0) } ?? ResourcePattern("*")
    let base = "/applications/\(application.text)"
    roles[0].allow(
      "ServerlessApplications",
      StepAction.of(
        "emr-serverless",
        "?StartJobRun ?GetApplication ?StartApplication"
          + (id == nil ? " ?StopApplication ?DeleteApplication" : "")),
      on: [application.with(place.arn("emr-serverless", base))], for: name)
    roles[0].allow(
      "ServerlessJobs", StepAction.of("emr-serverless", "?GetJobRun ?CancelJobRun"),
      on: [application.with(place.arn("emr-serverless", "\(base)/jobruns/*"))], for: name)
    if id == nil {
      roles[0].allow(
        "ServerlessNewApplications", StepAction.of("emr-serverless", "?CreateApplication"),
        on: [ResourcePattern("*")], for: name, reason: "an application has no ARN before it is made"
      )
    }
    if let role = graph.present(graph.member("ExecutionRoleArn", of: arguments)) {
      pass(
        patterns.pattern(of: role), to: "emr-serverless.amazonaws.com", "PassRoleToEmrServerless",
        for: name)
    }
  }

  /// Adds that a Cleanup step deletes what the steps that it names have written.
  private mutating func collectCleanup(of step: Index<Step>, _ name: String) {
    guard let arguments = graph.arguments(of: step),
      let entries = graph.list(patterns.value(at: ["Resources", "S3"], in: arguments))
    else { return }
    for entry in entries {
      let uris = graph.list(graph.member("S3Uris", of: entry)) ?? []
      var places = uris.compactMap { object(patterns.pattern(of: $0), writing: false, place) }
      if uris.isEmpty, let maker = graph.symbol(graph.member("StepName", of: entry)),
        let target = patterns.names[maker], let request = graph.arguments(of: target),
        let output = patterns.value(at: ["OutputDataConfig", "S3OutputPath"], in: request)
      {
        places = [object(patterns.pattern(of: output), writing: true, place)].compactMap { $0 }
      }
      if places.isEmpty { places = [ResourcePattern("arn:\(place.partition):s3:::*")] }
      roles[0].allow("DeleteObjects", StepAction.of("s3", "DeleteObject"), on: places, for: name)
      roles[0].allow(
        "ListForDeletion", StepAction.of("s3", "?ListBucket"), on: places.map { bucket(of: $0) },
        for: name)
    }
  }

  /// Adds what a step that makes something in Bedrock needs.
  private mutating func collectBedrock(
    _ step: Index<Step>, _ name: String, _ resource: String, _ actions: String
  ) {
    roles[0].allow(
      "Bedrock", StepAction.of("bedrock", actions),
      on: [
        ResourcePattern(place.arn("bedrock", resource)),
        ResourcePattern(place.arn("bedrock", "custom-model/*")),
      ], for: name)
    if let arguments = graph.arguments(of: step),
      let role = graph.present(graph.member(.roleARN, of: arguments))
    {
      pass(patterns.pattern(of: role), to: "bedrock.amazonaws.com", "PassRoleToBedrock", for: name)
    }
  }

  /// Adds what the experiments need that the service keeps of runs.
  mutating func collectExperiments() {
    let isWanted = graph.header.fields.contains {
      $0.key == .word(.experimentConfig) && graph.present($0.value) != nil
    }
    guard isWanted else { return }
    let kinds = ["experiment", "experiment-trial", "experiment-trial-component"]
    roles[0].allow(
      "Experiments",
      StepAction.of(
        "sagemaker",
        "?CreateExperiment ?CreateTrial ?CreateTrialComponent ?AssociateTrialComponent ?AddTags"),
      on: kinds.map { ResourcePattern(place.arn("sagemaker", "\($0)/*")) },
      for: "PipelineExperimentConfig")
  }

  /// Adds what jobs need that log to the MLflow server or app of the definition's `MlflowConfig`.
  ///
  /// The actions of `sagemaker-mlflow` are those of MLflow's own API; which of them a job calls is up to
  /// its container. These are what logging a run takes, without the registry of models.
  mutating func collectTracking() {
    let field = graph.header.fields.first { $0.key == .word(.mlflowConfig) }
    guard let config = field.flatMap({ graph.present($0.value) }),
      let server = graph.present(graph.member(named: "MlflowResourceArn", of: config))
    else { return }
    let pattern = patterns.pattern(of: server)
    let describes = pattern.text.contains(":mlflow-app/") ? "App" : "TrackingServer"
    for role in roles.indices where roles[role].isJobRole {
      roles[role].allow(
        "Tracking",
        StepAction.of(
          "sagemaker-mlflow",
          "?CreateExperiment ?GetExperiment ?GetExperimentByName ?SearchExperiments "
            + "?SetExperimentTag ?CreateRun ?GetRun ?UpdateRun ?SearchRuns ?SetTag ?LogBatch "
            + "?LogInputs ?LogMetric ?LogModel ?LogParam ?ListArtifacts"),
        on: [pattern], for: "MlflowConfig")
      roles[role].allow(
        "TrackingServer", StepAction.of("sagemaker", "DescribeMlflow\(describes)"),
        on: [pattern], for: "MlflowConfig")
    }
  }
}
