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
    _ = add(.empty, at: slot(of: .empty))
    for word in text.words { _ = add(word, at: slot(of: word)) }
  }

  /// The number of texts.
  package var count: Int { ends.count }

  /// The symbol of the empty text.
  package static var empty: Symbol { Symbol(offset: 0) }

  /// Returns the symbol of `text`, adding it if it is new.
  package mutating func intern(_ text: [UInt8]) -> Symbol {
    intern(text, 0..<text.count)
  }

  /// Returns the symbol of `text`, adding it if it is new.
  package mutating func intern(_ text: String) -> Symbol {
    var text = text
    return text.withUTF8 { unsafe intern(UnsafeRawBufferPointer($0)) }
  }

  /// Returns the symbol of the bytes `text`, adding it if it is new.
  private mutating func intern(_ text: UnsafeRawBufferPointer) -> Symbol {
    let mask = slots.count - 1
    var slot = unsafe Int(truncatingIfNeeded: hash(of: text, in: 0..<text.count)) & mask
    while slots[slot] != 0 {
      let symbol = Symbol(offset: slots[slot] - 1)
      let own = range(of: symbol)
      let isSame =
        unsafe own.count == text.count
        && bytes.withUnsafeBytes {
          unsafe areEqual($0, from: own.lowerBound, text, in: 0..<text.count)
        }
      if isSame { return symbol }
      slot = (slot + 1) & mask
    }
    unsafe bytes.append(contentsOf: text)
    return addEnd(at: slot)
  }

  /// Returns the symbol of the bytes of `source` in `range`, adding it if it is new.
  package mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Symbol {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: source.hash(of: range)) & mask
    while slots[slot] != 0 {
      let symbol = Symbol(offset: slots[slot] - 1)
      if matches(symbol, source, range) { return symbol }
      slot = (slot + 1) & mask
    }
    return add(source, range, at: slot)
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
  package func find(_ text: String) -> Symbol? { find(Array(text.utf8)) }

  /// Returns the symbol of the text `source`, or `nil` if the table does not hold it.
  private func find(_ source: [UInt8]) -> Symbol? { find(source, 0..<source.count) }

  /// Returns the symbol of the bytes of `source` in `range`, or `nil` if the table does not hold it.
  func find(_ source: [UInt8], _ range: Range<Int>) -> Symbol? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: source.hash(of: range)) & mask
    while slots[slot] != 0 {
      let symbol = Symbol(offset: slots[slot] - 1)
      if matches(symbol, source, range) { return symbol }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Returns the symbol of `text`, or `nil` if the table does not hold it.
  func find(_ text: StaticText) -> Symbol? {
    let found = slots[slot(of: text)]
    return found == 0 ? nil : Symbol(offset: found - 1)
  }

  /// Adds `text` at the free `slot` and returns its symbol.
  private mutating func add(_ text: StaticText, at slot: Int) -> Symbol {
    text.append(to: &bytes)
    return addEnd(at: slot)
  }

  /// Returns the slot of `text`, or the free one where it belongs.
  private func slot(of text: StaticText) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: text.hash) & mask
    while slots[slot] != 0 {
      if text.equals(bytes[range(of: Symbol(offset: slots[slot] - 1))]) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Returns where the text of `symbol` lies in `bytes`.
  private func range(of symbol: Symbol) -> Range<Int> {
    let index = Int(symbol.offset)
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Returns `true` iff the text of `symbol` equals the bytes of `source` in `range`.
  @inline(__always)
  private func matches(_ symbol: Symbol, _ source: [UInt8], _ range: Range<Int>) -> Bool {
    let own = self.range(of: symbol)
    return own.count == range.count && bytes.holds(at: own.lowerBound, the: range, of: source)
  }

  /// Adds the bytes of `source` in `range` at the free `slot` and returns their symbol.
  private mutating func add(_ source: [UInt8], _ range: Range<Int>, at slot: Int) -> Symbol {
    bytes.append(contentsOf: source[range])
    return addEnd(at: slot)
  }

  /// Makes the text at the end of `bytes` a symbol, that of the free `slot`, and returns it.
  private mutating func addEnd(at slot: Int) -> Symbol {
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
    slots[slot] = UInt32(truncatingIfNeeded: ends.count)
    if ends.count * 2 > slots.count { grow() }
    return Symbol(offset: UInt32(truncatingIfNeeded: ends.count - 1))
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
