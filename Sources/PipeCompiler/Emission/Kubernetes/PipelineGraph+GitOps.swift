// What the tools need that keep a cluster as a repository says.
extension PipelineGraph {
  /// The tool that the header names, if it names one.
  private var gitOpsTool: String? { plainText(header.kubernetes.gitOps) }

  /// In which turn each resource is to be applied: after what it mentions by name.
  var resourceWaves: [Int] {
    var waves = Array(repeating: 0, count: resources.count)
    // Chains of names are short; of longer ones the rest goes into the last turn.
    for _ in 0..<min(resources.count, 32) {
      var isSettled = true
      for index in resources.indices {
        let position = Int(index.offset)
        for other in resources[index].dependencies where waves[position] <= waves[Int(other.offset)]
        {
          waves[position] = waves[Int(other.offset)] + 1
          isSettled = false
        }
      }
      if isSettled { break }
    }
    return waves
  }

  /// Tells Argo CD, if that is the tool, to apply `manifest` in turn number `wave`.
  func addWave(_ wave: Int, to manifest: inout Manifest) {
    let key = "argocd.argoproj.io/sync-wave"
    guard gitOpsTool == "argocd", !manifest.annotations.contains(where: { $0.key == key }) else {
      return
    }
    manifest.annotations.append(Manifest.Pair(key, String(wave)))
  }

  /// What the tool itself is to be told, in a file that is not applied with the rest.
  ///
  /// Sources: Argo CD, operator manual, "Resource Health", and user guide, "Sync Phases and Waves" and
  /// "Directory"; Flux, kustomize-controller, docs/spec/v1/kustomizations.md.
  var gitOpsOutputs: [Output] {
    let text: String
    switch gitOpsTool {
    case "argocd": text = Self.argoHealth
    case "flux": text = fluxKustomizations
    default: return []
    }
    return [
      Output(
        target: .ack, bytes: Array(text.utf8),
        file: "gitops/\(fileStem).yaml", isBeside: true)
    ]
  }

  /// How Argo CD learns what became of a run: the controller calls one that failed synced.
  private static let argoHealth = """
    # For the ConfigMap argocd-cm: a run is healthy when it has succeeded, and not when it was started.
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: argocd-cm
      namespace: argocd
      labels:
        app.kubernetes.io/name: argocd-cm
        app.kubernetes.io/part-of: argocd
    data:
      resource.customizations.health.sagemaker.services.k8s.aws_PipelineExecution: |
        local hs = { status = "Progressing", message = "not started" }
        if obj.status == nil then return hs end
        for _, condition in ipairs(obj.status.conditions or {}) do
          if condition.type == "ACK.Terminal" and condition.status == "True" then
            return { status = "Degraded", message = condition.message }
          end
        end
        local state = obj.status.pipelineExecutionStatus
        if state == nil then return hs end
        hs.message = obj.status.failureReason or state
        if state == "Succeeded" then
          hs.status = "Healthy"
        elseif state == "Failed" or state == "Stopped" or state == "CompletedWithFailures" then
          hs.status = "Degraded"
        end
        return hs

    """

  /// How Flux applies runs after their pipeline, and learns what became of them.
  private var fluxKustomizations: String {
    let (folder, name) = (fileStem, kubernetesName(for: text(header.name)))
    return """
      # Set sourceRef and path to the repository, and the folders in it, that hold what pipec writes with
      # --layout kustomize: where a folder has no kustomization.yaml, Flux takes all that lies below it.
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata:
        name: \(name)
        namespace: flux-system
      spec:
        interval: 10m
        prune: true
        wait: true
        path: ./manifests/kustomize/\(folder)/base
        sourceRef:
          kind: GitRepository
          name: flux-system
      ---
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata:
        name: \(name)-runs
        namespace: flux-system
      spec:
        dependsOn:
          - name: \(name)
        interval: 10m
        prune: true
        wait: true
        timeout: 12h
        path: ./manifests/runs
        sourceRef:
          kind: GitRepository
          name: flux-system
        healthCheckExprs:
          - apiVersion: sagemaker.services.k8s.aws/v1alpha1
            kind: PipelineExecution
            failed: >-
              has(status.conditions)
              && status.conditions.exists(c, c.type == 'ACK.Terminal' && c.status == 'True')
              || has(status.pipelineExecutionStatus)
              && status.pipelineExecutionStatus in ['Failed', 'Stopped', 'CompletedWithFailures']
            current: >-
              has(status.pipelineExecutionStatus)
              && status.pipelineExecutionStatus == 'Succeeded'

      """
  }
}
