// Hashing, comparing and counting runs of bytes, eight at a time. Interning is half of lexing and lowering, and
// reading words without a check of every byte halves it.

extension [UInt8] {
  /// Returns what `body` makes of the bytes in `range`.
  @inline(__always)
  func withBytes<Result>(
    in range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { unsafe body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// The eight bytes from `position` on as a number, of which the first one is the lowest.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    precondition(position >= 0 && position + 8 <= count)
    return unsafe withUnsafeBytes {
      unsafe UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    }
  }

  /// Returns a hash of the bytes in `range`, the same in every process.
  func hash(of range: Range<Int>) -> UInt64 {
    unsafe withBytes(in: range) { unsafe PipeCompiler.hash(of: $0) }
  }
}

extension Span<UInt8> {
  /// The number of characters in a text in UTF-8: that of the bytes that don't go on with one.
  var characterCount: Int {
    unsafe withUnsafeBytes { bytes in
      var (rest, position) = (0, 0)
      let ones: UInt64 = 0x0101_0101_0101_0101
      while bytes.count - position >= 8 {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        // Of a byte that goes on, the highest bit is set and the next one is not.
        let marks = (word >> 7) & ~(word >> 6) & ones
        rest &+= Int(truncatingIfNeeded: (marks &* ones) >> 56)
        position += 8
      }
      while position < bytes.count {
        if unsafe bytes[position] & 0xC0 == 0x80 { rest += 1 }
        position += 1
      }
      return bytes.count - rest
    }
  }
}

/// Returns `true` iff the bytes of `mine` from `start` on, of which there must be as many, equal `theirs`.
@inline(__always)
func areEqual(
  _ mine: UnsafeRawBufferPointer, from start: Int, _ theirs: UnsafeRawBufferPointer
) -> Bool {
  var offset = 0
  while theirs.count - offset >= 8 {
    let a = unsafe mine.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
    let b = unsafe theirs.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    if a != b { return false }
    offset += 8
  }
  if theirs.count >= 8 {
    // The last eight bytes, of which some were compared before.
    offset = theirs.count - 8
    return unsafe mine.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
      == theirs.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
  if theirs.count >= 4 {
    let end = theirs.count - 4
    return unsafe mine.loadUnaligned(fromByteOffset: start, as: UInt32.self)
      == theirs.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      && mine.loadUnaligned(fromByteOffset: start + end, as: UInt32.self)
        == theirs.loadUnaligned(fromByteOffset: end, as: UInt32.self)
  }
  while offset < theirs.count {
    if unsafe mine[start + offset] != theirs[offset] { return false }
    offset += 1
  }
  return true
}

/// Returns `true` iff the words of ASCII letters, digits and `_` are equal but for capitals.
package func areEqualButForCase(_ a: String, _ b: String) -> Bool {
  let isEqual = unsafe a.utf8.withContiguousStorageIfAvailable { a in
    unsafe b.utf8.withContiguousStorageIfAvailable { b in
      unsafe areEqualButForCase(UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    }
  }
  return (isEqual ?? nil) ?? (a.lowercased() == b.lowercased())
}

/// Returns `true` iff the words of ASCII letters, digits and `_` are equal but for capitals.
private func areEqualButForCase(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
  guard a.count == b.count else { return false }
  var position = 0
  // The bit that small letters have and capitals lack.
  let bit: UInt64 = 0x20
  while a.count - position >= 8 {
    let (x, y) = unsafe (
      a.loadUnaligned(fromByteOffset: position, as: UInt64.self),
      b.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    )
    if (x ^ y) & ~(bit &* 0x0101_0101_0101_0101) != 0 { return false }
    position += 8
  }
  while position < a.count {
    if unsafe UInt64(a[position] ^ b[position]) & ~bit != 0 { return false }
    position += 1
  }
  return true
}

/// Returns a hash of `bytes`, the same in every process and on every machine.
///
/// `Scripts/update-service-model` computes the same.
@inline(__always)
func hash(of bytes: UnsafeRawBufferPointer) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
  var position = 0
  while bytes.count - position >= 8 {
    let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    hash = (hash ^ UInt64(littleEndian: word)) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    position += 8
  }
  var rest: UInt64 = 0
  if bytes.count >= 8 {
    // The last eight bytes, of which some may have been read before.
    let word = unsafe bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    rest = UInt64(bigEndian: word)
  } else if bytes.count >= 4 {
    let (high, low) = unsafe (
      bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self),
      bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
    )
    let shift = UInt64(truncatingIfNeeded: 8 * (bytes.count - 4))
    rest = UInt64(UInt32(bigEndian: high)) &<< shift | UInt64(UInt32(bigEndian: low))
  } else {
    while position < bytes.count {
      unsafe rest = rest << 8 | UInt64(bytes[position])
      position += 1
    }
  }
  hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
  return hash ^ hash >> 29
}
