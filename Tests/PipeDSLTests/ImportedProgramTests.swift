import Foundation
import TestSupport
import Testing

/// Programs that `import --to swift` wrote compile.
@Suite struct ImportedProgramTests {
  /// The programs that are kept.
  private static let programs = Repository.files(
    in: "Tests/Corpus/import", endingWith: ".program"
  ).filter { Repository.text(at: $0).hasPrefix("import PipeDSL") }

  @Test(.enabled(if: SwiftCompiler.obstacle == nil))
  func `what is imported compiles`() throws {
    try #require(Self.programs.count > 1)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("imported-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (number, program) in Self.programs.enumerated() {
      // Several programs of one module have other names, and none of them is its main one.
      let text = Repository.text(at: program).replacing("@main\n", with: "")
        .replacing("struct ImportedProgram", with: "struct ImportedProgram\(number)")
      let path = folder.appendingPathComponent("program\(number).swift")
      try text.write(to: path, atomically: true, encoding: .utf8)
      paths.append(path.path)
    }
    let verdict = try SwiftCompiler.verdict(on: paths)
    #expect(verdict.errors.isEmpty, "\(verdict.output)")
  }
}
