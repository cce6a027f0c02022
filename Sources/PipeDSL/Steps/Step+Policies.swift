import PipeCompiler

extension Step {
  /// Returns the step as one whose results are reused if it ran with the same arguments within
  /// `expiry`.
  ///
  /// Source: developer guide, "Caching pipeline steps"; types that can't be cached are reported.
  public func cache(_ expiry: TimeSpan) -> Self {
    with { content in
      var members = Members(at: content.place)
      members.add("Enabled", Value<Bool>(true))
      members.add("ExpireAfter", Expression(expiry.form))
      content.cacheConfig = Expression(.object(members))
    }
  }

  /// Returns the step as one whose results are reused within the time that `text` spells, which the
  /// definition says as it is: `30d`, where ``cache(_:)`` says `P30D`.
  public func cache(expiringAfter text: String) -> Self {
    with { content in
      var members = Members(at: content.place)
      members.add("Enabled", Value<Bool>(true))
      members.add("ExpireAfter", Value<String>(text))
      content.cacheConfig = Expression(.object(members))
    }
  }

  /// Returns the step as one whose results are, or are not, reused without a limit of time.
  public func cache(enabled: Bool) -> Self {
    with { content in
      var members = Members(at: content.place)
      members.add("Enabled", Value<Bool>(enabled))
      content.cacheConfig = Expression(.object(members))
    }
  }

  /// Returns the step with one more policy by which it is tried again.
  ///
  /// - Parameters:
  ///   - causes: What it is tried again after.
  ///   - attempts: How often, 1 to 20; not together with `until`.
  ///   - interval: How long to wait before the first time, in whole seconds.
  ///   - backoff: By how much more to wait each time, 1 or more.
  ///   - until: How long to go on, in whole minutes.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  /// - Returns: The changed copy.
  public func retry(
    _ causes: RetryCause..., attempts: Value<Int>? = nil, every interval: TimeSpan? = nil,
    backoff: Value<Double>? = nil, until: TimeSpan? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    var policy = Members(at: Place(file, line, column))
    policy.add("ExceptionType", causes.map { Value<String>($0.exception) })
    policy.add("IntervalSeconds", interval.map { Expression($0.form) })
    policy.add("BackoffRate", backoff)
    policy.add("MaxAttempts", attempts)
    policy.add("ExpireAfterMin", until.map { Expression($0.form) })
    return with { $0.retries.append(policy) }
  }
}

/// What a step is tried again after: a cause, or an exception by the name that the service has for it.
public struct RetryCause: Sendable, ExpressibleByStringLiteral {
  /// The exception type.
  let exception: String

  /// Creates the cause that the service calls `exception`, such as `Step.THROTTLING`.
  public init(stringLiteral exception: String) { self.exception = exception }

  /// Creates a cause that the language has a word for.
  private init(_ cause: PipeCompiler.RetryCause) { exception = cause.exception }

  /// Requests to a service were throttled: `Step.THROTTLING`.
  public static let throttling = RetryCause(.throttling)

  /// A service failed: `Step.SERVICE_FAULT`.
  public static let serviceFault = RetryCause(.serviceFault)

  /// There was no capacity: `SageMaker.CAPACITY_ERROR`.
  public static let capacity = RetryCause(.capacity)

  /// A limit of the account was reached: `SageMaker.RESOURCE_LIMIT`.
  public static let resourceLimit = RetryCause(.resourceLimit)

  /// A job failed by a mistake of SageMaker's: `SageMaker.JOB_INTERNAL_ERROR`.
  public static let internalError = RetryCause(.internalError)
}
