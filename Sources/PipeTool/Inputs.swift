import PipeCompiler

/// What diagnostics call standard input.
let standardInputName = "<stdin>"

/// Returns the files at `paths`, of which `-` is standard input; fails unless all can be read.
///
/// Where a program has pipelines of its own, these are the input, and a file is only taken by a command
/// that compares it with them.
///
/// A file that is too long is cut after the byte by which that is seen.
func readInputs(_ paths: [String], for command: Command) throws(Failure) -> [SourceFile] {
  if let program = Tool.program {
    switch command.inputs.program {
    case .none:
      throw .usage("`\(command.name)` is about texts, and these pipelines are a program")
    case .only:
      guard paths.isEmpty else {
        throw .usage("`\(command.name)` takes no file here: the pipelines are the program's own")
      }
      return [program]
    case .compared: break
    }
  }
  if paths.isEmpty {
    throw .usage("`pipec \(command.name)` needs a file, or `-` for standard input")
  }
  if paths.count(where: { $0 == "-" }) > 1 {
    throw .usage("standard input (`-`) can only be read once")
  }
  let extensions = command.inputs.extensions
  for path in paths where isForeign(path, extensions) {
    let quoted = extensions.map { "`\($0)`" }
    let readable =
      quoted.count == 1
      ? quoted[0] : quoted.dropLast().joined(separator: ", ") + " and \(quoted[quoted.count - 1])"
    throw .usage("can't \(command.name) `\(path)`: only \(readable) files are read so far")
  }
  // Lists of assets lie beside definitions, and `*.json` means both.
  let sources = paths.filter { Target.ofFile(named: $0) != .assets }
  if sources.isEmpty {
    throw .usage("`\(paths[0])` is a list of assets, which there is nothing to say about")
  }
  var files: [SourceFile] = []
  for path in sources {
    let limit = SourceFile.maximumLength + 1
    let file: SourceFile
    do throws(FileError) {
      let bytes =
        path == "-"
        ? try FileSystem.readStandardInput(limit: limit)
        : try FileSystem.read(path, limit: limit)
      file = SourceFile(name: path == "-" ? standardInputName : path, bytes: bytes)
    } catch {
      throw .file(error)
    }
    if let refusal = command.inputs.refusal, file.isDefinition {
      throw .usage("can't \(command.name) `\(path)`: it holds a definition\(refusal)")
    }
    files.append(file)
  }
  return files + (Tool.program.map { [$0] } ?? [])
}

/// Returns `true` iff the file at `path` has an extension, and one that is none of `extensions`.
private func isForeign(_ path: String, _ extensions: [String]) -> Bool {
  let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
  return !extensions.contains(String(name[dot...]))
}
