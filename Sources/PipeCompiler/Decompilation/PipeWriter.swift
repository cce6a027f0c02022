/// The machine that writes a definition as a text in the language.
///
/// What it writes is right or at least close; `decompile` compares what comes of it with the definition,
/// and asks for plainer text where that differs.
struct PipeWriter {
  /// The definition.
  let document: DefinitionDocument
  /// The steps.
  var steps: DocumentSteps
  /// The parameters.
  let parameters: [DocumentParameter]
  /// The role that the header names, if it names one.
  let role: String?
  /// The word of each parameter, by its name.
  let parameterWords: [String: DocumentParameter]
  /// The texts that have words of their own.
  var shared = SharedTexts()
  /// The policies that all steps of a type have in common.
  var common: [StepKind: [String]] = [:]
  /// The members of requests that all steps of a type have in common.
  var commonRequests: [StepKind: [String]] = [:]
  /// The repetitions that are written as loops, by their first steps.
  var repetitions: [Int: StepRepetition] = [:]
  /// Lines of the header that the definition does not say.
  var extras: [String] = []
  /// `true` iff short forms are left out, and the header is that of a source.
  var isExpanding = false
  /// The text so far.
  var text = ""
  /// Where each step lies in the text, by its number.
  private(set) var places: [Int: Range<Int>] = [:]
  /// The step that is being written.
  var current: DocumentStep?
  /// The words for values that nest too deeply to stand in their places.
  var landings: [Index<Value>: String] = [:]
  /// Values that nest too deeply to stand in their places, in the order of their declaration.
  var parts: [(word: String, text: String)] = []
  /// How far the steps were moved after they had been written.
  private(set) var shift = 0
  /// The words of the text.
  var words: WordChooser

  /// Creates the machine that writes `document`.
  init(
    _ document: DefinitionDocument, _ steps: DocumentSteps, _ parameters: [DocumentParameter],
    role: String?, words: WordChooser
  ) {
    self.document = document
    self.steps = steps
    self.parameters = parameters
    self.role = role
    self.words = words
    parameterWords = Dictionary(
      parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `true` iff short forms may be used.
  var isIdiomatic: Bool { current?.plainness ?? .idiomatic == .idiomatic }

  /// Adds `line` and a line end.
  mutating func line(_ line: String) { text += line + "\n" }

  /// Writes the steps at `positions`.
  mutating func write(_ positions: [Int]) {
    var rest = positions[...]
    while let position = rest.first {
      if let repetition = repetitions[position] {
        rest = rest.dropFirst(repetition.steps.count)
        write(repetition)
        continue
      }
      rest = rest.dropFirst()
      let start = text.utf8.count
      let outer = current
      current = steps.all[position]
      write(steps.all[position])
      current = outer
      places[position] = start..<text.utf8.count
      line("")
    }
  }

  /// Puts the declarations of what nests too deeply at `start`, before the steps.
  mutating func insertParts(at start: Int) {
    let lets = shared.declarations.map { "let \($0.word) = \(interpolated($0.start, $0.rest))\n" }
    let lines = (lets + parts.map { "let \($0.word) = \($0.text)\n" }).joined() + "\n"
    guard lines.utf8.count > 1 else { return }
    shift = lines.utf8.count
    text.insert(contentsOf: lines, at: text.utf8.index(text.startIndex, offsetBy: start))
  }

  /// Notes that the step at `position` lies in the text from `start` on.
  mutating func mark(_ position: Int, from start: Int) {
    places[position] = start..<text.utf8.count
  }

  /// Writes `step` as a declaration.
  private mutating func write(_ step: DocumentStep) {
    if step.isStructured {
      step.kind == .condition ? writeCondition(step) : writeLoop(step)
    } else if let message = failMessage(of: step) {
      writeDescription(of: step)
      let emitted = step.word == step.name ? "" : " \(quoted(step.name)):"
      line("fail \(step.word)\(emitted) \(render(message))\(order(of: step).clause)")
    } else {
      writePlain(step)
    }
  }

  /// Returns the word of `step`, and the name as it is emitted if that is another one.
  func title(of step: DocumentStep) -> String {
    step.word == step.name ? step.word : "\(step.word) \(quoted(step.name))"
  }

  /// Returns the message of `step` if it is nothing but a Fail step with a message.
  private func failMessage(of step: DocumentStep) -> Index<Value>? {
    let known = ["Name", "Type", "Arguments", "DependsOn", "Description"]
    guard step.kind == .fail, step.plainness == .idiomatic,
      step.members.allSatisfy({ known.contains(document.text($0.key)) }),
      hasDocumentation(step) || document.member("Description", of: step.members) == nil,
      !order(of: step).isVerbatim,
      let arguments = document.object(document.member("Arguments", of: step.members)),
      arguments.count == 1, document.text(arguments[0].key) == "ErrorMessage"
    else { return nil }
    return arguments[0].value
  }

  /// Returns `true` iff the description of `step` can stand in a comment above it.
  func hasDocumentation(_ step: DocumentStep) -> Bool {
    guard step.plainness == .idiomatic,
      let text = document.text(document.member("Description", of: step.members)), !text.isEmpty
    else { return false }
    let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !$0.isTreacherous }
    return isPlain && text.first != " " && text.last != " " && text.utf8.count < 400
  }

  /// Writes the description of `step` above it, if it can stand there.
  mutating func writeDescription(of step: DocumentStep) {
    guard hasDocumentation(step),
      let text = document.text(document.member("Description", of: step.members))
    else { return }
    line("/// \(text)")
  }

  /// Returns how `step` says which steps it waits for.
  func order(of step: DocumentStep) -> StepOrder {
    guard let value = document.member("DependsOn", of: step.members) else { return StepOrder() }
    guard let entries = document.list(value), !entries.isEmpty else {
      return StepOrder(isVerbatim: true)
    }
    var targets: [String] = []
    for entry in entries {
      guard let target = target(entry) else {
        return StepOrder(isVerbatim: true)
      }
      targets.append(target)
    }
    return StepOrder(targets: targets)
  }

  /// Returns how the language spells the entry of `DependsOn` that `value` is.
  private func target(_ value: Index<Value>) -> String? {
    if let name = document.text(value) { return steps.byName[name].map { steps.all[$0].word } }
    guard let fields = document.fields(value), fields.count == 2,
      let name = document.text(fields["Step"]), let step = steps.byName[name],
      let trigger = document.text(fields["Trigger"])
    else { return nil }
    let word = steps.all[step].word
    switch trigger {
    case "Failed": return word + ".failed"
    case "Stopped": return word + ".stopped"
    case "Any": return word + ".finished"
    default: return nil
    }
  }
}

/// Which steps a step waits for.
struct StepOrder {
  /// The steps, as the language spells them.
  var targets: [String] = []
  /// `true` iff the language has no words for it.
  var isVerbatim = false

  /// The steps as one value; empty if there are none.
  var list: String {
    targets.count == 1 ? targets[0] : targets.isEmpty ? "" : "[\(targets.joined(separator: ", "))]"
  }
  /// What stands behind the head of a condition, loop or Fail step.
  var clause: String { targets.isEmpty ? "" : " after \(list)" }
}

/// A parameter of a definition, and what the language calls it.
struct DocumentParameter {
  /// The entry as it was written.
  let value: Index<Value>
  /// The name as it is emitted.
  let name: String
  /// The type, if it is one that there is.
  let type: ScalarType?
  /// The word that stands for the parameter in the text.
  let word: String
  /// `true` iff it is written as an object.
  var isVerbatim = false
}
