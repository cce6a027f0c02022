package import PipeCompiler
import Testing

/// Two files of the corpus that are compared, in a folder with what is said about them.
package struct DifferenceCase: Sendable, CustomTestStringConvertible {
  /// The name of the folder.
  package let name: String

  /// Creates the case in the folder called `name`.
  package init(name: String) { self.name = name }

  /// The folder, relative to the repository.
  package var folder: String { "Tests/Corpus/diff/\(name)" }

  /// The file as it was.
  package var old: SourceFile { source("old") }

  /// The file as it is.
  package var new: SourceFile { source("new") }

  /// `true` iff it is asked what happens to cached steps.
  package var asksForCache: Bool { name.hasPrefix("cache") }

  /// What a test run calls the case.
  package var testDescription: String { name }

  /// All cases.
  package static let all: [DifferenceCase] = Repository.folders(in: "Tests/Corpus/diff")
    .map { DifferenceCase(name: $0) }

  /// Returns the file called `stem`, whatever it ends in.
  private func source(_ stem: String) -> SourceFile {
    for end in ["pipe", "json", "yaml"] {
      let file = "\(stem).\(end)"
      if let bytes = Repository.bytes(at: "\(folder)/\(file)") {
        return SourceFile(name: file, bytes: bytes)
      }
    }
    return SourceFile(name: stem, bytes: [])
  }
}

/// Returns the pipelines that `source` describes, not checked.
package func pipelines(in source: SourceFile) -> [PipelineGraph] {
  var diagnostics = Diagnostics()
  var sources = Sources(source)
  return readPipelines(
    &sources, with: CompilerOptions(), loader: .none, isTakingAll: true, reportingTo: &diagnostics
  ).map(\.graph)
}
