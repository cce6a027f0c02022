// Values.
extension GraphDump {
  /// Writes the member `key`, unless it has no `value`.
  mutating func write(_ key: String, _ value: Index<Value>?) {
    guard let value else { return }
    write(value, after: key)
  }

  /// Writes `member` of an object.
  mutating func write(_ member: Member) { write(member.value, after: name(member.key)) }

  /// Returns the text of `symbol`, between quotes if it is not a single word.
  func name(_ symbol: Symbol) -> String {
    let text = graph.text(symbol)
    if !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) { return text }
    var quoted = ByteWriter()
    quoted.writeQuoted(text)
    return String(decoding: quoted.bytes, as: UTF8.self)
  }

  /// Writes the text of `symbol` between double quotes.
  mutating func quote(_ symbol: Symbol) {
    append { graph, output in
      output.write(UInt8(ascii: "\""))
      graph.symbols.writeEscaped(symbol, to: &output)
      output.write(UInt8(ascii: "\""))
    }
  }

  /// Writes `value` behind `label`, on one line if it has no parts, else as a tree below.
  private mutating func write(_ value: Index<Value>, after label: String) {
    switch graph.values[value] {
    case .list(let run) where run.count > 0:
      line(label)
      indented {
        for element in $0.graph.elements(in: run) { $0.write(element, after: "-") }
      }
    case .object(let run) where run.count > 0:
      line(label)
      indented {
        for member in $0.graph.members(in: run) { $0.write(member) }
      }
    default:
      line(label == "-" ? "- " : "\(label) = ") { $0.writeInline(value) }
    }
  }

  /// Writes `value` at the end of the line.
  mutating func writeInline(_ value: Index<Value>) {
    switch graph.values[value] {
    case .null: write("null")
    case .boolean(let flag): write(flag ? "true" : "false")
    case .number(let lexeme): write(graph.text(lexeme))
    case .string(let text): quote(text)
    case .list(let run): writeInline(run)
    case .object(let run): writeInline(graph.members(in: run))
    case .reference(let index):
      append { graph, output in
        graph.forEachPiece(of: graph.references[index]) {
          graph.symbols.writeEscaped($0, to: &output)
        }
      }
    case .join(let separator, let run):
      write("join ")
      quote(separator)
      write(" ")
      writeInline(run)
    case .jsonGet(let index): write(graph.jsonGets[index])
    case .duration(let seconds): write("\(seconds)s")
    }
  }

  /// Writes the values in `run` between brackets.
  mutating func writeInline(_ run: Run) {
    write("[")
    var separator = ""
    for element in graph.elements(in: run) {
      write(separator)
      writeInline(element)
      separator = ", "
    }
    write("]")
  }

  /// Writes `members` between braces.
  private mutating func writeInline(_ members: ArraySlice<Member>) {
    write("{")
    var separator = ""
    for member in members {
      write("\(separator)\(name(member.key)): ")
      writeInline(member.value)
      separator = ", "
    }
    write("}")
  }

  /// Writes what `jsonGet` reads.
  private mutating func write(_ jsonGet: JSONGet) {
    write("json(")
    switch jsonGet.file {
    case .propertyFile(let step, let name):
      append { graph, output in
        graph.forEachPiece(ofPropertyFile: name, of: step) {
          graph.symbols.writeEscaped($0, to: &output)
        }
      }
    case .uri(let uri): writeInline(uri)
    }
    write(", ")
    quote(jsonGet.path)
    write(")")
  }
}
