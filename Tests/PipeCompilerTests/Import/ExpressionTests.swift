@testable import PipeCompiler
import TestSupport
import Testing

/// Run-time values as definitions spell them.
@Suite struct ExpressionTests {
  /// References of every form, each with the root and the path that it has.
  static let references: [(String, ReferenceForm, [String])] = [
    ("Parameters.P", .parameter, []), ("Parameters.a-b_C", .parameter, []),
    ("Parameters.é b", .parameter, []), ("Execution.PipelineName", .execution, []),
    ("PipelineExperimentConfig.ExperimentName", .experiment, []), ("Steps.A", .step, []),
    ("Steps.A.B", .step, ["B"]), ("Steps.A.B.C", .step, ["B", "C"]),
    ("Steps.A.B[0]", .step, ["B", "0"]), ("Steps.A[12].C", .step, ["12", "C"]),
    ("Steps.A.B['k']", .step, ["B", "k"]), ("Steps.A['k'][0]['']", .step, ["k", "0", ""]),
    ("Steps.A.B['a.b[c] d']", .step, ["B", "a.b[c] d"]), ("Steps.A.B['é😀']", .step, ["B", "é😀"]),
    ("ForEach.CurrentItem", .currentItem, []), ("ForEach.CurrentItem.a", .currentItem, ["a"]),
    ("ForEach.CurrentItem[0]['b'].c", .currentItem, ["0", "b", "c"]),
    ("IterationOutput.B", .iterationOutput, []),
    ("IterationOutput.B.C['o']", .iterationOutput, ["C", "o"]),
  ]

  /// The roots that references have.
  enum ReferenceForm { case parameter, execution, experiment, step, currentItem, iterationOutput }

