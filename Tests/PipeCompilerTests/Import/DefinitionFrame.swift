import PipeCompiler
import TestSupport
import Testing

/// A definition that is well apart from one piece.
enum DefinitionFrame: Sendable {
  /// The piece is an argument of a Lambda step.
  case argument
  /// The piece is a condition.
  case condition
  /// The piece is what a step depends on.
  case dependencies
  /// The piece is the arguments of a loop.
  case loop
  /// The piece is a step.
  case step
  /// The piece is a parameter.
  case parameter
  /// The piece is everything.
  case whole

  /// Returns the beginning of a step called `name` that reads all parameters, up to further arguments.
  private static func reader(_ name: String) -> String {
    """
    {"Name": "\(name)", "Type": "Lambda", "FunctionArn": \
    "arn:aws:lambda:eu-west-1:111122223333:function:f", "Arguments": \
    {"p": {"Get": "Parameters.P"}, "n": {"Get": "Parameters.N"}
    """
  }

  /// What stands before and behind the piece.
  private var parts: (before: String, behind: String) {
    let first = Self.reader("A") + "}}"
    let steps = Self.before + "], \"Steps\": ["
    switch self {
    case .argument: return (steps + first + ", " + Self.reader("B") + ", \"a\": ", "}}]}")
    case .condition:
      return (
        steps + #"{"Name": "C", "Type": "Condition", "Arguments": {"Conditions": ["#,
        "], \"IfSteps\": [" + first + "], \"ElseSteps\": []}}]}"
      )
    case .dependencies:
      return (steps + first + ", " + Self.reader("B") + "}, \"DependsOn\": ", "}]}")
    case .loop:
      return (steps + first + #", {"Name": "F", "Type": "ForEach", "Arguments": "#, "}]}")
    case .step: return (steps + first + ", ", "]}")
    case .parameter: return (Self.before + ", ", "], \"Steps\": [" + first + "]}")
    case .whole: return ("", "")
    }
  }

  /// The beginning of all definitions.
  private static let before =
    #"{"Version": "2020-12-01", "Parameters": [{"Name": "P", "Type": "String"}, "#
    + #"{"Name": "N", "Type": "Integer"}"#

  /// Returns the definition around `piece`.
  func definition(_ piece: String) -> String { parts.before + piece + parts.behind }
}

/// A piece of a definition, and what has to be reported about it: nothing, or one thing.
struct DefinitionPiece: Sendable, CustomTestStringConvertible {
  /// The piece; `«` and `»` stand around the place.
  let text: String
  /// What has to be reported.
  var id: DiagnosticID?
  /// What it has to say.
  var words = ""

  /// The piece, for reports.
  var testDescription: String { text }

  /// Creates the piece `text`, about which nothing is reported.
  init(_ text: String) {
    self.text = text
  }

  /// Creates the piece `text`, about which `id` is reported.
  init(_ text: String, _ id: DiagnosticID, _ words: String) {
    self.text = text
    self.id = id
    self.words = words
  }

  /// Expects that compiling the piece in `frame` reports what it has to, and no more.
  func check(in frame: DefinitionFrame) {
    let marked = MarkedSpan(frame.definition(text))
    let compilation = compile(SourceFile(name: "a.json", bytes: marked.bytes))
    let found = compilation.diagnostics.sorted
    let shown = "\(transcript(of: compilation))"
    #expect(found.map(\.id) == (id.map { [$0] } ?? []), "\(shown)")
    guard let diagnostic = found.first, id != nil else { return }
    #expect(diagnostic.origin.span == marked.span, "\(shown)")
    let said = [
      diagnostic.message, diagnostic.label, diagnostic.why ?? "", diagnostic.help ?? "",
      diagnostic.fix?.title ?? "",
    ]
    #expect(words.isEmpty || said.contains { $0.contains(words) }, "\(shown)")
  }
}
