extension JSONText {
  /// Creates the text that says what `json` says, laid out as pipec lays out definitions; without any blanks
  /// between its parts if AWS might not take it otherwise, since it counts them.
  ///
  /// Nothing else changes but how code points are spelled that YAML's readers reject: every number, escape
  /// and key stays as it is written, also one that stands there twice.
  init(layingOut json: [UInt8]) {
    var layout = JSONLayout(of: json)
    layout.run()
    self = layout.isTooLong ? JSONText(withoutBlanks: json) : layout.finish()
  }

  /// Creates the text that says what `json` says, without blanks between its parts.
  init(withoutBlanks json: [UInt8]) {
    var layout = JSONLayout(of: json, isCompact: true)
    layout.run()
    self = layout.finish()
  }

  /// The text, without blanks between its parts if only that makes it as short as definitions have to be.
  var fittingDefinition: JSONText {
    guard bytes.count > OutputSizes.definitionLimit else { return self }
    let characters = bytes.span.characterCount
    let surplus = characters - OutputSizes.definitionLimit
    // Beyond so many bytes it is too long however they are spelled.
    let limit = OutputSizes.definitionLimit * (characters == bytes.count ? 1 : 4)
    // A line has at most one more blank than its end and what it begins with.
    var blanks = 0
    for start in lineStarts {
      var position = Int(start)
      while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
      blanks += position - Int(start) + 2
      if position - blanks > limit { return self }
    }
    return surplus > 0 && surplus <= blanks ? JSONText(withoutBlanks: bytes) : self
  }
}

/// The machine that lays JSON out anew, in one pass and without knowing what it means.
private struct JSONLayout {
  /// The text.
  private let json: [UInt8]
  /// The position of the next byte to look at.
  private var position = 0
  /// What has been written.
  private var output: ByteWriter
  /// Where each line but the first begins.
  private var lineStarts: [UInt32] = []
  /// The number of spaces that a line begins with.
  private var indentation = 0
  /// `true` iff there are to be no blanks.
  private let isCompact: Bool

  /// Creates the machine for the text `json`.
  init(of json: [UInt8], isCompact: Bool = false) {
    self.json = json
    self.isCompact = isCompact
    output = ByteWriter(reserving: json.count)
  }

  /// `true` iff the text is longer than a definition may be, blanks included; then it was not finished.
  var isTooLong: Bool { !isCompact && output.count > OutputSizes.definitionLimit }

  /// Ends the text with a line feed and returns it.
  mutating func finish() -> JSONText {
    output.write(UInt8(ascii: "\n"))
    return JSONText(bytes: output.finish(), lineStarts: lineStarts)
  }

  /// Lays out the whole text.
  mutating func run() {
    if json.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < json.count, !isTooLong {
      let byte = json[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        indentation = max(0, indentation - 2)
        beginLine()
        take(byte)
      case UInt8(ascii: ","):
        take(byte)
        beginLine()
      case UInt8(ascii: ":"):
        take(byte)
        if !isCompact { output.write(UInt8(ascii: " ")) }
      case UInt8(ascii: "\""): takeString()
      case 0...UInt8(ascii: " "): position += 1
      default: takeScalar()
      }
    }
  }

  /// Writes `byte`, which is the next one.
  private mutating func take(_ byte: UInt8) {
    output.write(byte)
    position += 1
  }

  /// Begins the next line, unless all is one.
  private mutating func beginLine() {
    if isCompact { return }
    output.write(UInt8(ascii: "\n"))
    lineStarts.append(UInt32(truncatingIfNeeded: output.count))
    output.writeSpaces(indentation)
  }

  /// Begins a list or object with `bracket`; one without entries ends on the same line.
  private mutating func open(_ bracket: UInt8) {
    take(bracket)
    while position < json.count, json[position] <= 0x20 { position += 1 }
    // The closing brackets of JSON stand two behind the opening ones in ASCII.
    if position < json.count, json[position] == bracket + 2 { return take(bracket + 2) }
    indentation += 2
    beginLine()
  }

  /// Writes the string that begins here.
  private mutating func takeString() {
    var start = position
    position += 1
    while position < json.count, json[position] != UInt8(ascii: "\"") {
      let byte = json[position]
      if byte == UInt8(ascii: "\\") {
        position += 2
      } else if byte >= 0x7F, ByteWriter.mayNeedEscape(byte),
        let (scalar, length) = ByteWriter.escapedScalar(in: json, position..<json.count)
      {
        output.write(json, start..<position)
        output.writeEscape(of: scalar)
        position += length
        start = position
      } else {
        position += 1
      }
    }
    position = min(position + 1, json.count)
    output.write(json, start..<position)
  }

  /// Writes the number or word that begins here.
  private mutating func takeScalar() {
    let start = position
    repeat { position += 1 } while position < json.count && continuesScalar(json[position])
    output.write(json, start..<position)
  }

  /// Returns `true` iff `byte` goes on with a number or word.
  private func continuesScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      false
    default: true
    }
  }
}
