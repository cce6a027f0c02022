extension Transform {
  /// Makes one join of joins in each other, and a text of a join of texts.
  ///
  /// A join of a single reference stays: it makes a text of what is read, which not everything takes.
  static let joins = Transform(name: "joins") { graph, log in
    // Parts come before their joins, so that one round reaches all.
    for position in 0..<graph.values.count {
      let value = Index<Value>(position)
      guard case .join(let separator, let run) = graph.values[value], run.count > 0 else {
        continue
      }
      var parts: [Index<Value>] = []
      for part in graph.elements(in: run) {
        if case .join(separator, let inner) = graph.values[part], inner.count > 0 {
          parts += graph.elements(in: inner)
        } else {
          parts.append(part)
        }
      }
      if let text = graph.text(joining: parts, by: separator) {
        graph.replace(value, by: .string(graph.symbols.intern(text)))
        log.note("a join of texts is the text `\(text)`", at: graph.origin(of: value))
      } else if parts.count != Int(run.count) {
        graph.replace(value, by: .join(separator: separator, graph.addElements(parts)))
        log.note(
          "a join in a join with the same separator is part of it", at: graph.origin(of: value))
      }
    }
  }
}

extension PipelineGraph {
  /// Returns `parts` with `separator` between them, if all of them are texts.
  fileprivate func text(joining parts: [Index<Value>], by separator: Symbol) -> String? {
    var bytes: [UInt8] = []
    for (position, part) in parts.enumerated() {
      guard let text = symbol(part) else { return nil }
      if position > 0 { bytes += symbols[separator] }
      bytes += symbols[text]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
