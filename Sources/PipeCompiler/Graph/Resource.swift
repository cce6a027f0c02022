/// A resource of the cluster beside the pipeline, such as an endpoint.
package struct Resource: Sendable {
  /// The name in the source.
  package var name: Symbol
  /// Where the name is written.
  package var origin: Origin
  /// The kind; `nil` if the source names none that there is.
  package var kind: ResourceKind?
  /// What AWS calls it, or, where AWS has no name for it, what the object is called after.
  package var awsName = SymbolTable.empty
  /// Where the source says what AWS calls it, if it says so in so many words.
  package var fixedName: Origin?
  /// What it holds: members of the request that makes it.
  package var members = Run.empty
  /// What the manifest says beyond it.
  package var kubernetes = KubernetesOptions()
  /// The resources whose names it mentions.
  package var dependencies: [Index<Resource>] = []

  /// Creates a resource with nothing but a name.
  package init(name: Symbol, origin: Origin) {
    self.name = name
    self.origin = origin
  }
}
