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
    case .time(let step, let seconds): line("given \(name(step)) takes \(seconds)s")
    }
  }

  /// Writes `expectation` on one line, or on one for each of its conditions.
  private mutating func write(_ expectation: PipelineTest.Expectation) {
    let start = "expect \(expectation.isNegated ? "not " : "")"
    switch expectation.claim {
    case .runs(let step): line("\(start)runs \(name(step))")
    case .succeeds(let step): line("\(start)succeeds \(step.map { name($0) } ?? "execution")")
    case .fails(let step): line("\(start)fails \(step.map { name($0) } ?? "execution")")
    case .takes(let bound): write(bound, behind: start)
    case .constant(let flag): line("\(start)\(flag)")
    case .holds(let conditions):
      for condition in conditions { line(start) { $0.write(condition) } }
    }
  }

  /// Writes `assertion` on one line.
  mutating func write(_ assertion: Assertion) {
    write(assertion.bound, behind: "assert \(assertion.isNegated ? "not " : "")")
  }

  /// Writes `bound` on one line, behind `start`.
  private mutating func write(_ bound: Bound, behind start: String) {
    let word =
      switch bound.figure {
      case .hours: "hours"
      case .peak: "peak"
      case .width: "width"
      case .time: "time"
      }
    line("\(start)\(word) ") {
      if let type = bound.figure.type {
        $0.quote(type)
        $0.write(" ")
      }
      $0.write("\(bound.comparison.rawValue) \(bound.number)")
    }
  }
}
