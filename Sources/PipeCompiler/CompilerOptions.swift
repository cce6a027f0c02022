/// What a caller may choose about a compilation.
public struct CompilerOptions: Sendable {
  /// The values given to `config` declarations, by name, as text; of two values the last one counts.
  public var config: [Setting] = []
  /// The name of the `profile` that gives values to other `config` declarations, if one was chosen.
  public var profile: String?
  /// Which diagnostics are reported, and whether as warnings or as errors.
  public var levels = Levels()
  /// The day whose service the pipeline has to do with, if that is not the latest one.
  public var serviceDate: ServiceDate?
  /// The forms in which the pipeline is written.
  public var targets: [Target] = Target.usual
  /// How much may be changed before the pipeline is written.
  public var optimization = Optimization.safe
  /// How much is changed: nothing about a pipeline that may be none that the service takes.
  var applied: Optimization { levels.isOverruled ? .none : optimization }

  /// What definitions in JSON are called and run as, which they do not say themselves; without it they
  /// are checked, and not written.
  public var definitionHeader: DefinitionHeader?

  /// The run that is asked for in place of those that the source declares, if one is.
  public var run: RunRequest?

  /// `true` iff tests are to be run, so that a file may hold nothing else to compile.
  package var runsTests = false

  /// How manifests are put into files.
  public var layout = Layout.single
  /// `true` iff a map from what is written to the source is written too.
  public var writesSourceMap = false

  /// Creates the default options.
  public init() {}
}

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

/// A value given to a `config` declaration from outside.
public struct Setting: Hashable, Sendable {
  /// The name of the declaration.
  public let name: String
  /// The value, as text.
  public let value: String

  /// `true` iff the value may be a list or an object.
  var isExpression: Bool {
    let first = value.utf8.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    return first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
  }

  /// Gives the declaration called `name` the value that `value` spells.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
