import Foundation
import PipeCompiler
import TestSupport
import Testing

@Suite struct LevelsTests {
  /// A pipeline with one warning: its condition has the same answer in every run.
  private let constant = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
    condition C if 1 == 2 { fail Stop "no" }

    """

  @Test(arguments: DiagnosticID.allCases)
  func `without a choice a kind is what it is by default`(id: DiagnosticID) {
    #expect(Levels().severity(of: id) == (id.isOffByDefault ? nil : id.severity))
  }

  @Test func `of two choices the later one counts`() {
    let levels = Levels([.kind(.constantCondition, .error), .kind(.constantCondition, nil)])
    #expect(levels.severity(of: .constantCondition) == nil)
    #expect(levels.severity(of: .nestedCondition) == .warning)
    let strict = Levels([.warningsAsErrors, .kind(.constantCondition, .warning)])
    #expect(strict.severity(of: .constantCondition) == .warning)
    #expect(strict.severity(of: .nestedCondition) == .error)
    #expect(
      Levels([.kind(.constantCondition, nil), .warningsAsErrors])
        .severity(of: .constantCondition) == nil)
  }

  @Test(arguments: DiagnosticID.allCases.filter { !$0.canBeAllowed })
  func `an error that can't be allowed stays one`(id: DiagnosticID) {
    #expect(Levels([.kind(id, nil)]).severity(of: id) == .error)
    #expect(Levels([.kind(id, .warning)]).severity(of: id) == .error)
  }

  @Test func `every warning and every error of the service model can be allowed`() {
    for id in DiagnosticID.allCases {
      #expect(id.canBeAllowed == (id.severity == .warning || id.group == .serviceModel))
    }
  }

  @Test func `a group is chosen as a whole, and one of its kinds after it`() {
    let levels = Levels([.group(.security, .error), .kind(.missingRole, .warning)])
    func level(of id: DiagnosticID, in group: DiagnosticGroup?) -> Severity? {
      levels.severity(of: id, whichIs: .warning, in: group)
    }
    #expect(level(of: .invalidRole, in: .security) == .error)
    #expect(level(of: .missingRole, in: .security) == .warning)
    #expect(level(of: .invalidRole, in: .serviceModel) == .warning)
    #expect(level(of: .invalidRole, in: nil) == .warning)
    #expect(Levels().severity(of: .invalidRole, whichIs: .warning, in: .security) == nil)
  }

  @Test func `a permissive build makes warnings of what the service model says`() {
    func level(_ choices: Levels.Choice..., original: Severity = .error) -> Severity? {
      Levels(choices).severity(of: .wrongType, whichIs: original, in: .serviceModel)
    }
    #expect(level() == .error)
    #expect(level(.permissive) == .warning)
    #expect(level(.permissive, .strict) == .error)
    #expect(level(.permissive, original: .warning) == .warning)
    #expect(level(.kind(.wrongType, nil), .permissive) == nil)
    #expect(level(.permissive, .kind(.wrongType, .error)) == .error)
    #expect(level(.permissive, .warningsAsErrors) == .error)
    #expect(level(.warningsAsErrors, .permissive) == .warning)
    #expect(Levels([.permissive]).severity(of: .wrongType, whichIs: .error, in: nil) == .error)
  }

  @Test func `what the service is said to refuse is a warning if that is overruled`() throws {
    let overruled = Levels([.overruled])
    #expect(overruled.severity(of: .unknownStep) == .warning)
    #expect(overruled.severity(of: .misspelledArgument) == .warning)
    #expect(overruled.severity(of: .syntaxError) == .error)
    #expect(Levels([.permissive]).severity(of: .unknownStep) == .error)
    var options = CompilerOptions()
    (options.levels, options.optimization) = (overruled, .merging)
    let text = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
      step A: Lambda { FunctionArn: "f", after: B }
      step B: Lambda { FunctionArn: "f", args: { a: get("Parameters.X") }, after: A }

      """
    let file = SourceFile(name: "p.pipe", text: text)
    #expect(compile(file).outputs.isEmpty)
    let written = compile(file, options: options)
    #expect(Set(written.diagnostics.sorted.map(\.id)).isSuperset(of: [.dependencyCycle]))
    let json = String(decoding: try #require(written.outputs.first?.bytes), as: UTF8.self)
    #expect(json.contains("Parameters.X"))
    #expect(json.components(separatedBy: "DependsOn").count == 3)
  }

  @Test func `only checks report what can be overruled, so nothing is missing in the graph`() {
    let files = ["Syntax", "Lowering"].flatMap {
      Repository.files(in: "Sources/PipeCompiler/\($0)", endingWith: ".swift")
    }
    #expect(files.count > 50)
    for id in DiagnosticID.allCases where id.canBeOverruled && !id.canBeAllowed {
      for path in files {
        let text = Repository.text(at: path)
        #expect(!text.contains("      .\(id),"), "\(path) reports \(id)")
      }
    }
  }

  @Test func `what is allowed is neither reported nor counted`() {
    let compilation = compiled(at: [.kind(.constantCondition, nil)])
    #expect(compilation.diagnostics.isEmpty)
    #expect(compilation.graph != nil)
  }

  @Test func `a warning that is denied is an error, and nothing is written`() throws {
    for choice in [Levels.Choice.warningsAsErrors, .kind(.constantCondition, .error)] {
      let compilation = compiled(at: [choice])
      let diagnostic = try #require(compilation.diagnostics.sorted.first)
      #expect(diagnostic.id == .constantCondition && diagnostic.severity == .error)
      #expect(compilation.diagnostics.containsErrors)
      #expect(compilation.graph == nil && compilation.outputs.isEmpty)
      let text = render(compilation.diagnostics, of: compilation.file, as: .concise)
      #expect(String(decoding: text, as: UTF8.self).contains(": error[constant-condition]: "))
    }
    #expect(compiled(at: []).outputs.count == 2)
  }

  /// Returns what the pipeline with the warning compiles to if `choices` are made.
  private func compiled(at choices: [Levels.Choice]) -> Compilation {
    var options = CompilerOptions()
    options.levels = Levels(choices)
    return compile(SourceFile(name: "p.pipe", text: constant), options: options)
  }
}
