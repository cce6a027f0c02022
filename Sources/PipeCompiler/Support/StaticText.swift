/// A piece of a constant text of the program, which is never copied.
@safe
struct StaticText: @unchecked Sendable {
  /// Where the piece begins; constants are never freed.
  private let start: UnsafePointer<UInt8>
  /// The number of bytes.
  let count: Int

  /// Creates the piece that is all of `text`.
  init(_ text: StaticString) {
    precondition(text.hasPointerRepresentation)
    unsafe start = text.utf8Start
    count = text.utf8CodeUnitCount
  }

  /// Creates the piece of `count` bytes at `start`.
  private init(_ start: UnsafePointer<UInt8>, _ count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// The piece without bytes.
  static var empty: StaticText { StaticText("") }

  /// `true` iff there are no bytes.
  var isEmpty: Bool { count == 0 }

  /// A number that only this place in the program has.
  var address: UInt { unsafe UInt(bitPattern: start) }

  /// The byte at `position`.
  @inline(__always)
  subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return unsafe start[position]
  }

  /// The bytes in `range` as a piece of their own.
  @inline(__always)
  subscript(range: Range<Int>) -> StaticText {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe StaticText(start + range.lowerBound, range.count)
  }

  /// Returns the position of the first `byte` from `position` on, or the end.
  @inline(__always)
  func position(of byte: UInt8, from position: Int) -> Int {
    precondition(position >= 0)
    var position = position
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    // Eight bytes at a time: a byte of `difference` is zero where `byte` stands.
    while position + 8 <= count {
      let word = unsafe UnsafeRawPointer(start).loadUnaligned(
        fromByteOffset: position, as: UInt64.self)
      let difference = UInt64(littleEndian: word) ^ wanted
      let zeros = (difference &- ones) & ~difference & (ones << 7)
      if zeros != 0 { return position + zeros.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count {
      if unsafe start[position] == byte { return position }
      position += 1
    }
    return count
  }

  /// Returns the piece from `position` to the next `byte`, or to the end.
  func piece(from position: Int, to byte: UInt8 = UInt8(ascii: " ")) -> StaticText {
    self[position..<self.position(of: byte, from: position)]
  }

  /// The bytes, copied.
  var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// The text as a string.
  var string: String {
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Returns what `body` makes of the bytes.
  @inline(__always)
  func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// A hash of the bytes.
  var hash: UInt64 {
    unsafe withUnsafeBytes { unsafe PipeCompiler.hash(of: $0) }
  }

  /// Returns a number below, at or above zero if the bytes come before, are, or come after those of
  /// `other`.
  func order(to other: StaticText) -> Int {
    let shared = Swift.min(count, other.count)
    var position = 0
    while position < shared {
      let (mine, theirs) = unsafe (start[position], other.start[position])
      if mine != theirs { return Int(mine) - Int(theirs) }
      position += 1
    }
    return count - other.count
  }

  /// Returns `true` iff the bytes are those of `other`.
  func equals(_ other: StaticText) -> Bool {
    count == other.count && (unsafe start == other.start || order(to: other) == 0)
  }

  /// Returns `true` iff the bytes are those of `other`.
  func equals(_ other: ArraySlice<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return unsafe other.withUnsafeBytes { theirs in
      unsafe withUnsafeBytes { unsafe areEqual($0, from: 0, theirs) }
    }
  }

  /// Returns `true` iff the bytes are those of `other`.
  func equals(_ other: StaticString) -> Bool { equals(StaticText(other)) }
}

/// The words of a text, which stand between single spaces.
struct StaticWords: Sequence, IteratorProtocol {
  /// The text.
  private let text: StaticText
  /// Where the next word begins.
  private var position = 0

  /// Creates the words of `text`.
  fileprivate init(_ text: StaticText) { self.text = text }

  /// Returns the next word.
  mutating func next() -> StaticText? {
    guard position < text.count else { return nil }
    let word = text.piece(from: position)
    position += word.count + 1
    return word
  }
}

extension StaticText {
  /// The words of the text, which stand between single spaces.
  var words: StaticWords { StaticWords(self) }
}
