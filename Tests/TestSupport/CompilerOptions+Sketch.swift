package import PipeCompiler

extension CompilerOptions {
  /// The options for sketches: pipelines that show one thing and leave out what else a step needs,
  /// or what would use what they declare.
  package static let sketch = sketch(of: nil)

  /// Returns the options for a sketch that is about the diagnostic called `id`, which is reported
  /// even if it is about what sketches leave out.
  package static func sketch(of id: String?) -> CompilerOptions {
    var options = CompilerOptions()
    options.levels.choices = leftOut.filter { $0.rawValue != id }.map { .kind($0, nil) }
    return options
  }

  /// What is not reported of a sketch.
  private static let leftOut: [DiagnosticID] = [
    .missingArgument, .placeholderArguments, .emptyPipeline, .unusedParameter, .unusedName,
    .unusedReport, .unusedOutput,
  ]
}
