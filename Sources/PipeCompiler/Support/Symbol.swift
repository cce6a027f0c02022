/// An interned piece of UTF-8 text: two symbols of one table are equal iff their texts are.
package struct Symbol: Hashable, Sendable {
  /// The position of the text in its table.
  package let offset: UInt32
}

/// The texts that symbols stand for, each stored once.
package struct SymbolTable: Sendable {
  /// All texts, end to end.
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`; it begins where the one before it ends.
  private var ends: [UInt32] = []
  /// An open-addressing hash table of symbol offsets plus one; zero marks a free slot.
  private var slots: [UInt32] = Array(repeating: 0, count: 512)

  /// Creates a table that holds the empty text and then the different words of `text`, in order.
  init(beginningWith text: StaticText = .empty) {
    bytes.reserveCapacity(2 * text.count)
    ends.reserveCapacity(256)
    unsafe StaticText.empty.withUnsafeBytes { _ = unsafe intern($0) }
    for word in text.words { unsafe word.withUnsafeBytes { _ = unsafe intern($0) } }
  }

  /// The number of texts.
  package var count: Int { ends.count }

  /// The symbol of the empty text.
  package static var empty: Symbol { Symbol(offset: 0) }

  /// Returns the symbol of `text`, adding it if it is new.
  package mutating func intern(_ text: [UInt8]) -> Symbol {
    unsafe text.withUnsafeBytes { unsafe intern($0) }
  }

  /// Returns the symbol of `text`, adding it if it is new.
  package mutating func intern(_ text: String) -> Symbol {
    // Nothing is copied unless the text lies in several pieces, or in another encoding.
    let symbol = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe intern(UnsafeRawBufferPointer($0))
    }
    return symbol ?? intern(Array(text.utf8))
  }

  /// Returns the symbol of the bytes of `source` in `range`, adding it if it is new.
  package mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Symbol {
    unsafe source.withBytes(in: range) { unsafe intern($0) }
  }

  /// Returns the symbol of the bytes `text`, adding it if it is new.
  private mutating func intern(_ text: UnsafeRawBufferPointer) -> Symbol {
    let slot = unsafe slot(of: text)
    if slots[slot] != 0 { return Symbol(offset: slots[slot] - 1) }
    unsafe bytes.append(contentsOf: text)
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    slots[slot] = UInt32(truncatingIfNeeded: ends.count)
    if ends.count * 2 > slots.count { grow() }
    return Symbol(offset: UInt32(truncatingIfNeeded: ends.count - 1))
  }

  /// The bytes of `symbol`'s text.
  package subscript(symbol: Symbol) -> ArraySlice<UInt8> { bytes[range(of: symbol)] }

  /// Returns the text of `symbol`.
  package func text(_ symbol: Symbol) -> String { String(decoding: self[symbol], as: UTF8.self) }

  /// Writes the text of `symbol` to `output`.
  func write(_ symbol: Symbol, to output: inout ByteWriter) {
    output.write(bytes, range(of: symbol))
  }

  /// Writes the text of `symbol` to `output`, escaped for a place between quotes.
  func writeEscaped(_ symbol: Symbol, to output: inout ByteWriter) {
    output.writeEscaped(bytes, range(of: symbol))
  }

  /// The number of bytes in all texts together.
  var byteCount: Int { bytes.count }

  /// Returns the number of bytes in the text of `symbol`.
  package func length(_ symbol: Symbol) -> Int { range(of: symbol).count }

  /// Returns the symbol of `text`, or `nil` if the table does not hold it.
  package func find(_ text: String) -> Symbol? {
    var text = text
    return text.withUTF8 { unsafe find(UnsafeRawBufferPointer($0)) }
  }

  /// Returns the symbol of the bytes of `source` in `range`, or `nil` if the table does not hold it.
  func find(_ source: [UInt8], _ range: Range<Int>) -> Symbol? {
    unsafe source.withBytes(in: range) { unsafe find($0) }
  }

  /// Returns the symbol of `text`, or `nil` if the table does not hold it.
  func find(_ text: StaticText) -> Symbol? {
    unsafe text.withUnsafeBytes { unsafe find($0) }
  }

  /// Returns the symbol of the bytes `text`, or `nil` if the table does not hold it.
  private func find(_ text: UnsafeRawBufferPointer) -> Symbol? {
    let found = unsafe slots[slot(of: text)]
    return found == 0 ? nil : Symbol(offset: found - 1)
  }

  /// Returns the slot of the bytes `text`, or the free one where they belong.
  @inline(__always)
  private func slot(of text: UnsafeRawBufferPointer) -> Int {
    let mask = slots.count - 1
    var slot = unsafe Int(truncatingIfNeeded: hash(of: text)) & mask
    unsafe bytes.withUnsafeBytes { bytes in
      while slots[slot] != 0 {
        let own = range(of: Symbol(offset: slots[slot] - 1))
        let isSame =
          unsafe own.count == text.count
          && areEqual(bytes, from: own.lowerBound, text)
        if isSame { return }
        slot = (slot + 1) & mask
      }
    }
    return slot
  }

  /// Returns where the text of `symbol` lies in `bytes`.
  private func range(of symbol: Symbol) -> Range<Int> {
    let index = Int(symbol.offset)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Doubles the hash table.
  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = Array(repeating: 0, count: mask + 1)
    for index in ends.indices {
      let symbol = Symbol(offset: UInt32(truncatingIfNeeded: index))
      var slot = Int(truncatingIfNeeded: bytes.hash(of: range(of: symbol))) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = symbol.offset + 1
    }
  }
}
