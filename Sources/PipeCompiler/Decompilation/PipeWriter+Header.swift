// What stands before the steps: the header and the parameters.
extension PipeWriter {
  /// Writes the header of the pipeline called `name`, with all members as they are if `isVerbatim`.
  mutating func writeHeader(named name: String, isVerbatim: Bool) {
    line("pipeline \(quoted(name)) {")
    extras.forEach { line($0) }
    if let role {
      line("role: \(quoted(role))")
    } else if !isExpanding {
      line(
        "// The definition does not say which role the pipeline runs as: `role: \"arn:aws:iam::…\"`."
      )
    }
    var raw: [String] = []
    var hasVersion = false
    for member in document.object(document.root) ?? [] {
      let key = document.text(member.key)
      switch key {
      case "Steps": continue
      case "Version" where document.isText(member.value, "2020-12-01"): hasVersion = true
      case "Version":
        hasVersion = true
        raw.append("Version: \(render(member.value, in: .data))")
      case "Parameters":
        if !parameters.isEmpty { continue }
        if document.list(member.value)?.isEmpty == true, !isVerbatim {
          line("Parameters: []")
        } else {
          raw.append("Parameters: \(render(member.value, in: .data))")
        }
      case "Metadata", "PipelineExperimentConfig", "MlflowConfig":
        if isVerbatim {
          raw.append("\(key): \(render(member.value, in: .data))")
        } else {
          line("\(key): \(render(member.value, in: .request, under: key))")
        }
      default: raw.append("\(self.key(member)): \(render(member.value, in: .data))")
      }
    }
    if !raw.isEmpty { line("raw: { \(raw.joined(separator: ", ")) }") }
    if !hasVersion { line("omit: [\"Version\"]") }
    line("}\n")
  }

  /// Writes the parameters.
  mutating func writeParameters() {
    for parameter in parameters {
      let emitted = parameter.word == parameter.name ? "" : " \(quoted(parameter.name))"
      line("param \(parameter.word)\(emitted): \(declaration(of: parameter))")
    }
    if !parameters.isEmpty { line("") }
    let missing = isExpanding ? [] : document.undeclaredParameters(besides: parameterWords)
    if !missing.isEmpty {
      let names = missing.prefix(8).map { "`\(escaped($0))`" }.joined(separator: ", ")
      let more = missing.count > 8 ? " and \(missing.count - 8) more" : ""
      line("// Read below, but the definition declares no such parameter: \(names)\(more).\n")
    }
  }

  /// Returns what stands behind the colon in the declaration of `parameter`.
  private mutating func declaration(of parameter: DocumentParameter) -> String {
    let fields = document.object(parameter.value) ?? []
    let known = ["Name", "Type", "DefaultValue", "EnumValues"]
    let initial = document.member("DefaultValue", of: fields)
    let values = document.member("EnumValues", of: fields)
    if let type = parameter.type, !parameter.isVerbatim,
      fields.allSatisfy({ known.contains(document.text($0.key)) }),
      initial.map({ fits($0, type) }) ?? true,
      values.map({ type == .string && document.list($0)?.isEmpty == false }) ?? true
    {
      let isWhole = type == .float && initial.map { isWholeNumber($0) } ?? false
      let value =
        initial.map { render($0, in: .data) }.map { isWhole ? " = raw(\($0))" : " = \($0)" } ?? ""
      let list = values.map { " in \(render($0, in: .data))" } ?? ""
      return type.rawValue + value + list
    }
    let members = fields.filter { document.text($0.key) != "Name" }
    return "raw { "
      + members.map { "\(key($0)): \(render($0.value, in: .data))" }.joined(separator: ", ") + " }"
  }

  /// Returns `true` iff `value` is a default of a parameter of `type` that is emitted as it is written.
  private func fits(_ value: Index<Value>, _ type: ScalarType) -> Bool {
    switch (document.graph.values[value], type) {
    case (.string, .string), (.boolean, .boolean): true
    case (.number(let lexeme), .integer): document.graph.isWholeNumber(lexeme)
    case (.number, .float): true
    default: false
    }
  }

  /// Returns `true` iff `value` is a number without a point and an exponent.
  private func isWholeNumber(_ value: Index<Value>) -> Bool {
    guard case .number(let lexeme) = document.graph.values[value] else { return false }
    return document.graph.isWholeNumber(lexeme)
  }
}
