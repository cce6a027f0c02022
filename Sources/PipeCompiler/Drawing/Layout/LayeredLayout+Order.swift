// In which order boxes stand in their layers.
extension LayeredLayout {
  /// Orders the boxes of every layer so that few pieces cross.
  ///
  /// Medians of neighbours, down and up in turn, each time followed by exchanges of neighbours that
  /// help; the best order met is kept (Gansner et al., 1993, section 3).
  mutating func orderLayers() {
    guard layers.count > 1 else { return }
    var search = OrderSearch(self)
    layers = search.run(layers)
  }

  /// Exchanges where lines begin that may begin in each other's places, so that they don't cross.
  mutating func untangleStarts() {
    var groups: [Int: [Int]] = [:]
    var moved: [(line: Int, start: Double)] = []
    for position in lines.indices where lines[position].isMovable {
      groups[lines[position].source, default: []].append(position)
    }
    guard !groups.isEmpty else { return }
    var places = [Int](repeating: 0, count: boxes.count)
    for layer in layers { for (place, box) in layer.enumerated() { places[box] = place } }
    for (position, piece) in pieces.enumerated() {
      guard let group = groups[piece.upper], group.count > 1 else { continue }
      // The starts of the group go to its lines in the order of the boxes that these lead to first.
      let firsts = group.map { crossed[$0]?.first ?? lines[$0].target }
      guard let member = firsts.firstIndex(of: piece.lower) else { continue }
      let starts = group.map { lines[$0].start }.sorted()
      let rank = firsts.count { places[$0] < places[piece.lower] }
      pieces[position].start = starts[min(rank, starts.count - 1)]
      moved.append((group[member], pieces[position].start))
    }
    for (line, start) in moved { lines[line].start = start }
  }

  /// The search for an order with few crossings.
  private struct OrderSearch {
    /// The pieces that lead up from each box: the box above, and how far from its middle, in widths.
    private var upward: [[End]]
    /// The same, down.
    private var downward: [[End]]
    /// The place of each box in its layer.
    private var places: [Int]
    /// `true` iff exchanges are worth their time.
    private let isSmall: Bool

    /// The other end of a piece.
    private struct End {
      /// The box that it is at.
      let box: Int
      /// How far it is from the middle of that box, in widths.
      let share: Double
      /// How far this end is from the middle of its own box, in widths.
      let own: Double
    }

    init(_ layout: LayeredLayout) {
      let boxes = layout.boxes
      upward = Array(repeating: [], count: boxes.count)
      downward = upward
      places = Array(repeating: 0, count: boxes.count)
      for piece in layout.pieces {
        let (upper, lower) = (boxes[piece.upper], boxes[piece.lower])
        let start = upper.width > 0 ? 0.9 * piece.start / upper.width : 0
        let end = lower.width > 0 ? 0.9 * piece.end / lower.width : 0
        upward[piece.lower].append(End(box: piece.upper, share: start, own: end))
        downward[piece.upper].append(End(box: piece.lower, share: end, own: start))
      }
      isSmall = layout.pieces.count < 20_000
    }

    /// Returns `layers` in the best order that was found.
    mutating func run(_ layers: [[Int]]) -> [[Int]] {
      var layers = initial(layers)
      var best = (layers: layers, crossings: crossings(layers))
      var misses = 0
      for round in 0..<(isSmall ? 24 : 6) where best.crossings > 0 && misses < 6 {
        if round % 2 == 0 {
          for layer in layers.indices.dropFirst() { sort(&layers[layer], by: upward) }
        } else {
          for layer in layers.indices.dropLast().reversed() { sort(&layers[layer], by: downward) }
        }
        if isSmall { exchange(&layers) }
        let found = crossings(layers)
        misses += 1
        if found < best.crossings {
          best = (layers, found)
          misses = 0
        }
      }
      return best.layers
    }

    /// Returns `layers` in the order in which a search, depth first from the left, meets the boxes.
    private mutating func initial(_ layers: [[Int]]) -> [[Int]] {
      var number = [Int](repeating: -1, count: places.count)
      var count = 0
      for start in layers.joined() where number[start] < 0 && upward[start].isEmpty {
        var stack = [start]
        while let box = stack.popLast() {
          guard number[box] < 0 else { continue }
          number[box] = count
          count += 1
          for next in downward[box].reversed() where number[next.box] < 0 { stack.append(next.box) }
        }
      }
      let sorted = layers.map { $0.sorted { (number[$0], $0) < (number[$1], $1) } }
      for layer in sorted { note(layer) }
      return sorted
    }

