/// What a definition does not say about its pipeline, and CreatePipeline wants to know.
public struct DefinitionHeader: Hashable, Sendable {
  /// The name of the pipeline; without one it is called after the file.
  public var name: String?
  /// The ARN of the role that it runs as.
  public var role: String?

  /// Creates the header of a pipeline called `name` that runs as `role`.
  public init(name: String? = nil, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

extension CompilerOptions {
  /// Returns the options with those targets only that can be made of `file`: a manifest may hold more than
  /// pipelines, and is not written anew.
  func fitting(_ file: SourceFile) -> CompilerOptions {
    guard definitionHeader != nil, file.form == .yaml else { return self }
    var options = self
    options.targets.removeAll { !Target.ofManifests.contains($0) }
    return options
  }
}

extension PipelineGraph {
  /// Says what `header` says about the pipeline, which was read from `file`, unless a document around the
  /// definition says so.
  mutating func complete(by header: DefinitionHeader, from file: SourceFile) {
    guard notation == .definition, !self.header.isDeclared else { return }
    self.header.isDeclared = true
    self.header.name = symbols.intern(header.name ?? file.pipelineName)
    self.header.role = header.role.map { add(string: $0, at: .synthesized) }
  }
}
