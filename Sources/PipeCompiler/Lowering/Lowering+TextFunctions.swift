extension Lowering {
  /// Returns what `function` makes of the texts in `operands`, or `nil` after a report.
  mutating func applyToText(
    _ function: BuiltInFunction, _ operands: [Operand], at node: NodeIndex
  ) -> Index<Value>? {
    var texts: [[UInt8]] = []
    for operand in operands {
      guard let text = text(operand, of: function) else { return nil }
      texts.append(text)
    }
    let place = origin(node)
    switch function {
    case .split:
      let parts = Self.split(texts[0], by: texts[1])
      let entries = parts.map { make(.string(graph.symbols.intern($0)), at: place) }
      return spend(entries.count, at: node) ? make(list: entries, at: place) : nil
    case .startsWith: return make(.boolean(texts[0].starts(with: texts[1])), at: place)
    case .endsWith:
      return make(.boolean(texts[0].suffix(texts[1].count).elementsEqual(texts[1])), at: place)
    default:
      var text = JoinBuilder()
      text.append(text: Self.changed(texts, by: function))
      return finish(text, at: node)
    }
  }

  /// Returns the text that `function` makes of `texts`.
  private static func changed(_ texts: [[UInt8]], by function: BuiltInFunction) -> [UInt8] {
    let text = texts[0]
    switch function {
    case .replace:
      return texts[1].isEmpty
        ? text : Array(split(text, by: texts[1]).joined(separator: texts[2]))
    case .lower: return Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    case .upper: return Array(String(decoding: text, as: UTF8.self).uppercased().utf8)
    case .trim:
      let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
      return Array(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    case .base64: return PipeCompiler.base64(text)
    default: return Array(SHA256.hexadecimal(of: text).utf8)
    }
  }

  /// Returns the pieces of `text` between the places where `separator` stands; an empty one parts the
  /// characters.
  private static func split(_ text: [UInt8], by separator: [UInt8]) -> [[UInt8]] {
    guard !separator.isEmpty else {
      return String(decoding: text, as: UTF8.self).unicodeScalars.map { Array(String($0).utf8) }
    }
    var pieces: [[UInt8]] = []
    var (start, position) = (0, 0)
    while position + separator.count <= text.count {
      if text[position] == separator[0],
        text[position..<position + separator.count].elementsEqual(separator)
      {
        pieces.append(Array(text[start..<position]))
        position += separator.count
        start = position
      } else {
        position += 1
      }
    }
    pieces.append(Array(text[start...]))
    return pieces
  }

  /// Returns the entries of `list` as one text with `separator` between them; what is only known at
  /// run time is joined then.
  mutating func join(
    _ list: Operand, with separator: Operand, at node: NodeIndex
  ) -> Index<Value>? {
    guard let separator = text(separator, of: .join), let entries = entries(list, of: .join) else {
      return nil
    }
    var text = JoinBuilder()
    for (index, entry) in entries.enumerated() {
      if index > 0 { text.append(text: separator) }
      guard append(entry, to: &text, at: list.node) else { return nil }
    }
    return finish(text, at: node)
  }

  /// Appends the JSON text of `value`, which `node` gives, to `text`; `false` after reporting that it
  /// has none at build time.
  mutating func appendJSON(
    _ value: Index<Value>, to text: inout JoinBuilder, _ source: NodeIndex, at node: NodeIndex
  ) -> Bool {
    guard spend(1, at: node), text.length <= Self.stringLimit else { return !hasReachedLimit }
    switch graph.values[value] {
    case .null: text.append(text: "null".utf8)
    case .boolean(let flag): text.append(text: (flag ? "true" : "false").utf8)
    case .number(let lexeme): text.append(text: graph.symbols[lexeme])
    case .string(let symbol): text.append(text: Self.quoted(graph.text(symbol)))
    case .list(let run):
      text.append(text: "[".utf8)
      for (index, entry) in Array(graph.elements(in: run)).enumerated() {
        if index > 0 { text.append(text: ",".utf8) }
        guard appendJSON(entry, to: &text, source, at: node) else { return false }
      }
      text.append(text: "]".utf8)
    case .object(let run):
      text.append(text: "{".utf8)
      for (index, member) in Array(graph.members(in: run)).enumerated() {
        if index > 0 { text.append(text: ",".utf8) }
        text.append(text: Self.quoted(graph.text(member.key)) + [UInt8(ascii: ":")])
        guard appendJSON(member.value, to: &text, source, at: node) else { return false }
      }
      text.append(text: "}".utf8)
    case .duration, .reference, .join, .jsonGet:
      reportOperand((value, source), of: .jsonText, wanted: "a JSON value")
      return false
    }
    return true
  }

  /// Returns `text` as a JSON string.
  private static func quoted(_ text: String) -> [UInt8] {
    var writer = ByteWriter()
    writer.writeQuoted(text)
    return writer.bytes
  }
}
