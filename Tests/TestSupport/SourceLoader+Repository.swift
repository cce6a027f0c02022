package import PipeCompiler

extension SourceLoader {
  /// The loader of the files of this repository, by their paths in it.
  package static let repository = files(of: "")

  /// Returns the loader of the files in `folder`, by their paths in it.
  package static func files(of folder: String) -> SourceLoader {
    let prefix = folder.isEmpty ? "" : "\(folder)/"
    return SourceLoader(
      read: { path, _ in
        Repository.bytes(at: prefix + path).map { .success($0) }
          ?? .failure(LoadFailure("No such file or directory"))
      },
      list: { path in
        guard Repository.exists(prefix + path) else {
          return .failure(LoadFailure("No such file or directory"))
        }
        return .success(Repository.entries(of: prefix + path))
      })
  }

  /// Returns the loader of `texts`, by their paths, and of what `others` loads beside them.
  package static func texts(
    _ texts: [String: String], beside others: SourceLoader = .none
  ) -> SourceLoader {
    SourceLoader(
      read: { path, limit in
        texts[path].map { .success(Array($0.utf8)) } ?? others.read(path, limit)
      },
      list: { others.list($0) })
  }
}
