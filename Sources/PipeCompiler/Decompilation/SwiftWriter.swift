/// The machine that writes a definition as a program in Swift.
///
/// Nobody compiles what it writes before it is read, so every form is one that gives exactly what the
/// definition says; what has none becomes a problem, and then there is no program.
struct SwiftWriter {
  /// The definition.
  let document: DefinitionDocument
  /// The steps.
  let steps: DocumentSteps
  /// The role that the pipeline runs as.
  let role: String?
  /// The parameters, by their names.
  var parameters: [String: DocumentParameter] = [:]
  /// What each step is called in Swift.
  var variables: [String] = []
  /// The steps that have types of their own.
  var typed: Set<Int> = []
  /// The blocks around each step, from the outside to the inside.
  private(set) var blocks: [[SwiftBlock]] = []
  /// The steps that others mention, and the block in which each is declared.
  private var homes: [Int: [SwiftBlock]] = [:]
  /// The steps that each step mentions itself.
  private var mentions: [Set<Int>] = []
  /// The steps that are declared by now.
  private var declared: Set<Int> = []
  /// The texts that have words of their own.
  var shared = SharedTexts()
  /// The step that is being written.
  var current: Int?
  /// The word for the item of the loop around it, and whether that has members.
  var item: (isObject: Bool, content: String)?
  /// What Swift can't say, and where that stands.
  var problems: [SwiftProblem] = []

  /// Creates the machine that writes `document`, whose pipeline runs as `role`.
  init(_ document: DefinitionDocument, role: String?) {
    self.document = document
    self.role = role
    steps = DocumentSteps(of: document)
  }

  /// Returns the program for the pipeline called `name`, about which `header` says more.
  mutating func program(named name: String, header: [SwiftNode]) -> String {
    var words = WordChooser(
      besides: SwiftNames.keywords.sorted() + ["execution", "item", "pipelines"])
    let declarations = readParameters(&words)
    findBlocks()
    variables = steps.all.map { words.word(for: SwiftNames.variable($0.name)) }
    let texts = SharedTexts(in: document, besides: role, &words)
    for position in steps.all.indices where canBeTyped(position) { typed.insert(position) }
    findHomes()
    shared = texts
    var call: [SwiftNode] = [.text(SwiftNames.quoted(name))]
    if role == nil {
      problem("a pipeline needs a role, and the definition names none: give it as `--role`", nil)
    }
    call.append(.prefixed("role: ", .text(SwiftNames.quoted(role ?? ""))))
    let (labels, rest) = headerMembers()
    let head = SwiftNode.group("Pipeline(", call + header + labels, ")").laidOut(at: 4)
    let body = statements(of: steps.roots, in: [], at: 6)
    let lets = shared.used.map {
      "      let \($0.word): Value<String> = \(SwiftNames.quoted($0.text))\n"
    }
    var text = "import PipeDSL\n\n@main\nstruct \(Self.typeName(of: name)): PipelineProgram {\n"
    text += declarations.map { "  \($0)\n" }.joined() + (declarations.isEmpty ? "" : "\n")
    text += "  var pipelines: [Pipeline] {\n    \(head) {\n\(lets.joined())\(body)    }\n"
    for member in rest { text += "    \(member.laidOut(at: 4))\n" }
    return text + "  }\n}\n"
  }

  /// Returns what the program of the pipeline called `name` is called.
  private static func typeName(of name: String) -> String {
    let word = SwiftNames.variable(name)
    return word.prefix(1).uppercased() + word.dropFirst() + "Program"
  }

  /// Notes that Swift can't say something about `value`.
  mutating func problem(_ message: String, _ value: Index<Value>?) {
    problems.append(SwiftProblem(message: message, value: value, step: current))
  }

  /// Returns `steps` of one block as statements behind `indent` blanks.
  mutating func statements(of positions: [Int], in block: [SwiftBlock], at indent: Int) -> String {
    var text = ""
    for position in positions {
      for needed in needs(of: position, in: block) {
        text += declaration(of: needed, at: indent)
      }
      let blanks = String(repeating: " ", count: indent)
      if declared.contains(position) {
        text += "\(blanks)\(variables[position])\n"
      } else if homes[position] == block {
        // What others mention stands where it is declared.
        text += declaration(of: position, at: indent)
      } else {
        text += "\(blanks)\(step(at: position, indent: indent))\n"
      }
    }
    return text
  }

  /// Returns the statement that declares the step at `position`, after those that declare what it mentions.
  private mutating func declaration(of position: Int, at indent: Int) -> String {
    guard declared.insert(position).inserted else { return "" }
    let start = "let \(variables[position]) = "
    let blanks = String(repeating: " ", count: indent)
    return "\(blanks)\(step(at: position, indent: indent, behind: start))\n"
  }

