/// Places in one file, as SARIF describes them.
struct SARIFPlaces {
  /// The file's name as a URI.
  private let uri: String
  /// How many bytes the file has.
  private let length: UInt32
  /// Finds lines and columns.
  private var finder: LocationFinder

  /// Creates the places in `file`, none of which lies behind `end`.
  init(_ file: SourceFile, through end: UInt32) {
    uri = uriReference(of: file.name)
    length = UInt32(truncatingIfNeeded: file.bytes.count)
    finder = LocationFinder(file, through: end)
  }

  /// Writes an object that says where `origin` is, with `text` about it unless that is empty.
  mutating func writeLocation(
    of origin: Origin, saying text: String = "", id: Int? = nil, to writer: inout ByteWriter
  ) {
    writer.write("{")
    if let id { writer.write("\"id\":\(id),") }
    writer.write("\"physicalLocation\":{")
    writeArtifact(to: &writer)
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

  /// Writes the member that says which file it is.
  func writeArtifact(to writer: inout ByteWriter) {
    writer.write("\"artifactLocation\":{\"uri\":\"\(uri)\"}")
  }

  /// Writes `span` as a region.
  mutating func writeRegion(of span: SourceSpan, to writer: inout ByteWriter) {
    let (start, end) = (finder.location(of: span.start), finder.location(of: span.end))
    let (first, last) = (min(span.start, length), min(span.end, length))
    writer.write("{\"startLine\":\(start.line),\"startColumn\":\(start.column)")
    writer.write(",\"endLine\":\(end.line),\"endColumn\":\(end.column)")
    writer.write(",\"byteOffset\":\(first),\"byteLength\":\(last - first)}")
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
