import PipeCompiler
import Testing

@Test func `a pipeline without defects is checked without a word`() {
  var builder = GraphBuilder("a-pipeline")
  builder.parameter("Count", .integer, default: .number("1"))
  builder.step("A", .training, .object([("N", .get("Parameters.Count"))]))
  builder.step("B", .training, .object([("M", .get("Steps.A.ModelArtifacts"))]), after: ["A"])
  #expect(builder.graph.satisfiesInvariants)
  #expect(builder.findings() == [])
}

@Test(arguments: [
  ("a", []), ("a--b", []), ("a_b", ["error invalid-pipeline-name"]),
  ("-a", ["error invalid-pipeline-name"]), ("a-", ["error invalid-pipeline-name"]),
  ("", ["error invalid-pipeline-name"]),
  (String(repeating: "a", count: 82), []),
  (String(repeating: "a", count: 83), ["warning long-pipeline-name"]),
  (String(repeating: "a", count: 257), ["error invalid-pipeline-name"]),
])
func `a pipeline's name has the form of the API`(name: String, findings: [String]) {
  #expect(GraphBuilder(name).findings() == findings)
}

@Test func `a pipeline's display name has the form of its name, a step's is free`() {
  var builder = GraphBuilder()
  builder.graph.header.displayName = builder.add(.text("My Pipeline"))
  let step = builder.step("A")
  builder.graph.steps[step].displayName = builder.add(.text("__main__.train it"))
  #expect(builder.findings() == ["error invalid-pipeline-name"])
}

@Test func `long descriptions and display names are errors`() {
  var builder = GraphBuilder()
  let step = builder.step("A", description: String(repeating: "ü", count: 3072))
  builder.graph.steps[step].displayName = builder.add(.text(String(repeating: "x", count: 257)))
  builder.graph.header.description = builder.add(.text(String(repeating: "x", count: 3073)))
  #expect(builder.findings() == ["error text-too-long", "error text-too-long"])
}

@Test(arguments: [
  (nil, ["warning missing-role"]), ("R", ["warning invalid-role"]),
  ("arn:aws:iam::111122223333:role/R", []), ("arn:aws-cn:iam::111122223333:role/a/b.c", []),
  ("arn:aws:iam::11112222333:role/R", ["warning invalid-role"]),
])
func `the role is there and an ARN`(role: String?, findings: [String]) {
  #expect(GraphBuilder(role: role).findings() == findings)
}

@Test(arguments: [
  ("team", Literal.text("ml ops/Straße @1"), true), ("aws:team", .text("x"), false),
  ("", .text("x"), false), ("a", .text(String(repeating: "x", count: 257)), false),
  ("a", .number("1"), false), ("a#", .text("x"), false), ("a", .text(""), true),
])
func `tags have the characters and lengths of AWS`(key: String, value: Literal, isFine: Bool) {
  var builder = GraphBuilder()
  builder.graph.header.tags = builder.add(.object([(key, value)]))
  #expect(builder.findings() == (isFine ? [] : ["error invalid-tag"]))
}

@Test func `there are at most fifty tags`() {
  var builder = GraphBuilder()
  builder.graph.header.tags = builder.add(.object((0...50).map { ("k\($0)", .text("v")) }))
  #expect(builder.findings() == ["error invalid-tag"])
}

@Test func `good options for kubernetes are accepted`() {
  var builder = GraphBuilder()
  var options = KubernetesOptions()
  options.name = builder.add(.text("a.b-c"))
  options.namespace = builder.add(.text("ml-team"))
  options.region = builder.add(.text("us-gov-west-1"))
  options.adoption = builder.add(.text("adopt"))
  options.deletion = builder.add(.text("retain"))
  options.labels = builder.add(.object([("app.kubernetes.io/name", .text("x")), ("a", .text(""))]))
  options.annotations = builder.add(.object([("x.y/z", .text("any text: /+*"))]))
  builder.graph.header.kubernetes = options
  #expect(builder.findings() == [])
}

