import Foundation

/// What a drawing in SVG shows, read from its text.
struct DrawnGraph {
  /// A rectangle.
  struct Frame {
    var x = 0.0, y = 0.0, width = 0.0, height = 0.0

    /// Returns `true` iff some part of `other` lies inside.
    func overlaps(_ other: Frame) -> Bool {
      x < other.x + other.width && other.x < x + width && y < other.y + other.height
        && other.y < y + height
    }

    /// Returns `true` iff all of `other` lies inside.
    func contains(_ other: Frame) -> Bool {
      x <= other.x && y <= other.y && x + width >= other.x + other.width
        && y + height >= other.y + other.height
    }

    /// Returns `true` iff the point lies inside, by more than a pixel.
    func holds(_ point: (x: Double, y: Double)) -> Bool {
      point.x > x + 1 && point.x < x + width - 1 && point.y > y + 1 && point.y < y + height - 1
    }
  }

  /// The page.
  private(set) var page = Frame()
  /// The steps, by name.
  private(set) var steps: [String: Frame] = [:]
  /// The widths that the texts of the steps have at most, by name.
  private(set) var textWidths: [String: Double] = [:]
  /// The clusters, by owner and role.
  private(set) var clusters: [(owner: String, role: String, frame: Frame)] = []
  /// The lines from step to step, with points along them.
  private(set) var edges: [(from: String, to: String, points: [(x: Double, y: Double)])] = []
  /// The lines into clusters.
  private(set) var entries: [(owner: String, role: String, points: [(x: Double, y: Double)])] = []
  /// What is wrong with the text as XML.
  private(set) var faults: [String] = []

  /// An element that was begun and not ended.
  private struct Open {
    let name: String
    let attributes: [String: String]
  }

  /// Reads `text`.
  init(_ text: String) {
    var open: [Open] = []
    for piece in text.split(separator: "<", omittingEmptySubsequences: true) {
      guard let end = piece.firstIndex(of: ">") else {
        if !piece.allSatisfy(\.isWhitespace) { faults.append("no end: \(piece.prefix(40))") }
        continue
      }
      let tag = piece[..<end]
      let content = String(piece[piece.index(after: end)...])
      if tag.hasPrefix("/") {
        if open.popLast()?.name != String(tag.dropFirst()) { faults.append("unbalanced: \(tag)") }
        continue
      }
      let name = String(tag.prefix { $0 != " " && $0 != "/" && $0 != "\n" })
      var attributes: [String: String] = [:]
      for match in tag.matches(of: /([A-Za-z-]+)="([^"]*)"/) {
        if attributes[String(match.1)] != nil { faults.append("twice: \(tag)") }
        attributes[String(match.1)] = String(match.2)
      }
      note(name, attributes, content, in: open.last)
      if !tag.hasSuffix("/") { open.append(Open(name: name, attributes: attributes)) }
    }
    if !open.isEmpty { faults.append("not closed: \(open.map(\.name))") }
  }

  /// Notes what an element shows.
  private mutating func note(
    _ name: String, _ attributes: [String: String], _ content: String, in parent: Open?
  ) {
    let outer = parent?.attributes ?? [:]
    let kind = attributes["class"] ?? ""
    if name == "svg" {
      let numbers = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 4 else { return faults.append("no viewBox") }
      page = Frame(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
    } else if name == "rect", let owner = outer["data-owner"], let role = outer["data-role"] {
      clusters.append((owner, role, Self.frame(attributes)))
    } else if name == "path", let step = outer["data-step"], kind == "box" {
      steps[step] = Self.frame(of: attributes["d"] ?? "", movedBy: outer["transform"] ?? "")
    } else if name == "path", kind.hasPrefix("line"), let from = outer["data-from"] {
      let points = Self.points(along: attributes["d"] ?? "")
      if let to = outer["data-to"] {
        edges.append((from, to, points))
      } else {
        entries.append((from, outer["data-role"] ?? "", points))
      }
    } else if name == "text", let step = outer["data-step"] {
      let text = content.replacing(/&[a-z]+;/, with: "x")
      // A coarse judge: no usual font has wider characters on average.
      let size = kind == "name" ? 13.0 : 11
      textWidths[step] = max(textWidths[step] ?? 0, Double(text.count) * size * 0.5)
    }
  }

  /// Returns the rectangle that `attributes` say.
  private static func frame(_ attributes: [String: String]) -> Frame {
    func number(_ name: String) -> Double { Double(attributes[name] ?? "") ?? .nan }
    return Frame(
      x: number("x"), y: number("y"), width: number("width"), height: number("height"))
  }

  /// Returns the commands of `path`, with their numbers.
  private static func commands(of path: String) -> [(Character, [Double])] {
    path.matches(of: /([A-Za-z])([^A-Za-z]*)/).map { match in
      (match.1.first ?? " ", match.2.split(separator: " ").compactMap { Double($0) })
    }
  }

  /// Returns the rectangle around the outline `path`, which begins at zero.
  private static func frame(of path: String, movedBy transform: String) -> Frame {
    var (width, height) = (0.0, 0.0)
    for (command, numbers) in commands(of: path) {
      switch command {
      case "H": width = max(width, numbers.first ?? 0)
      case "V": height = max(height, numbers.first ?? 0)
      case "M", "L", "A":
        width = max(width, numbers.suffix(2).first ?? 0)
        height = max(height, numbers.last ?? 0)
      default: break
      }
    }
    let place = transform.matches(of: /-?[0-9.]+/).compactMap { Double($0.0) }
    return Frame(x: place.first ?? .nan, y: place.last ?? .nan, width: width, height: height)
  }

  /// Returns points along the line `path`.
  private static func points(along path: String) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for (command, numbers) in commands(of: path) {
      let here = points.last ?? (0, 0)
      switch command {
      case "M": points.append((numbers[0], numbers[1]))
      case "V":
        for part in 1...8 {
          points.append((here.x, here.y + (numbers[0] - here.y) * Double(part) / 8))
        }
      case "C":
        for part in 1...16 {
          let (t, u) = (Double(part) / 16, 1 - Double(part) / 16)
          let weights = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
          let xs = [here.x, numbers[0], numbers[2], numbers[4]]
          let ys = [here.y, numbers[1], numbers[3], numbers[5]]
          points.append(
            (
              zip(weights, xs).reduce(0) { $0 + $1.0 * $1.1 },
              zip(weights, ys).reduce(0) { $0 + $1.0 * $1.1 }
            ))
        }
      default: break
      }
    }
    return points
  }
}
