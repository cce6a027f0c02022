import PipeCompiler

/// A part of a compilation that is timed alone.
struct Phase: Sendable {
  /// What to call it on the command line.
  let name: String
  /// Does what comes before the phase and returns the phase, or `nil` if the text has no such phase.
  ///
  /// What the phase returns is only there so that its work can't be left out.
  let prepare: @Sendable (SourceFile) -> (() -> Int)?

  /// All phases, in the order in which they run; a new phase is one entry here.
  static let all: [Phase] = [
    Phase(name: "compile") { file in
      { compile(file).diagnostics.sorted.count }
    },
    Phase(name: "emit-sagemaker") { file in
      compile(file).graph.map { graph in { emit(graph, as: .sagemaker).count } }
    },
    Phase(name: "emit-ack") { file in
      compile(file).graph.map { graph in { emit(graph, as: .ack).count } }
    },
    Phase(name: "build") { file in
      guard compile(file).graph != nil else { return nil }
      return {
        compile(file).graph.map { graph in
          Target.allCases.reduce(0) { $0 + emit(graph, as: $1).count }
        } ?? 0
      }
    },
  ]
}
