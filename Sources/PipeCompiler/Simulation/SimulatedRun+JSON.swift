extension SimulatedRun {
  /// The run as one JSON object.
  package var json: String {
    var output = ByteWriter()
    output.write("{\"pipeline\":")
    output.writeQuoted(pipeline)
    output.write(",\"status\":\"\(ending.rawValue)\",\"parallelism\":\(parallelism)")
    output.write(",\"parameters\":")
    RunValue.object(parameters).write(to: &output)
    output.write(",\"steps\":[")
    for (position, step) in steps.enumerated() {
      if position > 0 { output.write(",") }
      Self.write(step, to: &output)
    }
    output.write("],\"needs\":")
    Self.write(needs.map(\.spelling), to: &output)
    output.write("}\n")
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Writes `step` as an object.
  private static func write(_ step: StepRun, to output: inout ByteWriter) {
    output.write("{\"name\":")
    output.writeQuoted(step.name)
    output.write(",\"type\":")
    output.writeQuoted(step.type)
    output.write(",\"status\":\"\(step.fate.word)\"")
    if let time = step.time {
      output.write(",\"wave\":\(time.wave)")
      if time.inner > 0 { output.write(",\"loopWave\":\(time.inner)") }
    }
    if let outcome = step.outcome { output.write(",\"outcome\":\(outcome)") }
    writeReason(of: step.fate, to: &output)
    if let arguments = step.arguments {
      output.write(",\"arguments\":")
      arguments.write(to: &output)
    }
    if !step.retries.isEmpty {
      output.write(",\"retries\":")
      write(step.retries, to: &output)
    }
    if step.mayBeCached { output.write(",\"mayBeCached\":true") }
    if !step.items.isEmpty {
      output.write(",\"items\":[")
      for (position, item) in step.items.enumerated() {
        if position > 0 { output.write(",") }
        write(item, to: &output)
      }
      output.write("]")
    }
    output.write("}")
  }

  /// Writes why a step has `fate`.
  private static func writeReason(of fate: StepRun.Fate, to output: inout ByteWriter) {
    switch fate {
    case .succeeded, .stopped: return
    case .failed(let reason):
      output.write(",\"reason\":")
      output.writeQuoted(reason)
    case .skipped(let reason):
      output.write(",\"reason\":")
      output.writeQuoted(reason.text)
    case .open(let needs):
      output.write(",\"needs\":")
      write(needs.map(\.spelling), to: &output)
    }
  }

  /// Writes `texts` as a list.
  private static func write(_ texts: [String], to output: inout ByteWriter) {
    RunValue.list(texts.map { .string($0) }).write(to: &output)
  }
}
