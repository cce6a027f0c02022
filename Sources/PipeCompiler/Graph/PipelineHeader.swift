/// What is true of a pipeline as a whole.
package struct PipelineHeader: Sendable {
  /// The name.
  package var name: Symbol
  /// `true` iff the source can say what the pipeline is called and runs as: all but a definition.
  package var isDeclared = true
  /// `true` iff there is no pipeline, but resources or tests of functions only; then the name is but
  /// the stem of the names of files.
  package var isAbsent = false
  /// The name, where it is written.
  package var origin: Origin
  /// The text that AWS shows in the name's place.
  package var displayName: Index<Value>?
  /// What the pipeline is for.
  package var description: Index<Value>?
  /// The role that the pipeline runs as.
  package var role: Index<Value>?
  /// How many steps may run at once.
  package var parallelism: Index<Value>?
  /// An object of tags.
  package var tags: Index<Value>?
  /// Fields of the definition beside parameters and steps, such as `MlflowConfig`.
  package var fields: [Member] = []
  /// `true` iff the definition does not say its version.
  package var omitsVersion = false
  /// What only the Kubernetes manifest needs.
  package var kubernetes = KubernetesOptions()
  /// `true` iff the source can say what stands in a manifest beside its `spec`.
  package var hasMetadata = true

  /// Creates the header of the pipeline `name`.
  package init(name: Symbol, origin: Origin) {
    self.name = name
    self.origin = origin
  }
}

/// What a Kubernetes manifest says beyond the pipeline itself.
package struct KubernetesOptions: Sendable {
  /// The name of the resource, if it is not derived from the pipeline's.
  package var name: Index<Value>?
  /// The namespace.
  package var namespace: Index<Value>?
  /// An object of labels.
  package var labels: Index<Value>?
  /// An object of annotations.
  package var annotations: Index<Value>?
  /// The AWS region of the pipeline.
  package var region: Index<Value>?
  /// What to do with a pipeline that exists: `adopt`, `adopt-or-create` (the default) or `none`.
  package var adoption: Index<Value>?
  /// The tool that keeps the cluster as a repository says: `argocd` or `flux`.
  package var gitOps: Index<Value>?
  /// What happens to the pipeline when the resource is deleted: `delete`, `retain` or `none`.
  package var deletion: Index<Value>?
  /// A list of what the manifest would say and does not: fields of `spec`, keys of labels and annotations,
  /// `namespace`.
  package var omitted: Index<Value>?

  /// Creates options that say nothing.
  package init() {}
}
