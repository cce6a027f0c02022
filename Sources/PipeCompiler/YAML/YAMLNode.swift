/// A piece of a YAML document: a scalar, a list or a mapping.
package struct YAMLNode: Sendable {
  /// What the piece is.
  package let content: Content
  /// Where it stands.
  package let span: SourceSpan
  /// Where its tag stands, if it has one.
  let tag: SourceSpan?

  /// What a piece of a document is.
  package enum Content: Sendable {
    /// A text; the number is that of the scalar, and `nil` if nothing is written.
    case scalar(Int?)
    /// A list; the run is in the document's children.
    case list(Run)
    /// A mapping, keys and values in turns; the run is in the document's children.
    case mapping(Run)
    /// The same as an earlier piece.
    case alias(Index<YAMLNode>)
  }
}

/// A document of a YAML stream, in flat arrays; children come before their parents.
package struct YAMLDocument: Sendable {
  /// The source.
  let bytes: [UInt8]
  /// The pieces.
  package internal(set) var nodes: [YAMLNode] = []
  /// What lists and mappings hold, end to end.
  var children: [Index<YAMLNode>] = []
  /// The texts.
  var scalars: [YAMLScalar] = []

  /// Creates a document of `bytes` without a piece.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns what the list or mapping in `run` holds.
  package func children(in run: Run) -> ArraySlice<Index<YAMLNode>> { children[run.range] }

  /// Returns the bytes that the scalar `node` stands for, and where they stand, if it is a text.
  package func text(of node: YAMLNode) -> (bytes: [UInt8], places: PositionMap)? {
    guard case .scalar(let number?) = node.content else { return nil }
    return (scalars[number].text, scalars[number].places)
  }
}

extension YAMLDocument {
  /// Returns `true` iff `node` is a text in quotes.
  package func isQuoted(_ node: YAMLNode) -> Bool {
    guard case .scalar(let number?) = node.content else { return false }
    return scalars[number].style == .quoted
  }
}
