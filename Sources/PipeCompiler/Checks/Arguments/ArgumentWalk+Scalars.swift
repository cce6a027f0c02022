// Literals in the places of scalars.
extension ArgumentWalk {
  /// Returns `true` if `value` is a literal that is right as one of the shape number `shape`, as far
  /// as that is quickly seen: most values are.
  mutating func isFine(_ value: Index<Value>, as shape: Int) -> Bool {
    switch graph.values[value] {
    case .null: true
    case .boolean: cache.shapes[shape].shape.kind == .boolean
    case .string(let text):
      cache.takesAnyString(of: graph.symbols.length(text), shape)
        || cache.verdict(on: text, isNumber: false, as: shape) == .fits
    case .number(let lexeme): cache.verdict(on: lexeme, isNumber: true, as: shape) == .fits
    default: false
    }
  }

  /// Looks at `value`, a string, number or Boolean, as one of the shape number `shape`.
  mutating func checkLiteral(_ value: Index<Value>, as shape: Int) {
    let kind = cache.shapes[shape].shape.kind
    switch graph.values[value] {
    case .string(let text):
      guard kind.isText else {
        // Another program may put a number into a template.
        if kind != .any, kind != .timestamp, kind != .blob,
          !ScalarVerdict.isTemplate(graph.symbols[text])
        {
          reportType(value, as: shape)
        }
        return
      }
      report(verdict(on: text, isNumber: false, as: shape), value, as: shape, filledFrom: nil)
    case .number(let lexeme):
      if kind == .any || kind == .timestamp { return }
      guard kind.isWholeNumber || kind.isFraction else { return reportType(value, as: shape) }
      report(verdict(on: lexeme, isNumber: true, as: shape), value, as: shape, filledFrom: nil)
    default:
      if kind != .boolean, kind != .any { reportType(value, as: shape) }
    }
  }

  /// Returns the verdict on the literal spelled `symbol` as a value of the shape number `shape`.
  mutating func verdict(on symbol: Symbol, isNumber: Bool, as shape: Int) -> ScalarVerdict {
    if let known = cache.verdict(on: symbol, isNumber: isNumber, as: shape) { return known }
    let bytes = graph.symbols[symbol]
    let isClosed = cache.shapes[shape].shape.kind == .enumeration
    let bounds = isClosed ? Shape.Bounds() : cache.bounds(of: shape)
    var found =
      isNumber
      ? ScalarVerdict.of(number: bytes, as: cache.shapes[shape].shape, bounds)
      : ScalarVerdict.of(text: bytes, as: cache.shapes[shape].shape, bounds)
    if found == .fits, cache.shapes[shape].shape.kind == .string, !cache.matches(bytes, shape) {
      found = .otherForm
    }
    // What another program makes of a template is not known.
    if found != .fits, !isNumber, ScalarVerdict.isTemplate(bytes) { found = .fits }
    cache.remember(found, on: symbol, isNumber: isNumber, as: shape)
    return found
  }

  /// Looks at the key of `member` of a map whose keys are of the shape number `shape`.
  mutating func checkKey(_ member: Member, as shape: Int) {
    let length = graph.symbols.length(member.key)
    guard cache.shapes[shape].shape.kind == .string, !cache.takesAnyString(of: length, shape) else {
      return
    }
    let found = verdict(on: member.key, isNumber: false, as: shape)
    guard found != .fits else { return }
    guard found == .otherForm else {
      return reportLength(
        found, of: member.key, "a key of \(subject)", at: member.origin, as: shape)
    }
    let pattern = cache.shapes[shape].shape.pattern?.string ?? ""
    diagnostics.report(
      Diagnostic(
        .patternMismatch,
        "`\(graph.text(member.key))` does not have the form of the keys of \(subject)",
        at: member.origin,
        why:
          "the API's model has the pattern `\(pattern)`, which the service does not always hold to",
        help: "check the spelling"))
  }

  /// Looks at the default and the allowed values of the parameter number `index`, which fills a
  /// member of the shape number `shape` at `use`.
  mutating func checkParameter(_ index: Index<Parameter>, filling use: Origin, as shape: Int) {
    guard cache.isNew(index, for: shape) else { return }
    let parameter = graph.parameters[index]
    var values: [Index<Value>] = []
    if let value = graph.present(parameter.defaultValue) { values.append(value) }
    values += graph.list(parameter.enumeration) ?? []
    for value in values {
      switch graph.values[value] {
      case .string(let text) where cache.shapes[shape].shape.kind.isText:
        let found = verdict(on: text, isNumber: false, as: shape)
        report(found, value, as: shape, filledFrom: use)
      case .number(let lexeme) where cache.shapes[shape].shape.kind.isWholeNumber:
        let found = verdict(on: lexeme, isNumber: true, as: shape)
        report(found, value, as: shape, filledFrom: use)
      default: continue
      }
    }
  }

  /// Reports `verdict` on `value` as one of the shape number `shape`, unless it fits.
  ///
  /// If the value is one of a parameter's, `use` is where the parameter fills a member.
  private mutating func report(
    _ verdict: ScalarVerdict, _ value: Index<Value>, as shape: Int, filledFrom use: Origin?
  ) {
    switch verdict {
    case .fits: return
    case .wrongType: reportType(value, as: shape)
    case .unknownValue: reportUnknownValue(value, as: shape, filledFrom: use)
    case .tooShort, .tooLong: reportLength(verdict, value, as: shape, filledFrom: use)
    case .tooSmall, .tooLarge: reportRange(value, as: shape, filledFrom: use)
    case .otherForm: reportForm(value, as: shape, filledFrom: use)
    }
  }
}
