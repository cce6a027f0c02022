/// A length of time.
public struct TimeSpan: Sendable {
  /// How many seconds it is.
  let seconds: UInt32

  /// What it is in a definition, where the member that takes it decides the spelling.
  var form: Expression.Form { .duration(seconds) }

  /// Returns `count` days.
  public static func days(_ count: Int) -> Self { Self(seconds: count, 86_400) }

  /// Returns `count` hours.
  public static func hours(_ count: Int) -> Self { Self(seconds: count, 3_600) }

  /// Returns `count` minutes.
  public static func minutes(_ count: Int) -> Self { Self(seconds: count, 60) }

  /// Returns `count` seconds.
  public static func seconds(_ count: Int) -> Self { Self(seconds: count, 1) }

  /// Creates the length of `count` units of `unit` seconds; too large a one is the largest there is.
  private init(seconds count: Int, _ unit: Int) {
    let (product, overflows) = count.multipliedReportingOverflow(by: unit)
    seconds = overflows ? .max : UInt32(clamping: product)
  }
}
