@testable import Examples
import PipeCompiler
import PipeDSL
import TestSupport
import Testing

/// An example in the language, and the program that is the same in Swift.
struct Twin: Sendable, CustomTestStringConvertible {
  /// The name of the file in `examples`, without its ending.
  let name: String
  /// The profile that is chosen.
  let profile: String?
  /// What is said about the program only: a value that Swift makes and nobody uses is not there.
  let more: [String]
  /// Compiles the program with options, and a loader of what it reads.
  private let compile: @Sendable (CompilerOptions, SourceLoader) -> Compilation

  /// What a test run calls the twin.
  var testDescription: String { name + (profile.map { " --profile \($0)" } ?? "") }

  /// What both are compiled with.
  var options: CompilerOptions {
    var options = CompilerOptions()
    options.profile = profile
    return options
  }

  /// What the program compiles to, run in `examples`.
  var compiled: Compilation {
    let loader = SourceLoader(
      read: { SourceLoader.repository.read("examples/\($0)", $1) },
      list: { SourceLoader.repository.list("examples/\($0)") })
    return compile(options, loader)
  }

  /// Creates the twin that `program` is of the example called `name`, with a profile.
  init<Program: PipelineProgram>(
    _ name: String, _ program: Program.Type, profile: String? = nil, more: [String] = []
  ) {
    self.name = name
    self.more = more
    self.profile = profile
    compile = { Program.compiled(options: $0, loader: $1) }
  }

  /// The twins of all examples.
  static let all = [
    Twin("abalone", Abalone.self),
    Twin("churn", Churn.self, profile: "dev", more: ["unused-report"]),
    Twin("churn", Churn.self, profile: "prod", more: ["unused-report"]),
    Twin("monitoring", Monitoring.self),
    Twin("sentiment", Sentiment.self), Twin("serving", Serving.self),
    Twin("tenants", Tenants.self), Twin("train", Train.self), Twin("tuning", DemandTuning.self),
  ]
}

/// What is the same in the language and in Swift has the same bytes.
@Suite struct TwinTests {
  @Test(arguments: Twin.all)
  func `an example and its twin give the same bytes`(twin: Twin) {
    let path = "examples/\(twin.name).pipe"
    let text = compile(
      SourceFile(name: path, text: Repository.text(at: path)), options: twin.options,
      loader: .repository)
    let swift = twin.compiled
    #expect(
      identities(in: swift) == identities(in: text) + twin.more, "\(messages(of: swift))")
    let outputs = [swift, text].map { $0.pipelines.flatMap(\.outputs) }
    #expect(outputs[0].map(\.file) == outputs[1].map(\.file))
    #expect(outputs[0].count == outputs[1].count && !outputs[1].isEmpty)
    for (ours, theirs) in zip(outputs[0], outputs[1]) where ours.bytes != theirs.bytes {
      let difference = unifiedDiff(
        from: theirs.bytes, named: path, to: ours.bytes, named: "Swift")
      Issue.record("\(String(decoding: difference, as: UTF8.self))")
    }
    for (ours, theirs) in zip(swift.pipelines, text.pipelines) {
      #expect(ours.graph.graph.satisfiesInvariants)
      #expect(ours.assets.map(\.archive) == theirs.assets.map(\.archive))
    }
  }

  @Test func `every example has a twin`() {
    let names = Repository.files(in: "examples", endingWith: ".pipe")
      .filter { !$0.dropFirst("examples/".count).contains("/") }
      .map { String($0.dropFirst("examples/".count).dropLast(".pipe".count)) }
    // A library has none: it is part of what imports it. A program describes a pipeline.
    #expect(Set(names) == Set(Twin.all.map(\.name)).union(["endpoint", "profiles"]))
  }

  /// Returns what kinds of diagnostics there are about `compilation`, sorted.
  private func identities(in compilation: Compilation) -> [String] {
    compilation.diagnostics.sorted.map(\.id.rawValue).sorted()
  }

  /// Returns what there is to say about `compilation`, a line for each.
  private func messages(of compilation: Compilation) -> String {
    String(
      decoding: render(compilation.diagnostics, of: compilation.sources, as: .concise),
      as: UTF8.self)
  }
}
