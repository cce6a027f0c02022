import Foundation
package import PipeCompiler
import Testing

/// Definitions that others wrote, in a directory that may lie beside the repository.
///
/// `PIPEC_SHARED` names the directory; without it, it is `shared` beside the repository's.
package enum SharedCorpus {
  /// The directory's corpus, without a slash at its end.
  private static let root: String = {
    let environment = ProcessInfo.processInfo.environment
    return (environment["PIPEC_SHARED"] ?? "\(Repository.root)/../shared") + "/corpus"
  }()

  /// `true` iff the corpus is there.
  package static let isPresent = !SharedFolder.all.allSatisfy { $0.files.isEmpty }

  /// Returns the names of the definitions right below `folder`, sorted.
  fileprivate static func definitions(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")
    return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
  }

  /// Returns the bytes of the file at `path`, which is relative to the corpus.
  fileprivate static func bytes(at path: String) -> [UInt8] {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { Array($0) } ?? []
  }
}

/// A folder of the shared corpus.
package struct SharedFolder: Sendable, CustomTestStringConvertible {
  /// The name: `harvest/v2unit`.
  package let name: String
  /// The names of its definitions.
  package let files: [String]

  /// What a test run calls the folder.
  package var testDescription: String { name }

  /// The definitions, by their paths in the corpus.
  package var sources: [SourceFile] {
    files.map { file in
      let path = "\(name)/\(file)"
      return SourceFile(name: path, bytes: SharedCorpus.bytes(at: path))
    }
  }

  /// All folders with definitions, whether they are there or not.
  package static let all: [SharedFolder] = [
    "json", "notebooks", "harvest/v2integ", "harvest/v2unit", "harvest/forks-unit-literals",
  ].map { SharedFolder(name: $0, files: SharedCorpus.definitions(in: $0)) }
}

/// An error that is known to be right about a definition of the shared corpus.
package struct SharedError: Sendable {
  /// The path of the definition; a star stands for anything.
  package let path: String
  /// The diagnostic.
  package let id: String
  /// A part of its message.
  package let words: String
  /// Why the definition is wrong, or why it does not matter that it is refused.
  package let reason: String

  /// Those in `Tests/Corpus/shared/errors.txt`.
  package static let all: [SharedError] = Repository.text(at: "Tests/Corpus/shared/errors.txt")
    .split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let parts = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingPrefix(" ").trimmingSuffix(" ") }
      return SharedError(
        path: parts.first ?? "", id: parts.dropFirst().first ?? "",
        words: parts.dropFirst(2).first ?? "", reason: parts.dropFirst(3).joined(separator: "|"))
    }

  /// Returns `true` iff `diagnostic` about `file` is this error.
  package func isThis(_ diagnostic: Diagnostic, about file: SourceFile) -> Bool {
    isPath(of: file) && diagnostic.id.rawValue == id && diagnostic.message.contains(words)
  }

  /// Returns `true` iff the path is that of `file`.
  private func isPath(of file: SourceFile) -> Bool {
    let pieces = path.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return file.name == path
    }
    guard file.name.hasPrefix(first) else { return false }
    var rest = file.name.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}

extension Substring {
  /// Returns the text without `suffix` at its end, however often it stands there.
  fileprivate func trimmingSuffix(_ suffix: Character) -> String {
    var text = self
    while text.last == suffix { text.removeLast() }
    return String(text)
  }
}
