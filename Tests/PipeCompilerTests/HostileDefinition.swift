import Testing

/// A definition that no one would write, or that was written against the compiler.
struct HostileDefinition: Sendable, CustomTestStringConvertible {
  /// What is hostile about it.
  let testDescription: String
  /// The errors that are reported, each kind of them once; at most a thousand are kept.
  let errors: Set<String>
  /// Returns the text.
  let text: @Sendable () -> String

  /// Creates the definition `text`, about which `errors` are reported.
  init(_ name: String, _ errors: Set<String>, _ text: @escaping @Sendable () -> String) {
    testDescription = name
    self.errors = errors
    self.text = text
  }

  /// Returns the definition of `steps`, after `parameters`.
  static func whole(_ steps: [String], parameters: [String] = []) -> String {
    "{\"Parameters\":[\(parameters.joined(separator: ","))],"
      + "\"Steps\":[\(steps.joined(separator: ","))]}"
  }

  /// Returns a Lambda step with `arguments` and `fields`.
  static func lambda(_ name: String, _ arguments: String = "", _ fields: String = "") -> String {
    "{\"Name\":\"\(name)\",\"Type\":\"Lambda\",\"FunctionArn\":"
      + "\"arn:aws:lambda:eu-west-1:111122223333:function:f\",\"Arguments\":{\(arguments)}\(fields)}"
  }

  /// Returns what `entry` makes of the numbers below `count`, between commas.
  static func list(_ count: Int, _ entry: (Int) -> String) -> String {
    (0..<count).map(entry).joined(separator: ",")
  }

  /// Returns `inner` inside `count` layers of `start` and `end`.
  static func nested(_ count: Int, _ start: String, _ inner: String, _ end: String) -> String {
    String(repeating: start, count: count) + inner + String(repeating: end, count: count)
  }

  /// Texts that are deep.
  static let deep: [HostileDefinition] = [
    HostileDefinition("lists in lists", ["nesting-too-deep"]) { nested(100_000, "[", "1", "]") },
    HostileDefinition("lists without end", ["nesting-too-deep"]) { nested(100_000, "[", "", "") },
    HostileDefinition("objects in objects", ["nesting-too-deep"]) {
      nested(100_000, "{\"a\":", "1", "}")
    },
    HostileDefinition("objects and lists", ["nesting-too-deep"]) {
      nested(100_000, "[{\"a\":", "", "")
    },
    HostileDefinition("variables in variables", ["malformed-expression"]) {
      whole([lambda("A", "\"a\":" + nested(990, "{\"Get\":", "\"Parameters.P\"", "}"))])
    },
    HostileDefinition("joins in joins", []) {
      let join = nested(100, "{\"Std:Join\":{\"On\":\"\",\"Values\":[", "\"x\"", "]}}")
      return whole([lambda("A", "\"a\":" + join)])
    },
    HostileDefinition("files in files", ["malformed-expression"]) {
      let file = nested(490, "{\"Std:JsonGet\":{\"Path\":\"a\",\"PropertyFile\":", "1", "}}")
      return whole([lambda("A", "\"a\":" + file)])
    },
    HostileDefinition("opposites of opposites", []) {
      let inner =
        "{\"Type\":\"Equals\",\"LeftValue\":{\"Get\":\"Execution.PipelineName\"},"
        + "\"RightValue\":\"x\"}"
      let condition = nested(480, "{\"Type\":\"Not\",\"Condition\":", inner, "}")
      return whole([
        "{\"Name\":\"C\",\"Type\":\"Condition\",\"Arguments\":{\"Conditions\":[\(condition)]}}"
      ])
    },
    HostileDefinition("loops in loops", ["invalid-foreach"]) {
      let start =
        "{\"Name\":\"F\",\"Type\":\"ForEach\",\"Arguments\":{\"IterableItems\":[\"a\"],"
        + "\"MaxConcurrency\":1,\"ForEachBody\":["
      let steps = (0..<240).reduce(lambda("A")) { inner, number in
        start.replacing("\"F\"", with: "\"F\(number)\"") + inner + "]}}"
      }
      return whole([steps])
    },
    HostileDefinition("conditions in conditions", []) {
      let start =
        "{\"Name\":\"C\",\"Type\":\"Condition\",\"Arguments\":{\"Conditions\":[{\"Type\":"
        + "\"Equals\",\"LeftValue\":{\"Get\":\"Execution.PipelineName\"},\"RightValue\":\"x\"}],"
        + "\"IfSteps\":["
      let steps = (0..<100).reduce(lambda("A")) { inner, number in
        start.replacing("\"C\"", with: "\"C\(number)\"") + inner + "]}}"
      }
      return whole([steps])
    },
  ]

