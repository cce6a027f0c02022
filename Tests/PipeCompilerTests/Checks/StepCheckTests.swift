import PipeCompiler
import Testing

/// Returns the arguments of a Processing step with outputs of these names.
private func outputs(_ names: [Literal]) -> Literal {
  let entries = names.map { Literal.object([("OutputName", $0)]) }
  return .object([("ProcessingOutputConfig", .object([("Outputs", .list(entries))]))])
}

/// Returns a field that declares property files, each with its output.
private func files(_ files: [(String, String)]) -> (String, Literal) {
  let entries = files.map { name, output in
    Literal.object([
      ("PropertyFileName", .text(name)), ("OutputName", .text(output)), ("FilePath", .text("f")),
    ])
  }
  return ("PropertyFiles", .list(entries))
}

@Test func `property files are declared for outputs that exist`() {
  var builder = GraphBuilder()
  builder.step("A", .processing, outputs([.text("o")]), fields: [files([("R", "o")])])
  builder.step(
    "Unknown", .processing, outputs([.get("Steps.A.X")]), fields: [files([("R", "anything")])])
  builder.step("B", .training, .object([("x", .file(step: "A", name: "R"))]))
  #expect(builder.findings() == [])
  builder.step("C", .processing, outputs([.text("o")]), fields: [files([("R", "oo"), ("R", "o")])])
  builder.step("D", .training, fields: [files([])])
  builder.step("E", .processing, fields: [("PropertyFiles", .list([.object([])]))])
  #expect(
    builder.findings() == [
      "error invalid-property-file", "error duplicate-output", "error invalid-property-file",
      "error invalid-property-file",
    ])
}

@Test func `property files are read where they are declared, and as files`() {
  var builder = GraphBuilder()
  builder.step("A", .processing, outputs([.text("o")]), fields: [files([("Report", "o")])])
  builder.step("T")
  builder.step(
    "B", .training,
    .object([
      ("a", .file(step: "A", name: "Repot")), ("b", .file(step: "T", name: "R")),
      ("c", .get("Steps.A.PropertyFiles.Report")),
    ]))
  let found = builder.diagnostics()
  #expect(found.map(\.id) == [.unknownPropertyFile, .unknownPropertyFile, .invalidPropertyFile])
  #expect(found.first?.help == "did you mean `Report`?")
}

/// Returns a field that declares outputs.
private func returns(_ outputs: [(String, String)]) -> (String, Literal) {
  let entries = outputs.map { name, type in
    Literal.object([("OutputName", .text(name)), ("OutputType", .text(type))])
  }
  return ("OutputParameters", .list(entries))
}

@Test func `outputs are declared where they are read`() {
  var builder = GraphBuilder()
  builder.step("L", .lambda, fields: [returns([("score", "Float")])])
  builder.step("A", .training, .object([("x", .get("Steps.L.OutputParameters.['score']"))]))
  #expect(builder.findings() == [])
  builder.step("B", .training, .object([("x", .get("Steps.L.OutputParameters.['scor']"))]))
  builder.step("C", .training, .object([("x", .get("Steps.L.OutputParameters.['score'].y"))]))
  #expect(
    builder.findings() == ["error unknown-output-parameter", "error unknown-output-parameter"])
}

@Test func `outputs have names and types, arguments no parts`() {
  var builder = GraphBuilder()
  builder.step(
    "A", .callback, .object([("x", .get("Execution.PipelineName"))]),
    fields: [
      ("OutputParameters", .list([]))
    ])
  #expect(builder.findings() == [])
  builder.step("B", .lambda, fields: [returns([("x", "Text")])])
  builder.step("C", .lambda, fields: [returns([("x", "String"), ("x", "Float")])])
  builder.step("D", .lambda, fields: [returns((0...50).map { ("o\($0)", "String") })])
  builder.step("E", .lambda, fields: [("OutputParameters", .list([.object([])]))])
  builder.step("F", .lambda, .object([("x", .list([.number("1")]))]))
  #expect(
    builder.findings() == [
      "error invalid-output-parameter", "error duplicate-output",
      "error invalid-output-parameter", "error invalid-output-parameter",
      "warning nested-argument",
    ])
}

@Test func `loops have items, a limit, a body and a selector of their own`() {
  var builder = GraphBuilder()
  builder.parameter("P", default: .text("[]"))
  let fine = builder.loop("F", over: .get("Parameters.P"))
  builder.step("B", in: fine)
  #expect(builder.findings() == [])
  _ = builder.loop("Empty")
  builder.step("Inner1", in: builder.loop("NoItems", over: .list([])))
  builder.step("Inner2", in: builder.loop("Limit", limit: .number("51")))
  builder.step("Inner3", in: builder.loop("NoLimit", limit: nil))
  builder.step("Inner4", in: builder.loop("Selects", select: .get("IterationOutput.B.X")))
  builder.step("Inner5", in: builder.loop("Number", over: .number("1")))
  builder.step("B-12")
  builder.step("Inner-0", in: fine)
  #expect(builder.findings() == Array(repeating: "error invalid-foreach", count: 7))
}

@Test func `loops hold neither conditions nor loops nor fail steps`() {
  var builder = GraphBuilder()
  builder.parameter("P", default: .text(""))
  let body = builder.loop("F")
  builder.step("Stop", .fail, .object([("ErrorMessage", .text("x"))]), in: body)
  _ = builder.condition("C", in: body)
  builder.step("Inner", in: builder.loop("G", in: body))
  #expect(builder.findings() == Array(repeating: "error invalid-foreach", count: 3))
}
