import Foundation
import PipeCompiler
import TestSupport
import Testing

/// What `Scripts/check-yaml-reader` needs: what is read of the files in a directory.
@Suite struct YAMLComparisonTests {
  /// The directory, which the script names.
  private static let directory = ProcessInfo.processInfo.environment["PIPEC_YAML_CASES"]

  @Test(.enabled(if: directory != nil))
  func `what is read is written down for the script`() throws {
    let root = URL(fileURLWithPath: try #require(Self.directory))
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path)
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let bytes = Array(try Data(contentsOf: root.appendingPathComponent(name)))
      let outcome = yamlOutcome(of: SourceFile(name: name, bytes: bytes))
      let text =
        outcome.mistake.map { "\($0.id.rawValue): \($0.message)" }
        ?? "[\(outcome.documents.joined(separator: ",\n"))]"
      let path = root.appendingPathComponent(name.replacing(".yaml", with: ".read"))
      try Data(text.utf8).write(to: path)
    }
  }
}
