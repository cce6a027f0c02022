import PipeCompiler

/// Returns the archives of `pipelines` whose assets are listed, each of them once.
func archives(of pipelines: [CompiledPipeline]) -> [OutputFile] {
  var files: [OutputFile] = []
  for pipeline in pipelines where pipeline.outputs.contains(where: { $0.target == .assets }) {
    for asset in pipeline.assets {
      guard let name = asset.archivePath, let bytes = asset.archive else { continue }
      if !files.contains(where: { $0.name == name }) {
        files.append(OutputFile(name: name, bytes: bytes))
      }
    }
  }
  return files
}

/// Returns the commands, a line each, that upload the assets of `products`, whose archives have been
/// written to `directory`.
func uploadCommands(for products: [Product], in directory: OutputDirectory) -> String {
  var commands: [String] = []
  var known: Set<String> = []
  for asset in products.flatMap(\.pipelines).flatMap(\.assets)
  where known.insert(asset.destination).inserted {
    let path = asset.archivePath.map { directory.path(of: $0) } ?? asset.localPath
    commands.append("aws s3 cp \(shellWord(path)) \(shellWord(asset.destination))\n")
  }
  return commands.joined()
}

/// Returns `text` as a word of a shell command.
private func shellWord(_ text: String) -> String {
  let plain = text.utf8.allSatisfy { byte in
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || "-_./:@%+=,".utf8.contains(byte)
  }
  // What begins like an option would be taken for one.
  if plain, !text.isEmpty { return text.hasPrefix("-") ? "./\(text)" : text }
  return "'"
    + text.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''") + "'"
}
