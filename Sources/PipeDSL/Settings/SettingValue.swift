import PipeCompiler

/// A value that is given to a setting as JSON.
public struct SettingValue: Sendable {
  /// The forms of values.
  enum Form: Sendable {
    /// JSON's `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number, as it is spelled.
    case number(String)
    /// A text.
    case string(String)
    /// A list.
    case list([SettingValue])
    /// Names and their values.
    case object([(name: String, value: SettingValue)])
  }

  /// The form.
  let form: Form

  /// Creates the value of the form `form`.
  init(_ form: Form) { self.form = form }

  /// Creates the value that `text` spells as JSON, or `nil` if it spells none.
  init?(spelledBy text: String) {
    let header = PipelineHeader(name: SymbolTable.empty, origin: .synthesized)
    var graph = PipelineGraph(symbols: SymbolTable.ofGraph, header: header)
    guard case .success(let value) = readJSON(Array(text.utf8), into: &graph, at: .synthesized)
    else { return nil }
    self.init(value, in: graph)
  }

  /// Creates the value that `value` of `graph`, which JSON spelled, is.
  private init(_ value: GraphValue, in graph: borrowing PipelineGraph) {
    switch graph.values[value] {
    case .boolean(let truth): form = .boolean(truth)
    case .number(let spelling): form = .number(graph.text(spelling))
    case .string(let text): form = .string(graph.text(text))
    case .list(let run):
      form = .list(graph.elements(in: run).map { SettingValue($0, in: graph) })
    case .object(let run):
      form = .object(
        graph.members(in: run).map { (graph.text($0.key), SettingValue($0.value, in: graph)) })
    default: form = .null
    }
  }
}
