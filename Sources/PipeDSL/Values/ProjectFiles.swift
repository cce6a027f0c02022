// Files of the project: what a build reads of them.
//
// Paths are those from the directory of the package, the nearest one above the pipeline's file that has a
// `Package.swift`, or else from the one in which the program runs.

extension Value where Content == String {
  /// Returns the S3 URI of the file or directory of the project at `path`, which a job reads.
  ///
  /// The URI lies below the pipeline's `artifacts` and holds the digest of what is there, so it changes
  /// with the file. `build` lists what is to be uploaded; a directory becomes a `.tar.gz`.
  public static func asset(
    _ path: String, file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    Self(.file(FileRequest(path: path, form: .asset, place: Place(file, line, column))))
  }

  /// Returns the text of the file of the project at `path`, at most 1 MiB of UTF-8.
  public static func file(
    _ path: String, file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    Self(.file(FileRequest(path: path, form: .text, place: Place(file, line, column))))
  }
}

extension Literal {
  /// Returns what the JSON file of the project at `path` holds, at most 1 MiB.
  public static func json(
    in path: String, file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    Self(
      Expression(.file(FileRequest(path: path, form: .json, place: Place(file, line, column)))))
  }
}

extension Map {
  /// Returns the object in the JSON file of the project at `path`, at most 1 MiB.
  public static func json(
    in path: String, file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    Self(
      Expression(.file(FileRequest(path: path, form: .json, place: Place(file, line, column)))))
  }
}

/// A file of the project that is asked for.
struct FileRequest: Sendable {
  /// What is made of a file.
  enum Form: Sendable {
    /// The place on S3 where a job finds it.
    case asset
    /// The text in it.
    case text
    /// The value in it.
    case json
  }

  /// The path, from the project's root.
  let path: String
  /// What is made of it.
  let form: Form
  /// Where it is asked for.
  let place: Place
}
