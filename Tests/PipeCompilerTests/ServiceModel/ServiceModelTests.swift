@testable import PipeCompiler
import TestSupport
import Testing

/// The table of the service model, the lines that are added by hand, and how both are read.
@Suite struct ServiceModelTests {
  /// The model of both.
  private static let model = StepShapes.model

  /// A text of lines, by what it is called.
  enum Table: CaseIterable {
    case serviceModel, supplement

    /// The lines.
    var text: StaticString { self == .serviceModel ? ServiceModelTable.text : StepShapes.text }
  }

  @Test func `the head of the table tells how long it is, and its digest`() throws {
    let source = Repository.text(
      at: "Sources/PipeCompiler/ServiceModel/ServiceModelTable.swift")
    let body = StaticText(ServiceModelTable.text).bytes
    let head = try #require(source.split(separator: "\n").first { $0.contains(" lines, ") })
    let lines = ShapeLine.table.count
    #expect(head == "//   \(lines) lines, \(body.count) bytes, sha256 \(sha256(of: body))")
    #expect(ServiceModelIndex.count == lines)
  }

  @Test(arguments: Table.allCases)
  func `every line is read, and says nothing but what is read of it`(table: Table) {
    let (lines, refused) = ShapeLine.all(in: table.text)
    #expect(refused == [])
    // What is cut off from a bound is a fraction, and nothing else.
    let different = lines.filter { $0.respelled != $0.text.string }.map(\.name.string)
    #expect(
      Set(different).subtracting([
        "NumberOfCpuCores", "bedrock.RFTLearningRate", "emr.NonNegativeDouble",
      ]) == [])
  }

  @Test(arguments: Table.allCases)
  func `names are sorted by their bytes, and none occurs twice`(table: Table) {
    let names = ShapeLine.all(in: table.text).read.map(\.name)
    for (first, second) in zip(names, names.dropFirst())
    where !first.bytes.lexicographicallyPrecedes(second.bytes) {
      Issue.record("`\(second.string)` must not stand behind `\(first.string)`")
    }
  }

  @Test func `no name of the supplement is one of the table`() {
    let names = Set(ShapeLine.table.map(\.name.string))
    #expect(names.intersection(ShapeLine.supplement.map(\.name.string)) == [])
  }

  @Test func `the index knows where each line begins`() {
    #expect(Self.model.names.map(\.string) == ShapeLine.table.map(\.name.string))
  }

  @Test func `every shape is found by its name`() {
    for line in ShapeLine.all {
      let found = Self.model.shape(named: line.name)
      #expect(found?.name.string == line.shape.name.string, "\(line.name.string)")
      #expect(found?.kind == line.shape.kind, "\(line.name.string)")
      #expect(found?.rest.address == line.shape.rest.address, "\(line.name.string)")
    }
  }

  @Test func `a name that is only like another one is not found`() {
    let names = Set(ShapeLine.all.map(\.name.string))
    for line in ShapeLine.all {
      let name = line.name
      for length in 0..<name.count where !names.contains(name[0..<length].string) {
        #expect(Self.model.shape(named: name[0..<length]) == nil, "\(name[0..<length].string)")
      }
      // The longer name goes on with what stands behind it in the table.
      let longer = line.text[0..<min(name.count + 2, line.text.count)]
      #expect(longer.count == name.count || Self.model.shape(named: longer) == nil)
    }
    for name: StaticString in ["", " ", "\n", "~", "a", "zz", "A", "emr.", "()", "ack"] {
      #expect(Self.model.shape(named: name) == nil, "\(name)")
    }
  }

  @Test func `every shape that is mentioned exists`() {
    for line in ShapeLine.all {
      for name in line.mentions where Self.model.shape(named: name) == nil {
        Issue.record("`\(line.name.string)` mentions `\(name.string)`")
      }
    }
  }

  @Test func `operations and kinds lead to structures`() {
    for line in ShapeLine.all where line.shape.kind == .operation || line.shape.kind == .kind {
      #expect(Self.model.shape(named: line.shape.element)?.kind.hasMembers == true)
    }
    for line in ShapeLine.all where line.shape.kind == .operation {
      let root = Self.model.structure(rootedAt: line.name)
      #expect(root?.name.string == line.shape.element.string)
    }
  }

  @Test func `every shape can be reached from an operation, a kind or a contract`() {
    var open = ShapeLine.table.filter { $0.shape.kind == .operation || $0.shape.kind == .kind }
      .map(\.name)
    for kind in StepKind.allCases {
      let contract = kind.contract
      open += [contract.arguments, contract.fields].compactMap { $0.map { StaticText($0) } }
      open += Array(StaticText(contract.properties).words)
    }
    open += ["envelope.Step", "header.PipelineExperimentConfig"].map { StaticText($0) }
    var reached: Set<String> = []
    while let name = open.popLast() {
      guard reached.insert(name.string).inserted, let shape = Self.model.shape(named: name),
        let line = ShapeLine.all.first(where: { $0.shape.rest.address == shape.rest.address })
      else { continue }
      open += line.mentions
    }
    #expect(Set(ShapeLine.all.map(\.name.string)).subtracting(reached) == [])
  }
}

