import PipeCompiler

/// What diagnostics call standard input.
let standardInputName = "<stdin>"

/// Which files a command reads.
struct Input: Sendable {
  /// What becomes of the pipelines of a program in Swift.
  enum ProgramUse: Sendable {
    /// They are the input, and no file is read.
    case instead
    /// They are the last input, after the files.
    case beside
    /// There is nothing to be done with them.
    case never
  }

  /// What becomes of the pipelines of a program in Swift.
  var program = ProgramUse.instead
  /// Why definitions and manifests are not read, as the end of a sentence; `nil` if they are.
  var definitionRefusal: String?

  /// Texts in pipec's language and nothing else, because of `reason`.
  static func sources(_ reason: String) -> Self {
    Self(program: .never, definitionRefusal: reason)
  }

  /// The extensions of the files that are read.
  var extensions: [String] {
    definitionRefusal == nil ? [".pipe", ".json", ".yaml", ".yml"] : [".pipe"]
  }
}

/// Returns the files at `paths`, or else at the operands of `arguments`, unless one can't be read.
///
/// `-` is standard input. A file that is too long is cut after the byte by which that is seen.
func readInputs(
  _ arguments: Arguments, at paths: [String]? = nil
) throws(Failure) -> [SourceFile] {
  let paths = paths ?? arguments.operands
  let command = arguments.command
  if !arguments.programs.isEmpty {
    switch command.input.program {
    case .instead where paths.isEmpty: return arguments.programs
    case .instead:
      throw .usage("`\(command.name)` takes no file here: the pipelines are the program's own")
    case .never:
      throw .usage("`\(command.name)` is about texts, and these pipelines are a program")
    case .beside: break
    }
  }
  if paths.isEmpty {
    throw .usage("`pipec \(command.name)` needs a file, or `-` for standard input")
  }
  if paths.count(where: { $0 == "-" }) > 1 {
    throw .usage("standard input (`-`) can only be read once")
  }
  let extensions = command.input.extensions
  for path in paths where isForeign(path, extensions) {
    let quoted = extensions.map { "`\($0)`" }
    let readable =
      quoted.count == 1
      ? quoted[0] : quoted.dropLast().joined(separator: ", ") + " and \(quoted[quoted.count - 1])"
    throw .usage("can't \(command.name) `\(path)`: only \(readable) files are read so far")
  }
  // Lists of assets and policies lie beside definitions, and `*.json` means all of them.
  let sources = paths.filter { ![.assets, .iam].contains(Target.ofFile(named: $0)) }
  if sources.isEmpty {
    throw .usage("`\(paths[0])` is no pipeline: `build` writes such files beside definitions")
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
    if let reason = command.input.definitionRefusal, file.isDefinition {
      throw .usage("can't \(command.name) `\(path)`: it holds a definition; \(reason)")
    }
    files.append(file)
  }
  return files + arguments.programs
}

/// Returns `true` iff the file at `path` has an extension, and one that is none of `extensions`.
private func isForeign(_ path: String, _ extensions: [String]) -> Bool {
  let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return false }
  return !extensions.contains(String(name[dot...]))
}
