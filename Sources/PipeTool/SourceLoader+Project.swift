package import PipeCompiler

extension SourceLoader {
  /// Returns the loader of the files of the project whose main file is `file`.
  ///
  /// Links are followed, but not out of the project.
  static func project(of file: SourceFile) -> SourceLoader {
    project { ProjectPath.rootPath(ofProjectOf: file.name) }
  }

  /// Returns the loader of the files below the directory at `path`; empty if that is where the tool runs.
  package static func project(below path: String) -> SourceLoader { project { path } }

  /// Returns the loader of the files below the directory that `path` gives once a file is asked for.
  private static func project(below path: @escaping @Sendable () -> String) -> SourceLoader {
    let root: @Sendable () -> String = {
      let path = path()
      return path.isEmpty ? "." : path
    }
    return SourceLoader(
      read: { path, limit in
        Self.inside(root(), path) { () throws(FileError) in
          try FileSystem.read(path, limit: limit)
        }
      },
      list: { path in
        let directory = path.isEmpty ? "." : path
        return Self.inside(root(), directory) { () throws(FileError) in
          try FileSystem.entries(of: directory)
        }
      })
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
