/// A path as SVG spells it, relative to some place.
struct SVGPath {
  /// The commands so far.
  private(set) var text = ""

  /// Creates an empty path.
  init() {}

  /// Creates the path of a line that runs straight down, bends, and so on, through `points`.
  init(through points: [Point]) {
    guard let first = points.first else { return }
    add("M", first.x, first.y)
    var here = first
    // A line straight down, not written yet, so that several become one.
    var straight: Double?
    for point in points.dropFirst() where point != here {
      if point.x == here.x {
        straight = point.y
      } else {
        if let y = straight { add("V", y) }
        straight = nil
        let middle = (here.y + point.y) / 2
        add("C", here.x, middle, point.x, middle, point.x, point.y)
      }
      here = point
    }
    if let y = straight { add("V", y) }
  }

  /// Adds `command` with `numbers`.
  mutating func add(_ command: String, _ numbers: Double...) {
    text += command
    for (position, number) in numbers.enumerated() {
      if position > 0 { text += " " }
      text += Self.text(of: number)
    }
  }

  /// Adds the command that closes a figure.
  mutating func close() { text += "Z" }

  /// Returns `number` with at most one digit behind the point.
  static func text(of number: Double) -> String {
    guard number.magnitude < 1e12 else { return "0" }
    let tenths = Int((number * 10).nearestWhole)
    if tenths % 10 == 0 { return String(tenths / 10) }
    let magnitude = abs(tenths)
    return "\(tenths < 0 ? "-" : "")\(magnitude / 10).\(magnitude % 10)"
  }
}

extension SVGPath {
  /// Creates the outline of a step of `family`, as large as `width` and `height`.
  init(outlineOf family: StepFamily, width: Double, height: Double) {
    switch family {
    case .data: self.init(rounded: min(8, height / 3), width, height)
    case .call: self.init(rounded: height / 2, width, height)
    case .training: self.init(cut: min(7, width / 5), height / 6, width, height)
    case .failure: self.init(cut: min(13, width / 4), height / 3, width, height)
    case .choice: self.init(cut: min(20, width / 3), height / 2, width, height)
    case .model: self.init(barrel: min(5, height / 5), width, height)
    case .deployment: self.init(slanted: min(10, width / 4), width, height)
    case .loop:
      self.init(rounded: 4, width, height)
      for x in [6, width - 6] {
        add("M", x, 0)
        add("V", height)
      }
    case .other: self.init(folded: min(10, height / 2), width, height)
    }
  }

  /// Creates a rectangle with round corners.
  private init(rounded radius: Double, _ width: Double, _ height: Double) {
    let r = radius
    add("M", r, 0)
    add("H", width - r)
    add("A", r, r, 0, 0, 1, width, r)
    add("V", height - r)
    add("A", r, r, 0, 0, 1, width - r, height)
    add("H", r)
    add("A", r, r, 0, 0, 1, 0, height - r)
    add("V", r)
    add("A", r, r, 0, 0, 1, r, 0)
    close()
  }

  /// Creates a rectangle whose corners are cut off, `x` to the side and `y` down.
  private init(cut x: Double, _ y: Double, _ width: Double, _ height: Double) {
    add("M", x, 0)
    add("H", width - x)
    add("L", width, y)
    if 2 * y < height { add("V", height - y) }
    add("L", width - x, height)
    add("H", x)
    add("L", 0, height - y)
    if 2 * y < height { add("V", y) }
    close()
  }

  /// Creates a barrel, whose ends are bent by `bend`.
  private init(barrel bend: Double, _ width: Double, _ height: Double) {
    add("M", 0, bend)
    add("A", width / 2, bend, 0, 0, 1, width, bend)
    add("V", height - bend)
    add("A", width / 2, bend, 0, 0, 1, 0, height - bend)
    close()
    add("M", 0, bend)
    add("A", width / 2, bend, 0, 0, 0, width, bend)
  }

  /// Creates a parallelogram, whose sides lean by `lean`.
  private init(slanted lean: Double, _ width: Double, _ height: Double) {
    add("M", lean, 0)
    add("H", width)
    add("L", width - lean, height)
    add("H", 0)
    close()
  }

  /// Creates a sheet with a corner that is folded by `fold`.
  private init(folded fold: Double, _ width: Double, _ height: Double) {
    add("M", 0, 0)
    add("H", width - fold)
    add("L", width, fold)
    add("V", height)
    add("H", 0)
    close()
    add("M", width - fold, 0)
    add("V", fold)
    add("H", width)
  }
}

extension StepFamily {
  /// The room that the outline of the family's steps needs at each side of a text.
  var margin: Double {
    switch self {
    case .data, .training, .model: 14
    case .loop, .failure, .other: 18
    case .deployment, .call: 20
    case .choice: 24
    }
  }
}
