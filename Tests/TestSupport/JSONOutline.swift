/// Where the values and the members of a JSON text lie.
struct JSONOutline {
  /// The values, each after those inside it; names of members are none.
  private(set) var values: [Range<Int>] = []
  /// The members of objects.
  private(set) var members: [Member] = []

  /// A member of an object.
  struct Member {
    /// The name, with its quotes.
    let name: Range<Int>
    /// The value.
    let value: Range<Int>

    /// All of the member.
    var range: Range<Int> { name.lowerBound..<value.upperBound }
  }

  /// A list or object that is open.
  private struct Container {
    /// Where it begins.
    let start: Int
    /// The name of the member whose value comes next.
    var name: Range<Int>?
  }

  /// Finds what lies in `bytes`; what is behind a mistake is not found.
  init(of bytes: [UInt8]) {
    var open: [Container] = []
    var position = 0
    while position < bytes.count {
      let start = position
      switch bytes[position] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(Container(start: start))
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let container = open.popLast() else { return }
        position += 1
        note(container.start..<position, in: &open)
      case UInt8(ascii: "\""):
        position = Self.endOfString(in: bytes, from: start)
        let rest = bytes[position...].prefix { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
        if rest.contains(UInt8(ascii: ":")), !open.isEmpty {
          open[open.count - 1].name = start..<position
        } else {
          note(start..<position, in: &open)
        }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        position += bytes[position...].prefix { $0 > 0x20 && !Self.borders.contains($0) }.count
        note(start..<position, in: &open)
      default: position += 1
      }
    }
  }

  /// What ends a number or word.
  private static let borders = Array(",:{}[]\"".utf8)

  /// Notes the value in `range`, which may be that of a member.
  private mutating func note(_ range: Range<Int>, in open: inout [Container]) {
    values.append(range)
    guard let name = open.last?.name else { return }
    members.append(Member(name: name, value: range))
    open[open.count - 1].name = nil
  }

  /// Returns where the string ends that begins at `start`.
  private static func endOfString(in bytes: [UInt8], from start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position + 1, bytes.count)
  }
}
