/// Returns the documents of the YAML stream `file`, as `kubectl` cuts and reads them; of one with a
/// mistake, nothing is returned after reporting that.
///
/// `kubectl` begins a document at each line that holds `---`, whatever it is in the middle of.
package func readYAML(
  _ file: SourceFile, reportingTo diagnostics: inout Diagnostics
) -> [YAMLDocument] {
  let bytes = file.bytes
  if let position = firstInvalidUTF8(in: bytes) {
    diagnostics.report(.invalidUTF8(at: position, in: bytes))
    return []
  }
  if let position = firstControlCharacter(in: bytes) {
    let start = UInt32(truncatingIfNeeded: position)
    let mistake = YAMLMistake(
      message: "a control character stands in the file",
      span: SourceSpan(
        start, start + (bytes[position] < 0x80 ? 1 : bytes[position] < 0xE0 ? 2 : 3)),
      help: "write it as an escape between double quotes, such as `\\x07`")
    diagnostics.report(.invalidYAML(mistake))
    return []
  }
  var documents: [YAMLDocument] = []
  for part in documentRanges(of: bytes) {
    if let mistake = part.mistake {
      diagnostics.report(.invalidYAML(mistake))
      continue
    }
    var scanner = YAMLScanner(bytes, part.range)
    scanner.run()
    var parser = YAMLParser(scanner)
    parser.run()
    if let mistake = parser.mistake {
      diagnostics.report(parser.isTooDeep ? .yamlTooDeep(mistake) : .invalidYAML(mistake))
    } else if !parser.document.nodes.isEmpty {
      documents.append(parser.document)
    }
  }
  return documents
}

/// Returns where the documents of `bytes` lie, and what is wrong with the line before one.
private func documentRanges(
  of bytes: [UInt8]
) -> [(range: Range<Int>, mistake: YAMLMistake?)] {
  var ranges: [(range: Range<Int>, mistake: YAMLMistake?)] = []
  var (start, line) = (0, 0)
  while line < bytes.count {
    let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    if bytes[line..<end].starts(with: "---".utf8) {
      if start < line { ranges.append((start..<line, nil)) }
      let rest = bytes[line + 3..<end].drop { $0 <= 0x20 }
      if let first = rest.first, first != UInt8(ascii: "#") {
        let span = SourceSpan(
          UInt32(truncatingIfNeeded: line), UInt32(truncatingIfNeeded: line + 3))
        ranges.append(
          (
            line..<line,
            YAMLMistake(
              message: "something stands behind `---`", span: span,
              help: "write `---` on a line of its own: `kubectl` takes nothing else there")
          ))
      }
      start = end
    }
    line = end
  }
  if start < bytes.count { ranges.append((start..<bytes.count, nil)) }
  return ranges
}

/// Returns the position of the first character in `bytes`, which are UTF-8, that no YAML may hold.
private func firstControlCharacter(in bytes: [UInt8]) -> Int? {
  var position = 0
  while position < bytes.count {
    let byte = bytes[position]
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: break
    case 0..<0x80: return position
    case 0xC2:
      let second = bytes[position + 1]
      if second < 0xA0, second != 0x85 { return position }
    case 0xEF where bytes[position + 1] == 0xBF && bytes[position + 2] >= 0xBE: return position
    default: break
    }
    position += 1
  }
  return nil
}

extension Diagnostic {
  /// Says that a text is not YAML: `mistake`.
  static func invalidYAML(_ mistake: YAMLMistake) -> Diagnostic {
    Diagnostic(
      .invalidYAML, mistake.message, at: mistake.span, related: mistake.related.map { [$0] } ?? [],
      help: mistake.help)
  }

  /// Says that a YAML text is nested too deep: `mistake`.
  static func yamlTooDeep(_ mistake: YAMLMistake) -> Diagnostic {
    Diagnostic(.nestingTooDeep, mistake.message, at: mistake.span, help: mistake.help)
  }
}
