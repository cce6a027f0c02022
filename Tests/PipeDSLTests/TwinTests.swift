@testable import Examples
import PipeCompiler
import PipeDSL
import TestSupport
import Testing

/// An example in the language, and the program that is the same in Swift.
struct Twin: Sendable, CustomTestStringConvertible {
  /// The name of the file in `examples`, without its ending.
  let name: String
  /// Compiles the program.
  let compiled: @Sendable () -> Compilation

  /// What a test run calls the twin.
  var testDescription: String { name }

  /// Creates the twin that `program` is of the example called `name`.
  init<Program: PipelineProgram>(_ name: String, _ program: Program.Type) {
    self.name = name
    compiled = { Program.compiled() }
  }

  /// The twins of all examples.
  static let all = [
    Twin("abalone", Abalone.self), Twin("monitoring", Monitoring.self),
    Twin("tenants", Tenants.self), Twin("train", Train.self), Twin("tuning", DemandTuning.self),
  ]
}

/// What is the same in the language and in Swift has the same bytes.
@Suite struct TwinTests {
  @Test(arguments: Twin.all)
  func `an example and its twin give the same bytes`(twin: Twin) {
    let path = "examples/\(twin.name).pipe"
    let text = compile(SourceFile(name: path, text: Repository.text(at: path)), loader: .repository)
    let swift = twin.compiled()
    #expect(
      identities(in: swift) == identities(in: text), "\(messages(of: swift))")
    #expect(swift.outputs.count == text.outputs.count && !text.outputs.isEmpty)
    for (ours, theirs) in zip(swift.outputs, text.outputs) where ours.bytes != theirs.bytes {
      let difference = unifiedDiff(
        from: theirs.bytes, named: path, to: ours.bytes, named: "Swift")
      Issue.record("\(String(decoding: difference, as: UTF8.self))")
    }
  }

  @Test func `every example has a twin, or is known to have none`() {
    let names = Repository.files(in: "examples", endingWith: ".pipe")
      .filter { !$0.dropFirst("examples/".count).contains("/") }
      .map { String($0.dropFirst("examples/".count).dropLast(".pipe".count)) }
    #expect(Set(names) == Set(Twin.all.map(\.name)).union(Self.withoutTwin))
  }

  /// The examples that have no twin: `profiles` is a library of one that needs settings which are lists,
  /// `churn`; `sentiment` uses `image` and `asset`, `endpoint` is no pipeline, and `serving` may use more
  /// that only the language has.
  private static let withoutTwin: Set<String> = [
    "churn", "endpoint", "profiles", "sentiment", "serving",
  ]

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
