import Foundation
@testable import PipeCompiler
import Testing

/// What the policy by hand says about shapes: that these exist, and that it can be looked up.
@Suite struct PolicyTests {
  /// The model of all shapes.
  private static let model = StepShapes.model

  @Test(arguments: StepKind.allCases)
  func `what a contract names exists`(kind: StepKind) {
    let contract = kind.contract
    if let arguments = contract.arguments {
      let root = Self.model.structure(rootedAt: StaticText(arguments))
      #expect(root?.kind.hasMembers == true, "\(arguments)")
    }
    if let fields = contract.fields {
      #expect(Self.model.shape(named: fields)?.kind == .structure, "\(fields)")
    }
    for name in StaticText(contract.properties).words {
      #expect(Self.model.structure(rootedAt: name)?.kind.hasMembers == true, "\(name.string)")
    }
    #expect(contract.fields != nil || kind == .other)
  }

  @Test(arguments: StepKind.allCases)
  func `the places of storage lie in the arguments`(kind: StepKind) throws {
    let words = kind.storagePlaces.words.map(\.string)
    guard !words.isEmpty else { return }
    let root = try #require(Self.arguments(of: kind))
    try #require(words.count % 2 == 0)
    for position in stride(from: 0, to: words.count, by: 2) {
      #expect(["r", "w", "b"].contains(words[position]))
      let way = words[position + 1].split(separator: ".").map(String.init)
      let ends = Self.ends(of: way, from: root)
      #expect(!ends.isEmpty, "\(words[position + 1])")
      #expect(ends.allSatisfy { $0.kind == .string }, "\(words[position + 1])")
    }
  }

  @Test(arguments: StepKind.allCases)
  func `the keys of caches lie in the arguments`(kind: StepKind) throws {
    guard !kind.cacheKeys.isEmpty else { return }
    let root = try #require(Self.arguments(of: kind))
    for way in kind.cacheKeys { #expect(!Self.ends(of: way, from: root).isEmpty, "\(way)") }
    #expect(kind.caching != .refused)
  }

  @Test func `every date of the service is a day`() {
    let dates =
      StepKind.allCases.compactMap { ServiceDate.ofSteps($0) }
      + ServiceDate.Feature.allCases.map { ServiceDate.of($0) }
    for date in dates {
      #expect(date.text.count == 10, "\(date.text)")
      #expect(Self.isDay(date.text), "\(date.text)")
      #expect(ServiceDate(date.text) == date)
    }
  }

  @Test(arguments: [
    ("2025-04-03", "2025-04-03"), ("2025-04", "2025-04-30"), ("2024-02", "2024-02-29"),
    ("1900-02", "1900-02-28"), ("2024-02-29", "2024-02-29"),
  ])
  func `a day, or a month up to its end, is read`(text: String, day: String) {
    #expect(ServiceDate(text)?.text == day)
  }

  @Test(arguments: [
    "", "2025", "2025-4-3", "2025-00-01", "2025-13-01", "2025-04-00", "2025-04-32", "2025-02-30",
    "2025/04/03", "20250403", "2025-04-03 ", "2025-04-0a", "２０２５-04", "2025-04-",
  ])
  func `what is no day is refused`(text: String) {
    #expect(ServiceDate(text) == nil)
  }

  /// Returns the shape of the arguments of steps of `kind`.
  private static func arguments(of kind: StepKind) -> Shape? {
    kind.contract.arguments.flatMap { model.structure(rootedAt: StaticText($0)) }
  }

  /// Returns the shapes at the end of `way` from `shape`, through entries of lists and maps; `*` is
  /// any member.
  private static func ends(of way: [String], from shape: Shape) -> [Shape] {
    let shape = inner(shape)
    guard let name = way.first else { return [shape] }
    let members = shape.kind.hasMembers ? Array(shape.members) : []
    return members.filter { name == "*" || $0.name.string == name }
      .compactMap { model.shape(named: $0.shape) }
      .flatMap { ends(of: Array(way.dropFirst()), from: $0) }
  }

  /// Returns what is at the end of lists and maps in `shape`.
  private static func inner(_ shape: Shape) -> Shape {
    let next: StaticText? =
      switch shape.kind {
      case .list: shape.element
      case .map: shape.mapValue
      default: nil
      }
    return next.flatMap { model.shape(named: $0) }.map { inner($0) } ?? shape
  }

  /// Returns `true` iff `text` is a day of the calendar.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let day = DateComponents(
      calendar: calendar, year: parts[0], month: parts[1], day: parts[2])
    return day.isValidDate
  }
}
