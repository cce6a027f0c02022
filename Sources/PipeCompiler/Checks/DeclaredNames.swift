/// What steps declare by name, collected once for each step that something reads from.
struct DeclaredNames: Sendable {
  /// A number for each name that a step declares, and for each step that was looked at.
  private var numbers = IndexTable(capacity: 32)
  /// The number of a step whose names can't be read.
  private static let unreadable = -1

  /// Returns what stands for `name` of `step`, -1 if the step declares no such name, or `nil` if its
  /// names can't be read; `collect` gives all names of a step, with what stands for each.
  mutating func number(
    of name: Symbol, in step: Index<Step>, _ graph: PipelineGraph,
    collect: (PipelineGraph, Index<Step>) -> [(name: Symbol, number: Int)]?
  ) -> Int? {
    let owner = Int(step.offset) + 1
    if numbers[owner] == nil {
      let found = collect(graph, step)
      numbers.set(found == nil ? Self.unreadable : 0, for: owner)
      for entry in (found ?? []).reversed() {
        numbers.set(entry.number, for: Self.key(owner, entry.name))
      }
    }
    if numbers[owner] == Self.unreadable { return nil }
    return numbers[Self.key(owner, name)] ?? -1
  }

  /// Returns `true` iff `step` declares `name`, or its names can't be read; `collect` gives them.
  mutating func mayHold(
    _ name: Symbol, in step: Index<Step>, _ graph: PipelineGraph,
    collect: (PipelineGraph, Index<Step>) -> [Symbol]?
  ) -> Bool {
    number(of: name, in: step, graph) { collect($0, $1)?.map { ($0, 0) } } != -1
  }

  /// Returns the key of `name` of the step with the number `owner`.
  private static func key(_ owner: Int, _ name: Symbol) -> Int { owner << 32 | Int(name.offset) }
}
