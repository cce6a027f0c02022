// Where a Tuning step writes, which `best` has to know.

extension Lowering {
  /// Returns the S3 path below which the training jobs of the Tuning step write, if it is given.
  ///
  /// The path is looked for once; while that is being done, the step has none, so that a path
  /// defined by itself comes to an end.
  mutating func tuningOutputPath(of step: Index<Step>) -> Index<Value>? {
    if let known = notes.tuningOutputPaths[step] { return known }
    notes.tuningOutputPaths.updateValue(nil, forKey: step)
    let path = findTuningOutputPath(of: step)
    notes.tuningOutputPaths.updateValue(path, forKey: step)
    return path
  }

  /// Looks for the path in the step, then in the defaults for its type, the last ones first.
  private mutating func findTuningOutputPath(of step: Index<Step>) -> Index<Value>? {
    let scope = declared.steps[Int(step.offset)].scope
    if let path = outputPath(in: declared.steps[Int(step.offset)].node, inside: scope) {
      return path
    }
    for block in defaultBlocks(of: .tuning, in: scope) {
      if let path = outputPath(in: block.node, inside: block.scope) { return path }
    }
    return nil
  }

  /// Returns `TrainingJobDefinition.OutputDataConfig.S3OutputPath` of the items in `declaration`.
  private mutating func outputPath(
    in declaration: NodeIndex, inside outer: Int
  ) -> Index<Value>? {
    guard let block = tree.child(of: declaration, .items) else { return nil }
    let items = children(block)
    let scope = makeScope(of: block, inside: outer)
    for item in items where tree.kind(item) == .field {
      let parts = children(item)
      guard parts.count == 2, keyText(parts[0]) == "TrainingJobDefinition",
        let definition = evaluateValue(parts[1], in: scope)
      else { continue }
      let output = graph.member("OutputDataConfig", of: definition)
      return graph.member("S3OutputPath", of: output)
    }
    return nil
  }
}
