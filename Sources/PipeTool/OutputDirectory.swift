import PipeCompiler

/// A file that is to be written.
struct OutputFile {
  /// Its name in the directory.
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
    for folder in folders(of: files) { try FileSystem.createDirectory(self.path(of: folder)) }
    var staged: [StagedFile] = []
    var names: [String] = []
    do throws(FileError) {
      for file in files where !FileSystem.holds(file.bytes, at: path(of: file.name)) {
        let place = path(of: file.name)
        staged.append(try FileSystem.stage(file.bytes, for: place, number: staged.count))
        names.append(file.name)
      }
      while let next = staged.first {
        try FileSystem.commit(next)
        staged.removeFirst()
      }
    } catch {
      staged.forEach(FileSystem.discard)
      throw error
    }
    return names
  }

  /// Returns the folders in the directory that hold some of `files`, each once, outer ones first.
  private func folders(of files: [OutputFile]) -> [String] {
    var folders: [String] = []
    for file in files {
      var end = file.name.startIndex
      while let slash = file.name[end...].firstIndex(of: "/") {
        let folder = String(file.name[..<slash])
        if !folders.contains(folder) { folders.append(folder) }
        end = file.name.index(after: slash)
      }
    }
    return folders
  }

  /// Returns what differs from `files`, considering files with one of `extensions` only, and those
  /// in the folders of `files` and in `others`.
  func differences(
    from files: [OutputFile], extensions: [String], folders others: [String]
  ) throws(FileError) -> [Difference] {
    var seen: Set<String> = []
    var names = try FileSystem.names(in: path)
    for folder in folders(of: files) + others where !seen.contains(folder) {
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
      guard name.contains("/") || extensions.contains(where: { name.hasSuffix("." + $0) }) else {
        continue
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
