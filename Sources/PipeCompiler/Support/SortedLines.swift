/// A constant text whose lines are sorted by their first word, in which they are looked up.
struct SortedLines: Sendable {
  /// The lines, a line feed between two.
  let text: StaticText
  /// Where each line begins, and where one more would.
  private let starts: [Int]

  /// Finds out where the lines of `text` begin.
  init(_ text: StaticString) {
    self.text = StaticText(text)
    var starts = [0]
    starts.reserveCapacity(128)
    while let last = starts.last, last < self.text.count {
      starts.append(self.text.position(of: UInt8(ascii: "\n"), from: last) + 1)
    }
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count - 1 }

  /// Line number `number`.
  subscript(number: Int) -> StaticText { text[starts[number]..<starts[number + 1] - 1] }

  /// Returns the numbers of the lines whose first word is `word`.
  func lines(of word: StaticText) -> Range<Int> { lines { word.order(toFirstWordOf: $0) } }

  /// Returns the numbers of the lines whose first word is `word`.
  func lines(of word: String) -> Range<Int> {
    let bytes = Array(word.utf8)
    return lines { -$0.orderOfFirstWord(to: bytes) }
  }

  /// Returns the numbers of the lines to which something has the `order` zero.
  private func lines(_ order: (StaticText) -> Int) -> Range<Int> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if order(self[middle]) > 0 { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, order(self[end]) == 0 { end += 1 }
    return low..<end
  }
}

extension StaticText {
  /// Returns a number below, at or above zero if the text comes before, is, or comes after the first
  /// word of `line`.
  @inline(__always)
  func order(toFirstWordOf line: StaticText) -> Int {
    let space = UInt8(ascii: " ")
    var position = 0
    while position < count, position < line.count {
      let (mine, theirs) = (self[position], line[position])
      if mine != theirs { return theirs == space ? 1 : Int(mine) - Int(theirs) }
      position += 1
    }
    guard position == count else { return 1 }
    return position == line.count || line[position] == space ? 0 : -1
  }

  /// Returns a number below, at or above zero if the first word comes before, is, or comes after
  /// `bytes`.
  fileprivate func orderOfFirstWord(to bytes: [UInt8]) -> Int {
    let word = piece(from: 0)
    for (mine, theirs) in zip(0..<word.count, bytes) where word[mine] != theirs {
      return Int(word[mine]) - Int(theirs)
    }
    return word.count - bytes.count
  }
}
