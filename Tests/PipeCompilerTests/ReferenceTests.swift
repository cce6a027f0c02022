import Foundation
import PipeCompiler
import TestSupport
import Testing

/// What a definition may say, and how the language says it, piece by piece.
struct ReferenceForm: Sendable, CustomTestStringConvertible {
  /// What the piece is.
  let name: String
  /// How the language says it.
  let source: String
  /// What it has to mean, as JSON.
  let json: String

  /// What a test run calls the form.
  var testDescription: String { name }

  /// Creates the form of the piece called `name`.
  init(_ name: String, _ source: String, _ json: String) {
    (self.name, self.source, self.json) = (name, source, json)
  }

  /// What all forms may refer to.
  static let prelude = """
    pipeline "P" { role: "arn:aws:iam::123456789012:role/Job" }
    param InstanceType: String = "ml.m5.large"
    param Count: Integer = 1
    param Lr: Float = 0.1
    param Approval: String = "Approved"
    param Threshold: Float = 0.5
    param Skip: Boolean = false
    param Items: String = "[1]"
    param Mode: String = "full"
    param Other: String = "quick"
    param Bucket: String = "b"
    param ModelName: String = "m"

    """
}

/// The language against the pieces that definitions are made of.
///
/// The JSON follows the API's documentation, not this compiler's output; the order of members does
/// not matter here, as it does in the corpus.
@Suite struct ReferenceTests {
  @Test(arguments: ReferenceForm.steps)
  func `a step means what the reference says`(form: ReferenceForm) throws {
    let expected = try parsed(form.json)
    let name = try #require((expected as? [String: Any])?["Name"] as? String)
    #expect(canonical(step(name, in: "")) == canonical(expected))
  }

  @Test(arguments: ReferenceForm.conditions)
  func `a question means what the reference says`(form: ReferenceForm) throws {
    let text = "condition Gate if \(form.source) { }"
    let gate = try #require(step("Gate", in: text)["Arguments"] as? [String: Any])
    #expect(canonical(gate["Conditions"] as Any) == canonical(try parsed(form.json)))
  }

  @Test(arguments: ReferenceForm.values)
  func `a value means what the reference says`(form: ReferenceForm) throws {
    let text = """
      step Probe: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:123456789012:function:f"
        args: { value: \(form.source) }
      }
      """
    let arguments = try #require(step("Probe", in: text)["Arguments"] as? [String: Any])
    #expect(canonical(arguments["value"] as Any) == canonical(try parsed(form.json)))
  }

  @Test(arguments: ReferenceForm.envelopes)
  func `what stands beside the arguments means what the reference says`(
    form: ReferenceForm
  ) throws {
    let text = """
      step Probe: Processing {
        AppSpecification: { ImageUri: "i" }
        ProcessingResources: {
          ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 1 }
        }
        \(form.source)
      }
      """
    var found = step("Probe", in: text)
    for key in ["Name", "Type", "Arguments"] { found[key] = nil }
    #expect(canonical(found) == canonical(try parsed(form.json)))
  }

  @Test(arguments: ReferenceForm.documents)
  func `a whole definition means what the reference says`(form: ReferenceForm) throws {
    let found = Self.definition(of: form.source)
    #expect(canonical(found) == canonical(try parsed(form.json)))
  }

  /// Returns the step called `name` of the pipeline that adds `text` to what may be referred to.
  private func step(_ name: String, in text: String) -> [String: Any] {
    let prelude = ReferenceForm.prelude + ReferenceForm.steps.map(\.source).joined(separator: "\n")
    let steps = Self.definition(of: "\(prelude)\n\(text)\n")["Steps"] as? [[String: Any]] ?? []
    return steps.first { $0["Name"] as? String == name } ?? [:]
  }

  /// Returns what `text` compiles to, as Foundation reads it.
  private static func definition(of text: String) -> [String: Any] {
    let compilation = compile(SourceFile(name: "reference.pipe", text: text))
    guard let graph = compilation.graph else {
      Issue.record("\(transcript(of: compilation))")
      return [:]
    }
    let json = try? JSONSerialization.jsonObject(with: Data(emit(graph, as: .sagemaker)))
    return json as? [String: Any] ?? [:]
  }

  /// Returns `json` as Foundation reads it.
  private func parsed(_ json: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
  }

  /// Returns `value` as JSON with its members in one order.
  private func canonical(_ value: Any) -> String {
    let data = try? JSONSerialization.data(
      withJSONObject: [value], options: [.sortedKeys, .prettyPrinted])
    return String(decoding: data ?? Data("nothing".utf8), as: UTF8.self)
  }
}