  /// Returns the steps that have to be declared in `block` before the step at `position` can be written, in
  /// the order of their declarations.
  private mutating func needs(of position: Int, in block: [SwiftBlock]) -> [Int] {
    var (order, path): ([Int], Set<Int>) = ([], [])
    visit(position, in: block, &order, &path)
    return order.filter { $0 != position }
  }

  /// Adds the steps that the step at `position` needs to `order`, and then itself if it is one of them.
  private mutating func visit(
    _ position: Int, in block: [SwiftBlock], _ order: inout [Int], _ path: inout Set<Int>
  ) {
    guard path.count < 500, path.insert(position).inserted else {
      return problem("`\(steps.all[position].name)` and what it needs mention each other", nil)
    }
    defer { path.remove(position) }
    let inside = everything(in: position)
    var needed: [Int] = []
    for inner in inside {
      // What others mention from outside is declared outside, and stated where it stands.
      if inner != position, homes[inner] == block { needed.append(inner) }
      needed += mentions[inner].sorted().filter { homes[$0] == block && !inside.contains($0) }
    }
    for other in needed where !declared.contains(other) && !order.contains(other) {
      visit(other, in: block, &order, &path)
    }
    if homes[position] == block, !order.contains(position) { order.append(position) }
  }

  /// Returns the step at `position` and those in its blocks.
  private func everything(in position: Int) -> [Int] {
    var (found, rest) = ([position], steps.all[position].branches.flatMap(\.self))
    while let next = rest.popLast() {
      found.append(next)
      rest += steps.all[next].branches.flatMap(\.self)
    }
    return found
  }

  /// Returns the blocks in which the step at `position` is declared or, if nothing mentions it, stands.
  func block(around position: Int) -> [SwiftBlock] {
    if let home = homes[position] { return home }
    // A step that is declared elsewhere takes its blocks along.
    guard let last = blocks[position].last else { return [] }
    return block(around: last.step) + [last]
  }

  /// How often is looked for places; each time, something goes out of a block.
  private static let homeRounds = 200

  /// Finds the blocks around each step.
  private mutating func findBlocks() {
    blocks = Array(repeating: [], count: steps.all.count)
    for (position, step) in steps.all.enumerated() {
      for (number, branch) in step.branches.enumerated() {
        for inner in branch {
          blocks[inner] = blocks[position] + [SwiftBlock(step: position, branch: number)]
        }
      }
    }
  }

  /// Finds the block in which each step that others mention is to be declared.
  private mutating func findHomes() {
    mentions = steps.all.indices.map { mentionedSteps(by: $0) }
    // Where something is declared decides where what it mentions has to be.
    for _ in 0..<Self.homeRounds {
      var isSettled = true
      for (position, others) in mentions.enumerated() {
        let here = block(around: position)
        for other in others {
          let home = zip(block(around: other), here).prefix { $0 == $1 }.map { $0.0 }
          if homes[other] != home { (homes[other], isSettled) = (home, false) }
        }
      }
      if isSettled { break }
    }
    for (other, home) in homes.sorted(by: { $0.key < $1.key }) {
      let left = blocks[other].filter { !home.contains($0) }
      if left.contains(where: { steps.all[$0.step].kind == .forEach }) {
        problem("`\(steps.all[other].name)` runs in a loop, and is read from outside of it", nil)
      }
    }
    // A selector reads from a step of the loop.
    for step in steps.all where step.kind == .forEach && step.isStructured {
      for inner in step.branches[0] where homes[inner] == nil {
        let selector = document.fields(document.member("Arguments", of: step.members))?["Selector"]
        guard case .iterationOutput(let name)? = root(of: document.fields(selector)?["Field"]),
          steps.byName[document.text(name)] == inner
        else { continue }
        homes[inner] = block(around: inner)
      }
    }
  }

  /// Returns what `value` is read from, if it is read from something.
  private func root(of value: Index<Value>?) -> ReferenceRoot? {
    guard let value, case .reference(let index) = document.graph.values[value] else { return nil }
    return document.graph.references[index].root
  }
}

/// A branch of a condition, or the body of a loop.
struct SwiftBlock: Hashable {
  /// The step.
  let step: Int
  /// The number of the branch.
  let branch: Int
}

/// Something that Swift can't say.
struct SwiftProblem {
  /// What it is.
  let message: String
  /// Where it stands.
  let value: Index<Value>?
  /// The step that it is about.
  let step: Int?
}

