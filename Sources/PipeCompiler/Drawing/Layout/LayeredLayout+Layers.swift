// Which box is in which layer.
extension LayeredLayout {
  /// Gives every box a layer below those of the boxes that lines come from.
  ///
  /// Layers are filled from the top with at most so many boxes, those first that the longest ways begin
  /// at: list scheduling, as Coffman and Graham (1972) did it for machines.
  mutating func assignLayers() {
    let rows = LineRows(lines, count: boxes.count)
    let isInside = boxes.map { $0.side == .inside }
    let order = rows.order
    var height = [Int](repeating: 0, count: boxes.count)
    for box in order.reversed() {
      for line in rows.lines(from: box) {
        height[box] = max(height[box], height[lines[line].target] + 1)
      }
    }
    let first = boxes.contains { $0.side == .top } ? 1 : 0
    var missing = rows.counts
    var ready: [Int] = []
    func release(_ box: Int) {
      for line in rows.lines(from: box) {
        let target = lines[line].target
        missing[target] -= 1
        if missing[target] == 0, isInside[target] { ready.append(target) }
      }
    }
    for box in boxes.indices where isInside[box] && missing[box] == 0 { ready.append(box) }
    for box in boxes.indices where boxes[box].side == .top { release(box) }
    var layer = first
    while !ready.isEmpty {
      ready.sort { (height[$1], $0) < (height[$0], $1) }
      let chosen = ready.prefix(spacing.capacity)
      ready.removeFirst(chosen.count)
      for box in chosen { boxes[box].layer = layer }
      for box in chosen { release(box) }
      layer += 1
    }
    lowerSources(order, rows)
    let last = boxes.reduce(first) { $1.side == .inside ? max($0, $1.layer) : $0 }
    for box in boxes.indices where boxes[box].side == .bottom { boxes[box].layer = last + 1 }
    fillLayers()
  }

  /// Moves boxes down to the ones that need them, where that makes lines shorter.
  private mutating func lowerSources(_ order: [Int], _ rows: LineRows) {
    var filled: [Int: Int] = [:]
    for box in boxes where box.side == .inside { filled[box.layer, default: 0] += 1 }
    for box in order.reversed() where boxes[box].side == .inside {
      let out = rows.lines(from: box)
      let lowest = out.reduce(Int.max) {
        let target = boxes[lines[$1].target]
        return target.side == .inside ? min($0, target.layer - 1) : $0
      }
      guard lowest < Int.max, lowest > boxes[box].layer, out.count > rows.counts[box],
        filled[lowest, default: 0] < spacing.capacity
      else { continue }
      filled[boxes[box].layer, default: 0] -= 1
      filled[lowest, default: 0] += 1
      boxes[box].layer = lowest
    }
  }

  /// Lists the boxes of each layer in the order in which they were given.
  private mutating func fillLayers() {
    let count = boxes.reduce(0) { max($0, $1.layer) } + 1
    layers = [[Int]](repeating: [], count: count)
    for box in boxes.indices { layers[boxes[box].layer].append(box) }
  }

  /// Puts a point into every layer that a line crosses, one for all lines of a trunk, and cuts the
  /// lines into pieces there.
  ///
  /// Beyond a number that only graphs made for it need, lines are drawn straight through, behind boxes.
  mutating func addTrunks() {
    crossed = [[Int]?](repeating: nil, count: lines.count)
    var trunks: [Int: [Int]] = [:]
    var budget = 100_000
    let byLength = lines.indices.sorted {
      (boxes[lines[$0].target].layer, $0) < (boxes[lines[$1].target].layer, $1)
    }
    for position in byLength {
      let line = lines[position]
      let (from, to) = (boxes[line.source].layer, boxes[line.target].layer)
      guard to > from, budget > to - from else { continue }
      var points = trunks[line.trunk] ?? []
      let known = points.count
      for layer in stride(from: from + 1 + known, to: to, by: 1) {
        budget -= 1
        let above = points.last ?? line.source
        let start = points.isEmpty ? line.start : 0
        boxes.append(Box(width: 0, height: 0, layer: layer))
        points.append(boxes.count - 1)
        layers[layer].append(boxes.count - 1)
        pieces.append(
          Piece(
            upper: above, lower: boxes.count - 1, start: start, end: 0, weight: line.weight))
      }
      trunks[line.trunk] = points
      let own = Array(points.prefix(to - from - 1))
      budget -= own.count / 8
      crossed[position] = own
      pieces.append(
        Piece(
          upper: own.last ?? line.source, lower: line.target, start: own.isEmpty ? line.start : 0,
          end: line.end, weight: line.weight))
    }
  }
}

/// The lines that begin at each box, in compressed rows.
private struct LineRows {
  /// Where the row of each box begins.
  private var starts: [Int]
  /// The rows, end to end.
  private var rows: [Int]
  /// The number of lines that end at each box.
  private(set) var counts: [Int]
  /// The lines.
  private let all: [LayeredLayout.Line]

  /// Sorts `lines` between `count` boxes by where they begin.
  init(_ lines: [LayeredLayout.Line], count: Int) {
    all = lines
    starts = [Int](repeating: 0, count: count + 1)
    counts = [Int](repeating: 0, count: count)
    for line in lines {
      starts[line.source + 1] += 1
      counts[line.target] += 1
    }
    for box in 0..<count { starts[box + 1] += starts[box] }
    var next = starts
    rows = [Int](repeating: 0, count: lines.count)
    for (position, line) in lines.enumerated() {
      rows[next[line.source]] = position
      next[line.source] += 1
    }
  }

  /// Returns the positions of the lines that begin at `box`.
  func lines(from box: Int) -> ArraySlice<Int> { rows[starts[box]..<starts[box + 1]] }

  /// The boxes, each behind those that lines come from (Kahn, 1962); not those on a ring.
  var order: [Int] {
    var missing = counts
    var order = counts.indices.filter { counts[$0] == 0 }
    var next = 0
    while next < order.count {
      for line in lines(from: order[next]) {
        missing[all[line].target] -= 1
        if missing[all[line].target] == 0 { order.append(all[line].target) }
      }
      next += 1
    }
    return order
  }
}
