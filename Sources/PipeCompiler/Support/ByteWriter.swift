/// An append-only sink for UTF-8 text.
///
/// Its room is filled with zeros beforehand and written over through spans, which is about twice
/// as fast as appending many short pieces to an array.
package struct ByteWriter: Sendable {
  /// What has been written, and zeros behind it.
  private var room: [UInt8]
  /// The number of bytes that have been written.
  private var count = 0

  /// Creates an empty writer with room for `capacity` bytes.
  package init(reserving capacity: Int = 0) { room = Array(repeating: 0, count: capacity) }

  /// What has been written.
  package var bytes: [UInt8] { Array(room.prefix(count)) }

  /// Returns what has been written, without copying it.
  package consuming func finish() -> [UInt8] {
    room.removeLast(room.count - count)
    return room
  }

  /// Makes room for `additional` more bytes.
  @inline(__always)
  private mutating func reserve(_ additional: Int) {
    if room.count - count < additional { grow(by: additional) }
  }

  /// Enlarges the room by `additional` bytes, and at least doubles it.
  @inline(never)
  private mutating func grow(by additional: Int) {
    let missing = max(room.count, additional, 64)
    room.append(contentsOf: repeatElement(0, count: missing))
  }
}

// Writing.
extension ByteWriter {
  /// Writes one byte.
  package mutating func write(_ byte: UInt8) {
    reserve(1)
    room[count] = byte
    count += 1
  }

  /// Writes `text`.
  package mutating func write(_ text: String) {
    reserve(text.utf8.count)
    var position = count
    var room = room.mutableSpan
    for byte in text.utf8 {
      room[position] = byte
      position += 1
    }
    count = position
  }

  /// Writes `slice`.
  package mutating func write(_ slice: some Collection<UInt8>) {
    reserve(slice.count)
    for byte in slice { write(byte) }
  }

  /// Writes the bytes of `source` in `range`.
  package mutating func write(_ source: [UInt8], _ range: Range<Int>) {
    _ = write(source, range) { _ in false }
  }

  /// Writes the bytes of `source` in `range` up to the first one that satisfies `isStop`.
  ///
  /// Returns the position of that byte, or the end of `range`.
  @inline(__always)
  mutating func write(
    _ source: [UInt8], _ range: Range<Int>, until isStop: (UInt8) -> Bool
  ) -> Int {
    reserve(range.count)
    let offset = count - range.lowerBound
    let source = source.span
    var index = range.lowerBound
    var room = room.mutableSpan
    while index < range.upperBound {
      let byte = source[index]
      if isStop(byte) { break }
      room[index + offset] = byte
      index += 1
    }
    count = index + offset
    return index
  }

  /// Writes `number` in decimal.
  package mutating func write(_ number: Int) { write(String(number)) }

  /// Writes `count` spaces.
  package mutating func writeSpaces(_ count: Int) {
    reserve(count)
    let start = self.count
    var room = room.mutableSpan
    for position in start..<start + count { room[position] = UInt8(ascii: " ") }
    self.count = start + count
  }

  /// Writes a line feed and `depth` spaces.
  package mutating func newline(indentedBy depth: Int) {
    write(UInt8(ascii: "\n"))
    writeSpaces(depth)
  }
}