// What stands before the steps.
extension SwiftWriter {
  /// Reads the parameters and returns their declarations.
  private mutating func readParameters(_ words: inout WordChooser) -> [String] {
    guard let list = document.graph.member(.parameters, of: document.root) else { return [] }
    guard let entries = document.list(list) else {
      problem("`Parameters` is no list", list)
      return []
    }
    var lines: [String] = []
    for entry in entries {
      guard let fields = document.fields(entry), let name = document.text(fields["Name"]),
        let type = document.text(fields["Type"]).flatMap({ ScalarType(rawValue: $0) }),
        fields.keys.allSatisfy({ ["Name", "Type", "DefaultValue", "EnumValues"].contains($0) }),
        parameters[name] == nil
      else {
        problem(
          "a parameter needs a name of its own and a type, and has nothing but a default", entry)
        continue
      }
      let word = words.word(for: SwiftNames.variable(name))
      parameters[name] = DocumentParameter(value: entry, name: name, type: type, word: word)
      var attribute = word == name ? "" : SwiftNames.quoted(name)
      if let values = fields["EnumValues"] {
        let texts = (document.list(values) ?? []).map { document.text($0) }
        guard type == .string, !texts.isEmpty, !texts.contains(nil) else {
          problem("only texts can be a closed set of values", values)
          continue
        }
        let options = texts.compactMap { $0.map(SwiftNames.quoted) }.joined(separator: ", ")
        attribute += (attribute.isEmpty ? "" : ", ") + "in: [\(options)]"
      }
      var end = ""
      if let initial = fields["DefaultValue"] {
        guard let text = defaultValue(initial, type) else {
          problem("the default of a parameter is none of its type, as it is spelled", initial)
          continue
        }
        end = " = \(text)"
      }
      let wrapper = attribute.isEmpty ? "@Parameter" : "@Parameter(\(attribute))"
      lines.append("\(wrapper) var \(word): Value<\(type.swiftContent)>\(end)")
    }
    return lines
  }

  /// Returns the default `value` of a parameter of `type`.
  private func defaultValue(_ value: Index<Value>, _ type: ScalarType) -> String? {
    switch (document.graph.values[value], type) {
    case (.string(let text), .string): return SwiftNames.quoted(document.text(text))
    case (.boolean(let flag), .boolean): return flag ? "true" : "false"
    case (.number(let lexeme), .integer):
      return document.graph.isWholeNumber(lexeme) ? number(lexeme, of: "Int") : nil
    case (.number(let lexeme), .float):
      return document.graph.isWholeNumber(lexeme) ? nil : number(lexeme, of: "Double")
    default: return nil
    }
  }

  /// Returns the arguments for the members of the definition, and the calls for those that have none.
  private mutating func headerMembers() -> (labels: [SwiftNode], calls: [SwiftNode]) {
    var (labels, calls): ([SwiftNode], [SwiftNode]) = ([], [])
    var hasVersion = false
    for member in document.object(document.root) ?? [] {
      let key = document.text(member.key)
      switch key {
      case "Steps": continue
      case "Version":
        hasVersion = document.isText(member.value, "2020-12-01")
        if !hasVersion { problem("the version is always `2020-12-01`", member.value) }
      case "Parameters":
        if parameters.isEmpty { calls.append(raw(key, member.value)) }
      case "Metadata" where document.object(member.value)?.isEmpty == true:
        labels.insert(.text("metadata: [:]"), at: 0)
      case "PipelineExperimentConfig":
        guard let fields = document.fields(member.value), fields.count == 2,
          let name = fields["ExperimentName"].flatMap({ value($0, of: "String") }),
          let trial = fields["TrialName"].flatMap({ value($0, of: "String") })
        else {
          calls.append(raw(key, member.value))
          continue
        }
        labels.append(
          .prefixed(
            "experiment: ",
            .group("Experiment(", [.prefixed("name: ", name), .prefixed("trial: ", trial)], ")")))
      default: calls.append(raw(key, member.value))
      }
    }
    if !hasVersion, problems.isEmpty { problem("the definition has no version", document.root) }
    return (labels, calls)
  }

  /// Returns the call that adds `value` under `name` as it is.
  mutating func raw(_ name: String, _ value: Index<Value>) -> SwiftNode {
    .group(".raw(", [.text(SwiftNames.quoted(name)), literal(value)], ")")
  }
}

extension ScalarType {
  /// What Swift calls values of this type.
  var swiftContent: String {
    switch self {
    case .string: "String"
    case .integer: "Int"
    case .float: "Double"
    case .boolean: "Bool"
    }
  }
}
