extension PatternMatcher {
  /// Moves each place of `set` behind the literal `node` where that follows.
  mutating func readLiteral(_ node: Pattern.Node, from set: Int) -> Bool {
    let count = Int(node.minimum)
    var isFound = false
    var index = width - 1
    while index >= 0 {
      var bits = take(index, of: set)
      while bits != 0 {
        let place = removeLast(from: &bits, at: index)
        if isLiteral(node, at: place) {
          insert(place + count, into: set)
          isFound = true
        }
        work += 1
      }
      index -= 1
    }
    return isFound
  }

  /// Returns `true` iff the literal `node` follows `place`.
  private func isLiteral(_ node: Pattern.Node, at place: Int) -> Bool {
    let (start, count) = (Int(node.first), Int(node.minimum))
    guard count <= text.count - place else { return false }
    var read = 0
    while read < count, text[place + read] == pattern.words[start + read] { read += 1 }
    return read == count
  }

  /// Moves each place of `set` behind the next scalar where that is of the class of `node`.
  mutating func readScalar(_ node: Pattern.Node, from set: Int) -> Bool {
    let start = Int(node.first)
    var (carried, union): (UInt32, UInt32) = (0, 0)
    var index = 0
    while index < width {
      var bits = take(index, of: set)
      var kept: UInt32 = 0
      while bits != 0 {
        let place = removeLast(from: &bits, at: index)
        if place < text.count, isIn(text[place], classAt: start) { kept |= 1 << UInt32(place & 31) }
        work += 1
      }
      sets[set * width + index] = kept << 1 | carried
      carried = kept >> 31
      union |= kept
      index += 1
    }
    return union != 0
  }

  /// Moves each place of `set` behind as many scalars of the class of `node` as it says.
  mutating func readRun(_ node: Pattern.Node, from set: Int) -> Bool {
    let (minimum, maximum) = (Int(node.minimum), Int(node.maximum))
    var isFound = false
    // What was read last: to the end of a run, or farther than from any place before it.
    var (runStart, runEnd) = (text.count, text.count)
    var index = width - 1
    while index >= 0 {
      var bits = take(index, of: set)
      while bits != 0 {
        let place = removeLast(from: &bits, at: index)
        let reach = min(runStart, place + maximum)
        var end = place
        while end < reach, isIn(text[end], classAt: Int(node.first)) { end += 1 }
        work += end - place + 1
        // What `runStart` leads to has been added already.
        let limit = end == runStart ? runStart + minimum : .max
        if end == runStart { end = runEnd }
        (runStart, runEnd) = (place, end)
        let last = min(end, place + maximum)
        guard place + minimum <= last else { continue }
        insert(place + minimum, through: min(last, limit), into: set)
        isFound = true
      }
      index -= 1
    }
    return isFound
  }

  /// Keeps the places of `set` where what `node` says is true; it reads nothing.
  mutating func keepTrue(_ node: Pattern.Node, in set: Int) -> Bool {
    var isFound = false
    var place = last(in: set, before: text.count + 1)
    while place >= 0, work <= Self.maximumWork {
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

  /// Returns `true` iff what `node` says is true at `place`, using the sets after `set`.
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

  /// Keeps the places of `set` to which what `node` is about leads from anywhere, or those others.
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
  @inline(__always)
  private func isIn(_ scalar: UInt32, classAt start: Int) -> Bool {
    if scalar >= 128 { return isBeyond(scalar, classAt: start) }
    return pattern.words[start + Int(scalar >> 5)] >> (scalar & 31) & 1 != 0
  }

  /// Returns `true` iff `scalar`, which is beyond ASCII, is of the class at `start`.
  @inline(never)
  private func isBeyond(_ scalar: UInt32, classAt start: Int) -> Bool {
    let isNegated = pattern.words[start + 5] & 1 != 0
    var index = start + 6
    let end = index + Int(pattern.words[start + 5] & ~1)
    while index < end {
      if pattern.words[index] <= scalar, scalar <= pattern.words[index + 1] { return !isNegated }
      index += 2
    }
    let groups = ScalarGroups(rawValue: pattern.words[start + 4])
    let isInGroup = !groups.isEmpty && !groups.isDisjoint(with: ScalarGroups(of: scalar))
    return isInGroup != isNegated
  }
}
