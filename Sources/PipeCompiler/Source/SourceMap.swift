/// Where the parts of a definition and of its manifests were written, for whoever has only those.
///
/// It is kept as JSON with a line for each part, and read by those lines.
public struct SourceMap: Sendable {
  /// A part, and where it was written.
  public struct Place: Hashable, Sendable {
    /// The way to the part: `Steps.Train.Arguments.RoleArn`, `Endpoint/churn.spec.endpointName`.
    public let part: String
    /// The file, line and column: `churn.pipe:12:3`.
    public let location: String

    /// Creates the record that `part` was written at `location`.
    package init(_ part: String, at location: String) {
      self.part = part
      self.location = location
    }
  }

  /// The parts, in source order.
  public private(set) var places: [Place] = []

  /// Creates a map of nothing.
  public init() {}

  /// Creates the map of `parts`, which were written in `sources`.
  init(of parts: [(part: String, origin: Origin)], in sources: Sources) {
    var tables: [Int: LineTable] = [:]
    for (part, origin) in parts {
      guard let span = origin.span else { continue }
      let (number, range) = sources.place(of: span)
      let file = sources.files[number]
      let table = tables[number] ?? LineTable(file.bytes)
      tables[number] = table
      let start = UInt32(truncatingIfNeeded: range.lowerBound)
      let location = table.location(of: start, in: file.bytes)
      places.append(Place(part, at: "\(file.name):\(location.line):\(location.column)"))
    }
  }

  /// The map as JSON.
  var json: [UInt8] {
    var output = ByteWriter(reserving: places.count * 64)
    output.write("{\n  \"version\": 1,\n  \"places\": {")
    for (index, place) in places.enumerated() {
      output.write(index == 0 ? "\n    " : ",\n    ")
      output.writeQuoted(place.part)
      output.write(": ")
      output.writeQuoted(place.location)
    }
    output.write(places.isEmpty ? "}\n}\n" : "\n  }\n}\n")
    return output.finish()
  }

  /// Reads what `json` wrote, or returns `nil` if `text` is not that.
  public init?(reading text: [UInt8]) {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard lines.count > 2, lines[0] == [UInt8(ascii: "{")],
      lines[1].elementsEqual("  \"version\": 1,".utf8)
    else { return nil }
    for line in lines.dropFirst(3) {
      var rest = line.drop { $0 == UInt8(ascii: " ") }
      guard let part = Self.takeString(&rest), rest.starts(with: ": ".utf8) else { continue }
      rest = rest.dropFirst(2)
      guard let location = Self.takeString(&rest) else { continue }
      places.append(Place(part, at: location))
    }
  }

  /// Removes the string in quotes that `text` begins with and returns it, if there is one.
  private static func takeString(_ text: inout ArraySlice<UInt8>) -> String? {
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var bytes: [UInt8] = []
    var rest = text.dropFirst()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\"") {
        text = rest
        return String(decoding: bytes, as: UTF8.self)
      }
      // Of escapes only those of quotes and backslashes matter to names.
      bytes.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
    }
    return nil
  }
}
