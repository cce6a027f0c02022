/// Places in the files of one compilation, as SARIF describes them.
struct SARIFPlaces {
  /// The files.
  private let sources: Sources
  /// The files' names as URIs.
  private let uris: [String]
  /// Finds lines and columns.
  private var finder: LocationFinder

  /// Creates the places in `sources`, none of which lies behind `end`.
  init(_ sources: Sources, through end: UInt32) {
    self.sources = sources
    uris = sources.files.map { uriReference(of: $0.name) }
    finder = LocationFinder(sources, through: end)
  }

  /// Writes an object that says where `origin` is, with `text` about it unless that is empty.
  mutating func writeLocation(
    of origin: Origin, saying text: String = "", id: Int? = nil, to writer: inout ByteWriter
  ) {
    writer.write("{")
    if let id { writer.write("\"id\":\(id),") }
    writer.write("\"physicalLocation\":{")
    writeArtifact(of: origin, to: &writer)
    if let span = origin.span {
      writer.write(",\"region\":")
      writeRegion(of: span, to: &writer)
    }
    writer.write("}")
    if !text.isEmpty {
      writer.write(",\"message\":")
      writer.writeSARIFMessage(text)
    }
    writer.write("}")
  }

  /// Writes the member that says which file `origin` lies in.
  func writeArtifact(of origin: Origin, to writer: inout ByteWriter) {
    let number = origin.span.map { sources.fileNumber(at: $0.start) } ?? 0
    writer.write("\"artifactLocation\":{\"uri\":\"\(uris[number])\"}")
  }

  /// Writes `span` as a region.
  mutating func writeRegion(of span: SourceSpan, to writer: inout ByteWriter) {
    let (file, range) = sources.place(of: span)
    let start = finder.location(of: range.lowerBound, in: file)
    let end = finder.location(of: range.upperBound, in: file)
    writer.write("{\"startLine\":\(start.line),\"startColumn\":\(start.column)")
    writer.write(",\"endLine\":\(end.line),\"endColumn\":\(end.column)")
    writer.write(",\"byteOffset\":\(range.lowerBound),\"byteLength\":\(range.count)}")
  }
}

extension ByteWriter {
  /// Writes an object that says `text`; braces are doubled, because single ones are placeholders.
  mutating func writeSARIFMessage(_ text: String) {
    var doubled = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      doubled.append(scalar)
      if scalar == "{" || scalar == "}" { doubled.append(scalar) }
    }
    write("{\"text\":")
    writeSafelyQuoted(String(doubled))
    write("}")
  }
}

/// Returns `path` as a reference to a URI, relative if the path is.
///
/// All bytes are escaped that could mean something else than themselves there.
private func uriReference(of path: String) -> String {
  var result = path.hasPrefix("/") ? "file://" : ""
  for byte in path.utf8 {
    switch byte {
    // From `-` to `9` are `.`, `/` and the digits.
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += "%" + (byte < 0x10 ? "0" : "") + digits
    }
  }
  return result
}
