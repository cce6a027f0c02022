import PipeCompiler
import Testing

@Test func `a cycle is reported once, at its first step, with the whole path`() {
  var builder = GraphBuilder()
  builder.step("Z")
  let first = builder.step("A", after: ["B"])
  builder.step("B", .training, .object([("x", .list([.get("Steps.C.Y")]))]))
  builder.step("C", after: ["Z", "A"])
  let found = builder.diagnostics()
  #expect(found.map(\.id) == [.dependencyCycle])
  #expect(found.first?.message == "these steps wait for each other: A -> B -> C -> A")
  #expect(found.first?.origin == builder.graph.steps[first].origin)
  #expect(
    found.first?.related.map(\.text) == [
      "`A` is ordered after `B`", "`B` reads from `C`", "`C` is ordered after `A`",
    ])
}

@Test func `a step that waits for itself is told so`() {
  var builder = GraphBuilder()
  builder.step("A", after: ["A"])
  #expect(builder.diagnostics().map(\.message) == ["`A` waits for itself"])
}

@Test func `two cycles are two diagnostics`() {
  var builder = GraphBuilder()
  builder.step("A", after: ["B"])
  builder.step("B", after: ["A"])
  builder.step("C", after: ["D", "A"])
  builder.step("D", after: ["C"])
  #expect(builder.findings() == ["error dependency-cycle", "error dependency-cycle"])
}

@Test func `standing in a branch is waiting for the condition`() {
  var builder = GraphBuilder()
  let branches = builder.condition("C", [.equals(.get("Steps.A.X"), .text("x"))])
  builder.step("A", in: branches.then)
  let found = builder.diagnostics()
  #expect(found.map(\.id) == [.dependencyCycle])
  #expect(
    found.first?.related.map(\.text) == ["`C` reads from `A`", "`A` runs inside `C`"])
}

@Test func `a loop waits for what its body waits for`() {
  var builder = GraphBuilder()
  let body = builder.loop("F")
  builder.step("B", after: ["A"], in: body)
  let reader = builder.step("A", .training, .object([("x", .get("Steps.F.Status"))]))
  let found = builder.diagnostics()
  #expect(found.map(\.id) == [.dependencyCycle])
  #expect(found.first?.message == "these steps wait for each other: F -> A -> F")
  #expect(found.first?.related.map(\.text).first == "`B`, inside `F`, waits for `A`")
  builder.graph.steps[reader].body = .arguments(nil)
  #expect(builder.findings() == [])
}

@Test func `waiting for the other branch, or for both, is a warning`() {
  var builder = GraphBuilder()
  builder.parameter("P", default: .text(""))
  let branches = builder.condition("C")
  builder.step("A", in: branches.then)
  builder.step("A2", after: ["A"], in: branches.then)
  builder.step("B", in: branches.otherwise)
  builder.step("Outside", after: ["A", "C"])
  #expect(builder.findings() == [])
  builder.step("B2", after: ["A"], in: branches.otherwise)
  builder.step("Both", .training, .object([("x", .get("Steps.B.X"))]), after: ["A"])
  builder.step("Cleaner", .cleanup, after: ["A!Any", "B!Any"])
  #expect(builder.findings() == ["warning other-branch", "warning other-branch"])
}

@Test func `nested conditions are mentioned once, at the outermost`() {
  var builder = GraphBuilder()
  builder.parameter("P", default: .text(""))
  var branches = builder.condition("C0")
  for number in 1...30 { branches = builder.condition("C\(number)", in: branches.otherwise) }
  let found = builder.diagnostics()
  #expect(found.map(\.id) == [.nestedCondition])
  #expect(found.first?.message.contains("`C1`") == true)
}

@Test func `nothing comes after a fail step`() {
  var builder = GraphBuilder()
  let message = Literal.object([("ErrorMessage", .text(""))])
  builder.step("Stop", .fail, message, after: ["A"])
  builder.step("A")
  #expect(builder.findings() == [])
  builder.step("B", after: ["Stop"])
  builder.step("C", after: ["Stop!Failed"])
  builder.step("D", .training, .object([("x", .get("Steps.Stop.Y"))]))
  builder.step("Stop2", .fail)
  #expect(
    builder.findings() == [
      "error after-fail", "error after-fail", "error after-fail", "warning missing-message",
    ])
}

@Test func `one step is waited for with one trigger`() {
  var builder = GraphBuilder()
  builder.step("A")
  builder.step("B", after: ["A", "A"])
  #expect(builder.findings() == [])
  builder.step("C", after: ["A", "A!Failed"])
  #expect(builder.findings() == ["error trigger-conflict"])
}
