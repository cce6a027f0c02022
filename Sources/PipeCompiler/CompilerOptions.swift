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

  /// How much evaluation may make, in all pipelines of a source together.
  package var memoryLimit = MemoryLimit()

  /// How manifests are put into files.
  public var layout = Layout.single
  /// `true` iff a map from what is written to the source is written too.
  public var writesSourceMap = false

  /// Creates the default options.
  public init() {}
}

/// How much evaluation may make before it is given up.
package struct MemoryLimit: Sendable {
  /// The number of values.
  package var values = 16_000_000
  /// The number of bytes in all texts.
  package var bytes = 134_217_728
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
