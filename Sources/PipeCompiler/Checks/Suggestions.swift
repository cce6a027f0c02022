/// Names to suggest for unknown ones, each looked for once and not too often.
///
/// Looking is linear in the number of candidates; a file with thousands of wrong names must not
/// become a quadratic problem.
struct Suggestions {
  /// What may be meant.
  private let candidates: [String]
  /// What was found before.
  private var found: [Symbol: String?] = [:]
  /// How many names are looked for.
  private static let limit = 50

  /// Creates the suggestions of `candidates`.
  init(of candidates: [String]) { self.candidates = candidates }

  /// Creates the suggestions of the names of the steps of `graph`.
  init(ofStepsIn graph: PipelineGraph) {
    self.init(of: graph.steps.elements.map { graph.text($0.name) })
  }

  /// Returns a question that proposes the candidate nearest to `name`, if one is near.
  mutating func help(for name: Symbol, in graph: PipelineGraph) -> String? {
    if let known = found[name] { return known }
    guard found.count < Self.limit else { return nil }
    let help = nearest(to: graph.text(name), in: candidates).map { "did you mean `\($0)`?" }
    found[name] = .some(help)
    return help
  }
}
