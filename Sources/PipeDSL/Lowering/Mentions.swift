/// The steps and parameters that something mentions, in the order in which it does.
struct Mentions {
  /// The steps, some perhaps several times.
  private(set) var steps: [StepNode] = []
  /// The parameters, some perhaps several times.
  private(set) var parameters: [ParameterDeclaration] = []

  /// Finds what `expression` mentions.
  init(of expression: Expression) { add(expression) }

  /// Finds what `node` mentions, its blocks left out.
  init(of node: StepNode) {
    switch node.content.body {
    case .none: break
    case .condition(let question, _, _): add(question.form)
    case .loop(let items, let atOnce, _):
      add(items)
      add(atOnce)
    }
    add(node.content.arguments.entries)
    add(node.content.fields.entries)
    if let text = node.content.displayName { add(text.expression) }
    if let text = node.content.description { add(text.expression) }
    for policy in node.content.retries { add(policy.entries) }
    for ending in node.content.endings { steps.append(ending.node) }
  }

  /// Adds what the members in `entries` mention.
  private mutating func add(_ entries: [Members.Entry]) {
    for position in entries.indices where entries[position].value.mentionsOthers {
      add(entries[position].value)
    }
  }

  /// Adds what `expression` mentions.
  private mutating func add(_ expression: Expression) {
    guard expression.mentionsOthers else { return }
    switch expression.form {
    case .null, .boolean, .number, .string, .variable, .experiment, .destination, .duration, .file,
      .image, .resource:
      break
    case .list(let entries), .joined(let entries), .separated(let entries, _):
      entries.forEach { add($0) }
    case .object(let members): add(members.entries)
    case .text(let inner), .json(let inner, _): add(inner)
    case .parameter(let declaration): parameters.append(declaration)
    case .property(let path):
      if case .step(let node) = path.root { steps.append(node) }
    case .report(let node, _, _), .best(let node, _): steps.append(node)
    }
  }

  /// Adds what `question` mentions.
  private mutating func add(_ question: Question.Form) {
    switch question {
    case .comparison(_, let left, let right):
      add(left)
      add(right)
    case .membership(let value, let options):
      add(value)
      options.forEach { add($0) }
    case .not(let inner): add(inner)
    case .and(let left, let right), .or(let left, let right):
      add(left)
      add(right)
    }
  }
}
