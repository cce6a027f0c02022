extension DiagnosticPage {
  /// The pages about limits of the whole pipeline.
  static let ofLimits: [DiagnosticID: DiagnosticPage] = [
    .quotaExceeded: DiagnosticPage(
      "The pipeline has more parameters, or a longer default, than can be used.",
      why: "StartPipelineExecution takes at most 200 values (service model), and the published "
        + "schema allows 4,096 characters in a default.",
      remedy: "Turn parameters that never change into `let` or `config`.", below: ""),
    .stepQuota: DiagnosticPage(
      "The pipeline has more than 50 steps.",
      why: "50 is commonly quoted as the default quota of an account. It can be raised, and "
        + "AWS's own tests create pipelines with 2,000 steps.",
      remedy: "Look the quota of your account up in Service Quotas.", below: ""),
    .definitionTooLarge: DiagnosticPage(
      "The pipeline definition has more than 1,048,576 characters.",
      why:
        "That is the limit of `PipelineDefinition` in CreatePipeline (service model). Blanks count, so "
        + "they are left out where that is enough.",
      remedy: "Split the pipeline, or move long texts into files on S3.", below: ""),
    .manifestTooLarge: DiagnosticPage(
      "The Kubernetes manifest is too large for plain `kubectl apply`.",
      why: "`kubectl apply` keeps a copy of the resource in an annotation, and Kubernetes allows "
        + "262,144 bytes of annotations.",
      remedy: "Use `kubectl apply --server-side`, or `ServerSideApply=true` with Argo CD.",
      below: ""),
    .duplicateFile: DiagnosticPage(
      "Two files of one build declare pipelines whose outputs would have the same names.",
      why: "Output files are called after their pipelines, and not every file system tells capital "
        + "letters from small ones.",
      remedy: "Give one pipeline another name, or build the two into different directories.",
      below: ""),
    .resourceTooLarge: DiagnosticPage(
      "The Kubernetes manifest is too large for the cluster.",
      why: "etcd takes requests of at most 1,572,864 bytes unless it is configured otherwise.",
      remedy: "Split the pipeline, or create it without Kubernetes.", below: ""),
  ]
}
