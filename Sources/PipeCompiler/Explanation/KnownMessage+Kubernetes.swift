extension KnownMessage {
  /// What kubectl and the API server say.
  static let ofKubernetes = [
    KnownMessage(
      "unknown field \"spec.pipelinedefinition.",
      meaning: "the definition stands in the manifest as a mapping, and it has to be a text",
      remedy: "write it as a block behind `pipelineDefinition: |`; pipec does",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "strict decoding error", "unknown field",
      meaning: "the resource definition has no such field",
      remedy: "correct the spelling; if pipec wrote it, the controller in the cluster is older or "
        + "newer than chart 1.9.1: upgrade its resource definitions with `kubectl apply -f crds`",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "must be of type string",
      meaning: "a value without quotes was taken for a number or a truth value",
      remedy: "put it in quotes; pipec does",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "in body must be of type",
      meaning: "a value has another type than the resource definition asks for",
      remedy: "correct it; if pipec wrote it, the controller's resource definitions in the cluster "
        + "are others than those of chart 1.9.1",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "cannot unmarshal", "objectmeta",
      meaning: "a label or an annotation is no text",
      remedy: "put its value in quotes; pipec does",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "rfc 1123",
      meaning: "the name of the object is none that Kubernetes takes",
      remedy: "use small letters, digits and `-`, at most 253; pipec makes such a name unless "
        + "`kubernetes: { name: … }` gives one",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "name or generatename is required",
      meaning: "the object has no name",
      remedy: "add `metadata.name`",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "a valid label must be",
      meaning: "the value of a label is none that Kubernetes takes: at most 63 letters, digits, "
        + "`-`, `_` and `.`",
      remedy: "put what does not fit, such as an ARN, into `annotations`",
      source: "Kubernetes documentation, labels and selectors"),
    KnownMessage(
      "control characters are not allowed",
      meaning: "the manifest holds a character that YAML does not allow as it is",
      remedy: "spell it as `\\u0000` in the definition's JSON; pipec does",
      source: "kubectl 1.32"),
    KnownMessage(
      "error converting yaml to json",
      meaning: "the manifest is no YAML that kubectl can read",
      remedy: "`pipec check` the manifest; the message names the line",
      source: "kubectl 1.32"),
    KnownMessage(
      "apply failed with", "conflict",
      meaning: "someone else has written a field that this manifest writes too",
      remedy: "`kubectl apply --server-side --force-conflicts`, if the manifest is to count",
      source: "Kubernetes documentation, server-side apply"),
    KnownMessage(
      "metadata.annotations: too long",
      meaning: "`kubectl apply` keeps a copy of the manifest in an annotation, which is too large",
      remedy: "`kubectl apply --server-side`; in Argo CD the sync option `ServerSideApply=true`",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "request is too large",
      meaning: "etcd takes no object of this size",
      remedy: "split the pipeline, or move long texts into files on S3",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "request entity too large",
      meaning: "the API server takes no request of this size",
      remedy: "`kubectl apply --server-side`, which sends the manifest once and not twice",
      source: "tried against a Kubernetes 1.32 API server"),
    KnownMessage(
      "cannot use generate name with apply",
      meaning: "`kubectl apply` wants a name",
      remedy: "`kubectl create -f`, or leave `--generate-name` out",
      source: "kubectl 1.32"),
    KnownMessage(
      "no matches for kind",
      meaning: "the cluster does not have the controller's resource definitions",
      remedy: "install the controller: docs/kubernetes.md says how",
      source: "kubectl 1.32"),
    KnownMessage(
      "namespaces \"", "not found",
      meaning: "the cluster has no such namespace",
      remedy: "`kubectl create namespace`, or correct `kubernetes: { namespace: … }`",
      source: "Kubernetes documentation, namespaces"),
    KnownMessage(
      "is forbidden: user",
      meaning: "whoever applies this may not do so in the cluster; AWS was not asked",
      remedy: "let an administrator bind a role for the group `sagemaker.services.k8s.aws`; the "
        + "controller's chart has one for writers",
      source: "Kubernetes documentation, RBAC; the controller's config/rbac"),
  ]
}
