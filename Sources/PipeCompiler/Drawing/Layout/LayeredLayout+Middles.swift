// Where boxes stand in their layers.
extension LayeredLayout {
  /// Gives every box a place such that lines are as straight as their order allows.
  ///
  /// Layer by layer, each box is drawn to the mean of those it is joined to; where that would make
  /// boxes overlap, those form a block (the pool-adjacent-violators algorithm of Ayer et al., 1955,
  /// which gives the least squares under such constraints).
  mutating func assignMiddles() {
    var up = [[Pull]](repeating: [], count: boxes.count)
    var down = up
    for piece in pieces {
      let isInner = boxes[piece.upper].width == 0 && boxes[piece.lower].width == 0
      let weight = piece.weight * (isInner ? 8 : 1)
      up[piece.lower].append(Pull(box: piece.upper, shift: piece.start - piece.end, weight: weight))
      down[piece.upper].append(
        Pull(box: piece.lower, shift: piece.end - piece.start, weight: weight))
    }
    for layer in layers.indices { place(layer, [], []) }
    for _ in 0..<12 {
      for layer in layers.indices { place(layer, up, []) }
      for layer in layers.indices.reversed() { place(layer, [], down) }
    }
    for layer in layers.indices { place(layer, up, down) }
    for layer in layers.indices.reversed() { place(layer, up, down) }
    straighten()
    let left = boxes.reduce(Double.infinity) { min($0, $1.middle - $1.width / 2) }
    for box in boxes.indices { boxes[box].middle = (boxes[box].middle - left).nearestWhole }
  }

  /// That a box is drawn to another one.
  private struct Pull {
    /// The other box.
    let box: Int
    /// Where the box wants to be, as seen from the middle of the other one.
    let shift: Double
    /// How much it wants that.
    let weight: Double
  }

  /// A block of boxes that stand as close as they may.
  private struct Block {
    /// The first box's place in its layer.
    let first: Int
    /// Where the layer's first box would have to be, for the mean of the block to be where it wants.
    var position: Double
    /// How much the boxes of the block want that.
    var weight: Double
  }

  /// Returns the room between the middles of `left` and `right`, neighbours in a layer.
  private func distance(_ left: Int, _ right: Int) -> Double {
    let (left, right) = (boxes[left], boxes[right])
    let gap = left.width == 0 || right.width == 0 ? spacing.line : spacing.box
    return (left.width + right.width) / 2 + gap
  }

  /// Places the boxes of `layer` as they are pulled by those above and those below.
  private mutating func place(_ layer: Int, _ up: [[Pull]], _ down: [[Pull]]) {
    var blocks: [Block] = []
    var offsets: [Double] = []
    var offset = 0.0
    for (place, box) in layers[layer].enumerated() {
      if place > 0 { offset += distance(layers[layer][place - 1], box) }
      offsets.append(offset)
      var (sum, weight) = (0.0, 0.0)
      for pull in (up.isEmpty ? [] : up[box]) + (down.isEmpty ? [] : down[box]) {
        sum += pull.weight * (boxes[pull.box].middle + pull.shift)
        weight += pull.weight
      }
      // What nothing pulls stays where it is, if there is room.
      if weight == 0 { (sum, weight) = (0.01 * boxes[box].middle, 0.01) }
      var block = Block(first: place, position: sum / weight - offset, weight: weight)
      while let last = blocks.last, last.position > block.position {
        let all = last.weight + block.weight
        let mean = (last.position * last.weight + block.position * block.weight) / all
        block = Block(first: last.first, position: mean, weight: all)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var number = 0
    for (place, box) in layers[layer].enumerated() {
      if number + 1 < blocks.count, blocks[number + 1].first <= place { number += 1 }
      boxes[box].middle = blocks[number].position + offsets[place]
    }
  }

  /// Makes the points of each trunk stand below each other where there is room for it.
  private mutating func straighten() {
    var places = [Int](repeating: 0, count: boxes.count)
    for layer in layers { for (place, box) in layer.enumerated() { places[box] = place } }
    var next = [Int](repeating: -1, count: boxes.count)
    var isStart = [Bool](repeating: true, count: boxes.count)
    var ends = [[Double]](repeating: [], count: boxes.count)
    for piece in pieces {
      switch (piece.upper >= givenCount, piece.lower >= givenCount) {
      case (true, true):
        next[piece.upper] = piece.lower
        isStart[piece.lower] = false
      case (true, false): ends[piece.upper].append(boxes[piece.lower].middle + piece.end)
      case (false, true): ends[piece.lower].append(boxes[piece.upper].middle + piece.start)
      case (false, false): break
      }
    }
    for start in givenCount..<max(givenCount, boxes.count) where isStart[start] {
      var chain: [Int] = []
      var point = start
      while point >= 0 {
        chain.append(point)
        point = next[point]
      }
      straighten(chain, places, towards: chain.flatMap { ends[$0] })
    }
  }

  /// Makes `chain`, or as long a beginning of it as there is room for, and then the rest, straight, if
  /// possible below or above one of the places `ends`.
  private mutating func straighten(_ chain: [Int], _ places: [Int], towards ends: [Double]) {
    var rest = chain[...]
    while !rest.isEmpty {
      var (low, high, sum) = (-Double.infinity, Double.infinity, 0.0)
      var count = 0
      for point in rest {
        let layer = layers[boxes[point].layer]
        let place = places[point]
        let left =
          place > 0
          ? boxes[layer[place - 1]].middle + distance(layer[place - 1], point) : -.infinity
        let right =
          place + 1 < layer.count
          ? boxes[layer[place + 1]].middle - distance(point, layer[place + 1]) : .infinity
        guard max(low, left) <= min(high, right) else { break }
        (low, high) = (max(low, left), min(high, right))
        sum += boxes[point].middle
        count += 1
      }
      guard count > 0 else { return }
      let mean = sum / Double(count)
      let end = ends.filter { low <= $0 && $0 <= high }.min { abs($0 - mean) < abs($1 - mean) }
      let x = end ?? min(max(mean, low), high)
      for point in rest.prefix(count) { boxes[point].middle = x }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives every layer its top and bottom.
  mutating func assignTops() {
    // Lines that go far to the side need more height, so as not to lie flat.
    var reach = [Double](repeating: 0, count: layers.count)
    for piece in pieces {
      let layer = boxes[piece.upper].layer
      let start = boxes[piece.upper].middle + piece.start
      let end = boxes[piece.lower].middle + piece.end
      reach[layer] = max(reach[layer], abs(start - end))
    }
    var y = 0.0
    for (number, layer) in layers.enumerated() {
      let isBorder = number == 0 && layer.contains { boxes[$0].side == .top }
      if number == 0, !isBorder { y += spacing.top }
      let height = layer.reduce(0) { max($0, boxes[$1].height) }
      tops.append(y)
      bottoms.append(y + height)
      let isLast =
        number + 2 == layers.count && layers[number + 1].contains { boxes[$0].side == .bottom }
      let gap = spacing.layer + min(72, (reach[number] / 14).nearestWhole)
      let least = isBorder ? spacing.top + 12 : 0
      y += height + (isLast ? spacing.layer / 2 : max(least, gap))
    }
  }
}
