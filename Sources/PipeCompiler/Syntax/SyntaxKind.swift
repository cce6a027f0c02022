/// The kinds of syntax nodes.
///
/// What a node's children are is said as in a grammar.
///
/// `name` is a node of one word; `expr` is any node from `number` on; `?` marks what may be absent.
package enum SyntaxKind: UInt8, CaseIterable, Hashable, Sendable {
  /// Declarations, items or tokens that fit nowhere.
  case file
  /// Tokens that were skipped after an error.
  case error
  /// Something that should be here and is not; it has no tokens.
  case missing
  /// One word that names something.
  case name

  // Declarations.
  /// name\* string
  case importDeclaration
  /// string (name expr)? object
  case pipeline
  /// name type expr? whereClause?
  case config
  /// name name? binding\*
  case profile
  /// name expr
  case binding
  /// name displayName? (type expr? enumeration? whereClause? | object)
  case parameter
  /// list
  case enumeration
  /// expr
  case whereClause
  /// name type? expr
  case letDeclaration
  /// name type
  case typeDeclaration
  /// name parameters type? expr
  case function
  /// formal\*
  case formals
  /// name type? expr?
  case formal
  /// expr expr
  case assertDeclaration
  /// name+ items
  case defaults
  /// name displayName? (name | rawType) items
  case step
  /// string: the name under which a step is emitted
  case displayName
  /// string
  case rawType
  /// name displayName? expr afterClause? withClause? block elseClause?
  case condition
  /// expr: the steps a condition, loop or Fail step waits for
  case afterClause
  /// items: what else a condition or loop says about itself
  case withClause
  /// block | condition
  case elseClause
  /// name displayName? expr maxClause? afterClause? withClause? block selectClause?
  case forEach
  /// expr
  case maxClause
  /// name expr: `max` or `min`, and what to compare
  case selectClause
  /// name displayName? expr afterClause?
  case fail
  /// name formals block
  case template
  /// name expr
  case result
  /// name expr? name arguments
  case use
  /// string (given | expect)\*
  case test
  /// expr expr
  case given
  /// expr
  case expect
  /// name items
  case execution
  /// name displayName? name items
  case resource
  /// name expr (block | items)
  case forBlock
  /// expr (block | items) elseBlock?
  case ifBlock
  /// block | items | ifBlock
  case elseBlock
  /// Declarations between braces.
  case block

  // Items.
  /// Items between braces.
  case items
  /// (name | string) expr
  case field
  /// name expr
  case rawField
  /// expr
  case afterItem
  /// expr
  case cacheItem
  /// expr
  case argsItem
  /// expr
  case descriptionItem
  /// name+ object
  case retryItem
  /// returned\*
  case returnsItem
  /// name type
  case returned
  /// name expr expr: source, local path
  case inputItem
  /// name expr expr?: local path, destination
  case outputItem
  /// name expr expr?: source, content type
  case channelItem
  /// name expr name: file, output
  case reportItem

  // Types.
  /// One word.
  case namedType
  /// type
  case listType
  /// returned\*
  case recordType
  /// type
  case optionalType

  // Expressions.
  case number
  case duration
  /// One string token.
  case string
  /// Pieces and expressions in turn, beginning and ending with a piece.
  case interpolation
  /// One token of an interpolated string.
  case piece
  case trueLiteral
  case falseLiteral
  case nullLiteral
  /// One word that stands for a value.
  case variable
  /// name arguments
  case call
  /// argument\*
  case arguments
  /// name? expr
  case argument
  /// expr
  case group
  /// (expr | spread)\*
  case list
  /// name expr expr? expr: variable, source, filter, element
  case comprehension
  /// (member | spread)\*
  case object
  /// (name | string) expr
  case member
  /// expr
  case spread
  /// expr (memberAccess | subscript | invocation)+
  case path
  /// name
  case memberAccess
  /// expr
  case indexAccess
  /// arguments
  case invocation
  /// expr, after `!` or `-`
  case prefix
  /// Two or more expressions with operators of one precedence between them.
  case infix
  /// expr expr expr
  case ternary
}

extension SyntaxKind {
  /// `true` iff a node of the kind is a declaration.
  var isDeclaration: Bool {
    switch self {
    case .importDeclaration, .pipeline, .config, .profile, .parameter, .letDeclaration,
      .typeDeclaration, .function, .assertDeclaration, .defaults, .step, .condition, .forEach,
      .fail, .template, .result, .use, .test, .execution, .resource, .forBlock, .ifBlock:
      true
    default: false
    }
  }
}