@Test func `bad options for kubernetes are errors, each at its place`() {
  var builder = GraphBuilder()
  var options = KubernetesOptions()
  options.name = builder.add(.text("A"))
  options.namespace = builder.add(.text("a.b"))
  options.region = builder.add(.text("west"))
  options.adoption = builder.add(.text("yes"))
  options.deletion = builder.add(.flag(true))
  options.labels = builder.add(.object([("a", .text("s3://x")), ("-", .text("x"))]))
  options.annotations = builder.add(.object([("a b", .text("x")), ("c", .number("1"))]))
  builder.graph.header.kubernetes = options
  #expect(builder.findings() == Array(repeating: "error invalid-kubernetes", count: 9))
  #expect(Set(builder.diagnostics().map(\.origin)).count == 9)
}

@Test(arguments: [
  ("1", true), ("2147483647", true), ("0", false), ("1.5", false), ("2147483648", false),
])
func `parallelism is a positive number`(lexeme: String, isFine: Bool) {
  var builder = GraphBuilder()
  builder.graph.header.parallelism = builder.add(.number(lexeme))
  #expect(builder.findings() == (isFine ? [] : ["error invalid-parallelism"]))
}

@Test func `quotas are warnings, said once`() {
  var builder = GraphBuilder()
  for number in 0...200 { builder.parameter("P\(number)", default: .text("")) }
  for number in 0...60 { builder.step("S\(number)") }
  #expect(builder.findings() == ["warning quota-exceeded", "warning step-quota"])
}

@Test(arguments: [
  (1_048_576, 262_144, 1_572_864, []), (1_048_577, 0, 0, ["definition-too-large"]),
  (0, 262_145, 0, ["manifest-too-large"]), (0, 262_145, 1_572_865, ["resource-too-large"]),
])
func `sizes are compared with their limits`(
  characters: Int, annotations: Int, manifest: Int, findings: [String]
) {
  var diagnostics = Diagnostics()
  checkSizes(
    definitionCharacters: characters, annotationBytes: annotations, manifestBytes: manifest,
    of: GraphBuilder().graph, reportingTo: &diagnostics)
  #expect(diagnostics.sorted.map(\.id.rawValue) == findings)
}

/// Returns what a pipeline makes that hands the list of `count` times `entry` to a function.
private func compileList(of entry: String, count: Int) -> Compilation {
  let entries = Array(repeating: entry, count: count).joined(separator: ", ")
  return compile(
    SourceFile(
      name: "p.pipe",
      text: """
        pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
        step A: Lambda {
          FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:f"
          args: { a: [\(entries)] }
        }

        """))
}

@Test func `a definition that is too long for its blanks only has none`() throws {
  let long = compileList(of: "[[[[[[[[1]]]]]]]]", count: 8_000)
  let output = try #require(long.outputs.first { $0.target == .sagemaker })
  #expect(output.bytes.count { $0 == UInt8(ascii: "\n") } == 1)
  #expect(output.bytes.count < 200_000)
  let longer = compileList(of: "[[[[[[[[1]]]]]]]]", count: 80_000)
  #expect(longer.diagnostics.sorted.contains { $0.id == .definitionTooLarge })
  #expect(longer.outputs.isEmpty)
}

@Test func `characters are counted, not bytes, before blanks are left out`() throws {
  let entry = "\"\(String(repeating: "é", count: 80))\""
  let output = try #require(
    compileList(of: entry, count: 8_000).outputs.first { $0.target == .sagemaker })
  #expect(output.bytes.count > 1_048_576)
  #expect(output.bytes.count { $0 == UInt8(ascii: "\n") } > 8_000)
}

@Test func `what goes nowhere may be of any size, whoever made the graph`() throws {
  let text = String(repeating: "a", count: 60_000)
  let arguments = (0..<20).map { "a\($0): \"\(text)\"" }.joined(separator: ", ")
  let source = SourceFile(
    name: "p.pipe",
    text: """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
      step A: Lambda {
        FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:f"
        args: { \(arguments) }
      }

      """)
  var options = CompilerOptions()
  options.targets = []
  let graph = try #require(compile(source, options: options).graph?.graph)
  for targets in [[], [Target.sagemaker]] {
    options.targets = targets
    var diagnostics = Diagnostics()
    let made = compile([graph], options: options, reportingTo: &diagnostics) { _ in
      Sources(source)
    }
    for compilation in [compile(source, options: options), made] {
      let ids = compilation.diagnostics.sorted.map(\.id.rawValue)
      #expect(ids == (targets.isEmpty ? [] : ["definition-too-large"]))
    }
  }
}
