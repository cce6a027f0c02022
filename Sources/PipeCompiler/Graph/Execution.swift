/// A run of the pipeline that the source asks for.
package struct Execution: Sendable {
  /// The name in the source, or the one that was chosen for the run; empty if there is none.
  package var name: Symbol
  /// Where the name is written.
  package var origin: Origin
  /// The values of parameters, by the parameters' emitted names.
  package var arguments: [Member] = []
  /// The text that AWS shows in the name's place.
  package var displayName: Index<Value>?
  /// What the run is for.
  package var description: Index<Value>?
  /// How many steps may run at once.
  package var parallelism: Index<Value>?
  /// The only steps that are to run, if not all are.
  package var selection: [SelectedStep]?
  /// The ARN of the run whose results stand in for the steps that are not selected.
  package var source: Index<Value>?
  /// The number of the pipeline's version that is to run.
  package var version: Index<Value>?
  /// What the manifest says beyond the run itself.
  package var kubernetes = KubernetesOptions()
  /// `true` iff the object is called exactly so, and not with a hash behind the name.
  package var isNameFixed = false
  /// `true` iff the API server is to make up the end of the object's name.
  package var generatesName = false
  /// `true` iff the values come from a command line, where everything is a text.
  package var isFromTexts = false

  /// Creates the run `name`, of which nothing else is said.
  package init(name: Symbol, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// A step that a run is restricted to.
  package struct SelectedStep: Sendable {
    /// The name of the step, as emitted.
    package let name: Symbol
    /// Where the step is named.
    package let origin: Origin

    /// Creates the mention of the step `name`.
    package init(_ name: Symbol, at origin: Origin) {
      self.name = name
      self.origin = origin
    }
  }
}
