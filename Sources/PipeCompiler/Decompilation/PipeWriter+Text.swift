// Texts: quotes, escapes and interpolation.
extension PipeWriter {
  /// Returns `text` in quotes.
  func quoted(_ text: String) -> String {
    let bytes = text.utf8
    let specials = bytes.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    if specials > 1, isIdiomatic, !text.contains("\"#"),
      text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !$0.isTreacherous })
    {
      return "#\"\(text)\"#"
    }
    return "\"\(escaped(text))\""
  }

  /// Returns `text` as it stands between quotes.
  func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 || scalar.isTreacherous {
          result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// Returns how the language spells the join `value` in `place`.
  mutating func join(_ value: Index<Value>, in place: ValuePlace, depth: Int) -> String {
    if isIdiomatic, let pieces = pieces(of: value, depth: 0), let text = interpolation(of: pieces) {
      return text
    }
    guard case .join(let separator, let run) = document.graph.values[value] else { return "null" }
    var entries: [String] = []
    for entry in document.graph.elements(in: run) {
      entries.append(render(entry, in: .data, depth: depth + 2))
    }
    return
      "{ \"Std:Join\": { On: \"\(escaped(document.text(separator)))\", Values: [\(entries.joined(separator: ", "))] } }"
  }

  /// A piece of a join.
  enum JoinPiece {
    /// A text.
    case text(String)
    /// A run-time value.
    case value(Index<Value>)
  }

  /// Returns the pieces that the join `value` puts together; `nil` if one of them has no text of its own.
  func pieces(of value: Index<Value>, depth: Int) -> [JoinPiece]? {
    guard depth < 20, case .join(let separator, let run) = document.graph.values[value] else {
      return nil
    }
    var pieces: [JoinPiece] = []
    let entries = document.graph.elements(in: run)
    for (number, entry) in entries.enumerated() {
      if number > 0 { pieces.append(.text(document.text(separator))) }
      switch document.graph.values[entry] {
      case .string(let symbol): pieces.append(.text(document.text(symbol)))
      case .boolean(let flag): pieces.append(.text(flag ? "true" : "false"))
      case .number(let lexeme):
        // Others may be spelled in another way by whoever joins them.
        guard document.graph.isWholeNumber(lexeme), document.graph.symbols.length(lexeme) < 16
        else {
          return nil
        }
        pieces.append(.text(document.text(lexeme)))
      case .reference, .jsonGet: pieces.append(.value(entry))
      case .join:
        guard let inner = self.pieces(of: entry, depth: depth + 1) else { return nil }
        pieces += inner
      default: return nil
      }
    }
    return pieces
  }

  /// Returns `pieces` without empty texts, and with one text in place of several.
  static func merged(_ pieces: [JoinPiece]) -> [JoinPiece] {
    var merged: [JoinPiece] = []
    for piece in pieces {
      if case .text(let text) = piece {
        if text.isEmpty { continue }
        if case .text(let before)? = merged.last {
          merged[merged.count - 1] = .text(before + text)
          continue
        }
      }
      merged.append(piece)
    }
    return merged
  }

  /// Returns the interpolated string of `pieces`; `nil` if the language would make something else of it.
  private mutating func interpolation(of pieces: [JoinPiece]) -> String? {
    let merged = Self.merged(pieces)
    if let model = bestModel(merged) { return model }
    if merged.count == 1, case .value(let only) = merged[0] {
      // A String alone stays what it is.
      guard case .reference(let reference) = document.graph.values[only] else { return nil }
      if type(of: reference) == .string { return nil }
    }
    if merged.isEmpty { return nil }
    if merged.count == 1, case .text(let text) = merged[0] { return quoted(text) }
    var text = ""
    for piece in merged {
      switch piece {
      case .text(let piece):
        if text.isEmpty, let (word, rest) = shared.split(piece) {
          text += "\\(\(word))\(escaped(rest))"
        } else {
          text += escaped(piece)
        }
      case .value(let value): text += "\\(\(render(value, in: .data)))"
      }
    }
    return "\"\(text)\""
  }
}

extension Unicode.Scalar {
  /// `true` iff the character can't be seen, or changes how others are seen.
  var isTreacherous: Bool {
    switch value {
    case 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}
