#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import PipeCompiler

/// Why something can't be done with a file.
package struct FileError: Error, CustomStringConvertible {
  /// What was tried, as a verb.
  let action: String
  /// The file's path.
  let path: String
  /// The system's number for the reason.
  let code: Int32

  /// Creates an error for the reason that the system gave last.
  init(_ action: String, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  /// `true` iff the reader of what was written went away.
  var isBrokenPipe: Bool { code == EPIPE }

  /// The reason, in the system's words.
  var reason: String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }

  /// One line that says what can't be done and why.
  package var description: String { "can't \(action) `\(path)`: \(reason)" }
}

/// The one door to the world outside.
package enum FileSystem {
  /// Returns the bytes of the file at `path`, but at most `limit` of them.
  package static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path) }
    defer { close(descriptor) }
    return try read(descriptor, named: path, limit: limit)
  }

  /// Returns the bytes of the file at `path` if it can be read and is no longer than a source may be.
  package static func contents(of path: String) -> [UInt8]? {
    let limit = SourceFile.maximumLength
    do throws(FileError) {
      let bytes = try read(path, limit: limit + 1)
      return bytes.count > limit ? nil : bytes
    } catch {
      return nil
    }
  }

  /// The directory that relative paths begin at, if it can be told.
  package static var currentDirectory: String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// Returns the bytes of standard input, but at most `limit` of them.
  static func readStandardInput(limit: Int) throws(FileError) -> [UInt8] {
    try read(STDIN_FILENO, named: "standard input", limit: limit)
  }

  /// Returns the bytes that `descriptor` yields, but at most `limit` of them.
  private static func read(
    _ descriptor: Int32, named name: String, limit: Int
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    // One byte more than the file has, so that its end is met without growing the buffer.
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_size > 0
    let size = isKnown ? min(Int(status.st_size) + 1, limit) : min(65_536, limit)
    // Bytes of no meaning are faster than zeros, and touch no memory before it is needed.
    var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { _, count in count = size }
    var count = 0
    while count < limit {
      if count == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: min(count, limit - count)))
      }
      let received = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe receive(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      guard received >= 0 else { throw FileError("read", name) }
      if received == 0 { break }
      count += received
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Reads once from `descriptor` into `buffer`, however often a signal gets in between.
  static func receive(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
  ) -> Int {
    while true {
      #if canImport(Glibc)
        let count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = unsafe Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  /// Writes all of `bytes` to `descriptor`, which errors call `name`.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, named name: String
  ) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe send(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR && errno != EAGAIN {
        throw FileError("write", name)
      }
    }
  }

  /// Writes once from `buffer` to `descriptor` and returns how many bytes were taken.
  private static func send(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, buffer.baseAddress, buffer.count)
    #else
      unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
