import PipeCompiler

extension SourceLoader {
  /// Returns the loader of the files of the project whose main file is `file`.
  ///
  /// Links are followed, but not out of the project.
  static func project(of file: SourceFile) -> SourceLoader {
    SourceLoader(
      read: { path, limit in
        Self.inside(root(ofProjectOf: file), path) { () throws(FileError) in
          try FileSystem.read(path, limit: limit)
        }
      },
      list: { path in
        let directory = path.isEmpty ? "." : path
        return Self.inside(root(ofProjectOf: file), directory) { () throws(FileError) in
          try FileSystem.entries(of: directory)
        }
      })
  }

  /// Returns the path of the directory that the project whose main file is `file` lies in.
  private static func root(ofProjectOf file: SourceFile) -> String {
    let path = ProjectPath.rootPath(ofProjectOf: file.name)
    return path.isEmpty ? "." : path
  }

  /// Returns what `body` gets from `path`, unless that lies outside of the directory at `root`.
  private static func inside<Result>(
    _ root: String, _ path: String, _ body: () throws(FileError) -> Result
  ) -> Swift.Result<Result, LoadFailure> {
    do throws(FileError) {
      let (real, base) = (try FileSystem.realPath(path), try FileSystem.realPath(root))
      guard real == base || real.hasPrefix(base == "/" ? base : base + "/") else {
        return .failure(LoadFailure("it is a link to a file outside of the project"))
      }
      return .success(try body())
    } catch {
      return .failure(LoadFailure(error.reason))
    }
  }
}
