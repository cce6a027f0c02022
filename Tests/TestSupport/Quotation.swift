/// A piece of output as a document shows it: parts that stand in the output in this order.
///
/// A line with nothing but `…` stands for what is left out.
package struct Quotation: Sendable {
  /// The texts between the lines with `…`; empty where such a line stands first or last.
  private let parts: [String]

  /// Reads `text`.
  package init(_ text: String) {
    var parts = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.allSatisfy({ $0 == " " || $0 == "…" }), line.contains("…") {
        parts.append("")
      } else {
        parts[parts.count - 1] += "\(line)\n"
      }
    }
    self.parts = parts
  }

  /// `true` iff nothing is left out.
  package var isWhole: Bool { parts.count == 1 }

  /// Returns `true` iff `output` is what is shown, apart from what is left out.
  package func isAll(of output: String) -> Bool {
    guard let first = parts.first, let last = parts.last, !isWhole else {
      return parts.first == output
    }
    return output.hasPrefix(first) && output.hasSuffix(last)
      && partMissing(inLinesOf: output) == nil
  }

  /// Returns the first part that does not stand in `definition`, whose layout does not matter.
  ///
  /// A part is a whole value or some whole members of an object, with numbers and strings as they
  /// are spelled there.
  package func partMissing(inJSON definition: [UInt8]) -> String? {
    var rest = compactJSON(definition)[...]
    for part in parts where !part.isEmpty {
      let wanted = compactJSON(Array(part.utf8))
      guard let end = end(of: wanted, in: rest) else { return part }
      rest = rest[end...]
    }
    return nil
  }

  /// Returns the first part that does not stand in `output` as whole lines, all moved alike.
  package func partMissing(inLinesOf output: String) -> String? {
    var rest = output.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for part in parts where !part.isEmpty {
      let wanted = part.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let start = rest.indices.first { Self.stand(wanted, in: rest[$0...]) }
      guard let start else { return part }
      rest = rest[(start + wanted.count)...]
    }
    return nil
  }

  /// Returns where `wanted` ends in `text` if it stands there, cut out at borders of members.
  private func end(of wanted: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    let borders = Set("{[,:}]".utf8)
    guard let first = wanted.first, let last = wanted.last else { return text.startIndex }
    for start in text.indices where text[start...].starts(with: wanted) {
      let end = start + wanted.count
      let beginsWell =
        start == text.startIndex || borders.contains(first)
        || borders.contains(text[start - 1])
      let endsWell = end == text.endIndex || borders.contains(last) || borders.contains(text[end])
      if beginsWell, endsWell { return end }
    }
    return nil
  }

  /// Returns `true` iff `lines` begin with `wanted`, every line moved by the same indentation.
  private static func stand(
    _ wanted: ArraySlice<Substring>, in lines: ArraySlice<Substring>
  ) -> Bool {
    guard let first = wanted.first, let line = lines.first, line.hasSuffix(first) else {
      return false
    }
    let indentation = line.dropLast(first.count)
    guard indentation.allSatisfy({ $0 == " " }), lines.count >= wanted.count else { return false }
    return zip(wanted, lines).allSatisfy { wanted, line in
      wanted.isEmpty ? line.isEmpty : line == indentation + wanted
    }
  }
}

/// Returns `text` without the blank space between the tokens of JSON.
private func compactJSON(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var (isInString, isEscaped) = (false, false)
  for byte in text {
    if isInString {
      isInString = byte != UInt8(ascii: "\"") || isEscaped
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    } else if byte == UInt8(ascii: "\"") {
      isInString = true
    } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
      continue
    }
    result.append(byte)
  }
  return result
}