/// What single lines of the table say.
@Suite struct ShapeTests {
  @Test func `every member is found by its name, and none by a part of one`() {
    for line in ShapeLine.all where line.shape.kind.hasMembers {
      let names = line.shape.members.map(\.name.string)
      #expect(Set(names).count == names.count, "\(line.name.string) has a member twice")
      for member in line.shape.members {
        let name = member.name.bytes
        let found = line.shape.member(name[...])
        #expect(found?.name.address == member.name.address)
        #expect(found?.shape.string == member.shape.string)
        #expect(found?.isRequired == member.isRequired)
        let part = name.dropLast()
        let isOther = names.contains(String(decoding: part, as: UTF8.self))
        #expect(isOther || line.shape.member(part) == nil)
        #expect(line.shape.member((name + [UInt8(ascii: ":")])[...]) == nil)
      }
      #expect(line.shape.member([]) == nil)
    }
  }

  @Test func `an enumeration has values, each of them once`() {
    for line in ShapeLine.all where line.shape.kind == .enumeration {
      let values = line.shape.values.map(\.string)
      #expect(!values.isEmpty && !values.contains(""), "\(line.name.string)")
      #expect(Set(values).count == values.count, "\(line.name.string) has a value twice")
      for value in line.shape.values { #expect(line.shape.holds(value.bytes[...])) }
      #expect(!line.shape.holds([]))
      #expect(!line.shape.holds(Array("no such value".utf8)[...]))
    }
  }

  @Test func `the least is not more than the most, and lengths are not negative`() {
    for line in ShapeLine.all {
      let (bounds, kind) = (line.shape.bounds, line.shape.kind)
      if let least = bounds.least, let most = bounds.most {
        #expect(least <= most, "\(line.name.string)")
      }
      let isNumber = kind.isWholeNumber || kind.isFraction
      #expect(isNumber || bounds.least ?? 0 >= 0, "\(line.name.string)")
      #expect(isNumber || bounds.most ?? 1 > 0, "\(line.name.string)")
    }
  }

  @Test func `every pattern can be read`() {
    var count = 0
    for line in ShapeLine.all {
      guard let pattern = line.shape.pattern else { continue }
      count += 1
      #expect(line.shape.kind == .string, "\(line.name.string)")
      #expect(Pattern(pattern.bytes[...]) != nil, "\(line.name.string): \(pattern.string)")
    }
    #expect(count > 250)
  }

  @Test func `ACK serves members of structures that its kinds hold, and spells each of them`() {
    var open = ShapeLine.table.filter { $0.shape.kind == .kind }.map(\.shape.element)
    var held: Set<String> = []
    while let name = open.popLast() {
      guard held.insert(name.string).inserted,
        let line = StepShapes.model.shape(named: name).flatMap({ shape in
          ShapeLine.all.first { $0.shape.rest.address == shape.rest.address }
        })
      else { continue }
      open += line.mentions
    }
    for line in ShapeLine.all where line.shape.kind.hasMembers {
      for member in line.shape.members {
        let isServed = !member.served.isEmpty
        #expect(isServed == (member.servedName != nil))
        #expect(!isServed || held.contains(line.name.string), "\(line.name.string)")
        let name = member.servedName ?? "a"
        #expect(name.first?.isLowercase == true, "\(line.name.string): \(name)")
        #expect(
          name.lowercased() == member.name.string.lowercased()
            || name.lowercased() == member.name.string.lowercased() + "_" || !isServed,
          "\(line.name.string): \(name)")
      }
    }
  }

  /// What is no line.
  static let faultyLines: [StaticString] = [
    "", " ", "A", "A ", "A b", "A bc", "A xyz", "()", "A  string",
  ]

  @Test(arguments: faultyLines)
  func `what is no line is not read as one`(text: StaticString) {
    let shape = Shape(line: StaticText(text))
    #expect(shape == nil)
  }

  @Test func `bounds are told in words`() {
    #expect(Shape.Bounds(least: 1, most: 1).words == "exactly 1")
    #expect(Shape.Bounds(least: 1, most: 20).words == "1 to 20")
    #expect(Shape.Bounds(least: 1).words == "at least 1")
    #expect(Shape.Bounds(most: 20).words == "at most 20")
    #expect(Shape.Bounds().words == "any number")
  }
}
