#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// Creates the directory at `path` and those above it, as far as they are missing.
  static func createDirectory(_ path: String) throws(FileError) {
    if isDirectory(path) { return }
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if let slash = trimmed.lastIndex(of: "/"), slash != trimmed.startIndex {
      try createDirectory(String(trimmed[..<slash]))
    }
    guard unsafe mkdir(path, 0o777) != 0 else { return }
    let code = errno
    if isDirectory(path) { return }
    throw FileError("create directory", path, code: code)
  }

  /// Returns the names of the files in the directory at `path`, sorted; none if it doesn't exist.
  ///
  /// Hidden files and directories are not among them.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let directory = unsafe opendir(path) else {
      if errno == ENOENT { return [] }
      throw FileError("list", path)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix("."), !isDirectory("\(path)/\(name)") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the names of everything in the directory at `path`, sorted; none if it can't be listed.
  package static func contents(ofDirectory path: String) -> [String] {
    do throws(FileError) {
      return try entries(of: path)
    } catch {
      return []
    }
  }

  /// Returns the names of everything in the directory at `path`, sorted; those of directories end in
  /// `/`.
  static func entries(of path: String) throws(FileError) -> [String] {
    guard let directory = unsafe opendir(path) else { throw FileError("list", path) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." {
        names.append(isDirectory("\(path)/\(name)") ? name + "/" : name)
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the absolute path of the file or directory at `path`, with all links followed.
  static func realPath(_ path: String) throws(FileError) -> String {
    guard let real = unsafe realpath(path, nil) else { throw FileError("read", path) }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Returns `true` iff there is a directory at `path`.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
