/// The one door from a compilation to other files than the one that is compiled.
///
/// What comes through it is all that a compilation depends on beside its file and its options. Paths
/// are relative to the place that the caller calls the project's root, or absolute, and normal: they
/// hold neither `.` nor an empty part, and `..` at the beginning only.
public struct SourceLoader: Sendable {
  /// Returns the bytes of the file at a path, at most one more than the given number of them.
  public let read: @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], LoadFailure>
  /// Returns the names of what is in the directory at a path, sorted; those of directories end in `/`.
  public let list: @Sendable (_ path: String) -> Result<[String], LoadFailure>

  /// Creates the loader that reads and lists as the closures do.
  public init(
    read: @escaping @Sendable (_ path: String, _ limit: Int) -> Result<[UInt8], LoadFailure>,
    list: @escaping @Sendable (_ path: String) -> Result<[String], LoadFailure> = { _ in
      .failure(LoadFailure("directories can't be listed here"))
    }
  ) {
    self.read = read
    self.list = list
  }

  /// The loader of a compilation that has nothing but its file.
  public static let none = SourceLoader { _, _ in
    .failure(LoadFailure("no other file can be read here"))
  }
}

/// Why a file can't be read.
public struct LoadFailure: Error, Hashable, Sendable {
  /// The reason, in a few words.
  public let reason: String

  /// Creates the failure for `reason`.
  public init(_ reason: String) { self.reason = reason }
}
