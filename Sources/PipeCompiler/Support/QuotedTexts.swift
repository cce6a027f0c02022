/// The texts of a symbol table as JSON strings: each escaped once, however often it is written.
struct QuotedTexts {
  /// All strings with their quotes, end to end.
  private let bytes: [UInt8]
  /// Where each string ends in `bytes`; it begins where the one before it ends.
  private let ends: [UInt32]

  /// Quotes the texts of `symbols`.
  init(_ symbols: SymbolTable) {
    var output = ByteWriter(reserving: symbols.byteCount + symbols.count * 2 + 64)
    var ends: [UInt32] = []
    ends.reserveCapacity(symbols.count)
    for offset in 0..<symbols.count {
      output.write(UInt8(ascii: "\""))
      symbols.writeEscaped(Symbol(offset: UInt32(truncatingIfNeeded: offset)), to: &output)
      output.write(UInt8(ascii: "\""))
      ends.append(UInt32(truncatingIfNeeded: output.count))
    }
    bytes = output.finish()
    self.ends = ends
  }

  /// Writes `symbol` as a JSON string.
  @inline(__always)
  func write(_ symbol: Symbol, to output: inout ByteWriter) {
    output.write(bytes, range(of: symbol))
  }

  /// Writes what stands between the quotes of `symbol`.
  func writeInner(_ symbol: Symbol, to output: inout ByteWriter) {
    let range = range(of: symbol)
    output.write(bytes, range.lowerBound + 1..<range.upperBound - 1)
  }

  /// Returns where the string of `symbol` lies in `bytes`.
  @inline(__always)
  private func range(of symbol: Symbol) -> Range<Int> {
    let index = Int(symbol.offset)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
