import PipeCompiler

extension Command {
  /// To play a run without one.
  static let simulate = Command(
    name: "simulate", usage: "simulate FILE",
    summary: "say what a run would do, step by step",
    options: [.parameter, .given, .fail, .stop, .pipeline] + compiling, help: simulateHelp
  ) { arguments throws(Failure) in try PipeTool.simulate(arguments) }

  /// The help on `simulate`.
  private static let simulateHelp = """
    pipec simulate: say what a run would do, step by step

    usage: pipec simulate FILE [OPTION]…

      -p NAME=VALUE         start the run with this value of the parameter NAME
      --given PATH=VALUE    assume that a run finds this value: `Eval.reports.Report.mse=4.2`,
                            `Notify.returns.code=7`, `Train.ModelArtifacts.S3ModelArtifacts=s3://b/m`
      --fail STEP           assume that STEP fails, after all retries; of a loop's step all runs do, or
                            the one of an item: `Score-2`
      --stop STEP           assume that STEP is stopped
      --format FORMAT       text, or json: one object with all arguments
      --pipeline NAME       which pipeline, if FILE holds several
      -D NAME=VALUE         give the `config` called NAME a value; `--profile NAME` gives many

    FILE is a pipeline or a definition in JSON. Nothing is guessed: where a condition asks for what
    is not given, the steps behind it are open, and the value is asked for. The exit status is 1 then,
    and 0 however the run ends. The options about diagnostics are those of `check`.

    example: pipec simulate abalone.pipe --given \\
      AbaloneEval.reports.EvaluationReport.regression_metrics.mse.value=4.2

    """
}

/// Prints what a run of a pipeline does.
func simulate(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let isJSON = try arguments.wantsJSON(of: .simulate)
  guard let graph = try soleGraph(arguments) else {
    return .problems
  }
  var scenario = Scenario()
  for given in arguments.options {
    if let mistake = try scenario.take(given, for: graph) { throw .usage(mistake) }
  }
  let run = PipeCompiler.simulate(graph, under: scenario)
  try Terminal.print(isJSON ? run.json : run.text)
  return run.needs.isEmpty ? .clean : .problems
}

extension Arguments {
  /// Returns `true` iff the results of `command` are wanted as JSON rather than as text.
  func wantsJSON(of command: Command) throws(Failure) -> Bool {
    guard let form = values(of: .format).last else { return false }
    switch form {
    case "text", "human": return false
    case "json": return true
    default:
      throw .usage(
        "unknown value `\(form)` of option `--format`: `pipec \(command.name)` takes text, json")
    }
  }
}

extension Scenario {
  /// Takes what the option `given` says of a run of `graph`; returns what is wrong with it, if
  /// anything is.
  mutating func take(
    _ given: GivenOption, for graph: CheckedGraph
  ) throws(Failure) -> String? {
    switch given.option {
    case .parameter:
      let (name, value) = try Self.split(given, "NAME=VALUE")
      return give(parameter: name, value, in: graph.graph)
    case .given:
      let (path, value) = try Self.split(given, "PATH=VALUE")
      return give(path, value, in: graph.graph)
    case .fail: return end(given.value, as: .failed, in: graph.graph)
    case .stop: return end(given.value, as: .stopped, in: graph.graph)
    default: return nil
    }
  }

  /// Returns what stands on both sides of the equals sign of `given`, whose form is `form`.
  private static func split(
    _ given: GivenOption, _ form: String
  ) throws(Failure) -> (String, String) {
    // Keys in brackets may hold equals signs.
    var depth = 0
    for position in given.value.utf8.indices {
      switch given.value.utf8[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "=") where depth <= 0 && position != given.value.startIndex:
        return (
          String(given.value[..<position]),
          String(given.value[given.value.utf8.index(after: position)...])
        )
      default: continue
      }
    }
    let name = given.option.rawValue
    throw .usage("`\(name) \(given.value)` is not of the form `\(name) \(form)`")
  }
}
