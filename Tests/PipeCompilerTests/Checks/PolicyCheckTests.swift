import PipeCompiler
import Testing

/// Returns a list with one retry policy for `exception`, with more members.
private func policy(_ exception: String, _ members: [(String, Literal)] = []) -> Literal {
  .list([.object([("ExceptionType", .list([.text(exception)]))] + members)])
}

/// Returns what is reported about a step with these policies.
private func findings(_ kind: StepKind, retry: Literal? = nil, cache: Literal? = nil) -> [String] {
  var builder = GraphBuilder()
  let arguments = Literal.object([("ErrorMessage", .text("x"))])
  builder.step("A", kind, arguments, retry: retry, cache: cache)
  return builder.findings()
}

@Test func `retries are refused, doubted or allowed by type`() {
  let retry = policy("Step.THROTTLING", [("MaxAttempts", .number("20"))])
  #expect(findings(.training, retry: retry) == [])
  #expect(findings(.other, retry: retry) == [])
  #expect(findings(.lambda, retry: retry) == ["error retry-not-allowed"])
  #expect(findings(.fail, retry: retry) == ["error retry-not-allowed"])
  #expect(findings(.emr, retry: retry) == ["warning retry-uncertain"])
}

@Test(arguments: [
  ("Step.SERVICE_FAULT", [("BackoffRate", Literal.number("2.0"))], []),
  ("SageMaker.CAPACITY_ERROR", [("ExpireAfterMin", .number("0"))], []),
  ("Step.THROTTLING", [("IntervalSeconds", .number("43201"))], ["error invalid-retry"]),
  ("Step.THROTTLING", [("MaxAttempts", .number("21"))], ["error invalid-retry"]),
  ("Step.THROTTLING", [("MaxAttempts", .number("1.5"))], ["error invalid-retry"]),
  ("Step.THROTTLING", [("ExpireAfterMin", .number("14401"))], ["error invalid-retry"]),
  ("Step.THROTTLING", [("BackoffRate", .number("-1"))], ["error invalid-retry"]),
  ("Step.THROTTLING", [("MaxAttempts", .text("3"))], ["error invalid-retry"]),
  ("Step.THROTLING", [], ["error invalid-retry"]),
  ("Emr.RESOURCE_LIMIT", [], ["warning retry-uncertain"]),
  ("Step.THROTTLING", [("MaxAttempt", .number("3"))], ["error invalid-retry"]),
  ("Step.THROTTLING", [("Jitter", .flag(true))], ["warning retry-uncertain"]),
  (
    "Step.THROTTLING", [("MaxAttempts", .number("3")), ("ExpireAfterMin", .number("3"))],
    ["error invalid-retry"]
  ),
])
func `retry policies are well formed`(
  exception: String, members: [(String, Literal)], expected: [String]
) {
  #expect(findings(.training, retry: policy(exception, members)) == expected)
}

@Test func `models are not retried for the failures of jobs`() {
  #expect(findings(.model, retry: policy("SageMaker.RESOURCE_LIMIT")) == ["error invalid-retry"])
  #expect(findings(.model, retry: policy("Step.THROTTLING")) == [])
}

@Test func `retry policies are a list of objects with exceptions`() {
  #expect(findings(.training, retry: .object([])) == ["error invalid-retry"])
  #expect(findings(.training, retry: .list([.text("x")])) == ["error invalid-retry"])
  #expect(findings(.training, retry: .list([.object([])])) == ["error invalid-retry"])
  let text = Literal.list([.object([("ExceptionType", .text("Step.THROTTLING"))])])
  #expect(findings(.training, retry: text) == ["warning retry-uncertain"])
}

/// Returns a setting that keeps results for `duration`.
private func cache(_ duration: String) -> Literal {
  .object([("Enabled", .flag(true)), ("ExpireAfter", .text(duration))])
}

@Test func `caching is refused, doubted or allowed by type`() {
  #expect(findings(.processing, cache: cache("P30D")) == [])
  #expect(findings(.lambda, cache: cache("P30D")) == ["warning cache-uncertain"])
  #expect(findings(.model, cache: cache("P30D")) == ["error cache-not-allowed"])
}

@Test(arguments: [
  ("30d", []), ("P30d", []), ("P7D", []), ("T12H", []), ("T30m", []), ("PT1H30M", []),
  ("p30dt5h", []), ("P1Y2M3W4DT5H6M7S", []), ("PT1.5H", []),
  ("12h", ["warning cache-uncertain"]),
  ("", ["error invalid-cache"]), ("P", ["error invalid-cache"]), ("PT", ["error invalid-cache"]),
  ("30", ["error invalid-cache"]), ("30 days", ["error invalid-cache"]),
  ("P-1D", ["error invalid-cache"]),
])
func `durations are read as AWS reads them`(text: String, expected: [String]) {
  #expect(findings(.training, cache: cache(text)) == expected)
}

@Test func `cache settings have a switch and an end`() {
  #expect(
    findings(.training, cache: .object([("Enabled", .flag(true))])) == ["warning cache-uncertain"])
  #expect(findings(.training, cache: .object([("Enabled", .flag(false))])) == [])
  #expect(
    findings(.training, cache: .object([("ExpireAfter", .text("P1D"))]))
      == ["warning cache-uncertain"])
}
