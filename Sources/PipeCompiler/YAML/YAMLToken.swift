/// A piece of a YAML text with a meaning: an indicator, a property or a scalar.
struct YAMLToken {
  /// What the piece is.
  let kind: Kind
  /// Where it stands; what only indentation says has an empty span.
  let span: SourceSpan
  /// The number of the scalar that it is, if it is one.
  var scalar = 0

  /// What a piece of a text is.
  enum Kind {
    case documentEnd, end
    case blockSequenceStart, blockMappingStart, blockEnd
    case flowSequenceStart, flowSequenceEnd, flowMappingStart, flowMappingEnd
    case blockEntry, flowEntry, key, value
    case alias, anchor, tag, scalar
  }
}

/// A text in a YAML document, decoded.
struct YAMLScalar: Sendable {
  /// The bytes that it stands for.
  let text: [UInt8]
  /// Where they stand in the source.
  let places: PositionMap
  /// How it is written.
  let style: Style

  /// How a text is written.
  enum Style: Sendable {
    case plain, quoted, block
  }
}

/// What is wrong with a YAML text.
struct YAMLMistake {
  /// What is wrong.
  let message: String
  /// Where.
  let span: SourceSpan
  /// Another place that matters.
  var related: Label?
  /// What to do.
  var help: String?
}
