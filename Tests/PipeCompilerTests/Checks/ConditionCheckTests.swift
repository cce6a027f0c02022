import PipeCompiler
import Testing

/// Returns what is reported about a condition that asks `question`.
private func findings(_ question: Question) -> [String] {
  var builder = GraphBuilder()
  builder.parameter("S", .string, default: .text(""))
  builder.parameter("I", .integer, default: .number("1"))
  builder.parameter("F", .float, default: .number("1.5"))
  builder.parameter("B", .boolean, default: .flag(true))
  let score = Literal.object([("OutputName", .text("score")), ("OutputType", .text("Float"))])
  builder.step("L", .lambda, fields: [("OutputParameters", .list([score]))])
  _ = builder.condition("C", [question])
  #expect(builder.graph.satisfiesInvariants)
  return builder.findings()
}

@Test(arguments: [
  Question.equals(.get("Parameters.S"), .text("x")),
  .less(.get("Parameters.S"), .join([.get("Parameters.I")])),
  .less(.get("Parameters.I"), .number("1.5")), .less(.get("Parameters.F"), .number("1")),
  .equals(.get("Parameters.B"), .flag(true)),
  .less(.get("Steps.L.OutputParameters.['score']"), .get("Parameters.F")),
  .equals(.get("Execution.PipelineName"), .text("x")),
  .less(.get("Steps.L.Anything"), .text("x")),
  .within(.get("Parameters.S"), [.text("a"), .get("Execution.PipelineName")]),
  .not(.or([.equals(.get("Parameters.I"), .number("1"))])),
])
func `values of one type are compared without a word`(question: Question) {
  #expect(findings(question) == [])
}

@Test(arguments: [
  Question.equals(.get("Parameters.I"), .text("1")),
  .less(.get("Parameters.S"), .number("1")), .equals(.get("Parameters.B"), .text("true")),
  .less(.get("Parameters.B"), .flag(true)),
  .equals(.get("Steps.L.OutputParameters.['score']"), .text("1")),
  .equals(.get("Execution.StartDateTime"), .number("1")),
  .within(.get("Parameters.S"), [.text("a"), .number("1")]),
  .not(.or([.equals(.get("Parameters.I"), .flag(true))])),
])
func `values of different types can't be compared`(question: Question) {
  #expect(findings(question) == ["error incomparable-operands"])
}

@Test func `integers and floats that are both computed are doubtful`() {
  #expect(
    findings(.equals(.get("Parameters.I"), .get("Parameters.F"))) == ["warning mixed-number-types"])
}

@Test func `a comparison of literals is a warning`() {
  #expect(findings(.equals(.number("1"), .number("1.0"))) == ["warning constant-condition"])
  #expect(findings(.within(.text("a"), [.text("b")])) == ["warning constant-condition"])
}

@Test func `an empty condition is a warning`() {
  var builder = GraphBuilder()
  _ = builder.condition("C", [])
  #expect(builder.findings() == ["warning empty-condition"])
}
