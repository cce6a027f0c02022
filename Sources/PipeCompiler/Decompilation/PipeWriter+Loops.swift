// Steps that repeat themselves.
extension PipeWriter {
  /// Finds the repetitions that are shorter and clear as loops.
  mutating func findRepetitions() {
    let outline = StepOutline(of: steps, in: document)
    var lists = [steps.roots]
    for step in steps.all where step.isStructured { lists += step.branches }
    for list in lists {
      for repetition in outline.repetitions(in: list) {
        var trial = self
        guard let loop = trial.loop(of: repetition), loop.isShorter,
          let first = repetition.steps.first
        else { continue }
        repetitions[first] = repetition
      }
    }
  }

  /// Writes `repetition` as a loop.
  mutating func write(_ repetition: StepRepetition) {
    guard let loop = loop(of: repetition) else { return }
    let start = text.utf8.count
    text += loop.text
    for position in repetition.steps { mark(position, from: start) }
    line("")
  }

  /// Returns the loop that stands for `repetition`, and whether that is much shorter than its steps.
  private mutating func loop(of repetition: StepRepetition) -> (text: String, isShorter: Bool)? {
    for place in 0..<repetition.period {
      let group = (0..<repetition.count).map { repetition.steps[$0 * repetition.period + place] }
      let word = words.word(for: Self.stem(of: group.map { steps.all[$0].name }))
      for position in group { steps.name(position, word) }
    }
    let texts = (0..<repetition.count).map { text(of: repetition.group($0)) }
    guard let repeated = RepeatedText(texts), !repeated.columns.isEmpty else { return nil }
    let columns = repeated.columns
    var (head, names): (String, [String])
    if columns.count == 1, let first = columns[0].first {
      let word = words.word(for: "i")
      let bounds = first == 0 ? "" : "\(first), "
      (head, names) = ("for \(word) in range(\(bounds)\(first + repetition.count))", [word])
    } else if columns.count == 1 {
      let word = words.word(for: columns[0].name)
      let values = columns[0].values.map { columns[0].isLiteral ? $0 : "\"\($0)\"" }
      (head, names) = ("for \(word) in [\(values.joined(separator: ", "))]", [word])
    } else {
      let word = words.word(for: "variant")
      names = columns.map { "\(word).\($0.name)" }
      let rows = (0..<repetition.count).map { number in
        let fields = columns.map { column in
          let value = column.values[number]
          return "\(column.name): \(column.isLiteral ? value : "\"\(value)\"")"
        }
        return "{ \(fields.joined(separator: ", ")) }"
      }
      head = "for \(word) in [\n\(rows.joined(separator: "\n"))\n]"
    }
    let body = repeated.text(calling: names)
    let result = "\(head) {\n\(body)}\n"
    let before = texts.reduce(0) { $0 + Self.lines(of: $1) }
    let after = Self.lines(of: result)
    let isClear = columns.count <= 1 + Self.lines(of: body) / 4
    return (result, isClear && after * 5 <= before * 3 && before - after >= 4)
  }

  /// Returns the text of the steps at `positions`.
  private mutating func text(of positions: ArraySlice<Int>) -> String {
    let (outer, loops) = (text, repetitions)
    (text, repetitions) = ("", [:])
    write(Array(positions))
    defer { (text, repetitions) = (outer, loops) }
    while text.hasSuffix("\n\n") { text.removeLast() }
    return text
  }

  /// Returns what all `names` begin with, without the letters of a word that others don't have.
  private static func stem(of names: [String]) -> String {
    guard let first = names.first else { return "" }
    var stem = first[...]
    while !names.allSatisfy({ $0.hasPrefix(stem) }) { stem = stem.dropLast() }
    let isInWord = names.contains { name in
      name.dropFirst(stem.count).first.map { $0.isLowercase } ?? false
    }
    if isInWord { while let last = stem.last, last.isLowercase { stem = stem.dropLast() } }
    while let last = stem.last, !last.isLetter { stem = stem.dropLast() }
    return stem.isEmpty ? "Step" : String(stem)
  }
}
