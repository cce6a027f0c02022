import PipeCompiler
import TestSupport
import Testing

/// Definitions, parameters, steps, orders and loops in the forms that they have, and have not.
@Suite struct DefinitionFormTests {
  /// What a step may depend on.
  static let dependencies: [DefinitionPiece] =
    [
      "null", "[]", #"["A"]"#, #"["A", "A"]"#, #"[{"Step": "A"}]"#,
      #"[{"Step": "A", "Trigger": null}]"#,
    ].map { DefinitionPiece($0) }
    + ["Completed", "Failed", "Stopped", "Any"].map {
      DefinitionPiece(#"[{"Trigger": "\#($0)", "Step": "A"}]"#)
    }
    + ["\"A\"", "1", "true", "{}", #"{"Step": "A"}"#, #"{"Get": "Steps.A"}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "is a list of names of steps")
    }
    + ["1", "null", "true", #"["A"]"#, #"{"Get": "Steps.A"}"#].map {
      DefinitionPiece("[«\($0)»]", .malformedDefinition, "an entry of `DependsOn` is the name")
    }
    + [
      "{}", #"{"Step": 1}"#, #"{"Step": null, "Trigger": "Failed"}"#, #"{"Trigger": "Failed"}"#,
      #"{"Step": {"Get": "Parameters.P"}}"#,
    ].map { DefinitionPiece("[«\($0)»]", .malformedDefinition, "names a step") }
    + [
      DefinitionPiece(#"[«"X"»]"#, .unknownStep, "`X`"),
      DefinitionPiece(#"["A", «{"Step": "A", "Trigger": "Failed"}»]"#, .triggerConflict, ""),
      DefinitionPiece(#"[{"Step": "A", "Trigger": «"failed"»}]"#, .unknownValue, "`Failed`"),
      DefinitionPiece(#"[{"Step": "A", "Trigger": «"Whenever"»}]"#, .unknownValue, "`Any`"),
      DefinitionPiece(#"[{"Step": "A", "Trigger": «1»}]"#, .unknownValue, "an integer"),
      DefinitionPiece(#"[{"Step": "A", "«X»": 1}]"#, .unknownArgument, "no member `X`"),
      DefinitionPiece(
        #"[{"«step»": "A"}]"#, .misspelledArgument, "did you mean `Step`?"),
    ]

  @Test(arguments: dependencies)
  func `an order is read, or reported once`(piece: DefinitionPiece) {
    piece.check(in: .dependencies)
  }

  /// A step that reads the item of the loop around it, and gives a number.
  private static let inner =
    #"{"Name": "B", "Type": "Lambda", "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:"#
    + #"function:f", "Arguments": {"i": {"Get": "ForEach.CurrentItem"}}, "OutputParameters": "#
    + #"[{"OutputName": "o", "OutputType": "Float"}]}"#
  /// What a loop is without a selector, but for its end.
  private static let loop =
    #""IterableItems": ["a"], "MaxConcurrency": 2, "ForEachBody": [\#(inner)]"#
  /// A selector that is well.
  private static let selector =
    #"{"Pick": "MaxBy", "Field": {"Get": "IterationOutput.B.OutputParameters['o']"}}"#

  /// The arguments of a loop.
  static let loops: [DefinitionPiece] = [
    DefinitionPiece(#"{\#(loop), "Selector": \#(selector)}"#),
    DefinitionPiece(#"{"Selector": \#(selector), \#(loop)}"#),
    DefinitionPiece(#"{\#(loop), "Selector": \#(selector.replacing("Max", with: "Min"))}"#),
    DefinitionPiece(
      #"{\#(loop.replacing("[\"a\"]", with: "{\"Get\": \"Parameters.P\"}")), "Selector": \#(selector)}"#
    ),
    DefinitionPiece(#"{\#(loop), "Selector": \#(selector), "«X»": 1}"#, .unknownArgument, "`X`"),
    DefinitionPiece(
      #"{\#(loop.replacing("IterableItems", with: "«IterableItem»")), "Selector": \#(selector)}"#,
      .misspelledArgument, "did you mean `IterableItems`?"),
    DefinitionPiece(
      #"{\#(loop.replacing("[\"a\"]", with: "«null»")), "Selector": \#(selector)}"#,
      .invalidForEach, "not a list of items"),
    DefinitionPiece(
      #"{\#(loop.replacing(": 2", with: ": «\"2\"»")), "Selector": \#(selector)}"#,
      .invalidForEach, "from 1 to 50"),
    DefinitionPiece(
      "«1»", .malformedDefinition, "`Arguments` is an object"),
    DefinitionPiece(
      #"{"IterableItems": ["a"], "MaxConcurrency": 2, "ForEachBody": «{}»}"#, .malformedDefinition,
      "is a list of steps"),
    DefinitionPiece(
      #"{"IterableItems": ["a"], "MaxConcurrency": 2, "ForEachBody": [«1»]}"#,
      .malformedDefinition, "a step is an object"),
  ]

  /// Selectors that are none.
  static let selectors: [DefinitionPiece] =
    [
      "1", "{}", "[]", "\"MaxBy\"", #"{"Pick": "MaxBy"}"#,
      #"{"Pick": "Max", "Field": {"Get": "IterationOutput.B.OutputParameters['o']"}}"#,
      #"{"Field": {"Get": "IterationOutput.B.OutputParameters['o']"}}"#,
    ].map {
      DefinitionPiece(
        #"{\#(loop), "Selector": «\#($0)»}"#, .malformedDefinition, "a selector has `Pick`")
    }
    + [
      DefinitionPiece(
        #"{\#(loop), "Selector": {"Pick": "MinBy", "Field": «{"Get": "Steps.B.OutputParameters['o']"}»}}"#,
        .invalidForEach, "does not compare"),
      DefinitionPiece(
        #"{\#(loop), "Selector": \#(selector.dropLast()), "«X»": 1}}"#, .unknownArgument, "`X`"),
    ]

  @Test(arguments: loops + selectors)
  func `a loop is read, or reported once`(piece: DefinitionPiece) { piece.check(in: .loop) }

  /// Steps.
  static let steps: [DefinitionPiece] =
    ["1", "null", "[]", "\"A\"", #"{"Get": "Steps.A"}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "a step is an object")
    }
    + ["{}", #"{"Type": "Fail"}"#, #"{"Name": null, "Type": "Fail"}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "no `Name`")
    }
    + [#"{"Name": "S"}"#, #"{"Name": "S", "Type": null, "Arguments": {}}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "no `Type`")
    }
    + [
      DefinitionPiece(#"{"Name": «1», "Type": "Fail"}"#, .malformedDefinition, "is a string"),
      DefinitionPiece(#"{"Name": "S", "Type": «1»}"#, .malformedDefinition, "is a string"),
      DefinitionPiece(
        #"{"Name": "S", "Type": «"Trainin"»}"#, .unknownStepType, "did you mean `Training`?"),
      DefinitionPiece(
        #"{"Name": "S", "Type": «"training"»}"#, .unknownStepType, "did you mean `Training`?"),
      DefinitionPiece(
        #"{"Name": "S", "Type": «"CreateModel"»}"#, .unknownStepType, "did you mean `Model`?"),
      DefinitionPiece(
        #"{"Name": "S", "Type": «"Register"»}"#, .unknownStepType, "did you mean `RegisterModel`?"),
      DefinitionPiece(
        #"{"Name": "S", "Type": «"Xyzzy"», "Arguments": {"a": [1]}, "Foo": {"b": null}}"#,
        .unfamiliarStepType, "the types are"),
      DefinitionPiece(
        #"{"Name": "S", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}, "«Foo»": 1}"#,
        .unknownArgument, "`Foo`"),
      DefinitionPiece(
        #"{"Name": "S", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}, "«DisplayNam»": "x"}"#,
        .misspelledArgument, "did you mean `DisplayName`?"),
      DefinitionPiece(
        #"{"Name": "S", "«Name»": "T", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}"#,
        .duplicateKey, "`Name`"),
    ]

  /// Steps whose arguments are missing or of another form.
  static let bareSteps: [DefinitionPiece] =
    ["Condition", "ForEach", "Fail"].flatMap { type in
      ["", #", "Arguments": null"#].map {
        DefinitionPiece(
          #"{"Name": «"S"», "Type": "\#(type)"\#($0)}"#, .missingArgument, "needs `Arguments`")
      }
    }
    + ["Condition", "ForEach"].map {
      DefinitionPiece(
        #"{"Name": "S", "Type": "\#($0)", "Arguments": «[]»}"#, .malformedDefinition,
        "`Arguments` is an object")
    }
    + [
      DefinitionPiece(
        #"{"Name": "S", "Type": "Fail", "Arguments": «1»}"#, .wrongArgumentType, "`Arguments`"),
      DefinitionPiece(#"{"Name": «"S"», "Type": "Training"}"#, .missingArgument, "`Arguments`"),
      DefinitionPiece(
        #"{"Name": "S", "Type": "Training", "Arguments": «"a"»}"#, .wrongArgumentType,
        "`Arguments`"),
    ]

  @Test(arguments: steps + bareSteps)
  func `a step is read, or reported once`(piece: DefinitionPiece) { piece.check(in: .step) }

  /// Parameters.
  static let parameters: [DefinitionPiece] =
    ["1", "null", "[]", "\"A\"", #"{"Get": "Parameters.A"}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "a parameter is an object")
    }
    + [
      DefinitionPiece("«{}»", .malformedDefinition, "no `Name`"),
      DefinitionPiece(#"{"Name": «1»}"#, .malformedDefinition, "is a string"),
      DefinitionPiece(#"{"Name": «"Q"»}"#, .unusedParameter, "`Q`"),
      DefinitionPiece(#"{"Name": «"P"»}"#, .duplicateParameter, "`P`"),
    ]

  @Test(arguments: parameters)
  func `a parameter is read, or reported once`(piece: DefinitionPiece) {
    piece.check(in: .parameter)
  }

  /// A step that is well.
  private static let fail =
    #"{"Name": "F", "Type": "Fail", "Arguments": {"ErrorMessage": "x"}}"#

  /// Whole definitions.
  static let definitions: [DefinitionPiece] =
    ["1", "null", "true", "[]", "\"Steps\"", #"{"Get": "Steps.A"}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "a definition is an object")
    }
    + ["{}", #"{"Version": "2020-12-01"}"#].map {
      DefinitionPiece("«\($0)»", .malformedDefinition, "no `Steps`")
    }
    + ["1", "{}", "\"A\"", #"{"Get": "Steps.A"}"#].flatMap {
      [
        DefinitionPiece(#"{"Steps": «\#($0)»}"#, .malformedDefinition, "is a list of objects"),
        DefinitionPiece(
          #"{"Parameters": «\#($0)», "Steps": [\#(fail)]}"#, .malformedDefinition,
          "is a list of objects"),
      ]
    }
    + ["\"2020-12-02\"", "1", "\"\""].map {
      DefinitionPiece(
        #"{"Version": «\#($0)», "Steps": [\#(fail)]}"#, .malformedDefinition, "`2020-12-01`")
    }
    + [
      DefinitionPiece(#"{"Steps": [\#(fail)]}"#),
      DefinitionPiece(
        #"{"Parameters": null, "Metadata": null, "PipelineExperimentConfig": null, "#
          + #""MlflowConfig": null, "Steps": [\#(fail)]}"#),
      DefinitionPiece(
        #"{"«version»": "2020-12-01", "Steps": [\#(fail)]}"#, .misspelledArgument, "`Version`"),
      DefinitionPiece(
        #"{"Steps": [\#(fail)], "«Xyzzy»": 1}"#, .unknownArgument, "a definition has no member"),
      DefinitionPiece(
        #"{"«Step»": [\#(fail)]}"#, .misspelledArgument, "did you mean `Steps`?"),
      DefinitionPiece(#"{"Steps": [\#(fail)], "«Steps»": []}"#, .duplicateKey, "`Steps`"),
    ]

  @Test(arguments: definitions)
  func `a definition is read, or reported once`(piece: DefinitionPiece) {
    piece.check(in: .whole)
  }
}
