/// Steps that stand behind each other and differ only in some texts and numbers, group by group.
struct StepRepetition {
  /// The steps of all groups, in their order.
  let steps: [Int]
  /// How many steps a group has.
  let period: Int

  /// How many groups there are.
  var count: Int { steps.count / period }

  /// Returns the steps of the group `number`.
  func group(_ number: Int) -> ArraySlice<Int> {
    steps[(number * period)..<((number + 1) * period)]
  }

  /// How many steps a group may have.
  static let longestPeriod = 6
  /// How many groups there have to be.
  static let fewestGroups = 3
}

/// What is known about the steps of a definition to find repetitions among them.
struct StepOutline {
  /// What each step is made of, without its texts and numbers; empty if it can't be repeated.
  private var shapes: [[UInt32]] = []
  /// The steps that mention a step, by its name.
  private var mentions: [String: Set<Int>] = [:]
  /// The steps.
  private let steps: DocumentSteps
  /// The definition.
  private let document: DefinitionDocument

  /// Looks at `steps` of `document`.
  init(of steps: DocumentSteps, in document: DefinitionDocument) {
    (self.steps, self.document) = (steps, document)
    for position in steps.all.indices { look(at: position) }
  }

  /// Returns the repetitions among `positions`, which are the steps of one list.
  func repetitions(in positions: [Int]) -> [StepRepetition] {
    var found: [StepRepetition] = []
    var start = 0
    while start < positions.count {
      var longest: StepRepetition?
      for period in 1...StepRepetition.longestPeriod where start + period <= positions.count {
        let steps = run(in: positions[start...], period)
        guard steps.count >= StepRepetition.fewestGroups * period,
          steps.count > longest?.steps.count ?? 0
        else { continue }
        longest = StepRepetition(steps: Array(steps), period: period)
      }
      if let longest { found.append(longest) }
      start += longest?.steps.count ?? 1
    }
    return found
  }

  /// Returns the first of `positions` that repeat themselves in groups of `period`.
  private func run(in positions: ArraySlice<Int>, _ period: Int) -> ArraySlice<Int> {
    var end = positions.startIndex
    while end + period <= positions.endIndex {
      let group = positions[end..<(end + period)]
      let isAlike = zip(group, positions).allSatisfy { shapes[$0] == shapes[$1] }
      guard isAlike, isAlone(group) else { break }
      end += period
    }
    return positions[..<end]
  }

  /// Returns `true` iff the steps of `group` can be repeated and are mentioned by each other only.
  private func isAlone(_ group: ArraySlice<Int>) -> Bool {
    group.allSatisfy { position in
      let name = steps.all[position].name
      return !shapes[position].isEmpty && steps.byName[name] == position
        && (mentions[name] ?? []).allSatisfy { group.contains($0) }
    }
  }

  /// Finds out what the step at `position` is made of and which steps it mentions.
  private mutating func look(at position: Int) {
    let step = steps.all[position]
    var shape: [UInt32] = []
    let nested = step.isStructured ? ["IfSteps", "ElseSteps", "ForEachBody"] : []
    for member in step.members {
      let key = document.text(member.key)
      shape += [0, member.key.offset]
      if key == "Type" { shape += step.type.utf8.map(UInt32.init) }
      if key == "DependsOn" { mention(entriesOf: member.value, at: position) }
      guard key == "Arguments", step.isStructured else {
        outline(member.value, at: position, into: &shape)
        continue
      }
      for argument in document.object(member.value) ?? []
      where !nested.contains(document.text(argument.key)) {
        outline(argument.value, at: position, into: &shape)
      }
    }
    shapes.append(step.isStructured || step.plainness != .idiomatic ? [] : shape)
  }

  /// Notes that the step at `position` mentions the step called `name`.
  private mutating func mention(_ name: String, at position: Int) {
    mentions[name, default: []].insert(position)
  }

  /// Notes the steps in the list `value`, for which the step at `position` waits.
  private mutating func mention(entriesOf value: Index<Value>, at position: Int) {
    for entry in document.list(value) ?? [] {
      let name = document.text(entry) ?? document.text(document.fields(entry)?["Step"])
      if let name { mention(name, at: position) }
    }
  }

  /// Adds what `value` is made of to `shape`, and notes the steps that it mentions.
  private mutating func outline(
    _ value: Index<Value>, at position: Int, into shape: inout [UInt32]
  ) {
    let graph = document.graph
    var open = [value]
    while let value = open.popLast() {
      switch graph.values[value] {
      case .null: shape.append(1)
      case .boolean: shape.append(2)
      case .number, .duration: shape.append(3)
      case .string: shape.append(4)
      case .list(let run):
        shape += [5, UInt32(run.count)]
        open += graph.elements(in: run)
      case .object(let run):
        shape += [6, UInt32(run.count)]
        for member in graph.members(in: run) {
          shape.append(member.key.offset)
          open.append(member.value)
        }
      case .join(_, let run):
        shape += [7, UInt32(run.count)]
        open += graph.elements(in: run)
      case .reference(let index):
        shape.append(8)
        switch graph.references[index].root {
        case .step(let name), .iterationOutput(let name):
          mention(document.text(name), at: position)
        default: break
        }
      case .jsonGet(let index):
        shape.append(9)
        switch graph.jsonGets[index].file {
        case .propertyFile(let name, _): mention(document.text(name), at: position)
        case .uri(let uri): open.append(uri)
        }
      }
    }
  }
}
