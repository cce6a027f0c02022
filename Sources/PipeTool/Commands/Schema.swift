import PipeCompiler

extension Command {
  /// To look up what steps hold.
  static let schema = Command(
    name: "schema", usage: "schema [TYPE]",
    summary: "say what a step holds, or what can be read from it",
    options: [.properties, .format], help: schemaHelp
  ) { arguments throws(Failure) in try PipeTool.schema(arguments) }

  /// The help on `schema`.
  private static let schemaHelp = """
    pipec schema: say what a step holds, or what can be read from it

    usage: pipec schema [TYPE[.MEMBER]…] [--properties] [--format FORMAT]

      TYPE           a type of step: `Training`; all are listed if none is given
      .MEMBER        a member, and members of members: `Training.ResourceConfig.InstanceType`
      --properties   what can be read from such a step instead of what may be written in it
      --format       text, or json: one object

    example: pipec schema Training.ResourceConfig

    """
}

/// Prints what may be written in a step, or read from one.
func schema(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let isJSON = try isJSON(arguments)
  guard let path = arguments.operands.first else {
    try Terminal.print(isJSON ? typesAsJSON : overview)
    return .clean
  }
  guard arguments.operands.count == 1 else {
    throw .usage("`pipec schema` takes one place, such as `Training.ResourceConfig`")
  }
  let page: SchemaPage
  do throws(SchemaFailure) {
    page = try arguments.contains(.properties) ? propertyPage(path) : schemaPage(path)
  } catch {
    throw .usage(line(about: error))
  }
  try Terminal.print(isJSON ? page.json : page.text)
  return .clean
}

/// Returns `true` iff `arguments` ask for JSON.
private func isJSON(_ arguments: Arguments) throws(Failure) -> Bool {
  guard let form = arguments.values(of: .format).last else { return false }
  switch form {
  case "text", "human": return false
  case "json": return true
  default:
    throw .usage("unknown value `\(form)` of option `--format`: `pipec schema` takes text, json")
  }
}

/// The types of steps, one on each line.
private var overview: String {
  "types of steps; `pipec schema TYPE` shows what one holds:\n\n"
    + schemaTypes.map { "  \($0)\n" }.joined()
}

/// The types of steps as one JSON object.
private var typesAsJSON: String {
  "{\"types\":[\(schemaTypes.map { "\"\($0)\"" }.joined(separator: ","))]}\n"
}

/// Returns the line that says why there is no page.
private func line(about failure: SchemaFailure) -> String {
  switch failure {
  case .unknownType(let name, let near):
    let what = "unknown type of step `\(name)`"
    return near.map { "\(what): did you mean `\($0)`?" }
      ?? "\(what): `pipec schema` lists what there is"
  case .unknownMember(let name, let owner, let near, let known):
    let what = "`\(owner)` has no member `\(name)`"
    if let near { return "\(what): did you mean `\(near)`?" }
    return known.isEmpty
      ? "\(what), since it is no object"
      : "\(what): it has \(known.joined(separator: ", "))"
  }
}