  /// Texts that are long.
  static let long: [HostileDefinition] = [
    HostileDefinition("a list of a million", ["definition-too-large"]) {
      whole([lambda("A", "\"a\":[" + String(repeating: "1,", count: 999_999) + "1]")])
    },
    HostileDefinition("different texts", ["definition-too-large"]) {
      whole([lambda("A", "\"a\":[" + list(150_000) { "\"s\($0)\"" } + "]")])
    },
    HostileDefinition("one name for all members", ["duplicate-key"]) {
      whole([lambda("A", list(100_000) { _ in "\"k\":1" })])
    },
    HostileDefinition("a text of a megabyte", ["definition-too-large"]) {
      whole([lambda("A", "\"a\":\"" + String(repeating: "x", count: 1_100_000) + "\"")])
    },
    HostileDefinition("a text of escapes", ["definition-too-large"]) {
      whole([lambda("A", "\"a\":\"" + String(repeating: "\\u00e9", count: 200_000) + "\"")])
    },
    HostileDefinition("a text that does not end", ["invalid-json"]) {
      "{\"a\":\"" + String(repeating: "x", count: 1_000_000)
    },
    HostileDefinition("a number of a megabyte", ["definition-too-large"]) {
      whole([lambda("A", "\"a\":" + String(repeating: "9", count: 1_100_000))])
    },
    HostileDefinition("a name of a megabyte", ["definition-too-large"]) {
      whole([lambda("A", "\"" + String(repeating: "x", count: 1_100_000) + "\":1")])
    },
    HostileDefinition("a step with a name of a megabyte", ["invalid-name"]) {
      whole([lambda(String(repeating: "x", count: 500_000))])
    },
    HostileDefinition("a type of a megabyte", []) {
      whole(["{\"Name\":\"A\",\"Type\":\"\(String(repeating: "x", count: 500_000))\"}"])
    },
    HostileDefinition("a reference of many parts", ["unknown-step"]) {
      whole([lambda("A", "\"a\":{\"Get\":\"Steps.B\(String(repeating: ".a", count: 100_000))\"}")])
    },
    HostileDefinition("a reference of open brackets", ["unreadable-reference"]) {
      whole([lambda("A", "\"a\":{\"Get\":\"Steps.A\(String(repeating: "['", count: 100_000))\"}")])
    },
    HostileDefinition("commas", ["invalid-json"]) {
      "[" + String(repeating: ",", count: 1_000_000)
    },
    HostileDefinition("blanks", ["invalid-json"]) { String(repeating: " ", count: 1_000_000) },
    HostileDefinition("zero bytes", ["invalid-json"]) { String(repeating: "\0", count: 100_000) },
  ]

  /// Texts that are wide.
  static let wide: [HostileDefinition] = [
    HostileDefinition("parameters", []) {
      whole(
        [lambda("A", list(5_000) { "\"a\($0)\":{\"Get\":\"Parameters.p\($0)\"}" })],
        parameters: (0..<5_000).map { "{\"Name\":\"p\($0)\",\"Type\":\"String\"}" })
    },
    HostileDefinition("parameters of one name", ["duplicate-parameter"]) {
      whole(
        [lambda("A")],
        parameters: [String](repeating: "{\"Name\":\"p\",\"Type\":\"String\"}", count: 10_000))
    },
    HostileDefinition("steps", []) { whole((0..<5_000).map { lambda("s\($0)") }) },
    HostileDefinition("steps of one name", ["duplicate-step"]) {
      whole([String](repeating: lambda("s"), count: 5_000))
    },
    HostileDefinition("steps that wait for the next one", []) {
      whole(
        (0..<5_000).map { lambda("s\($0)", "", ",\"DependsOn\":[\"s\($0 + 1)\"]") } + [
          lambda("s5000")
        ])
    },
    HostileDefinition("steps that wait in a circle", ["dependency-cycle"]) {
      whole((0..<5_000).map { lambda("s\($0)", "", ",\"DependsOn\":[\"s\(($0 + 1) % 5_000)\"]") })
    },
    HostileDefinition("steps that wait for themselves", ["dependency-cycle"]) {
      whole((0..<5_000).map { lambda("s\($0)", "", ",\"DependsOn\":[\"s\($0)\"]") })
    },
    HostileDefinition("a step that waits for one again and again", []) {
      let orders = [String](repeating: "\"A\"", count: 50_000).joined(separator: ",")
      return whole([lambda("A"), lambda("B", "", ",\"DependsOn\":[\(orders)]")])
    },
    HostileDefinition("orders after unknown steps", ["unknown-step"]) {
      whole([lambda("A", "", ",\"DependsOn\":[\(list(50_000) { "\"x\($0)\"" })]")])
    },
    HostileDefinition("steps that all wait for all of others", []) {
      let orders = list(200) { "\"t\($0)\"" }
      return whole(
        (0..<200).map { lambda("s\($0)", "", ",\"DependsOn\":[\(orders)]") }
          + (0..<200).map { lambda("t\($0)") })
    },
    HostileDefinition("unknown members", ["misspelled-argument"]) {
      "{\(list(10_000) { "\"Step\($0)\":1" }),\"Steps\":[]}"
    },
    HostileDefinition("no steps", ["malformed-definition"]) {
      whole([String](repeating: "1", count: 100_000))
    },
    HostileDefinition("conditions", ["definition-too-large"]) {
      let condition =
        "{\"Type\":\"Equals\",\"LeftValue\":{\"Get\":\"Execution.PipelineName\"},"
        + "\"RightValue\":\"x\"}"
      let all = [String](repeating: condition, count: 15_000).joined(separator: ",")
      return whole([
        "{\"Name\":\"C\",\"Type\":\"Condition\",\"Arguments\":{\"Conditions\":[\(all)]}}"
      ])
    },
  ]

  /// Texts in which many things are looked for among many.
  static let dense: [HostileDefinition] = [
    HostileDefinition("allowed values", []) {
      whole(
        [lambda("A", "\"a\":{\"Get\":\"Parameters.P\"}")],
        parameters: [
          "{\"Name\":\"P\",\"Type\":\"String\",\"EnumValues\":[\(list(50_000) { "\"v\($0)\"" })]}"
        ])
    },
    HostileDefinition("outputs that are read", ["invalid-output-parameter"]) {
      let outputs = list(5_000) { "{\"OutputName\":\"x\($0)\",\"OutputType\":\"String\"}" }
      let reads = list(5_000) { "\"a\($0)\":{\"Get\":\"Steps.A.OutputParameters['x\($0)']\"}" }
      return whole([lambda("A", "", ",\"OutputParameters\":[\(outputs)]"), lambda("B", reads)])
    },
    HostileDefinition("property files", ["invalid-property-file"]) {
      let files = list(40_000) {
        "{\"PropertyFileName\":\"f\($0)\",\"OutputName\":\"o\",\"FilePath\":\"x\"}"
      }
      return whole([
        "{\"Name\":\"P\",\"Type\":\"Processing\",\"Arguments\":{},\"PropertyFiles\":[\(files)]}"
      ])
    },
    HostileDefinition("loops that read from each other", ["loop-reference"]) {
      whole(
        (0..<10_000).map { number in
          let read = "\"a\":{\"Get\":\"Steps.A\((number + 1) % 10_000).OutputParameters['x']\"}"
          let inner = lambda(
            "A\(number)", read,
            ",\"OutputParameters\":[{\"OutputName\":\"x\",\"OutputType\":\"String\"}]")
          return
            "{\"Name\":\"F\(number)\",\"Type\":\"ForEach\",\"Arguments\":{\"IterableItems\":[\"a\"],"
            + "\"MaxConcurrency\":1,\"ForEachBody\":[\(inner)]}}"
        })
    },
  ]
}
