@testable import PipeCompiler
import TestSupport
import Testing

/// The rules about shapes: each can be found, is about what there is, and names its source.
@Suite struct ShapeRulesTests {
  /// A line of the rules, split by hand.
  struct Line: Sendable, CustomTestStringConvertible {
    /// The name of the shape.
    let shape: String
    /// What the rule is.
    let kind: String
    /// The members that it is about, or the name of what is checked.
    let members: [String]
    /// Where it is known from.
    let source: String

    /// The line, for reports.
    var testDescription: String { "\(shape) \(kind) \(members.joined(separator: " "))" }

    /// All of them.
    static let all: [Line] = StaticText(ShapeRules.text).string.split(separator: "\n").map { text in
      let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
      let words = parts[0].split(separator: " ").map(String.init)
      return Line(
        shape: words.first ?? "", kind: words.dropFirst().first ?? "",
        members: Array(words.dropFirst(2)),
        source: parts.count == 2 ? String(parts[1].dropFirst()) : "")
    }
  }

  /// How the kinds of rules are spelled.
  private static let kinds: [String: ShapeRule.Kind] = [
    "one": .one, "at-most-one": .atMostOne, "at-least-one": .atLeastOne, "one?": .oneExpected,
    "at-most-one?": .atMostOneExpected, "at-least-one?": .atLeastOneExpected,
    "needless": .needless, "role": .role, "refused": .refused, "removed": .removed,
    "allowed": .allowed, "unique": .unique, "named": .named, "check": .check,
  ]

  /// Sources that need no legend.
  private static let plainSources = [
    "developer guide", "published schema of definitions", "templates of evaluation pipelines",
    "all jobs of AWS's templates and examples", "common sense",
  ]

  /// What the file of the rules says about their sources.
  private static let legend = Repository.text(at: "Sources/PipeCompiler/Policy/ShapeRules.swift")
    .split(separator: "\n").filter { $0.hasPrefix("  ///") }.joined(separator: "\n")

  @Test func `rules are sorted by their shapes, as the search for them needs it`() {
    let names = Line.all.map { Array($0.shape.utf8) }
    for (first, second) in zip(names, names.dropFirst())
    where second.lexicographicallyPrecedes(first) {
      Issue.record("\(String(decoding: second, as: UTF8.self)) stands too late")
    }
  }

  @Test func `all rules about a shape are found, and those about no other one`() {
    for line in ShapeLine.all {
      let found = ShapeRules.about(line.shape.name).map {
        "\($0.members.string) # \($0.source.string)"
      }
      let written = Line.all.filter { $0.shape == line.shape.name.string }
        .map { "\($0.members.joined(separator: " ")) # \($0.source)" }
      #expect(found == written, "\(line.name.string)")
    }
    #expect(Array(ShapeRules.about("")).isEmpty)
    #expect(Array(ShapeRules.about("step")).isEmpty)
    #expect(Array(ShapeRules.about("~")).isEmpty)
  }

  @Test(arguments: Line.all)
  func `a rule is read as it is written`(line: Line) throws {
    let name = try #require(Self.shape(named: line.shape), "there is no such shape").name
    let number = Line.all.filter { $0.shape == line.shape }
      .firstIndex { $0.testDescription == line.testDescription }
    let rule = Array(ShapeRules.about(name))[try #require(number)]
    #expect(rule.kind == Self.kinds[line.kind])
    #expect(rule.members.words.map(\.string) == line.members)
    #expect(rule.source.string == line.source)
    let check = rule.kind == .check ? line.members.first : "nothing"
    #expect("\(rule.check)" == check)
  }

  @Test(arguments: Line.all)
  func `a rule is about members that there are`(line: Line) throws {
    let shape = try #require(Self.shape(named: line.shape))
    switch line.kind {
    case "check": #expect(line.members.count == 1)
    case "unique", "named":
      let entry = shape.kind == .list ? Self.shape(named: shape.element.string) : nil
      let members = entry?.members.map(\.name.string) ?? []
      #expect(line.members.count == 1 && members.contains(line.members.first ?? ""))
    case "allowed":
      #expect(shape.kind.hasMembers)
      #expect(Set(shape.members.map(\.name.string)).intersection(line.members) == [])
    default:
      let isGroup = Self.kinds[line.kind]?.isGroup == true
      #expect(isGroup ? line.members.count > 1 : line.members.count == 1)
      #expect(Set(line.members).count == line.members.count)
      #expect(Set(line.members).subtracting(shape.members.map(\.name.string)) == [])
    }
  }

  @Test(arguments: Line.all)
  func `a rule names its source as the legend spells it out`(line: Line) {
    // Without the number of an issue or of a version, and without the place.
    let name = line.source.prefix { !",;:".contains($0) }
      .split(separator: " ").filter { $0.first?.isNumber == false }.joined(separator: " ")
    let isPlain = Self.plainSources.contains { line.source.hasPrefix($0) }
    #expect(!name.isEmpty && (isPlain || Self.legend.contains(name)), "\(line.source)")
  }

  @Test func `what the service gives itself is required by the API`() {
    for line in Line.all where line.kind == "needless" || line.kind == "role" {
      let member = Self.shape(named: line.shape)?.member(Array(line.members.joined().utf8)[...])
      #expect(member?.isRequired == true, "\(line.testDescription) has nothing to relax")
    }
  }

  @Test func `no shape has the same rule twice`() {
    let lines = Line.all.map(\.testDescription)
    #expect(Set(lines).count == lines.count)
  }

  /// Returns the shape called `name`.
  private static func shape(named name: String) -> Shape? {
    ShapeLine.all.first { $0.shape.kind != .operation && $0.name.string == name }?.shape
  }
}

extension ShapeRules {
  /// Returns the rules about the shape called `name`.
  fileprivate static func about(_ name: StaticString) -> ShapeRuleList { about(StaticText(name)) }
}
