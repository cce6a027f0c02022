// Where runs of bytes end that the lexer passes over, eight bytes at a time: most of a source lies in them.
//
// In the words below, each byte has a mark, its highest bit. No sum or difference passes from one byte to the next,
// since bytes that are not ASCII are looked at with that bit left out.

extension [UInt8] {
  /// Returns the position of the first byte from `start` on that does not continue a name.
  func endOfName(from start: Int) -> Int {
    end(from: start, ofRunsWithout: \.marksOutsideNames) { $0.continuesName }
  }

  /// Returns the position of the first byte from `start` on that does not stand for itself in a string.
  func endOfPlainText(from start: Int) -> Int {
    end(from: start, ofRunsWithout: \.marksOutsidePlainText) { $0.isPlainText }
  }

  /// Returns the position of the first byte from `start` on that is not a space.
  func endOfSpaces(from start: Int) -> Int {
    end(from: start, ofRunsWithout: \.marksOutsideSpaces) { $0 == UInt8(ascii: " ") }
  }

  /// Returns the position of the first byte from `start` on that `marks` marks, and that `continues` is not true of.
  @inline(__always)
  private func end(
    from start: Int, ofRunsWithout marks: (UInt64) -> UInt64, _ continues: (UInt8) -> Bool
  ) -> Int {
    var position = start
    while position + 8 <= count {
      let marked = marks(word(at: position))
      if marked != 0 { return position + marked.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count, continues(self[position]) { position += 1 }
    return position
  }
}

extension UInt64 {
  /// The number whose eight bytes are all `byte`.
  @inline(__always)
  fileprivate static func eight(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  /// The marks of all bytes.
  @inline(__always)
  private static var marks: UInt64 { eight(0x80) }

  /// The bytes without what makes them more than ASCII.
  @inline(__always)
  private var low: UInt64 { self & ~Self.marks }

  /// Marks, of bytes below 0x80, those that are at least `byte`.
  @inline(__always)
  private func atLeast(_ byte: UInt8) -> UInt64 { self &+ Self.eight(0x80 - byte) }

  /// Marks, of bytes below 0x80, those that are `byte`.
  @inline(__always)
  private func equal(_ byte: UInt8) -> UInt64 { Self.marks &- (self ^ Self.eight(byte)) }

  /// Marks the bytes that continue no name.
  @inline(__always)
  fileprivate var marksOutsideNames: UInt64 {
    let lower = low | Self.eight(0x20)
    let letters = lower.atLeast(UInt8(ascii: "a")) & ~lower.atLeast(UInt8(ascii: "z") + 1)
    let digits = low.atLeast(UInt8(ascii: "0")) & ~low.atLeast(UInt8(ascii: "9") + 1)
    return (~(letters | digits | low.equal(UInt8(ascii: "_"))) | self) & Self.marks
  }

  /// Marks the bytes that don't stand for themselves in a string.
  @inline(__always)
  fileprivate var marksOutsidePlainText: UInt64 {
    let special = low.equal(UInt8(ascii: "\"")) | low.equal(UInt8(ascii: "\\"))
    return (~low.atLeast(0x20) | special) & ~self & Self.marks
  }

  /// Marks the bytes that are no spaces.
  @inline(__always)
  fileprivate var marksOutsideSpaces: UInt64 {
    (~low.equal(UInt8(ascii: " ")) | self) & Self.marks
  }
}

extension UInt8 {
  /// `true` iff the byte stands for itself in a string.
  fileprivate var isPlainText: Bool {
    self >= 0x20 && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
