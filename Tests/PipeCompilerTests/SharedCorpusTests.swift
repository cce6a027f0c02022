import Foundation
import PipeCompiler
import TestSupport
import Testing

/// Definitions that others wrote: what the service takes, and what the SDK writes, is not refused.
///
/// They are not part of the repository. Where they are missing, the suite is skipped.
@Suite(.enabled(if: SharedCorpus.isPresent, "no shared corpus; `PIPEC_SHARED` names its directory"))
struct SharedCorpusTests {
  /// What the definitions of each folder compile to, found once for all tests.
  private static let compilations: [(folder: SharedFolder, compilations: [Compilation])] =
    SharedFolder.all.map { folder in (folder, folder.sources.map { compile($0) }) }

  @Test func `every error is one of those that are known to be right`() {
    let known = SharedError.all
    for compilation in Self.compilations.flatMap(\.compilations) {
      for diagnostic in compilation.diagnostics.sorted where diagnostic.severity == .error {
        let isKnown = known.contains { $0.isThis(diagnostic, about: compilation.file) }
        #expect(isKnown, "\(transcript(of: diagnostic, in: compilation.file))")
      }
    }
  }

  @Test func `every error that is known to be right is reported, and has its reason`() {
    var missing = SharedError.all
    for compilation in Self.compilations.flatMap(\.compilations) where !missing.isEmpty {
      let reported = compilation.diagnostics.sorted.filter { $0.severity == .error }
      missing.removeAll { error in
        reported.contains { error.isThis($0, about: compilation.file) }
      }
    }
    for error in missing {
      Issue.record("not reported: \(error.path): \(error.id): \(error.words)")
    }
    for error in SharedError.all {
      #expect(DiagnosticID(rawValue: error.id) != nil, "\(error.id)")
      #expect(!error.words.isEmpty && !error.reason.isEmpty, "\(error.path)")
    }
  }

  @Test func `no kind of diagnostic becomes more or less frequent unseen`() {
    var lines: [String] = []
    for (folder, compilations) in Self.compilations {
      lines.append("\(folder.name): \(folder.files.count) definitions")
      var counts: [String: (all: Int, files: Int)] = [:]
      for compilation in compilations {
        let found = compilation.diagnostics.sorted
          .map { "\($0.severity.rawValue)[\($0.id.rawValue)]" }
        for (id, group) in Dictionary(grouping: found, by: { $0 }) {
          counts[id, default: (0, 0)].all += group.count
          counts[id, default: (0, 0)].files += 1
        }
      }
      for (id, count) in counts.sorted(by: { $0.key < $1.key }) {
        lines.append("  \(id): \(count.all) in \(count.files)")
      }
    }
    expectGolden(lines.joined(separator: "\n") + "\n", at: "Tests/Corpus/shared/counts.txt")
  }

  @Test func `a definition that is read and written again means the same`() throws {
    for compilation in Self.compilations.flatMap(\.compilations) {
      guard let graph = compilation.graph else { continue }
      let (first, second) = (
        try JSONSerialization.jsonObject(with: Data(compilation.file.bytes)),
        try JSONSerialization.jsonObject(with: Data(emit(graph, as: .sagemaker)))
      )
      let isSame = JSONValue(first).withoutDefaults == JSONValue(second).withoutDefaults
      #expect(isSame, "\(compilation.file.name)")
    }
  }
}

extension JSONValue {
  /// The value of a definition without what says as much as nothing: empty lists of parameters and of
  /// orders, and the type of parameters that are strings.
  fileprivate var withoutDefaults: JSONValue {
    switch self {
    case .list(let entries): return .list(entries.map(\.withoutDefaults))
    case .object(var members):
      for name in ["Parameters", "DependsOn"] where members[name] == .list([]) {
        members[name] = nil
      }
      if members["Name"] != nil, members["Type"] == .string("String") { members["Type"] = nil }
      return .object(members.mapValues(\.withoutDefaults))
    default: return self
    }
  }
}
