extension PatternMatcher {
  /// Moves each place of `set` behind the literal `node` where that follows.
  mutating func readLiteral(_ node: Pattern.Node, from set: Int) -> Bool {
    let (start, count) = (Int(node.first), Int(node.minimum))
    var isFound = false
    var place = last(in: set, before: text.count + 1)
    while place >= 0 {
      remove(place, from: set)
      var read = 0
      if count <= text.count - place {
        while read < count, text[place + read] == pattern.words[start + read] { read += 1 }
      }
      if read == count {
        insert(place + count, into: set)
        isFound = true
      }
      work += read
      place = last(in: set, before: place)
    }
    return isFound
  }

  /// Moves each place of `set` behind the next scalar where that is of the class of `node`.
  mutating func readScalar(_ node: Pattern.Node, from set: Int) -> Bool {
    let start = Int(node.first)
    var isFound = false
    var place = last(in: set, before: text.count + 1)
    while place >= 0 {
      remove(place, from: set)
      if place < text.count, isIn(text[place], classAt: start) {
        insert(place + 1, into: set)
        isFound = true
      }
      work += 1
      place = last(in: set, before: place)
    }
    return isFound
  }

  /// Moves each place of `set` to where the scalars that follow are as many of the class of `node` as it says.
  mutating func readRun(_ node: Pattern.Node, from set: Int) -> Bool {
    let (minimum, maximum) = (Int(node.minimum), Int(node.maximum))
    var isFound = false
    // The run that was read last, which the next place may run into.
    var (runStart, runEnd) = (text.count, text.count)
    var place = last(in: set, before: text.count + 1)
    while place >= 0 {
      remove(place, from: set)
      var end = place
      while end < runStart, isIn(text[end], classAt: Int(node.first)) { end += 1 }
      work += end - place + 1
      // From `runStart` everything from `minimum` on has been added already.
      let isSame = end == runStart
      if isSame { end = runEnd }
      let lower = place + minimum
      let upper = min(end, place + maximum)
      if lower <= upper {
        insert(lower, through: isSame ? min(upper, runStart + minimum) : upper, into: set)
        isFound = true
      }
      (runStart, runEnd) = (place, end)
      place = last(in: set, before: place)
    }
    return isFound
  }

  /// Keeps the places of `set` where `node`, which reads nothing, says what is true.
  mutating func assert(_ node: Pattern.Node, at set: Int) -> Bool {
    var isFound = false
    var place = last(in: set, before: text.count + 1)
    while place >= 0 {
      if isTrue(node, at: place, beside: set) {
        isFound = true
      } else {
        remove(place, from: set)
      }
      work += 1
      place = last(in: set, before: place)
    }
    return isFound
  }

  /// Returns `true` iff `node` says what is true at `place`, without touching `set`.
  private mutating func isTrue(_ node: Pattern.Node, at place: Int, beside set: Int) -> Bool {
    switch node.kind {
    case .start: return place == 0
    case .end: return place == text.count || place == text.count - 1 && text[place] == 0x0A
    case .textEnd: return place == text.count
    case .boundary: return isWord(at: place - 1) != isWord(at: place)
    case .noBoundary: return isWord(at: place - 1) == isWord(at: place)
    default:
      clear(set + 1)
      insert(place, into: set + 1)
      return advance(set + 1, through: node.first) == (node.kind == .ahead)
    }
  }

  /// Keeps the places of `set` to which one can or can't read through what `node` is about, from anywhere.
  mutating func lookBehind(_ node: Pattern.Node, from set: Int) -> Bool {
    clear(set + 1)
    insert(0, through: text.count, into: set + 1)
    if !advance(set + 1, through: node.first) { clear(set + 1) }
    return keep(in: set, whatIsIn: set + 1, node.kind == .behind)
  }

  /// Returns `true` iff the scalar after `place` belongs to a word.
  private func isWord(at place: Int) -> Bool {
    place >= 0 && place < text.count && ScalarSet.word.contains(text[place])
  }

  /// Returns `true` iff `scalar` is of the class at `start`.
  private func isIn(_ scalar: UInt32, classAt start: Int) -> Bool {
    if scalar < 128 {
      return pattern.words[start + Int(scalar >> 5)] >> (scalar & 31) & 1 != 0
    }
    let words = pattern.words
    let isNegated = words[start + 5] & 1 != 0
    var index = start + 6
    let end = index + Int(words[start + 5] & ~1)
    while index < end {
      if words[index] <= scalar, scalar <= words[index + 1] { return !isNegated }
      index += 2
    }
    let groups = ScalarGroups(rawValue: words[start + 4])
    let isInGroup = !groups.isEmpty && !groups.isDisjoint(with: ScalarGroups(of: scalar))
    return isInGroup != isNegated
  }
}
