// Hashing, comparing and counting runs of bytes, eight at a time. Interning is half of lexing and lowering, and
// reading words without a check of every byte halves it.

extension [UInt8] {
  /// Returns a hash of the bytes in `range`, the same in every process.
  func hash(of range: Range<Int>) -> UInt64 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { unsafe PipeCompiler.hash(of: $0, in: range) }
  }

  /// Returns `true` iff the bytes from `start` on equal those of `other` in `range`.
  func holds(at start: Int, the range: Range<Int>, of other: [UInt8]) -> Bool {
    precondition(start >= 0 && start + range.count <= count)
    precondition(range.lowerBound >= 0 && range.upperBound <= other.count)
    return unsafe withUnsafeBytes { mine in
      unsafe other.withUnsafeBytes { unsafe areEqual(mine, from: start, $0, in: range) }
    }
  }
}

extension [UInt8] {
  /// The number of characters in a text in UTF-8: that of the bytes that don't go on with one.
  var characterCount: Int {
    var (rest, position) = (0, 0)
    let ones: UInt64 = 0x0101_0101_0101_0101
    unsafe withUnsafeBytes { bytes in
      while bytes.count - position >= 8 {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // Of a byte that goes on, the highest bit is set and the next one is not.
        let marks = (word >> 7) & ~(word >> 6) & ones
        rest &+= Int(truncatingIfNeeded: (marks &* ones) >> 56)
        position += 8
      }
    }
    while position < count {
      rest += self[position] & 0xC0 == 0x80 ? 1 : 0
      position += 1
    }
    return count - rest
  }
}

/// Returns `true` iff the bytes of `mine` from `start` on equal those of `theirs` in `range`; both must be
/// there.
@inline(__always)
func areEqual(
  _ mine: UnsafeRawBufferPointer, from start: Int, _ theirs: UnsafeRawBufferPointer,
  in range: Range<Int>
) -> Bool {
  var offset = 0
  while range.count - offset >= 8 {
    let a = unsafe mine.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
    let b = unsafe theirs.loadUnaligned(
      fromByteOffset: range.lowerBound + offset, as: UInt64.self)
    if a != b { return false }
    offset += 8
  }
  if range.count >= 8 {
    // The last eight bytes, of which some were compared before.
    offset = range.count - 8
    return unsafe mine.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
      == theirs.loadUnaligned(fromByteOffset: range.lowerBound + offset, as: UInt64.self)
  }
  while offset < range.count {
    if unsafe mine[start + offset] != theirs[range.lowerBound + offset] { return false }
    offset += 1
  }
  return true
}

/// Returns a hash of those of `bytes` in `range`, the same in every process and on every machine.
///
/// `Scripts/update-service-model` computes the same.
@inline(__always)
func hash(of bytes: UnsafeRawBufferPointer, in range: Range<Int>) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: range.count) &* 0x9E37_79B9_7F4A_7C15
  var position = range.lowerBound
  while range.upperBound - position >= 8 {
    let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    hash = (hash ^ UInt64(littleEndian: word)) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    position += 8
  }
  var rest: UInt64 = 0
  if range.count >= 8 {
    // The last eight bytes, of which some may have been read before.
    let word = unsafe bytes.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self)
    rest = UInt64(bigEndian: word)
  } else {
    while position < range.upperBound {
      unsafe rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
  }
  hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ hash >> 29
}
