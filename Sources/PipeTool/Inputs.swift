import PipeCompiler

/// Returns the files at `paths`, of which `-` is standard input; fails unless all can be read.
///
/// A file that is too long is cut after the byte by which that is seen.
func readInputs(_ paths: [String], for command: Command) throws(Failure) -> [SourceFile] {
  if paths.isEmpty {
    throw .usage("`pipec \(command.name)` needs a file, or `-` for standard input")
  }
  if paths.count(where: { $0 == "-" }) > 1 {
    throw .usage("standard input (`-`) can only be read once")
  }
  let extensions = command.name == Command.build.name ? [".pipe"] : [".pipe", ".json"]
  for path in paths where isForeign(path, extensions) {
    let readable = extensions.map { "`\($0)`" }.joined(separator: " and ")
    throw .usage("can't \(command.name) `\(path)`: only \(readable) files are read so far")
  }
  var files: [SourceFile] = []
  for path in paths {
    let limit = SourceFile.maximumLength + 1
    let file: SourceFile
    do throws(FileError) {
      let bytes =
        path == "-"
        ? try FileSystem.readStandardInput(limit: limit)
        : try FileSystem.read(path, limit: limit)
      file = SourceFile(name: path == "-" ? "<stdin>" : path, bytes: bytes)
    } catch {
      throw .file(error)
    }
    if command.name == Command.build.name, file.isDefinition {
      throw .usage("can't build `\(path)`: it holds a definition, which is what `build` makes")
    }
    files.append(file)
  }
  return files
}

/// Returns `true` iff the file at `path` has an extension, and one that is none of `extensions`.
private func isForeign(_ path: String, _ extensions: [String]) -> Bool {
  let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
  return !extensions.contains(String(name[dot...]))
}
