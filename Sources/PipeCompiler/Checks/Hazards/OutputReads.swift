/// Which outputs, and property files, of which steps something reads.
struct OutputReads: Sendable {
  /// A mark for each step's name together with each name that is read from it.
  private var marks = IndexTable(capacity: 32)
  /// Stands for the name of a step when it is not known which one is read.
  private static let anyStep: UInt32 = .max

  /// Collects what `reads`, all those of `graph`, read by a name.
  init(of graph: PipelineGraph, in reads: [RuntimeRead]) {
    for read in reads {
      switch graph.values[read.value] {
      case .reference(let index): collect(graph.references[index], graph)
      case .jsonGet(let index):
        guard case .propertyFile(let step, let name) = graph.jsonGets[index].file else { continue }
        mark(step.offset, name)
      default: continue
      }
    }
  }

  /// Returns `true` iff something reads, or may read, `name` from the step called `step`.
  func contains(_ name: Symbol, of step: Symbol) -> Bool {
    marks[Self.key(step.offset, name)] != nil || marks[Self.key(Self.anyStep, name)] != nil
  }

  /// Notes the names in the path of `reference`.
  private mutating func collect(_ reference: Reference, _ graph: PipelineGraph) {
    let path = graph.path(of: reference)
    for segment in path {
      guard case .key(let name) = segment else { continue }
      switch reference.root {
      case .step(let step), .iterationOutput(let step): mark(step.offset, name)
      default: mark(Self.anyStep, name)
      }
      // Results of a loop are read by way of the step that is repeated, or of the one selected.
      for part in path {
        guard case .member(let member) = part else { continue }
        mark(member == .word(.selected) ? Self.anyStep : member.offset, name)
      }
    }
  }

  /// Marks `name` as read from the step whose name has the position `step`.
  private mutating func mark(_ step: UInt32, _ name: Symbol) {
    marks.set(1, for: Self.key(step, name))
  }

  /// Returns the key of the mark for `name` and the step whose name has the position `step`.
  private static func key(_ step: UInt32, _ name: Symbol) -> Int {
    Int(bitPattern: UInt(step) << 32 | UInt(name.offset) + 1)
  }
}
