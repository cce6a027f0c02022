import PipeCompiler

extension Command {
  /// To run the tests in pipelines.
  static let test = Command(
    name: "test", usage: "test FILE…",
    summary: "run the tests in pipelines, without a run",
    options: compiling, help: testHelp
  ) { arguments throws(Failure) in try runTests(arguments) }

  /// The help on `test`.
  private static let testHelp = """
    pipec test: run the tests in pipelines, without a run

    usage: pipec test FILE… [OPTION]…

      --format FORMAT   human; tap, the Test Anything Protocol; junit, the XML that CI services read
      -D NAME=VALUE     give the `config` called NAME a value; `--profile NAME` gives many

    A test gives what a run would find, and says what the run has to do then:

      test "a bad model is not registered" {
        given Eval.reports.Report.mse = 9.5
        expect !runs(Register) && fails(execution)
      }

    `hours`, `peak`, `width` and `time` are what the run takes at most: `expect hours() <= 10`.

    The exit status is 1 if a test fails or a file has an error. The options about diagnostics are
    those of `check`.

    example: pipec test --format junit pipelines/*.pipe > tests.xml

    """
}

/// Runs the tests in files and prints what came of them.
func runTests(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  var format = TestReport.Format.human
  if let name = arguments.values(of: .format).last {
    guard let known = TestReport.Format(rawValue: name) else {
      throw Arguments.unknownValue(
        name, of: .format, among: TestReport.Format.allCases.map(\.rawValue))
    }
    format = known
  }
  var options = try arguments.compilerOptions
  options.targets = []
  options.runsTests = true
  var report = TestReport()
  var isBroken = false
  for file in try readInputs(arguments) {
    let compilation = compile(file, options: options, loader: .project(of: file))
    Terminal.complain(
      render(compilation.diagnostics, of: compilation.sources, style: Terminal.style))
    isBroken = isBroken || compilation.diagnostics.containsErrors
    report.add(compilation)
  }
  try Terminal.print(report.text(as: format))
  return report.isClean && !isBroken ? .clean : .problems
}
