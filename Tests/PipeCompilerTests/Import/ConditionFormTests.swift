import PipeCompiler
import TestSupport
import Testing

/// Conditions as definitions spell them.
@Suite struct ConditionFormTests {
  /// A value that differs from run to run.
  private static let value = #"{"Get": "Parameters.P"}"#
  /// A number that differs from run to run.
  private static let number = #"{"Get": "Parameters.N"}"#
  /// A comparison that is well.
  private static let plain = #"{"Type": "Equals", "LeftValue": \#(value), "RightValue": "x"}"#

  /// Conditions that are well.
  static let sound: [DefinitionPiece] =
    ["Equals", "GreaterThan", "GreaterThanOrEqualTo", "LessThan", "LessThanOrEqualTo", "NotEquals"]
    .map {
      DefinitionPiece(#"{"Type": "\#($0)", "LeftValue": \#(number), "RightValue": 1}"#)
    }
    + [
      DefinitionPiece(#"{"RightValue": 1, "LeftValue": \#(number), "Type": "LessThan"}"#),
      DefinitionPiece(#"{"Type": "In", "QueryValue": \#(value), "Values": ["a", "b"]}"#),
      DefinitionPiece(#"{"Type": "NotIn", "QueryValue": \#(value), "Values": ["a", "b"]}"#),
      DefinitionPiece(#"{"Type": "In", "Value": \#(value), "In": ["a", "b"]}"#),
      DefinitionPiece(#"{"Type": "NotIn", "Value": \#(value), "In": ["a", "b"]}"#),
      DefinitionPiece(#"{"Type": "Not", "Condition": \#(plain)}"#),
      DefinitionPiece(#"{"Type": "Not", "Condition": {"Type": "Not", "Condition": \#(plain)}}"#),
      DefinitionPiece(#"{"Type": "Or", "Conditions": [\#(plain)]}"#),
      DefinitionPiece(
        #"{"Type": "Or", "Conditions": [{"Type": "Or", "Conditions": [\#(plain)]}, \#(plain)]}"#),
      DefinitionPiece("\(plain), \(plain)"),
      DefinitionPiece(
        #"{"Type": "Equals", "LeftValue": {"Std:Join": {"On": "", "Values": [\#(value)]}}, "#
          + #""RightValue": "x"}"#),
    ]

  @Test(arguments: sound)
  func `a condition is read`(piece: DefinitionPiece) { piece.check(in: .condition) }

  /// What is no condition.
  static let malformed: [DefinitionPiece] =
    ["1", "null", "true", "\"a\"", "[]", "{}", #"{"Type": 1}"#, #"{"Type": null}"#, value].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "an object with a `Type`")
    }
    + ["Equal", "equals", "LessThen", "GreaterThanOrEqualsTo", "IN", "not", "or"].map {
      DefinitionPiece(#"{"Type": «"\#($0)"»}"#, .unknownValue, "did you mean")
    }
    + [
      DefinitionPiece(#"{"Type": «"xyzzy"»}"#, .unknownValue, "use `Equals`"),
      DefinitionPiece(#"{"Type": «""»}"#, .unknownValue, "is not a type of condition"),
      DefinitionPiece(
        #"{"Type": «"And"», "Conditions": []}"#, .unknownValue, "write them one by one"),
      DefinitionPiece(
        #"«{"Type": "Equals"}»"#, .malformedDefinition, "no `LeftValue` and no `RightValue`"),
      DefinitionPiece(
        #"«{"Type": "Equals", "LeftValue": \#(value)}»"#, .malformedDefinition, "no `RightValue`"),
      DefinitionPiece(
        #"«{"Type": "Equals", "RightValue": \#(value)}»"#, .malformedDefinition, "no `LeftValue`"),
      DefinitionPiece(
        #"{"Type": "Equals", "LeftValue": \#(value), "RightValue": "x", "«X»": 1}"#,
        .unknownArgument, "no member `X`"),
      DefinitionPiece(
        #"{"Type": "Equals", "LeftValue": \#(value), "«RightVal»": "x"}"#, .misspelledArgument,
        "did you mean `RightValue`?"),
      DefinitionPiece(
        #"{"Type": "Equals", "LeftValue": \#(value), "RightValue": «["x"]»}"#,
        .malformedDefinition, "conditions compare"),
      DefinitionPiece(
        #"{"Type": "Equals", "LeftValue": \#(value), "RightValue": «{"x": 1}»}"#,
        .malformedDefinition, "conditions compare"),
    ]

  /// What is no membership, opposite or choice.
  static let malformedOthers: [DefinitionPiece] = [
    DefinitionPiece(
      #"«{"Type": "In", "QueryValue": \#(value)}»"#, .malformedDefinition, "no `Values`"),
    DefinitionPiece(#"«{"Type": "In", "Values": ["a"]}»"#, .malformedDefinition, "no `QueryValue`"),
    DefinitionPiece(
      #"{"Type": "In", "QueryValue": \#(value), "Values": «"a"»}"#, .malformedDefinition,
      "are a list, and this is a string"),
    DefinitionPiece(
      #"{"Type": "In", "Value": \#(value), "In": «{}»}"#, .malformedDefinition,
      "are a list, and this is an object"),
    DefinitionPiece(
      #"{"Type": "NotIn", "QueryValue": \#(value), "Values": «\#(value)»}"#, .malformedDefinition,
      "are a list, and this is a run-time value"),
    DefinitionPiece(
      #"{"Type": "In", "«Value»": \#(value), "Values": ["a"]}"#, .misspelledArgument,
      "did you mean `QueryValue`?"),
    DefinitionPiece(#"«{"Type": "Not"}»"#, .malformedDefinition, "no `Condition`"),
    DefinitionPiece(
      #"{"Type": "Not", "Condition": «1»}"#, .malformedDefinition, "an object with a `Type`"),
    DefinitionPiece(
      #"{"Type": "Not", "Condition": «[\#(plain)]»}"#, .malformedDefinition,
      "an object with a `Type`"),
    DefinitionPiece(
      #"{"Type": "Not", "«Expression»": \#(plain)}"#, .misspelledArgument,
      "did you mean `Condition`?"),
    DefinitionPiece(
      #"{"Type": "Not", "Condition": \#(plain), "«X»": 1}"#, .unknownArgument, "no member `X`"),
    DefinitionPiece(#"«{"Type": "Or"}»"#, .malformedDefinition, "no `Conditions`"),
    DefinitionPiece(
      #"{"Type": "Or", "Conditions": «\#(plain)»}"#, .malformedDefinition,
      "are a list, and this is an object"),
    DefinitionPiece(
      #"{"Type": "Or", "Conditions": [\#(plain), «1»]}"#, .malformedDefinition,
      "an object with a `Type`"),
    DefinitionPiece(
      #"{"Type": "Or", "Conditions": [\#(plain)], "«X»": 1}"#, .unknownArgument, "no member `X`"),
  ]

  @Test(arguments: malformed + malformedOthers)
  func `a malformed condition is reported once`(piece: DefinitionPiece) {
    piece.check(in: .condition)
  }

  @Test func `conditions nest as deep as the text may`() {
    let count = 480
    for (start, end) in [
      (#"{"Type": "Not", "Condition": "#, "}"), (#"{"Type": "Or", "Conditions": ["#, "]}"),
    ] {
      let depth = start.contains("[") ? count / 2 : count
      let nested =
        String(repeating: start, count: depth) + Self.plain + String(repeating: end, count: depth)
      let file = SourceFile(name: "a.json", text: DefinitionFrame.condition.definition(nested))
      #expect(compile(file).diagnostics.isEmpty)
    }
  }
}
