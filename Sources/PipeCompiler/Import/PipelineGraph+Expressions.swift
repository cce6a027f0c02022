// Run-time values as definitions spell them: objects with one member.
extension PipelineGraph {
  /// Adds the run-time value that an object at `place` with the only member `member` spells.
  ///
  /// Returns `nil` if it spells none; reports it if it is like one.
  mutating func expression(
    _ member: Member, at place: Origin, _ diagnostics: inout Diagnostics
  ) -> Index<Value>? {
    switch member.key {
    case .word(.get):
      guard case .string(let symbol) = values[member.value] else {
        return malformed("`Get` names what is read in a string", member, &diagnostics)
      }
      // With escapes in it, what is written is not what is meant.
      let span = origin(of: member.value).span
      let isPlain = span.map { Int($0.end - $0.start) == symbols.length(symbol) + 2 } ?? false
      let start = isPlain ? span.map { $0.start + 1 } : nil
      return add(referenceText: text(symbol), writtenAt: start, at: place)
    case .word(.join): return join(member, at: place, &diagnostics)
    case .word(.jsonGet): return jsonGet(member, at: place, &diagnostics)
    default:
      guard text(member.key).hasPrefix("Std:") else { return nil }
      return malformed("`\(text(member.key))` is no function of definitions", member, &diagnostics)
    }
  }

  /// Adds the join that `member` spells.
  private mutating func join(
    _ member: Member, at place: Origin, _ diagnostics: inout Diagnostics
  ) -> Index<Value>? {
    guard case .object(let run) = values[member.value],
      let list = self.member("Values", of: member.value), case .list(let parts) = values[list]
    else {
      return malformed("`Std:Join` has `On`, a string, and `Values`, a list", member, &diagnostics)
    }
    var separator = SymbolTable.empty
    for part in members(in: run) {
      switch part.key {
      case .word(.on):
        guard case .string(let text) = values[part.value] else {
          return malformed("`On` is a string", part, &diagnostics)
        }
        separator = text
      case .word(.values): continue
      default:
        return malformed("`Std:Join` has no member `\(text(part.key))`", part, &diagnostics)
      }
    }
    for part in elements(in: parts) {
      switch values[part] {
      case .list, .object:
        let found = Member(.word(.values), part, at: origin(of: part))
        return malformed(
          "`Std:Join` joins texts, and this is \(kindName(of: part))", found, &diagnostics)
      default: continue
      }
    }
    return add(join: Array(elements(in: parts)), separator: separator, at: place)
  }

  /// Adds the value in a file that `member` spells.
  private mutating func jsonGet(
    _ member: Member, at place: Origin, _ diagnostics: inout Diagnostics
  ) -> Index<Value>? {
    let files = ["PropertyFile", "S3Uri"].map { self.member($0, of: member.value) }
    guard case .object = values[member.value], let path = self.member("Path", of: member.value),
      case .string(let text) = values[path], (files[0] == nil) != (files[1] == nil)
    else {
      return malformed(
        "`Std:JsonGet` has `Path`, a string, and either `PropertyFile` or `S3Uri`", member,
        &diagnostics)
    }
    let known: [Symbol] = [.word(.path), .word(.propertyFile), .word(.s3URI)]
    if let other = object(member.value)?.first(where: { !known.contains($0.key) }) {
      return malformed("`Std:JsonGet` has no member `\(self.text(other.key))`", other, &diagnostics)
    }
    if let uri = files[1] {
      switch values[uri] {
      case .string, .reference, .join: return add(jsonGet: .uri(uri), path: text, at: place)
      default:
        let part = object(member.value)?.last { $0.value == uri } ?? member
        return malformed("`S3Uri` is a text, and this is \(kindName(of: uri))", part, &diagnostics)
      }
    }
    guard let file = files[0], case .reference(let index) = values[file],
      case .step(let step) = references[index].root, references[index].path.count == 2,
      case .member(.word(.propertyFiles)) = segments[references[index].path.range.lowerBound],
      case .member(let name) = segments[references[index].path.range.lowerBound + 1]
    else {
      return malformed(
        "`PropertyFile` is a reference: `{\"Get\": \"Steps.<step>.PropertyFiles.<name>\"}`", member,
        &diagnostics)
    }
    return add(jsonGet: .propertyFile(step: step, name: name), path: text, at: place)
  }

  /// Returns `true` iff `value` joins nothing, as what is malformed does.
  func isEmptyJoin(_ value: Index<Value>) -> Bool {
    guard case .join(_, let run) = values[value] else { return false }
    return run.count == 0
  }

  /// Reports `message` about `member`, and returns a value of which nothing is known.
  private mutating func malformed(
    _ message: String, _ member: Member, _ diagnostics: inout Diagnostics
  ) -> Index<Value> {
    diagnostics.report(
      Diagnostic(
        .malformedExpression, message, at: member.origin,
        why: "run-time values are spelled with `Get`, `Std:Join` and `Std:JsonGet`",
        help: "check the spelling"))
    return add(join: [], at: origin(of: member.value))
  }
}
