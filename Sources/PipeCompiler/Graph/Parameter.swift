/// A value that is given when the pipeline is started.
package struct Parameter: Sendable {
  /// The name, as emitted.
  package var name: Symbol
  /// The type.
  package var type: ScalarType
  /// The value if none is given; without one, it has to be.
  package var defaultValue: Index<Value>?
  /// The list of all values that are allowed, if it is closed.
  package var enumeration: Index<Value>?
  /// `true` iff the default is emitted as it is spelled, even if that is not how its type is.
  package var keepsDefault = false
  /// What is emitted behind the name in place of all that, if the author says so; the run is in
  /// `members`.
  package var overrides: Run?
  /// The name where it is declared.
  package var origin: Origin

  /// Creates the parameter `name`.
  package init(
    name: Symbol, type: ScalarType, defaultValue: Index<Value>? = nil,
    enumeration: Index<Value>? = nil, origin: Origin
  ) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.enumeration = enumeration
    self.origin = origin
  }
}

/// The types that parameters, and the outputs of Lambda and Callback steps, have.
package enum ScalarType: String, CaseIterable, Hashable, Sendable {
  case string = "String"
  case integer = "Integer"
  case float = "Float"
  case boolean = "Boolean"
}
