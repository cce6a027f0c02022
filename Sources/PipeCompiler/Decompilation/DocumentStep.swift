/// A step of a definition, and what the language calls it.
struct DocumentStep {
  /// The members as they were written.
  let members: [Member]
  /// The name as it is emitted.
  let name: String
  /// The type as it is emitted.
  let type: String
  /// The type, if pipec knows it.
  let kind: StepKind
  /// The word that stands for the step in the text.
  var word = ""
  /// The positions of the steps in the branches, or in the body of a loop, which comes first.
  var branches: [[Int]] = []
  /// `true` iff the step lies in the body of a loop.
  var isInLoop = false
  /// How far the text is from the one that people would write.
  var plainness = Plainness.idiomatic

  /// `true` iff the steps in its branches are steps of the text, and not data.
  var isStructured: Bool { !branches.isEmpty }
}

/// How far a text is from the one that people would write.
enum Plainness: Int, Comparable, CaseIterable {
  /// With all short forms.
  case idiomatic
  /// With the members of the API only.
  case plain
  /// With the members of the definition only.
  case verbatim

  /// Returns `true` iff `a` has more short forms than `b`.
  static func < (a: Plainness, b: Plainness) -> Bool { a.rawValue < b.rawValue }
}

/// The steps of a definition, outer ones before those in their branches.
struct DocumentSteps {
  /// The steps.
  private(set) var all: [DocumentStep] = []
  /// The steps that lie in no other one.
  private(set) var roots: [Int] = []
  /// The first step of each name.
  private(set) var byName: [String: Int] = [:]
  /// `true` iff something that should be a step is none.
  private(set) var isComplete = true

  /// How deeply branches may lie in one another in the language.
  private static let nestingLimit = 50

  /// Finds the steps in `document`.
  init(of document: DefinitionDocument) {
    let entries = document.list(document.graph.member(.steps, of: document.root)) ?? []
    for entry in entries {
      if let step = add(entry, of: document, depth: 0, isInLoop: false) {
        roots.append(step)
      } else {
        isComplete = false
      }
    }
  }

  /// Gives the step at `position` the word `word`.
  mutating func name(_ position: Int, _ word: String) { all[position].word = word }

  /// Makes the text of the step at `position` plainer; returns `false` if it is as plain as can be.
  mutating func simplify(_ position: Int) -> Bool {
    guard let next = Plainness(rawValue: all[position].plainness.rawValue + 1) else { return false }
    all[position].plainness = next
    return true
  }

  /// Adds the step that `entry` is, and those in it, and returns its position; `nil` if it is none.
  private mutating func add(
    _ entry: Index<Value>, of document: DefinitionDocument, depth: Int, isInLoop: Bool
  ) -> Int? {
    guard let members = document.object(entry),
      let name = document.text(document.member("Name", of: members)),
      let type = document.text(document.member("Type", of: members))
    else { return nil }
    let kind = type.isEmpty ? .other : StepKind(rawValue: type) ?? .other
    let position = all.count
    var step = DocumentStep(members: members, name: name, type: type, kind: kind)
    step.isInLoop = isInLoop
    all.append(step)
    let isFirst = byName[name] == nil
    if isFirst { byName[name] = position }
    if kind == .condition || kind == .forEach {
      let count = all.count
      let arguments = document.object(document.member("Arguments", of: members)) ?? []
      let branches =
        depth < Self.nestingLimit
        ? self.branches(of: kind, arguments, of: document, depth: depth + 1, isInLoop) : nil
      if let branches {
        all[position].branches = branches
      } else {
        // What is no list of steps is data, and so is all in it.
        all.removeSubrange(count...)
        byName = byName.filter { $0.value < count }
      }
    }
    return position
  }

  /// Adds the steps in the branches of a step with `arguments`; `nil` if that can't be said in the language.
  private mutating func branches(
    of kind: StepKind, _ arguments: [Member], of document: DefinitionDocument, depth: Int,
    _ isInLoop: Bool
  ) -> [[Int]]? {
    let isLoop = kind == .forEach
    let names = isLoop ? ["ForEachBody"] : ["IfSteps", "ElseSteps"]
    let others =
      isLoop ? ["IterableItems", "MaxConcurrency", "Selector"] : ["Conditions"]
    let known = names + others
    guard arguments.allSatisfy({ known.contains(document.text($0.key)) }),
      isLoop
        ? document.member("IterableItems", of: arguments) != nil && document.canSelect(arguments)
        : document.list(document.member("Conditions", of: arguments)) != nil
    else { return nil }
    var branches: [[Int]] = []
    for name in names {
      guard let value = document.member(name, of: arguments) else {
        if isLoop { return nil }
        branches.append([])
        continue
      }
      guard let entries = document.list(value) else { return nil }
      var steps: [Int] = []
      for entry in entries {
        guard
          let step = add(entry, of: document, depth: depth, isInLoop: isInLoop || isLoop)
        else { return nil }
        steps.append(step)
      }
      branches.append(steps)
    }
    return branches
  }
}
