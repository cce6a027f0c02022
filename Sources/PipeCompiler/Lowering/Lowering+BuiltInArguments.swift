extension Lowering {
  /// Returns the expressions among `arguments` by the names in `formals`; `nil` after a report.
  ///
  /// The first `positional` of the names need not be written, and the first `required` must be there.
  mutating func arguments(
    _ arguments: NodeIndex, of function: String, formals: [String], positional: Int, required: Int
  ) -> [String: NodeIndex]? {
    var given: [String: NodeIndex] = [:]
    var position = 0
    for argument in tree.children(of: arguments) where tree.kind(argument) == .argument {
      let parts = children(argument)
      guard let expression = parts.last, !isMissing(expression) else { return nil }
      let isNamed = parts.count == 2
      let name = isNamed ? tree.word(parts[0]) : position < positional ? formals[position] : nil
      if !isNamed { position += 1 }
      guard let name, formals.contains(name), given[name] == nil else {
        reportArgument(name, isNamed ? parts[0] : nil, at: argument, of: function, formals: formals)
        return nil
      }
      given[name] = expression
    }
    for name in formals.prefix(required) where given[name] == nil {
      report(
        Diagnostic(
          .wrongArguments, "`\(function)` needs the argument `\(name)`",
          at: tree.span(of: arguments), help: "it takes " + quoted(formals)))
      return nil
    }
    return given
  }

  /// Reports the argument at `node` of the language's own `function`, which does not take it.
  private mutating func reportArgument(
    _ name: String?, _ nameNode: NodeIndex?, at node: NodeIndex, of function: String,
    formals: [String]
  ) {
    let what =
      if let name, formals.contains(name) {
        "the argument `\(name)` is given twice"
      } else if let name {
        "`\(function)` takes no argument `\(name)`"
      } else {
        "too many arguments without a name for `\(function)`"
      }
    var diagnostic = Diagnostic(
      .wrongArguments, what, at: tree.span(of: nameNode ?? node),
      help: "it takes " + quoted(formals))
    if let nameNode, let name, !formals.contains(name), let near = nearest(to: name, in: formals) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: tree.span(of: nameNode), with: near)
    }
    report(diagnostic)
  }

  /// Returns `words` in backticks, with commas between them.
  func quoted(_ words: [String]) -> String {
    words.map { "`\($0)`" }.joined(separator: ", ")
  }
}
