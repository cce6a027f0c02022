import PipeCompiler

extension Command {
  /// To ask for a run.
  static let run = Command(
    name: "run", usage: "run FILE",
    summary: "print the Kubernetes manifest of a run of the pipeline",
    options: [
      .parameter, .select, .from, .name, .generateName, .namespace, .pipeline, .description,
    ] + compiling, help: runHelp
  ) { arguments throws(Failure) in try PipeTool.run(arguments) }

  /// The help on `run`.
  private static let runHelp = """
    pipec run: print the Kubernetes manifest of a run of the pipeline

    usage: pipec run FILE [OPTION]…

      -p NAME=VALUE         give the parameter called NAME a value; the others keep their defaults
      --select STEPS        run these steps only, separated by commas
      --from ARN            take the results of the other steps from the run with this ARN
      --name NAME           call the object and the run so, and not after what the run says
      --generate-name       let Kubernetes make up the end of the name; for `kubectl create` only
      --namespace NAME      put the object into this namespace, and not into the pipeline's
      --pipeline NAME       which pipeline, if FILE holds several, or is a definition without a name
      --description TEXT    say what the run is for
      -D NAME=VALUE         give the `config` called NAME a value; `--profile NAME` gives many

    The options about diagnostics are those of `pipec check`.

    The run is checked against the pipeline's parameters and steps. Unless a name is given, it comes
    from the definition and from what the run says: the same run is the same object, so that to apply
    it twice starts it once. The pipeline has to be in the cluster before.

    example: pipec run churn.pipe -p Rounds=100 | kubectl create -f -

    """
}

/// Prints the manifest of the run that `arguments` ask for.
func run(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let format = try arguments.format
  var options = try arguments.compilerOptions
  options.targets = [.execution]
  options.run = try arguments.runRequest
  guard arguments.operands.count == (arguments.programs.isEmpty ? 1 : 0) else {
    throw .usage("`pipec run` takes one file: `pipec help run` shows how")
  }
  let files = try readInputs(arguments)
  if let file = files.first, file.isDefinition, options.run?.pipeline == nil {
    throw .usage("`\(file.name)` is a definition, which has no name: add `--pipeline NAME`")
  }
  let wanted = options.run?.pipeline
  // A file in the language names its pipelines itself, and may hold several.
  if files.first?.isDefinition == false { options.run?.pipeline = nil }
  let products = compileAll(files, options: options)
  let report = Report(products, as: format)
  report.complain()
  if report.isFailure {
    if !format.standsAlone { Terminal.complain("\(report.summary); nothing printed\n") }
    return .problems
  }
  let pipelines = products.flatMap(\.pipelines)
  let chosen = pipelines.filter { wanted == nil || $0.name == wanted }
  guard chosen.count == 1, let pipeline = chosen.first else {
    let names = pipelines.map { "`\($0.name)`" }.joined(separator: ", ")
    throw .usage("`--pipeline` says which one is to run: the file holds \(names)")
  }
  for output in pipeline.outputs { try Terminal.print(output.bytes) }
  return .clean
}

extension Arguments {
  /// The run that is asked for.
  fileprivate var runRequest: RunRequest {
    get throws(Failure) {
      var request = RunRequest()
      for value in values(of: .parameter) {
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
          throw .usage("`-p \(value)` is not of the form `-p NAME=VALUE`")
        }
        request.parameters.append(Setting(String(parts[0]), String(parts[1])))
      }
      for value in values(of: .select) {
        request.selection += value.split(separator: ",").map(String.init)
      }
      if contains(.select), request.selection.isEmpty {
        throw .usage("option `--select` needs a value")
      }
      request.source = values(of: .from).last
      request.name = values(of: .name).last
      request.generatesName = contains(.generateName)
      request.namespace = values(of: .namespace).last
      request.pipeline = values(of: .pipeline).last
      request.description = values(of: .description).last
      if request.name != nil, request.generatesName {
        throw .usage("`--name` and `--generate-name` exclude each other")
      }
      return request
    }
  }
}
