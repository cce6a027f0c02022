extension Parser {
  /// Parses `type = ( id | "[" type "]" | "{" { id ":" type } "}" ) "?"*`.
  mutating func parseType() {
    let marker = nodes.count
    nested { $0.parsePlainType() }
    while take(.question) {
      wrap(marker, in: .optionalType)
      close(marker)
    }
  }

  /// Parses a type without the question marks behind it.
  private mutating func parsePlainType() {
    switch kind {
    case .leftBracket:
      let marker = open(.listType)
      advance()
      parseType()
      expect(.rightBracket)
      close(marker)
    case .leftBrace:
      let marker = open(.recordType)
      parseBraced { $0.parseReturned() }
      close(marker)
    case .identifier where peek(1) == .less: skipTypeArguments()
    case .identifier: leaf(.namedType)
    default:
      report(expected: "a type: `String`, `Integer`, `Float` or `Boolean`")
      missing()
    }
  }
}
