// How the service spells what a reference reads.
extension PipelineGraph {
  /// Writes what `reference` reads as text, escaped for a place between quotes.
  func writePath(of reference: Reference, to output: inout ByteWriter) {
    write(reference.root, to: &output)
    for segment in path(of: reference) {
      switch segment {
      case .member(let name): write(".", name, to: &output)
      case .index(let position): write("[", position, "]", to: &output)
      case .key(let key): write("['", key, "']", to: &output)
      }
    }
  }

  /// Writes the path of the property file `name` of `step`, escaped for a place between quotes.
  func writePath(ofPropertyFile name: Symbol, of step: Symbol, to output: inout ByteWriter) {
    write("Steps.", step, ".PropertyFiles.", to: &output)
    symbols.writeEscaped(name, to: &output)
  }

  /// Writes `root`, escaped for a place between quotes.
  private func write(_ root: ReferenceRoot, to output: inout ByteWriter) {
    switch root {
    case .parameter(let name): write("Parameters.", name, to: &output)
    case .execution(let name): write("Execution.", name, to: &output)
    case .experiment(let name): write("PipelineExperimentConfig.", name, to: &output)
    case .step(let name): write("Steps.", name, to: &output)
    case .currentItem: output.write("ForEach.CurrentItem")
    case .iterationOutput(let step): write("IterationOutput.", step, to: &output)
    case .unreadable(let text): symbols.writeEscaped(text, to: &output)
    }
  }

  /// Writes the text of `symbol` between `prefix` and `suffix`, escaped.
  private func write(
    _ prefix: String, _ symbol: Symbol, _ suffix: String = "",
    to output: inout ByteWriter
  ) {
    output.write(prefix)
    symbols.writeEscaped(symbol, to: &output)
    output.write(suffix)
  }
}
