import PipeCompiler
import PipeTool

/// A program that is one pipeline or several: `swift run Name build` compiles them.
///
/// ```swift
/// import PipeDSL
///
/// @main
/// struct Nightly: PipelineProgram {
///   @Config var bucket: String = "my-bucket"
///   @Parameter var depth: Value<Int> = 5
///
///   var pipelines: [Pipeline] {
///     Pipeline("nightly", role: "arn:aws:iam::111122223333:role/SageMakerRole") {
///       Training("Train", …)
///     }
///   }
/// }
/// ```
///
/// The executable has the commands of `pipec`, with the same options, forms of diagnostics and exit
/// status; where those take files, it takes the program's pipelines.
public protocol PipelineProgram: Sendable {
  /// Creates the program.
  init()

  /// The pipelines.
  @PipelineBuilder var pipelines: [Pipeline] { get }

  /// The profiles, of which `--profile` chooses one; by default there are none.
  static var profiles: [Profile<Self>] { get }
}

extension PipelineProgram {
  /// No profiles.
  public static var profiles: [Profile<Self>] { [] }
}

/// What lists of pipelines are made with.
@resultBuilder
public enum PipelineBuilder {
  /// Returns `pipeline` as a list.
  public static func buildExpression(_ pipeline: Pipeline) -> [Pipeline] { [pipeline] }

  /// Returns `pipelines`.
  public static func buildExpression(_ pipelines: [Pipeline]) -> [Pipeline] { pipelines }

  /// Returns the pipelines of a block.
  public static func buildBlock(_ parts: [Pipeline]...) -> [Pipeline] { parts.flatMap(\.self) }

  /// Returns the pipelines of an `if` without `else`.
  public static func buildOptional(_ parts: [Pipeline]?) -> [Pipeline] { parts ?? [] }

  /// Returns the pipelines of a first alternative.
  public static func buildEither(first parts: [Pipeline]) -> [Pipeline] { parts }

  /// Returns the pipelines of another alternative.
  public static func buildEither(second parts: [Pipeline]) -> [Pipeline] { parts }

  /// Returns the pipelines of a `for`.
  public static func buildArray(_ parts: [[Pipeline]]) -> [Pipeline] { parts.flatMap(\.self) }
}

extension PipelineProgram {
  /// Runs what the command line asks for, as `pipec` does, and ends the process.
  public static func main() {
    let frontEnd = FrontEnd { options in compiledInPlace(options: options) }
    Tool.main(compiling: SourceFile(name: "<program>", frontEnd: frontEnd))
  }
}
