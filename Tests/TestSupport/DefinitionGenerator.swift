/// The machine that makes up definitions: JSON of the right form, with names, texts, numbers and conditions
/// that nobody would write, and with steps that repeat themselves.
package struct DefinitionGenerator {
  /// Where chance comes from.
  private var random: SplitMix64
  /// The names of the steps so far.
  private var steps: [String] = []
  /// The names of the parameters.
  private var parameters: [String] = []

  /// Creates the machine that `seed` determines.
  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Names that mean something to somebody, or nothing to anybody.
  private static let names = [
    "Train", "step", "for", "if", "item", "it", "raw", "get", "a-b", "1st", "_", "", "a b", "ä",
    "execution", "pipeline", "param", "null", "true", "Parameters.X", "x'y", "x\\\"y", "bucket",
    "name", "i", "variant", "Train_", "🙂", "after", "defaults", "very.long.name",
  ]

  /// Texts as JSON.
  private static let texts = [
    "\"\"", #""a""#, #""Steps.A.B""#, #""Get""#, #""${x}""#, #""\\(x)""#, #""say \"hi\"""#,
    #""a\nb\tc""#, #""\u0000\u001f""#, #""🙂 \ud83d\ude00""#, #""\u202e""#,
    #""s3://bucket-name/a/b""#,
    #""s3://bucket-name/c""#, #""arn:aws:iam::111122223333:role/R""#, #""30d""#, #""P30D""#,
    #""{\"a\": [1]}""#, "\"#\\\"x\\\"#\"", "\"\\\"#\"", #""1e3""#, #""true""#,
    #""//pipec:allow x""#,
    #""111122223333.dkr.ecr.us-west-2.amazonaws.com/image-name:1""#, #""\\""#, "\"\\\"\\\"\\\"\"",
    #""\ue000\ue001""#, #""a\r\nb""#, #"" a ""#,
  ]

  /// Numbers as JSON.
  private static let numbers = [
    "0", "-0", "1", "6.0", "1e3", "1E+3", "12345678901234567890", "0.1", "-1.50", "1e-400", "3600",
    "86400", "1e400",
  ]

  /// Returns a definition as JSON.
  package mutating func definition() -> String {
    (steps, parameters) = ([], [])
    for _ in 0..<Int.random(in: 0...4, using: &random) { parameters.append(name()) }
    let list = parameters.map { parameter($0) }
    var members = [
      #""Steps": [\#((0..<number(1...5)).map { _ in group(depth: 0) }.joined(separator: ", "))]"#
    ]
    if chance(5) != 0 { members.append(#""Version": "2020-12-01""#) }
    if !list.isEmpty || chance(2) == 0 {
      members.append(#""Parameters": [\#(list.joined(separator: ", "))]"#)
    }
    if chance(3) == 0 { members.append(#""Metadata": \#(value(depth: 2))"#) }
    if chance(3) == 0 { members.append(#""PipelineExperimentConfig": \#(value(depth: 2))"#) }
    if chance(6) == 0 { members.append(#""Own Member": \#(value(depth: 2))"#) }
    members.shuffle(using: &random)
    return "{\(members.joined(separator: ", "))}"
  }

  /// Returns a number below `bound`.
  private mutating func chance(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// Returns a number in `range`.
  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// Returns one of `choices`.
  private mutating func one(of choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  /// Returns a name, as it stands between the quotes of JSON.
  private mutating func name() -> String {
    chance(3) == 0 ? one(of: Self.names) : "Name\(chance(30))"
  }

  /// Returns the parameter called `name`.
  private mutating func parameter(_ name: String) -> String {
    var members = [#""Name": "\#(name)""#]
    if chance(8) != 0 {
      let type = one(of: ["String", "Integer", "Float", "Boolean", "Text"])
      members.append(#""Type": "\#(type)""#)
    }
    if chance(2) == 0 { members.append(#""DefaultValue": \#(scalar())"#) }
    if chance(6) == 0 { members.append(#""EnumValues": [\#(scalar())]"#) }
    if chance(9) == 0 { members.append(#""Description": \#(scalar())"#) }
    return "{\(members.joined(separator: ", "))}"
  }

  /// Returns a step, or some that repeat themselves.
  private mutating func group(depth: Int) -> String {
    guard chance(4) == 0 else { return step(name(), depth: depth) }
    let (arguments, stem, count) = (value(depth: 3), name(), number(2...6))
    let type = one(of: ["Training", "Processing", "Lambda", "Quantum"])
    let texts = (0..<count).map { _ in scalar() }
    let first = chance(3)
    return (0..<count).map { index in
      steps.append("\(stem)-\(index + first)")
      let inner =
        #""Environment": {"A": \#(texts[index])}, "Size": \#(index), "Rest": \#(arguments)"#
      return
        #"{"Name": "\#(stem)-\#(index + first)", "Type": "\#(type)", "Arguments": {\#(inner)}}"#
    }.joined(separator: ", ")
  }

  /// Returns the step called `name`.
  private mutating func step(_ name: String, depth: Int) -> String {
    steps.append(name)
    let types = [
      "Training", "Processing", "Lambda", "Callback", "Model", "Tuning", "Fail", "Quantum", "",
      "Transform", "RegisterModel", "EMR", "QualityCheck",
    ]
    var members = [#""Name": "\#(name)""#]
    if depth < 3, chance(4) == 0 {
      members += chance(3) == 0 ? loop(depth: depth) : condition(depth: depth)
    } else {
      members.append(#""Type": "\#(one(of: types))""#)
      if chance(10) != 0 { members.append(#""Arguments": \#(arguments())"#) }
      if chance(6) == 0 {
        members.append(
          #""PropertyFiles": [{"PropertyFileName": "\#(self.name())", "OutputName": "out", "FilePath": "f.json"}]"#
        )
      }
      if chance(6) == 0 {
        members.append(#""OutputParameters": [{"OutputName": "x", "OutputType": "String"}]"#)
      }
    }
    if chance(4) == 0 { members.append(#""DependsOn": \#(order())"#) }
    if chance(5) == 0 { members.append(#""Description": \#(scalar())"#) }
    if chance(5) == 0 {
      members.append(#""CacheConfig": {"Enabled": true, "ExpireAfter": \#(scalar())}"#)
    }
    if chance(5) == 0 { members.append(#""RetryPolicies": [\#(retry())]"#) }
    if chance(9) == 0 { members.append(#""Extra": \#(value(depth: 2))"#) }
    members.shuffle(using: &random)
    return "{\(members.joined(separator: ", "))}"
  }

  /// Returns which steps a step waits for.
  private mutating func order() -> String {
    let entries = (0..<chance(3)).map { _ in
      let name = one(of: steps + ["Nowhere"])
      let trigger = one(of: ["Any", "Failed", "Completed", "Never"])
      return chance(3) == 0 ? #"{"Step": "\#(name)", "Trigger": "\#(trigger)"}"# : #""\#(name)""#
    }
    return "[\(entries.joined(separator: ", "))]"
  }

  /// Returns a retry policy.
  private mutating func retry() -> String {
    let cause = one(of: [
      #"["Step.THROTTLING"]"#, #""Step.THROTTLING""#, "[]", #"["Own.ERROR"]"#, "null",
    ])
    return #"{"ExceptionType": \#(cause), "IntervalSeconds": \#(scalar()), "BackoffRate": 2.0}"#
  }

  /// Returns the members of a condition.
  private mutating func condition(depth: Int) -> [String] {
    let branches = (0..<2).map { _ in
      (0..<chance(3)).map { _ in group(depth: depth + 1) }.joined(separator: ", ")
    }
    var arguments = [
      #""Conditions": [\#((0..<chance(3)).map { _ in question(depth: 0) }.joined(separator: ", "))]"#
    ]
    if chance(5) != 0 { arguments.append(#""IfSteps": [\#(branches[0])]"#) }
    if chance(5) != 0 { arguments.append(#""ElseSteps": [\#(branches[1])]"#) }
    return [#""Type": "Condition""#, #""Arguments": {\#(arguments.joined(separator: ", "))}"#]
  }

  /// Returns the members of a loop.
  private mutating func loop(depth: Int) -> [String] {
    let body = (0..<number(1...2)).map { _ in group(depth: depth + 1) }.joined(separator: ", ")
    return [
      #""Type": "ForEach""#,
      #""Arguments": {"IterableItems": \#(value(depth: 1)), "ForEachBody": [\#(body)]}"#,
    ]
  }

  /// Returns a question.
  private mutating func question(depth: Int) -> String {
    let inner = depth > 3 ? 4 : chance(9)
    switch inner {
    case 0: return #"{"Type": "Not", "Condition": \#(question(depth: depth + 1))}"#
    case 1:
      let parts = (0..<chance(4)).map { _ in question(depth: depth + 1) }.joined(separator: ", ")
      return #"{"Type": "Or", "Conditions": [\#(parts)]}"#
    case 2: return #"{"Type": "In", "QueryValue": \#(runtime()), "Values": [\#(scalar())]}"#
    case 3: return #"{"Type": "In", "Value": \#(runtime()), "In": [\#(scalar()), \#(runtime())]}"#
    default:
      let type = one(of: ["Equals", "GreaterThan", "LessThanOrEqualTo", "Like"])
      let (left, right) = (runtime(), chance(3) == 0 ? runtime() : scalar())
      return #"{"Type": "\#(type)", "LeftValue": \#(left), "RightValue": \#(right)}"#
    }
  }

  /// Returns the arguments of a step.
  private mutating func arguments() -> String {
    let keys = [
      "HyperParameters", "Environment", "StoppingCondition", "RoleArn", "lower", "with space",
      "raw",
      "DependsOn", "ErrorMessage", "TrainingJobDefinition", "OutputDataConfig", "InputDataConfig",
      "ProcessingInputs", "FunctionArn", "Tags", "MaxRuntimeInSeconds", "InitialVariantWeight",
    ]
    var members = Set((0..<chance(5)).map { _ in one(of: keys) }).sorted().map {
      #""\#($0)": \#(value(depth: 2))"#
    }
    members.shuffle(using: &random)
    return chance(12) == 0 ? scalar() : "{\(members.joined(separator: ", "))}"
  }

  /// Returns a value that is only known at run time, or looks like one.
  private mutating func runtime() -> String {
    let step = one(of: steps + ["Nowhere"])
    switch chance(10) {
    case 0, 1: return #"{"Get": "Parameters.\#(one(of: parameters + ["Unknown"]))"}"#
    case 2: return #"{"Get": "Steps.\#(step).OutputParameters['x']"}"#
    case 3: return #"{"Get": "Steps.\#(step).ModelArtifacts.S3ModelArtifacts"}"#
    case 4: return #"{"Get": "Execution.PipelineExecutionId"}"#
    case 5: return #"{"Get": "ForEach.CurrentItem"}"#
    case 6:
      return
        #"{"Std:JsonGet": {"PropertyFile": {"Get": "Steps.\#(step).PropertyFiles.F"}, "Path": "a[0].b"}}"#
    case 7: return #"{"Get": \#(scalar())}"#
    default:
      let values = (0..<chance(4)).map { _ in chance(3) == 0 ? runtime() : scalar() }
      return
        #"{"Std:Join": {"On": \#(one(of: Self.texts)), "Values": [\#(values.joined(separator: ", "))]}}"#
    }
  }

  /// Returns a value that holds no other ones.
  private mutating func scalar() -> String {
    switch chance(8) {
    case 0: "null"
    case 1: one(of: ["true", "false"])
    case 2, 3: one(of: Self.numbers)
    default: one(of: Self.texts)
    }
  }

  /// Returns any value, in which others lie `depth` deep.
  private mutating func value(depth: Int) -> String {
    guard depth > 0 else { return scalar() }
    switch chance(6) {
    case 0:
      return "[\((0..<chance(4)).map { _ in value(depth: depth - 1) }.joined(separator: ", "))]"
    case 1, 2:
      let keys = ["a", "b-c", "Get", "for", "", "Std:Join", "S3Uri", "DurationSeconds", "🙂"]
      let members = Set((0..<chance(4)).map { _ in one(of: keys) }).sorted().map {
        #""\#($0)": \#(value(depth: depth - 1))"#
      }
      return "{\(members.joined(separator: ", "))}"
    case 3:
      let nesting = chance(20) == 0 ? 60 : 3
      return String(repeating: "[", count: nesting) + "1" + String(repeating: "]", count: nesting)
    case 4: return runtime()
    default: return scalar()
    }
  }
}
