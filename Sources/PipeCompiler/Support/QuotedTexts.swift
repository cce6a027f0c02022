/// The texts of a symbol table as JSON strings: each escaped once, however often it is written.
struct QuotedTexts {
  /// All strings with their quotes and the colon and space that follow a member's name.
  private let bytes: [UInt8]
  /// Where each string ends in `bytes`; it begins where the one before it ends.
  private let ends: [UInt32]

  /// Quotes the texts of `symbols`.
  init(_ symbols: SymbolTable) {
    var output = ByteWriter(reserving: symbols.byteCount + symbols.count * 4 + 64)
    let suffix = Array("\": ".utf8)
    var ends: [UInt32] = []
    ends.reserveCapacity(symbols.count)
    for offset in 0..<symbols.count {
      output.write(UInt8(ascii: "\""))
      symbols.writeEscaped(Symbol(offset: UInt32(truncatingIfNeeded: offset)), to: &output)
      output.write(suffix)
      ends.append(UInt32(truncatingIfNeeded: output.count))
    }
    bytes = output.finish()
    self.ends = ends
  }

  /// Writes `symbol` as a JSON string.
  func write(_ symbol: Symbol, to output: inout ByteWriter) {
    let range = range(of: symbol)
    output.write(bytes, range.lowerBound..<range.upperBound - 2)
  }

  /// Writes `symbol` as the name of a member, with what stands before its value.
  func writeKey(_ symbol: Symbol, to output: inout ByteWriter) {
    output.write(bytes, range(of: symbol))
  }

  /// Writes what stands between the quotes of `symbol`.
  func writeInner(_ symbol: Symbol, to output: inout ByteWriter) {
    let range = range(of: symbol)
    output.write(bytes, range.lowerBound + 1..<range.upperBound - 3)
  }

  /// Returns where the string of `symbol` lies in `bytes`.
  @inline(__always)
  private func range(of symbol: Symbol) -> Range<Int> {
    let index = Int(symbol.offset)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
