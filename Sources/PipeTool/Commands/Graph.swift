import PipeCompiler

extension Command {
  /// To draw a pipeline.
  static let graph = Command(
    name: "graph", usage: "graph FILE",
    summary: "draw the steps and what leads from one to another",
    options: [.output, .pipeline, .why, .analysis] + compiling, help: graphHelp
  ) { arguments throws(Failure) in try PipeTool.graph(arguments) }

  /// The help on `graph`.
  private static let graphHelp = """
    pipec graph: draw the steps of a pipeline and what leads from one to another

    usage: pipec graph FILE [--format FORM] [-o FILE] [OPTION]…
           pipec graph FILE --why FIRST SECOND
           pipec graph FILE --analysis [--format text|json]

      --format FORM         text (lines for a terminal, if not given), mermaid (a flowchart for wikis
                            and code hosts), dot (for Graphviz), svg (a drawing)
      -o FILE               write the drawing to FILE instead of standard output
      --pipeline NAME       which pipeline of FILE to draw, if there are several
      --why FIRST SECOND    say for every reason why the step SECOND waits for the step FIRST,
                            directly or by way of others, and where that is written
      --analysis            estimate what a run takes at most: the longest way, how many steps run at
                            once, instances and their hours
      -D NAME=VALUE         give the `config` called NAME a value; `--profile NAME` gives many
      --allow IDS, --warn IDS, --deny IDS, --service-model MODE, --service DATE
                            choose what is reported, as with `pipec check`

    FILE is a text or a definition in JSON. Nothing is drawn if there is an error in it.

    example: pipec graph churn.pipe --format mermaid

    """
}

/// Draws one pipeline, or says why one of its steps waits for another.
func graph(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let isAnalysis = arguments.contains(.analysis)
  let form = isAnalysis ? .text : try drawingForm(arguments)
  let isJSON = isAnalysis ? try asksForJSON(arguments) : false
  var options = try arguments.compilerOptions
  options.targets = []
  // What is drawn, and explained, is what stands in the source.
  options.optimization = .none
  let isQuestion = arguments.contains(.why)
  if isQuestion && isAnalysis { throw .usage("`--why` doesn't go with `--analysis`") }
  let (paths, names) = try operands(arguments, isQuestion: isQuestion)
  let files = try readInputs(arguments, at: paths)
  let products = compileAll(files, options: options)
  let report = Report(products, as: .human)
  report.complain()
  guard !report.isFailure, let product = products.first else {
    Terminal.complain("\(report.summary); nothing drawn\n")
    return .problems
  }
  let graph = try soleGraph(of: product.pipelines, in: product.file, arguments)
  if isQuestion { return try explain(names, in: graph, of: product.sources) }
  let drawing = isAnalysis ? estimate(graph, isJSON) : draw(graph, as: form)
  guard let path = arguments.values(of: .output).last, path != "-" else {
    try Terminal.print(drawing)
    return .clean
  }
  return try write(drawing, to: path)
}

/// Returns the form that `arguments` ask for.
private func drawingForm(_ arguments: Arguments) throws(Failure) -> DrawingForm {
  guard let name = arguments.values(of: .format).last else { return .text }
  if let form = DrawingForm(rawValue: name) { return form }
  throw Arguments.unknownValue(name, of: .format, among: DrawingForm.allCases.map(\.rawValue))
}

/// Returns `true` iff `arguments` ask for an estimate as JSON.
private func asksForJSON(_ arguments: Arguments) throws(Failure) -> Bool {
  guard let name = arguments.values(of: .format).last else { return false }
  if name == "text" || name == "json" { return name == "json" }
  throw Arguments.unknownValue(name, of: .format, among: ["text", "json"])
}

/// Returns what a run of `graph` takes at most.
private func estimate(_ graph: CheckedGraph, _ isJSON: Bool) -> [UInt8] {
  let estimate = PipelineEstimate(of: graph)
  return Array((isJSON ? estimate.json : estimate.text).utf8)
}

/// Returns the files that `arguments` name, and the steps if they are also named.
private func operands(
  _ arguments: Arguments, isQuestion: Bool
) throws(Failure) -> (paths: [String], steps: [String]) {
  let operands = arguments.operands
  if !isQuestion {
    guard operands.count <= 1 else { throw .usage("`pipec graph` draws one file at a time") }
    return (operands, [])
  }
  guard operands.count == 3 else {
    throw .usage("`--why` takes a file and the names of two steps: FILE --why FIRST SECOND")
  }
  return (Array(operands.prefix(1)), Array(operands.dropFirst()))
}

/// Writes `drawing` to the file at `path` and says so.
private func write(_ drawing: [UInt8], to path: String) throws(Failure) -> ExitStatus {
  do throws(FileError) {
    let isChanged = !FileSystem.holds(drawing, at: path)
    if isChanged { try FileSystem.commit(try FileSystem.stage(drawing, for: path, number: 0)) }
    Terminal.complain("\(isChanged ? "wrote \(path)" : "\(path) unchanged")".safeLine() + "\n")
  } catch {
    throw .file(error)
  }
  return .clean
}

/// Prints why the second of the two steps called `names` waits for the first, or the other way round.
private func explain(
  _ names: [String], in graph: CheckedGraph, of sources: Sources
) throws(Failure) -> ExitStatus {
  guard let first = names.first, let second = names.last else { return .failure }
  let known = graph.stepNames
  for name in names where !known.contains(name) {
    let near = nearest(to: name, in: known)
    let help = near.map { "did you mean `\($0)`?" } ?? "`pipec graph` lists what there is"
    throw .usage("there is no step `\(name)`: \(help)")
  }
  if let waits = graph.waits(of: second, for: first) {
    try Terminal.print(text(about: waits, from: first, to: second, in: sources))
  } else if let waits = graph.waits(of: first, for: second) {
    let text = text(about: waits, from: second, to: first, in: sources)
    try Terminal.print("`\(second)` does not wait for `\(first)`, but ".safeLine() + text)
  } else {
    try Terminal.print(
      "neither of `\(first)` and `\(second)` waits for the other".safeLine() + "\n")
  }
  return .clean
}

/// Returns the lines that say why `second` waits for `first`: `waits`, the parts of a shortest way.
private func text(
  about waits: [Wait], from first: String, to second: String, in sources: Sources
) -> String {
  var text = "`\(second)` waits for `\(first)`"
  if waits.count > 1 {
    text += ", by way of \(waits.dropLast().map { "`\($0.waiting)`" }.joined(separator: ", "))"
  }
  text = "\(text):".safeLine() + "\n"
  for wait in waits {
    if waits.count > 1 {
      text += "  `\(wait.waiting)` waits for `\(wait.awaited)`:".safeLine() + "\n"
    }
    let margin = waits.count > 1 ? "    " : "  "
    for reason in wait.reasons {
      let place = sources.place(of: reason.origin).map { "\($0): " } ?? ""
      text += "\(margin)\(place)\(reason.words)".safeLine() + "\n"
    }
  }
  return text
}

extension Sources {
  /// Returns where `origin` is, as a file's name, a line and a column, if it is anywhere.
  func place(of origin: Origin) -> String? {
    guard let span = origin.span else { return nil }
    let (number, range) = place(of: span)
    let (file, start) = (files[number], UInt32(truncatingIfNeeded: range.lowerBound))
    let location = LineTable(file.bytes, through: start).location(of: start, in: file.bytes)
    return "\(file.name):\(location.line):\(location.column)"
  }
}
