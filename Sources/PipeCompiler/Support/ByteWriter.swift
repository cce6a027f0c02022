/// An append-only sink for UTF-8 text.
///
/// Its room is set aside beforehand and copied into, which is several times as fast as appending
/// many short pieces to an array.
package struct ByteWriter: Sendable {
  /// What has been written, and bytes of no meaning behind it.
  private var room: [UInt8]
  /// The number of bytes that have been written.
  package private(set) var count = 0

  /// Creates an empty writer with room for `capacity` bytes.
  package init(reserving capacity: Int = 0) { room = Self.room(for: capacity) }

  /// What has been written.
  package var bytes: [UInt8] { Array(room.prefix(count)) }

  /// Returns what has been written and leaves nothing.
  package mutating func finish() -> [UInt8] {
    var result: [UInt8] = []
    swap(&result, &room)
    result.removeLast(result.count - count)
    count = 0
    return result
  }

  /// Enlarges the room by `additional` bytes, and at least doubles it.
  @inline(never)
  private mutating func grow(by additional: Int) {
    let filled = room
    room = Self.room(for: room.count + max(room.count, additional, 64))
    let written = count
    count = 0
    write(filled, 0..<written)
  }

  /// Returns `capacity` bytes of no meaning, which is faster than zeros.
  private static func room(for capacity: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: capacity) { _, count in count = capacity }
  }
}

// Writing.
extension ByteWriter {
  /// Writes the bytes of `source` in `range`.
  ///
  /// This is the inner loop of all emission; checked copying byte by byte costs five times as much.
  package mutating func write(_ source: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
    let length = range.count
    if room.count - count < length { grow(by: length) }
    let start = count
    unsafe room.withUnsafeMutableBytes { target in
      unsafe source.withUnsafeBytes { bytes in
        // An empty array may have no address.
        guard let target = target.baseAddress, let bytes = bytes.baseAddress else { return }
        unsafe (target + start).copyMemory(from: bytes + range.lowerBound, byteCount: length)
      }
    }
    count = start + length
  }

  /// Writes `source` with `margin` spaces before it and at each of `starts`, which are in order.
  mutating func write(_ source: [UInt8], indentedBy margin: Int, at starts: [UInt32]) {
    let length = source.count + (starts.count + 1) * margin
    if room.count - count < length { grow(by: length) }
    let start = count
    unsafe room.withUnsafeMutableBytes { target in
      unsafe source.withUnsafeBytes { bytes in
        var (written, read) = (start, 0)
        for line in 0...starts.count {
          let end = line < starts.count ? Int(starts[line]) : bytes.count
          precondition(read <= end && end <= bytes.count)
          for position in written..<written + margin {
            unsafe target[position] = UInt8(ascii: " ")
          }
          written += margin
          let copied = unsafe UnsafeMutableRawBufferPointer(
            rebasing: target[written..<written + end - read])
          unsafe copied.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[read..<end]))
          written += end - read
          read = end
        }
      }
    }
    count = start + length
  }

  /// Writes `source`.
  package mutating func write(_ source: [UInt8]) { write(source, 0..<source.count) }

  /// Writes `slice`.
  package mutating func write(_ slice: ArraySlice<UInt8>) { write(Array(slice)) }

  /// Writes one byte.
  package mutating func write(_ byte: UInt8) {
    if room.count == count { grow(by: 1) }
    room[count] = byte
    count += 1
  }

  /// Writes `text`.
  package mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes `number` in decimal.
  package mutating func write(_ number: Int) { write(String(number)) }

  /// Writes `count` spaces.
  package mutating func writeSpaces(_ count: Int) {
    var missing = count
    while missing > 0 {
      let length = min(missing, Self.spaces.count)
      write(Self.spaces, 0..<length)
      missing -= length
    }
  }

  /// What indentation is copied from.
  private static let spaces = [UInt8](repeating: UInt8(ascii: " "), count: 64)

  /// Writes a line feed and `depth` spaces.
  package mutating func newline(indentedBy depth: Int) {
    write(UInt8(ascii: "\n"))
    writeSpaces(depth)
  }
}
