/// An append-only sink for UTF-8 text.
package struct ByteWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty writer with room for `capacity` bytes.
  package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Writes one byte.
  package mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// Writes `text`.
  package mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes the bytes of `source` in `range`.
  package mutating func write(_ source: [UInt8], _ range: Range<Int>) {
    bytes.append(contentsOf: source[range])
  }

  /// Writes two or three bytes.
  mutating func write(_ first: UInt8, _ second: UInt8, _ third: UInt8? = nil) {
    bytes.append(first)
    bytes.append(second)
    if let third { bytes.append(third) }
  }

  /// Writes `slice`.
  package mutating func write(_ slice: some Collection<UInt8>) { bytes.append(contentsOf: slice) }

  /// Writes `number` in decimal.
  package mutating func write(_ number: Int) { write(String(number)) }

  /// Returns what has been written.
  consuming func finish() -> [UInt8] { bytes }

  /// Writes a line feed and `depth` spaces.
  package mutating func newline(indentedBy depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth))
  }
}
