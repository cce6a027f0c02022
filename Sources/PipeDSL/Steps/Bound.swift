/// How much a run may take, for `PipelineTest` and `Assert`: what counts is the most that its steps are allowed.
///
/// ```swift
/// PipelineTest(
///   "a run is cheap", given: [.takes(score, atMost: .hours(1))],
///   expect: [.takes(.hours(of: "ml.m5.xlarge", atMost: 30)), .takes(.peak(atMost: 4))])
/// Assert(.hours(atMost: 40), "the budget is 40 hours of machines")
/// ```
public struct Bound: Sendable {
  /// The figures that have bounds.
  enum Figure: Sendable {
    /// The hours of instances of a type, or without one of all types.
    case hours(of: String?)
    /// The instances of a type, or without one of all types, at once.
    case peak(of: String?)
    /// The steps that run at once.
    case width
    /// The time of the steps on the longest way.
    case time
  }

  /// What has a bound.
  let figure: Figure
  /// The bound; seconds, if a time has one.
  let number: Double

  /// Returns the bound on the hours that instances of `type`, or without one of all types, are used together.
  public static func hours(of type: String? = nil, atMost hours: Double) -> Bound {
    Bound(figure: .hours(of: type), number: hours)
  }

  /// Returns the bound on the number of instances of `type`, or without one of all types, at once.
  public static func peak(of type: String? = nil, atMost count: Int) -> Bound {
    Bound(figure: .peak(of: type), number: Double(count))
  }

  /// Returns the bound on the number of steps that run at once.
  public static func width(atMost count: Int) -> Bound {
    Bound(figure: .width, number: Double(count))
  }

  /// Returns the bound on the time that the steps on the longest way take, one after the other.
  public static func time(atMost time: TimeSpan) -> Bound {
    Bound(figure: .time, number: Double(time.seconds))
  }
}
