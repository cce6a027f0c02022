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
  public static func main() -> Never {
    let frontEnd = FrontEnd { options in
      compiled(options: options) { FileSystem.contents(of: $0) }
    }
    Tool.main(compiling: SourceFile(name: "<program>", frontEnd: frontEnd))
  }
}

/// What the properties of a program declare.
struct Declarations {
  /// The parameters, with the names of their properties, in the order of the properties.
  private(set) var parameters: [NamedParameter] = []
  /// The settings, with their names.
  private(set) var settings: [(name: String, declaration: any ConfigDeclaring)] = []

  /// Finds the declarations among the properties of `program`.
  init(of program: some PipelineProgram) {
    for child in Mirror(reflecting: program).children {
      // The storage of a wrapped property is called as the property is, behind an underscore.
      let name = String((child.label ?? "").drop { $0 == "_" })
      if let parameter = child.value as? any ParameterDeclaring {
        parameters.append(NamedParameter(name: name, declaration: parameter.declaration))
      } else if let setting = child.value as? any ConfigDeclaring {
        settings.append((setting.name ?? name, setting))
      }
    }
  }

  /// Returns the values that `given` gives the settings, and what is wrong with it.
  func settings(
    from given: [Setting]
  ) -> (values: [Place: String], complaints: [Complaint]) {
    var values: [Place: String] = [:]
    var complaints: [Complaint] = []
    for setting in given {
      guard let found = settings.first(where: { $0.name == setting.name }) else {
        complaints.append(.unknown(setting.name, known: settings.map(\.name)))
        continue
      }
      if found.declaration.accepts(setting.value) {
        values[found.declaration.place] = setting.value
      } else {
        complaints.append(
          .wrongType(
            setting.name, setting.value, wanted: found.declaration.typeName,
            at: found.declaration.place))
      }
    }
    return (values, complaints)
  }
}

/// What can be wrong with the values that are given to settings.
enum Complaint: Sendable {
  /// There is no such setting.
  case unknown(String, known: [String])
  /// The value is none of the setting's type.
  case wrongType(String, String, wanted: String, at: Place)

  /// Returns what to say, where `map` says where things are.
  func diagnostic(in map: inout SourceMap) -> Diagnostic {
    switch self {
    case .unknown(let name, let known):
      let near = nearest(to: name, in: known).map { "did you mean `-D \($0)=…`?" }
      return Diagnostic(
        .unknownConfig, "`-D` gives the setting `\(name)`, which nothing declares",
        at: .synthesized, help: near ?? "declare it with `@Config var \(name): String = \"…\"`")
    case .wrongType(let name, let value, let wanted, let place):
      return Diagnostic(
        .wrongType, "`-D \(name)=\(value)` must be \(wanted == "Integer" ? "an" : "a") \(wanted)",
        at: map.origin(of: place), help: "write `-D \(name)=…` with such a value")
    }
  }
}
