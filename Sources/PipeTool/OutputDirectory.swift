import PipeCompiler

/// A file that is to be written.
struct OutputFile {
  /// Its name: the path from the directory that it is written to.
  let name: String
  /// What it is to hold.
  let bytes: [UInt8]
}

/// The directory that output files are written to.
struct OutputDirectory {
  /// The path, as the user gave it.
  let path: String

  /// Returns the path of the file called `name`.
  func path(of name: String) -> String {
    path == "." ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Writes those of `files` that differ from what is there, all or none; returns their names.
  ///
  /// All are written beside their places before the first one is moved there.
  func write(_ files: [OutputFile]) throws(FileError) -> [String] {
    try FileSystem.createDirectory(path)
    var line = ProgressLine("writing", of: files.count)
    defer { line.clear() }
    var changed: [OutputFile] = []
    for (number, file) in files.enumerated() {
      line.show(number)
      if !FileSystem.holds(file.bytes, at: path(of: file.name)) { changed.append(file) }
    }
    for file in changed {
      guard let slash = file.name.lastIndex(of: "/") else { continue }
      try FileSystem.createDirectory(path(of: String(file.name[..<slash])))
    }
    try FileSystem.replace(
      changed.map { OutputFile(name: path(of: $0.name), bytes: $0.bytes) })
    return changed.map(\.name)
  }

  /// Returns the folders in the directory that hold some of `files`, each once.
  private func folders(of files: [OutputFile]) -> [String] {
    var seen: Set<String> = []
    return files.compactMap { file in
      guard let slash = file.name.lastIndex(of: "/") else { return nil }
      let folder = String(file.name[..<slash])
      return seen.insert(folder).inserted ? folder : nil
    }
  }

  /// Returns what differs from `files`, considering files that hold one of `targets` only.
  func differences(
    from files: [OutputFile], targets: [Target]
  ) throws(FileError) -> [Difference] {
    var seen: Set<String> = []
    var names = try FileSystem.names(in: path)
    let runs = targets.contains(.execution) ? ["runs"] : []
    for folder in folders(of: files) + runs where !seen.contains(folder) {
      seen.insert(folder)
      names += try FileSystem.names(in: self.path(of: folder)).map { "\(folder)/\($0)" }
    }
    let present = Set(names)
    var result: [Difference] = []
    for file in files {
      guard present.contains(file.name) else {
        result.append(Difference(kind: .missing, name: file.name, old: [], new: file.bytes))
        continue
      }
      let old = try FileSystem.read(path(of: file.name), limit: Difference.limit)
      if old == file.bytes { continue }
      result.append(Difference(kind: .stale, name: file.name, old: old, new: file.bytes))
    }
    let expected = Set(files.map(\.name))
    for name in names where !expected.contains(name) {
      if !name.contains("/") {
        guard let target = Target.ofFile(named: name), targets.contains(target) else { continue }
      }
      let old = try FileSystem.read(path(of: name), limit: Difference.limit)
      result.append(Difference(kind: .leftOver, name: name, old: old, new: []))
    }
    return result
  }
}

/// A file that is not what a build would write.
struct Difference {
  /// How much of a file is compared, in bytes.
  static let limit = 256 * 1_048_576

  /// What is wrong with a file.
  enum Kind: String, CaseIterable {
    /// It isn't there.
    case missing
    /// It holds something else.
    case stale
    /// No input produces it.
    case leftOver = "left over"
  }

  /// What is wrong.
  let kind: Kind
  /// The file's name in its directory.
  let name: String
  /// What it holds.
  let old: [UInt8]
  /// What it should hold.
  let new: [UInt8]
}
