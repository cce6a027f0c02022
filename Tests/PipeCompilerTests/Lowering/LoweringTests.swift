import PipeCompiler
import TestSupport
import Testing

/// What declarations become, where the corpus shows only one of several ways.
@Suite struct LoweringTests {
  /// Returns the definition of the pipeline that `text` describes, without blank space at the
  /// beginning of lines, or what is wrong with it.
  private func definition(_ text: String) -> String {
    let header = "pipeline \"p\" { role: \"arn:aws:iam::111122223333:role/R\" }\n"
    let compilation = compile(SourceFile(name: "t.pipe", text: header + text), options: .sketch)
    guard let output = compilation.outputs.first(where: { $0.target == .sagemaker }) else {
      return compilation.diagnostics.sorted.map { "\($0.id.rawValue): \($0.message)" }
        .joined(separator: "\n")
    }
    return String(decoding: output.bytes, as: UTF8.self).split(separator: "\n")
      .map { $0.drop { $0 == " " } }.joined()
  }

  /// Declarations of a Lambda step, a condition and a parameter, none of them a String.
  private let numbers = """
    step F: Lambda {
      FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
      returns { n: Float, s: String }
    }
    condition G if F.returns.n > 0.5 { } else { }
    param P: Integer = 1

    """

  /// A step whose map of strings reads all of them.
  private let reader = """
    step T: Training { HyperParameters: { a: F.returns.n, b: F.returns.s, c: G.Outcome, d: P } }

    """

  @Test func `a map of strings gets strings wherever what it reads is declared`() {
    let join = { (path: String) in
      #"{"Std:Join": {"On": "","Values": [{"Get": "\#(path)"}]}}"#
    }
    let expected =
      #""HyperParameters": {"a": \#(join("Steps.F.OutputParameters['n']")),"#
      + #""b": {"Get": "Steps.F.OutputParameters['s']"},"#
      + #""c": \#(join("Steps.G.Outcome")),"d": \#(join("Parameters.P"))}"#
    #expect(definition(numbers + reader).contains(expected))
    #expect(definition(reader + numbers).contains(expected))
  }

  @Test func `a step wins over defaults, and later defaults over earlier ones`() {
    let text = """
      defaults Training { ResourceConfig: { InstanceCount: 1, VolumeSizeInGB: 30 } }
      defaults Training { ResourceConfig: { InstanceCount: 2, InstanceType: "ml.m5.large" } }
      step T: Training { ResourceConfig: { VolumeSizeInGB: 50 } }
      """
    #expect(
      definition(text).contains(
        #""ResourceConfig": {"VolumeSizeInGB": 50,"InstanceCount": 2,"InstanceType": "ml.m5.large"}"#
      ))
  }

  @Test(arguments: [
    ("!(A == 1 && A == 2)", "Or[Not[A=1],Not[A=2]]"),
    ("!(A == 1 || A == 2)", "Not[Or[A=1,A=2]]"),
    ("A == 1 || A == 2 && A == 3", "Or[A=1,Not[Or[Not[A=2],Not[A=3]]]]"),
    ("A == 1 && A != 2", "A=1,Not[A=2]"),
    ("A == 1 && true", "A=1"),
    ("!!(A == 1)", "A=1"),
    ("A in [1, 2]", "A in 1,2"),
  ])
  func `a question becomes conditions that the service knows`(question: String, short: String) {
    let text = """
      param A: Integer = 1
      condition C if \(question) { } else { }
      """
    #expect(definition(text).contains("\"Conditions\": [\(Self.conditions(short))]"))
  }

  /// Returns the JSON of conditions that are written shortly.
  private static func conditions(_ short: String) -> String {
    var text = short
    let parameter = #"{"Get": "Parameters.A"}"#
    for number in 1...3 {
      text = text.replacing(
        "A=\(number)",
        with: #"{"Type": "Equals","LeftValue": \#(parameter),"RightValue": \#(number)}"#)
    }
    text = text.replacing(
      "A in 1,2", with: #"{"Type": "In","QueryValue": \#(parameter),"Values": [1,2]}"#)
    var closers: [String] = []
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("Or[") {
        result += #"{"Type": "Or","Conditions": ["#
        closers.append("]}")
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("Not[") {
        result += #"{"Type": "Not","Condition": "#
        closers.append("}")
        rest = rest.dropFirst(4)
      } else if first == "[" {
        result += "["
        closers.append("]")
        rest = rest.dropFirst()
      } else if first == "]" {
        result += closers.popLast() ?? ""
        rest = rest.dropFirst()
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  @Test func `a name is the string behind the identifier, and references follow it`() {
    let text = """
      let suffix = "Model"
      step A "Train-\\(suffix)": Training { }
      step B: Model { PrimaryContainer: { ModelDataUrl: A.model } }
      """
    #expect(
      definition(text).contains(#""Get": "Steps.Train-Model.ModelArtifacts.S3ModelArtifacts""#))
  }

  @Test func `a member that is raw is emitted as it is written`() {
    let text = "step T: Training { raw HyperParameters: { a: 1, b: true } }"
    #expect(definition(text).contains(#""HyperParameters": {"a": 1,"b": true}"#))
  }

  @Test func `a whole number gets a point where the service wants a float`() {
    let text = """
      step I: InferenceComponent {
        Specification: {
          ComputeResourceRequirements: { NumberOfCpuCoresRequired: 2, MinMemoryRequiredInMb: 1024 }
        }
      }
      """
    #expect(
      definition(text).contains(
        #"{"NumberOfCpuCoresRequired": 2.0,"MinMemoryRequiredInMb": 1024}"#))
  }
}
