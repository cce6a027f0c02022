/// Returns the list of the assets of `graph` as JSON, ending in one line feed.
///
/// Paths are relative to the compiled file, those of archives to the list.
func assetList(of graph: PipelineGraph) -> [UInt8] {
  var output = ByteWriter(reserving: 128 + graph.assets.count * 256)
  output.write("{\n  \"pipeline\": ")
  output.writeQuoted(graph.text(graph.header.name))
  output.write(",\n  \"assets\": [")
  for (number, asset) in graph.assets.enumerated() {
    output.write(number == 0 ? "\n    {\n" : ",\n    {\n")
    write("path", asset.path, to: &output)
    if let archive = asset.archivePath { write("archive", archive, to: &output) }
    write("sha256", asset.digest, to: &output)
    output.write("      \"size\": \(asset.size),\n      \"destination\": ")
    output.writeQuoted(asset.destination)
    output.write("\n    }")
  }
  output.write("\n  ]\n}\n")
  return output.finish()
}

/// Writes the member `name`, which is `text`, to `output`.
private func write(_ name: String, _ text: String, to output: inout ByteWriter) {
  output.write("      \"\(name)\": ")
  output.writeQuoted(text)
  output.write(",\n")
}