  @Test(arguments: references)
  func `a reference is read with its root and its path`(
    text: String, form: ReferenceForm, path: [String]
  ) throws {
    let (graph, bytes) = try Self.graph(of: #"{"Get": "\#(text)"}"#)
    let reference = try #require(graph.references.elements.last)
    #expect(Self.form(of: reference.root) == form)
    #expect(graph.path(of: reference).map { graph.text($0.symbol) } == path)
    var spelled = ""
    graph.forEachPiece(of: reference) { spelled += graph.text($0) }
    #expect(spelled == text)
    for (position, part) in zip(reference.path.range, path) {
      let span = try #require(graph.segmentOrigins[position].span)
      #expect(String(decoding: bytes[span.range], as: UTF8.self) == part)
    }
  }

  @Test(arguments: [
    "", ".", "Steps", "Steps.", "Steps..", "Steps..A", "Steps.A.", "Steps.A..B", "Steps.A[",
    "Steps.A[]",
    "Steps.A[x]", "Steps.A[-1]", "Steps.A[0", "Steps.A[0]B", "Steps.A['k", "Steps.A['k'",
    "Steps.A['k]",
    "Steps.A[\\\"k\\\"]", "Steps.A['k']B", "Steps.A['it's']", "Steps.[0]", "Parameters.",
    "Parameters.P.B",
    "Parameters.P[0]", "Execution.A.B", "PipelineExperimentConfig.A.B", "ForEach.Item", "ForEach",
    "ForEach.", "IterationOutput", "Foo.x", "parameters.P", "STEPS.A", " Parameters.P",
    "Parameters",
    "s3://bucket/key", "{}", "$.a",
  ])
  func `a text that is no reference is kept, and reported`(text: String) throws {
    let (graph, _) = try Self.graph(of: #"{"Get": "\#(text)"}"#)
    let reference = try #require(graph.references.elements.last)
    guard case .unreadable(let symbol) = reference.root else {
      Issue.record("\(reference.root)")
      return
    }
    #expect(graph.text(symbol) == text.replacing("\\\"", with: "\""))
    DefinitionPiece(#"«{"Get": "\#(text)"}»"#, .unreadableReference, "is not a reference")
      .check(in: .argument)
  }

  @Test func `a reference that is written with escapes has no places for its parts`() throws {
    let (graph, _) = try Self.graph(of: #"{"Get": "Steps.\u0041.B['\u006b']"}"#)
    let reference = try #require(graph.references.elements.last)
    #expect(graph.path(of: reference).map { graph.text($0.symbol) } == ["B", "k"])
    let places = reference.path.range.compactMap { graph.segmentOrigins[$0].span }
    #expect(places.isEmpty)
  }

  /// Expressions that are well.
  static let sound: [DefinitionPiece] = [
    DefinitionPiece(#"{"Get": "Parameters.P"}"#),
    DefinitionPiece(#"{"G\u0065t": "Parameters.\u0050"}"#),
    DefinitionPiece(#"{"Get": "Execution.PipelineExecutionId"}"#),
    DefinitionPiece(#"{"Std:Join": {"On": "/", "Values": ["a", {"Get": "Parameters.P"}]}}"#),
    DefinitionPiece(#"{"Std:Join": {"Values": ["a"], "On": ""}}"#),
    DefinitionPiece(#"{"Std:Join": {"Values": ["a"]}}"#),
    DefinitionPiece(#"{"Std:Join": {"On": "", "Values": []}}"#),
    DefinitionPiece(#"{"Std:Join": {"On": "", "Values": [1, true, null, 1.5]}}"#),
    DefinitionPiece(
      #"{"Std:Join": {"On": "", "Values": [{"Std:Join": {"On": "", "Values": ["a"]}}]}}"#),
    DefinitionPiece(#"{"Std:JsonGet": {"S3Uri": "s3://b/k", "Path": "a.b"}}"#),
    DefinitionPiece(
      #"{"Std:JsonGet": {"S3Uri": {"Std:Join": {"On": "/", "Values": ["s3://b", "k"]}}, "Path": "a"}}"#
    ),
  ]

  @Test(arguments: sound)
  func `an expression is read`(piece: DefinitionPiece) { piece.check(in: .argument) }

  /// Expressions that are not well.
  static let malformed: [DefinitionPiece] =
    ["1", "null", "true", "[\"Parameters.P\"]", "{}", #"{"Get": "Parameters.P"}"#].map {
      DefinitionPiece(#"{"«Get»": \#($0)}"#, .malformedExpression, "names what is read in a string")
    }
    + [
      "1", "null", "[\"a\"]", "\"a\"", "{}", #"{"On": ""}"#, #"{"Values": 1}"#, #"{"values": []}"#,
      #"{"On": "", "Values": {"Get": "Parameters.P"}}"#, #"{"Get": "Parameters.P"}"#,
    ].map {
      DefinitionPiece(#"{"«Std:Join»": \#($0)}"#, .malformedExpression, "`Values`, a list")
    }
    + ["1", "null", "[]", #"{"Get": "Parameters.P"}"#].map {
      DefinitionPiece(
        #"{"Std:Join": {"«On»": \#($0), "Values": ["a"]}}"#, .malformedExpression,
        "`On` is a string")
    }
    + [
      DefinitionPiece(
        #"{"Std:Join": {"On": "", "Values": ["a", «["b"]»]}}"#, .malformedExpression,
        "this is a list"),
      DefinitionPiece(
        #"{"Std:Join": {"On": "", "Values": [«{"a": 1}»]}}"#, .malformedExpression,
        "this is an object"),
      DefinitionPiece(
        #"{"Std:Join": {"On": "", "Values": ["a"], "«X»": 1}}"#, .malformedExpression,
        "no member `X`"),
      DefinitionPiece(
        #"{"Std:Join": {"On": "", "Values": [{"«Get»": 1}]}}"#, .malformedExpression, "`Get`"),
      DefinitionPiece(
        #"{"Std:Join": {"On": "", "«On»": "x", "Values": ["a"]}}"#, .duplicateKey, "twice"),
      DefinitionPiece(#"{"«Std:Foo»": 1}"#, .malformedExpression, "no function of definitions"),
      DefinitionPiece(#"{"«Std:Join »": 1}"#, .malformedExpression, "no function of definitions"),
      DefinitionPiece(#"{"«Std:»": {}}"#, .malformedExpression, "no function of definitions"),
    ]

  /// Readings of files that are not well.
  static let malformedFiles: [DefinitionPiece] =
    [
      "1", "null", "[]", "\"a\"", "{}", #"{"Path": "a"}"#, #"{"S3Uri": "s3://b/k"}"#,
      #"{"PropertyFile": {"Get": "Steps.A.PropertyFiles.r"}}"#,
      #"{"PropertyFile": {"Get": "Steps.A.PropertyFiles.r"}, "Path": 1}"#,
      #"{"PropertyFile": {"Get": "Steps.A.PropertyFiles.r"}, "Path": {"Get": "Parameters.P"}}"#,
      #"{"PropertyFile": {"Get": "Steps.A.PropertyFiles.r"}, "S3Uri": "s3://b/k", "Path": "a"}"#,
    ].map {
      DefinitionPiece(
        #"{"«Std:JsonGet»": \#($0)}"#, .malformedExpression, "either `PropertyFile` or `S3Uri`")
    }
    + [
      "\"r\"", "null", #"{"Get": "Steps.A.PropertyFiles"}"#,
      #"{"Get": "Steps.A.PropertyFiles[0]"}"#,
      #"{"Get": "Steps.A.PropertyFiles.r.s"}"#, #"{"Get": "Steps.A.Outputs.r"}"#,
      #"{"Get": "Parameters.P"}"#, #"{"Std:Join": {"On": "", "Values": ["a"]}}"#,
    ].map {
      DefinitionPiece(
        #"{"«Std:JsonGet»": {"PropertyFile": \#($0), "Path": "a"}}"#, .malformedExpression,
        "`PropertyFile` is a reference")
    }
    + ["1", "null", "[\"s3://b/k\"]", "{}"].map {
      DefinitionPiece(
        #"{"Std:JsonGet": {"«S3Uri»": \#($0), "Path": "a"}}"#, .malformedExpression, "")
    }
    + [
      DefinitionPiece(
        #"{"Std:JsonGet": {"S3Uri": "s3://b/k", "Path": "a", "«X»": 1}}"#, .malformedExpression,
        "no member `X`")
    ]

  @Test(arguments: malformed + malformedFiles)
  func `a malformed expression is reported once`(piece: DefinitionPiece) {
    piece.check(in: .argument)
  }

  /// Returns the graph of a definition in which `piece` is an argument, and the definition.
  private static func graph(of piece: String) throws -> (PipelineGraph, [UInt8]) {
    let file = SourceFile(name: "a.json", text: DefinitionFrame.argument.definition(piece))
    var diagnostics = Diagnostics()
    let graph = try #require(importDefinition(file, reportingTo: &diagnostics))
    #expect(diagnostics.isEmpty)
    return (graph, file.bytes)
  }

  /// Returns which root `root` is.
  private static func form(of root: ReferenceRoot) -> ReferenceForm? {
    switch root {
    case .parameter: .parameter
    case .execution: .execution
    case .experiment: .experiment
    case .step: .step
    case .currentItem: .currentItem
    case .iterationOutput: .iterationOutput
    case .unreadable: nil
    }
  }
}

extension PathSegment {
  /// The text of the part, as it is written.
  fileprivate var symbol: Symbol {
    switch self {
    case .member(let symbol), .index(let symbol), .key(let symbol): symbol
    }
  }
}
