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
    Phase(name: "tokenize") { file in
      {
        var diagnostics = Diagnostics()
        return tokenize(file, reportingTo: &diagnostics).tokens.count
      }
    },
    Phase(name: "parse") { file in
      var diagnostics = Diagnostics()
      let tokens = tokenize(file, reportingTo: &diagnostics)
      return {
        var diagnostics = Diagnostics()
        return parse(tokens, reportingTo: &diagnostics).nodes.count
      }
    },
    Phase(name: "format") { file in
      var diagnostics = Diagnostics()
      let syntax = parse(
        tokenize(file, reportingTo: &diagnostics), reportingTo: &diagnostics)
      return { format(syntax, keeping: []).count }
    },
    Phase(name: "lower") { file in
      var diagnostics = Diagnostics()
      let syntax = parse(
        tokenize(file, reportingTo: &diagnostics), reportingTo: &diagnostics)
      return {
        var diagnostics = Diagnostics()
        let graph = lower(syntax, with: CompilerOptions(), reportingTo: &diagnostics)
        return graph?.values.count ?? 0
      }
    },
    Phase(name: "check") { file in
      var diagnostics = Diagnostics()
      let syntax = parse(
        tokenize(file, reportingTo: &diagnostics), reportingTo: &diagnostics)
      return lower(syntax, with: CompilerOptions(), reportingTo: &diagnostics).map { graph in
        {
          var diagnostics = Diagnostics()
          return check(graph, reportingTo: &diagnostics)?.graph.steps.count ?? 0
        }
      }
    },
    Phase(name: "emit-sagemaker") { file in
      compile(file).graph.map { graph in { emit(graph, as: .sagemaker).count } }
    },
    Phase(name: "emit-ack") { file in
      compile(file).graph.map { graph in { emit(graph, as: .ack).count } }
    },
    Phase(name: "optimize") { file in
      unoptimized(file).map { graph in
        {
          var graph = graph
          return graph.optimize(at: .safe).count
        }
      }
    },
    Phase(name: "draw-text") { file in
      unoptimized(file).map { graph in { draw(graph, as: .text).count } }
    },
    Phase(name: "draw-dot") { file in
      unoptimized(file).map { graph in { draw(graph, as: .dot).count } }
    },
    Phase(name: "draw-svg") { file in
      unoptimized(file).map { graph in { draw(graph, as: .svg).count } }
    },
    Phase(name: "lower-swift") { file in
      // As many steps as the text has, in a chain, from Swift values to the graph.
      let name = file.name.split(separator: ".").first ?? ""
      let steps = name.split(separator: "-").last.flatMap { Int($0) }
      let source = Workload.sourceOfSteps
      return steps.map { steps in { Workload.lowerSwift(steps: steps, writtenIn: source) } }
    },
    Phase(name: "compile") { file in
      { compile(file).outputs.reduce(0) { $0 + $1.bytes.count } }
    },
  ]

  /// Returns the graph of `file` as it is written.
  private static func unoptimized(_ file: SourceFile) -> CheckedGraph? {
    var options = CompilerOptions()
    options.optimization = .none
    return compile(file, options: options).graph
  }
}
