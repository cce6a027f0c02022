extension PipelineGraph {
  /// What the names of the pipeline's files begin with: its name, with `_` for what a name of a pipeline can't
  /// hold and the name of a file should not.
  package var fileStem: String {
    var stem = ""
    for byte in text(header.name).utf8.prefix(200) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        stem.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: ".") where !stem.isEmpty: stem += "."
      default: stem += "_"
      }
    }
    return stem.isEmpty ? "_" : stem
  }
}