    /// Notes the places of the boxes of `layer`.
    private mutating func note(_ layer: [Int]) {
      for (place, box) in layer.enumerated() { places[box] = place }
    }

    /// Sorts `layer` by the medians of what its boxes are joined to by `pieces`.
    private mutating func sort(_ layer: inout [Int], by pieces: [[End]]) {
      var keyed = layer.enumerated().map { place, box in
        (key: median(pieces[box]) ?? Double(place), place: place, box: box)
      }
      keyed.sort { ($0.key, $0.place) < ($1.key, $1.place) }
      layer = keyed.map(\.box)
      note(layer)
    }

    /// Returns where `ends` are in the middle, by the weighted median of Gansner et al.
    private func median(_ ends: [End]) -> Double? {
      guard !ends.isEmpty else { return nil }
      let at = ends.map { Double(places[$0.box]) + $0.share }.sorted()
      let middle = at.count / 2
      if at.count % 2 == 1 { return at[middle] }
      if at.count == 2 { return (at[0] + at[1]) / 2 }
      let (left, right) = (at[middle - 1] - at[0], at[at.count - 1] - at[middle])
      guard left + right > 0 else { return at[middle] }
      return (at[middle - 1] * right + at[middle] * left) / (left + right)
    }

    /// Exchanges neighbours in `layers` as long as that leaves fewer crossings.
    private mutating func exchange(_ layers: inout [[Int]]) {
      for _ in 0..<8 {
        var isBetter = false
        for layer in layers.indices {
          for place in layers[layer].indices.dropLast() {
            let (left, right) = (layers[layer][place], layers[layer][place + 1])
            guard gain(left, right) > 0 else { continue }
            layers[layer].swapAt(place, place + 1)
            places[left] = place + 1
            places[right] = place
            isBetter = true
          }
        }
        if !isBetter { return }
      }
    }

    /// Returns how many crossings fewer there are if `left` and `right`, neighbours, change places.
    private func gain(_ left: Int, _ right: Int) -> Int {
      gain(upward[left], upward[right]) + gain(downward[left], downward[right])
    }

    /// Returns how many crossings fewer there are between pieces to `left` and to `right`.
    private func gain(
      _ left: [End], _ right: [End]
    ) -> Int {
      guard left.count * right.count <= 4_096 else { return 0 }
      var gain = 0
      for a in left {
        let x = Double(places[a.box]) + a.share
        for b in right {
          let y = Double(places[b.box]) + b.share
          if x > y { gain += 1 } else if x < y { gain -= 1 }
        }
      }
      return gain
    }

    /// Returns the number of crossings, counted with a tree of sums (Barth, Jünger and Mutzel, 2002).
    private func crossings(_ layers: [[Int]]) -> Int {
      var count = 0
      for layer in layers.dropLast() {
        var ends: [Double] = []
        for box in layer {
          let sorted = downward[box].map { ($0.own, Double(places[$0.box]) + $0.share) }.sorted {
            $0 < $1
          }
          ends += sorted.map(\.1)
        }
        count += inversions(ends)
      }
      return count
    }

    /// Returns how many pairs of `values` are in the wrong order.
    private func inversions(_ values: [Double]) -> Int {
      guard values.count > 1 else { return 0 }
      let sorted = values.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      var rank = [Int](repeating: 0, count: values.count)
      var number = 0
      for (place, entry) in sorted.enumerated() {
        if place == 0 || entry.element > sorted[place - 1].element { number += 1 }
        rank[entry.offset] = number
      }
      var sums = [Int](repeating: 0, count: number + 1)
      var count = 0
      for (seen, value) in rank.enumerated() {
        var notAbove = 0
        var index = value
        while index > 0 {
          notAbove += sums[index]
          index &= index - 1
        }
        count += seen - notAbove
        index = value
        while index <= number {
          sums[index] += 1
          index += index & -index
        }
      }
      return count
    }
  }
}
