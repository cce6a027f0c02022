/// What has been read of the project's files, so that nothing is read, or reported, twice.
struct LoadedFiles {
  /// The S3 URI below which assets belong, as far as it is known.
  enum Folder {
    /// Nothing asked for it yet.
    case unknown
    /// It is being worked out.
    case evaluating
    /// It was found; `nil` after a report that there is none.
    case found(String?)
  }

  /// The URIs of assets, by path; `nil` after a report about the file.
  var assets: [String: String?] = [:]
  /// The texts of files, by path; `nil` after a report about the file.
  var texts: [String: String?] = [:]
  /// The values in JSON files, by path; `nil` after a report about the file.
  var values: [String: Index<Value>?] = [:]
  /// The S3 URI below which assets belong.
  var folder = Folder.unknown
  /// `true` iff it was reported that nothing says in which region the pipeline runs.
  var lacksRegion = false

  /// How many bytes an asset may have, and what an archive is made of.
  static let assetLimit = 64 * 1_048_576
  /// How many bytes a file may have whose text or value becomes part of the pipeline.
  static let textLimit = 1_048_576
  /// How many files an archive may have.
  static let fileLimit = 10_000
  /// How deep directories may lie in one another.
  static let depthLimit = 64
}

extension SourceLoader {
  /// Returns the bytes of the file at `path`, which may be `limit` ones.
  func bytes(of path: String, limit: Int) -> Result<[UInt8], LoadFailure> {
    read(path, limit + 1).flatMap { bytes in
      bytes.count <= limit
        ? .success(bytes) : .failure(LoadFailure("it has more than \(limit) bytes"))
    }
  }

  /// Returns the file or directory at `path`, which is shown as `shown`, as an asset below the URI `folder`.
  package func asset(
    at path: String, shownAs shown: String, below folder: String
  ) -> Result<Asset, LoadFailure> {
    let isDirectory = if case .success(let names) = list(path) { !names.isEmpty } else { false }
    let contents =
      isDirectory ? archive(of: path) : bytes(of: path, limit: LoadedFiles.assetLimit)
    return contents.map { bytes in
      Asset(shown, localPath: path, bytes: bytes, isArchive: isDirectory, below: folder)
    }
  }

  /// Returns the bytes of the file at `path`, whose text or value becomes part of the pipeline.
  package func contents(of path: String) -> Result<[UInt8], LoadFailure> {
    bytes(of: path, limit: LoadedFiles.textLimit)
  }

  /// Returns the text of the file at `path`.
  package func text(of path: String) -> Result<String, LoadFailure> {
    contents(of: path).flatMap { bytes in
      firstInvalidUTF8(in: bytes) == nil
        ? .success(String(decoding: bytes, as: UTF8.self))
        : .failure(LoadFailure("it is not UTF-8 text"))
    }
  }

  /// Returns the archive of the directory at `path`; what changes on its own is not in it.
  func archive(of path: String) -> Result<[UInt8], LoadFailure> {
    paths(below: path).flatMap { names in
      var archive = Archive()
      for name in names {
        let rest = LoadedFiles.assetLimit - archive.count
        switch bytes(of: "\(path)/\(name)", limit: rest) {
        case .failure(let failure): return .failure(LoadFailure("`\(name)`: \(failure.reason)"))
        case .success(let bytes):
          guard archive.add(name, bytes) else {
            return .failure(LoadFailure("the name `\(name)` is too long for an archive"))
          }
        }
        guard archive.count <= LoadedFiles.assetLimit else {
          return .failure(LoadFailure("it has more than \(LoadedFiles.assetLimit) bytes"))
        }
      }
      return .success(archive.finish())
    }
  }

  /// Returns the paths of all files below the directory at `root`, from there, in the order of their
  /// bytes.
  private func paths(below root: String) -> Result<[String], LoadFailure> {
    var found: [String] = []
    var open = [""]
    while let folder = open.popLast() {
      switch list(folder.isEmpty ? root : "\(root)/\(folder.dropLast())") {
      case .failure(let failure): return .failure(failure)
      case .success(let names):
        for name in names where !name.hasPrefix(".") && name != "__pycache__/" {
          if name.hasSuffix("/") { open.append(folder + name) } else { found.append(folder + name) }
        }
      }
      let depth = folder.utf8.count { $0 == UInt8(ascii: "/") }
      guard found.count <= LoadedFiles.fileLimit, open.count <= LoadedFiles.fileLimit else {
        return .failure(LoadFailure("it has more than \(LoadedFiles.fileLimit) files"))
      }
      guard depth < LoadedFiles.depthLimit else {
        return .failure(LoadFailure("its directories are more than \(depth) deep"))
      }
    }
    if found.isEmpty { return .failure(LoadFailure("the directory has no files")) }
    return .success(found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }
}
