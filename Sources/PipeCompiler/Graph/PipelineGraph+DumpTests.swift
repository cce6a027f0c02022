// Tests.
extension GraphDump {
  /// Writes `test` with what is given and expected in it.
  mutating func write(_ test: PipelineTest) {
    line("test ") { $0.quote(test.name) }
    indented {
      for given in test.givens { $0.write(given) }
      for expectation in test.expectations { $0.write(expectation) }
    }
  }

  /// Writes `given` on one line.
  private mutating func write(_ given: PipelineTest.Given) {
    switch given {
    case .value(let read, let value):
      line("given ") {
        $0.writeInline(read)
        $0.write(" = ")
        $0.writeInline(value)
      }
    case .ending(let step, let trigger): line("given \(name(step)) \(trigger.rawValue)")
    }
  }

  /// Writes `expectation` on one line, or on one for each of its conditions.
  private mutating func write(_ expectation: PipelineTest.Expectation) {
    let start = "expect \(expectation.isNegated ? "not " : "")"
    switch expectation.claim {
    case .runs(let step): line("\(start)runs \(name(step))")
    case .succeeds(let step): line("\(start)succeeds \(step.map { name($0) } ?? "execution")")
    case .fails(let step): line("\(start)fails \(step.map { name($0) } ?? "execution")")
    case .constant(let flag): line("\(start)\(flag)")
    case .holds(let conditions):
      for condition in conditions { line(start) { $0.write(condition) } }
    }
  }
}
