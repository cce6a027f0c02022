extension PipelineGraph {
  /// Returns the entries of `value` if it is a list.
  package func list(_ value: Index<Value>?) -> ArraySlice<Index<Value>>? {
    guard let value, case .list(let run) = values[value] else { return nil }
    return elements(in: run)
  }

  /// Returns the members of `value` if it is an object.
  package func object(_ value: Index<Value>?) -> ArraySlice<Member>? {
    guard let value, case .object(let run) = values[value] else { return nil }
    return members(in: run)
  }

  /// Returns the symbol of the text of `value` if it is a string.
  package func symbol(_ value: Index<Value>?) -> Symbol? {
    guard let value, case .string(let text) = values[value] else { return nil }
    return text
  }

  /// Returns the number that `value` spells, if it is one.
  package func number(_ value: Index<Value>?) -> Double? {
    guard let value, case .number(let lexeme) = values[value] else { return nil }
    return Double(text(lexeme))
  }

  /// Returns `value`, unless it is `null`, which definitions use for what is not there.
  package func present(_ value: Index<Value>?) -> Index<Value>? {
    guard let value, values[value] != .null else { return nil }
    return value
  }

  /// Returns the name of the parameter that `value` reads, if it reads one.
  package func parameterName(of value: Index<Value>) -> Symbol? {
    guard case .reference(let index) = values[value],
      case .parameter(let name) = references[index].root
    else { return nil }
    return name
  }

  /// Returns `true` iff `value` stands for something that could not be read.
  package func isUnknown(_ value: Index<Value>) -> Bool {
    if case .join(_, let run) = values[value] { run.count == 0 } else { false }
  }

  /// Returns `true` iff `value` is known only at run time, whole or in part of its text.
  package func isRuntime(_ value: Index<Value>) -> Bool {
    switch values[value] {
    case .reference, .join, .jsonGet: true
    default: false
    }
  }

  /// Returns what kind of value `value` is, for messages: "a string", "an object".
  package func kindName(of value: Index<Value>) -> String {
    switch values[value] {
    case .null: "`null`"
    case .boolean: "a boolean"
    case .number(let lexeme): isInteger(lexeme) ? "an integer" : "a number"
    case .string: "a string"
    case .list: "a list"
    case .object: "an object"
    case .reference, .join, .jsonGet: "a run-time value"
    case .duration: "a duration"
    }
  }

  /// Returns `true` iff the number spelled `lexeme` has neither a fraction nor an exponent.
  package func isInteger(_ lexeme: Symbol) -> Bool {
    symbols[lexeme].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// Returns `true` iff `value` is a number whose fraction, if it is written at all, is zero.
  package func isWhole(_ value: Index<Value>) -> Bool {
    guard case .number(let lexeme) = values[value] else { return false }
    let fraction = symbols[lexeme].drop { $0 != UInt8(ascii: ".") }.dropFirst()
    return fraction.allSatisfy { $0 == UInt8(ascii: "0") }
  }
}
