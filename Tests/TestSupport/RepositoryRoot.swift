import Foundation

/// The files of this repository, found from where this file lies.
package enum Repository {
  /// The directory that holds `Package.swift`, without a slash at its end.
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// Returns the absolute path of `path`, which is relative to the root.
  package static func absolute(_ path: String) -> String { "\(root)/\(path)" }

  /// Returns the bytes of the file at `path`, or `nil` if there is none.
  package static func bytes(at path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: absolute(path)).map { Array($0) }
  }

  /// Returns the text of the file at `path`, which is empty if there is no such file.
  package static func text(at path: String) -> String {
    bytes(at: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Returns `true` iff something stands at `path`.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: absolute(path))
  }

  /// Returns the paths of all files below `folder` whose names end with `suffix`, sorted.
  package static func files(in folder: String, endingWith suffix: String = "") -> [String] {
    guard let walk = FileManager.default.enumerator(atPath: absolute(folder)) else { return [] }
    var found: [String] = []
    for case let path as String in walk where path.hasSuffix(suffix) {
      guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      if !isDirectory("\(folder)/\(path)") { found.append("\(folder)/\(path)") }
    }
    return found.sorted()
  }

  /// Returns the names of the folders right below `folder`, sorted.
  package static func folders(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))
    return (names ?? []).filter { isDirectory("\(folder)/\($0)") }.sorted()
  }

  /// Returns the names of what lies right below `folder`, sorted; those of folders end in `/`.
  package static func entries(of folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: absolute(folder))
    return (names ?? []).map { isDirectory("\(folder)/\($0)") ? $0 + "/" : $0 }.sorted()
  }

  /// Replaces the file at `path` by `bytes`.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: absolute(path)))
  }

  /// Removes the file at `path` if there is one.
  package static func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: absolute(path))
  }

  /// Returns `true` iff a directory stands at `path`.
  private static func isDirectory(_ path: String) -> Bool {
    let url = URL(fileURLWithPath: absolute(path))
    return (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory ?? false
  }
}
