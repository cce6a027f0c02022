import PipeCompiler
import Testing

@Test func `step names have a form and are unique in all regions`() {
  var builder = GraphBuilder()
  builder.parameter("P", default: .text(""))
  builder.step("a b")
  builder.step("_1-x")
  let branches = builder.condition("C")
  builder.step("Twice", in: branches.then)
  let second = builder.step("Twice", in: branches.otherwise)
  let found = builder.diagnostics()
  #expect(found.map(\.id) == [.invalidName, .duplicateStep])
  #expect(found.last?.origin == builder.graph.steps[second].origin)
  #expect(found.last?.related.count == 1)
}

@Test func `parameter names have a form and are unique`() {
  var builder = GraphBuilder()
  builder.parameter("a.b")
  builder.parameter("A")
  builder.parameter("A")
  #expect(builder.findings() == ["error invalid-name", "error duplicate-parameter"])
}

@Test(arguments: [
  (ScalarType.string, Literal.text("x"), true), (.string, .number("1"), false),
  (.integer, .number("-1"), true), (.integer, .number("1.0"), false),
  (.integer, .text("1"), false), (.integer, .flag(true), false),
  (.float, .number("-9999"), true), (.float, .number("1e-9"), true), (.float, .text("1"), false),
  (.boolean, .flag(false), true), (.boolean, .text("true"), false), (.string, .null, true),
  (.string, .join([.text("a")]), false), (.string, .list([]), false),
])
func `defaults fit their type`(type: ScalarType, value: Literal, isFine: Bool) {
  var builder = GraphBuilder()
  builder.parameter("P", type, default: value)
  #expect(builder.findings() == (isFine ? [] : ["error invalid-default"]))
}

@Test func `a default above 4096 characters is only doubtful`() {
  var builder = GraphBuilder()
  builder.parameter("P", default: .text(String(repeating: "x", count: 4097)))
  #expect(builder.findings() == ["warning quota-exceeded"])
}

@Test func `enumerations hold different strings and the default`() {
  var builder = GraphBuilder()
  builder.parameter("A", default: .text("x"), in: .list([.text("x"), .text("y")]))
  #expect(builder.findings() == [])
  builder.parameter("B", default: .text("xy"), in: .list([.text("xx"), .text("yy")]))
  builder.parameter("C", .integer, in: .list([.number("1")]))
  builder.parameter("D", in: .list([]))
  builder.parameter("E", in: .list([.text("a"), .number("1"), .text("a")]))
  #expect(
    builder.findings() == ["error invalid-default"]
      + Array(repeating: "error invalid-enumeration", count: 4))
}

@Test func `unknown parameters, steps and variables are errors with suggestions`() {
  var builder = GraphBuilder()
  builder.parameter("Threshold", default: .text(""))
  builder.step("Train")
  builder.step(
    "B", .training,
    .object([
      ("a", .get("Parameters.Treshold")), ("b", .get("Steps.Trian.X")),
      ("c", .get("Execution.PipelineNam")), ("d", .get("PipelineExperimentConfig.TrialNam")),
      ("e", .get("Nothing.At.All")), ("f", .file(step: "Tran", name: "x")),
    ]), after: ["Train", "Trai"])
  let found = builder.diagnostics()
  #expect(
    found.map(\.id) == [
      .undeclaredParameter, .unknownStep, .unknownVariable, .unknownVariable,
      .unreadableReference, .unknownStep, .unknownStep,
    ])
  #expect(
    found.map { $0.help?.contains("did you mean") ?? false } == [
      true, true, true, true, false, true, true,
    ])
}

@Test func `references in the header and in S3 paths are looked up too`() {
  var builder = GraphBuilder()
  let name = builder.add(.get("Parameters.X"))
  builder.graph.header.fields = [Member(builder.graph.symbols.intern("MlflowConfig"), name)]
  builder.step("A", .training, .object([("a", .uri(.join([.get("Steps.Z.Y")])))]))
  #expect(builder.findings() == ["error undeclared-parameter", "error unknown-step"])
}

@Test func `items and bodies are seen from inside of a loop only`() {
  var builder = GraphBuilder()
  let body = builder.loop("F", select: .get("IterationOutput.B.X"))
  builder.step("B", .training, .object([("a", .get("ForEach.CurrentItem"))]), in: body)
  builder.step("B2", .training, .object([("a", .get("Steps.B.X"))]), after: ["B"], in: body)
  builder.step(
    "C", .training,
    .object([
      ("a", .get("Steps.F.IterationOutputs.[0].B.X")), ("b", .get("Steps.F.Selected.X")),
      ("c", .get("Steps.F.Status")),
    ]))
  #expect(builder.findings() == [])
  builder.step("D", .training, .object([("a", .get("ForEach.CurrentItem"))]), after: ["B"])
  builder.step("E", .training, .object([("a", .get("Steps.B.X"))]))
  builder.step("G", .training, .object([("a", .get("Steps.F.IterationOutputs.B"))]))
  builder.step("H", .training, .object([("a", .get("Steps.F.IterationOutputs.[0].C.X"))]))
  builder.step("I", .training, .object([("a", .get("IterationOutput.B.X"))]))
  #expect(
    builder.findings() == [
      "error misplaced-item", "error loop-reference", "error loop-reference",
      "error loop-reference", "error loop-reference", "error misplaced-item",
    ])
}
