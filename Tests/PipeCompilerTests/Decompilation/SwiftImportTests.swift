@testable import PipeCompiler
import TestSupport
import Testing

/// What holds for definitions that are written as programs in Swift; `ImportedProgramTests` compiles them.
@Suite struct SwiftImportTests {
  /// The definitions whose programs are kept.
  private static let cases = Corpus.definitions.filter {
    $0.path.hasPrefix("Tests/Corpus/import/")
  }

  @Test(arguments: cases)
  func `a definition becomes a program, or it is said what has no words`(input: CorpusInput) {
    let result = decompileToSwift(nil, input.source, named: "imported", role: nil)
    #expect((result.bytes == nil) == !result.problems.isEmpty)
    let lines = result.problems.map { "\($0.message)\n" }.joined()
    expectGolden(result.bytes ?? Array(lines.utf8), at: input.path.dropLast(5) + ".program")
  }

  @Test(arguments: 0..<4)
  func `no definition is too odd to be read`(seed: Int) {
    var generator = DefinitionGenerator(seed: UInt64(seed))
    for number in 0..<mutantCount(30) {
      let file = SourceFile(name: "\(number).json", text: generator.definition())
      let result = decompileToSwift(nil, file, named: "imported", role: "r")
      let isSilent = result.bytes == nil && result.problems.isEmpty
      #expect(!isSilent || result.diagnostics.containsErrors, "seed \(seed), number \(number)")
    }
  }

  @Test func `a role that nothing says is asked for`() {
    let text = #"{"Version": "2020-12-01", "Steps": []}"#
    let file = SourceFile(name: "a.json", text: text)
    let without = decompileToSwift(nil, file, named: "a", role: nil)
    #expect(without.problems.map(\.message).first?.contains("--role") ?? false)
    #expect(decompileToSwift(nil, file, named: "a", role: "r").bytes != nil)
  }

  @Test func `words of the API are spelled as the library spells them`() {
    #expect(SwiftNames.lowered("S3Uri") == "s3Uri")
    #expect(SwiftNames.lowered("OSReleaseLabel") == "osReleaseLabel")
    #expect(SwiftNames.value("ml.m5.xlarge") == "mlM5Xlarge")
    #expect(SwiftNames.value("DATA_QUALITY") == "dataQuality")
    #expect(SwiftNames.value("None") == nil)
    #expect(SwiftNames.type("CreateModelInput") == "CreateModel")
    #expect(SwiftNames.type("emr.StepConfig") == "EMRStepConfig")
  }
}
