/// A value that is given when a pipeline is started.
///
/// Declare it as a property of a ``PipelineProgram``; the pipeline's parameter is called as the property
/// is, unless the attribute says otherwise, and is used as a ``Value``:
///
/// ```swift
/// @Parameter var instanceCount: Value<Int> = 1
/// @Parameter("ApprovalStatus", in: ["Approved", "Rejected"]) var approval: Value<String> = "Approved"
/// @Parameter var inputData: Value<String>
/// ```
///
/// Without a value after `=` it has to be given at the start.
@propertyWrapper
public struct Parameter<Content: ValueContent>: Sendable {
  /// What is declared.
  let declaration: ParameterDeclaration

  /// The parameter, as a value that a run knows.
  public var wrappedValue: Value<Content> { Value(.parameter(declaration)) }

  /// Declares the parameter `name` with a default.
  ///
  /// - Parameters:
  ///   - wrappedValue: The value if none is given, which must be known at build time.
  ///   - name: The name in the definition, 1 to 64 letters, digits, `-` and `_`.
  ///   - options: All values that are allowed, if they are a closed set of texts.
  ///   - file: The file of the declaration.
  ///   - line: The line of the declaration.
  ///   - column: The column of the declaration.
  public init(
    wrappedValue: Value<Content>, _ name: String? = nil, in options: [Value<Content>] = [],
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    declaration = ParameterDeclaration(
      name: name, type: Content.contentType, defaultValue: wrappedValue.expression,
      options: options.map(\.expression), place: Place(file, line, column))
  }

  /// Declares the parameter `name`, which has to be given at the start.
  public init(
    _ name: String? = nil, in options: [Value<Content>] = [],
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    declaration = ParameterDeclaration(
      name: name, type: Content.contentType, defaultValue: nil,
      options: options.map(\.expression), place: Place(file, line, column))
  }

  /// Lets Swift see that a property needs no value; the initializer above is the one that it calls.
  @available(*, unavailable, message: "a parameter needs a place")
  public init() { self.init(file: "", line: 0, column: 0) }
}

/// What a parameter is.
struct ParameterDeclaration: Sendable {
  /// The name, if it is not that of the property.
  var name: String?
  /// The type.
  let type: ContentType
  /// The value if none is given.
  let defaultValue: Expression?
  /// The values that are allowed; none for a set that is not closed.
  let options: [Expression]
  /// Where the parameter is declared, by which its mentions are told from those of others.
  let place: Place
}

/// A property wrapper that declares a parameter, whatever its type.
protocol ParameterDeclaring {
  /// What is declared.
  var declaration: ParameterDeclaration { get }
}

extension Parameter: ParameterDeclaring {}
