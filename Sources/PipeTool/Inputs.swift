import PipeCompiler

/// What diagnostics call standard input.
let standardInputName = "<stdin>"

/// Returns the files at `paths`, of which `-` is standard input; fails unless all can be read.
///
/// Where a program has pipelines of its own, these are the input, and no file is taken but by `diff`,
/// which compares it with them.
///
/// A file that is too long is cut after the byte by which that is seen.
func readInputs(_ paths: [String], for command: Command) throws(Failure) -> [SourceFile] {
  if let program = Tool.program {
    let texts = [Command.format, .expanding, .importing].map(\.name)
    if texts.contains(command.name) {
      throw .usage("`\(command.name)` is about texts, and these pipelines are a program")
    }
    if command.name != Command.diff.name {
      guard paths.isEmpty else {
        throw .usage("`\(command.name)` takes no file here: the pipelines are the program's own")
      }
      return [program]
    }
  }
  if paths.isEmpty {
    throw .usage("`pipec \(command.name)` needs a file, or `-` for standard input")
  }
  if paths.count(where: { $0 == "-" }) > 1 {
    throw .usage("standard input (`-`) can only be read once")
  }
  let extensions =
    switch command.name {
    case Command.build.name, Command.format.name, Command.expanding.name: [".pipe"]
    default: [".pipe", ".json", ".yaml", ".yml"]
    }
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
    if command.name == Command.format.name, file.isDefinition {
      throw .usage("can't fmt `\(path)`: it holds a definition; only sources are laid out")
    }
    if command.name == Command.build.name, file.isDefinition {
      throw .usage("can't build `\(path)`: it holds a definition, which is what `build` makes")
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
