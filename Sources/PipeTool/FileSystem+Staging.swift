#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written, but not yet in its place.
struct StagedFile {
  /// Where the file is going to be.
  let path: String
  /// Where it is.
  let temporaryPath: String
}

extension FileSystem {
  /// Returns `true` iff the file at `path` holds exactly `bytes`.
  static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, Int(status.st_size) == bytes.count else {
      return false
    }
    // A piece at a time, since fresh memory costs more than reading.
    var piece = [UInt8](repeating: 0, count: min(65_536, bytes.count + 1))
    var position = 0
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { unsafe receive(descriptor, $0) }
      guard count > 0 else { return count == 0 && position == bytes.count }
      guard position + count <= bytes.count, bytes.equals(piece, count, at: position) else {
        return false
      }
      position += count
    }
  }

  /// Writes `bytes` beside `path`, as the file that is going to stand there.
  ///
  /// Files that are staged at the same time must have different `number`s.
  static func stage(
    _ bytes: [UInt8], for path: String, number: Int
  ) throws(FileError) -> StagedFile {
    // Found out now, since a failure to move a file would come after others have been moved.
    if isDirectory(path) { throw FileError("write", path, code: EISDIR) }
    let directory = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    // The name is short whatever the file's is. What has it was left by a run that was cut off.
    let staged = StagedFile(
      path: path, temporaryPath: "\(directory).pipec-\(getpid())-\(number).tmp")
    discard(staged)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = unsafe open(staged.temporaryPath, flags, mode(of: path))
    guard descriptor >= 0 else { throw FileError("write", path) }
    do throws(FileError) {
      try write(bytes, to: descriptor, named: path)
    } catch {
      close(descriptor)
      discard(staged)
      throw error
    }
    guard close(descriptor) != 0 else { return staged }
    let error = FileError("write", path)
    discard(staged)
    throw error
  }

  /// Puts `files`, whose names are their paths, in their places, all or none.
  ///
  /// All are written beside their places before the first one is moved there.
  static func replace(_ files: [OutputFile]) throws(FileError) {
    var staged: [StagedFile] = []
    do throws(FileError) {
      for file in files {
        staged.append(try stage(file.bytes, for: file.name, number: staged.count))
      }
      while let next = staged.first {
        try commit(next)
        staged.removeFirst()
      }
    } catch {
      staged.forEach(discard)
      throw error
    }
  }

  /// Puts `file` in its place.
  static func commit(_ file: StagedFile) throws(FileError) {
    guard unsafe rename(file.temporaryPath, file.path) != 0 else { return }
    throw FileError("write", file.path)
  }

  /// Removes `file`.
  static func discard(_ file: StagedFile) { _ = unsafe unlink(file.temporaryPath) }

  /// Returns the permissions of the file at `path`, or those of a new file.
  private static func mode(of path: String) -> mode_t {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return 0o666 }
    return status.st_mode & 0o777
  }
}

extension [UInt8] {
  /// Returns `true` iff the `count` bytes from `position` on are the first ones of `other`.
  fileprivate func equals(_ other: [UInt8], _ count: Int, at position: Int) -> Bool {
    unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { theirs in
        guard let mine = mine.baseAddress, let theirs = theirs.baseAddress else {
          return count == 0
        }
        return unsafe memcmp(mine + position, theirs, count) == 0
      }
    }
  }
}
