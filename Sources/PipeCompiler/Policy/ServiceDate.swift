/// A day on which the service had certain abilities.
public struct ServiceDate: Hashable, Comparable, Sendable {
  /// The day as `YYYY-MM-DD`.
  public let text: String

  /// Reads `text`, a day as `YYYY-MM-DD` or a month, meaning its last day, as `YYYY-MM`.
  public init?(_ text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 7 || digits.count == 10 else { return nil }
    for (position, byte) in digits.enumerated() {
      let isDash = position == 4 || position == 7
      guard isDash ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte) else { return nil }
    }
    guard let month = Int(text.dropFirst(5).prefix(2)), (1...12).contains(month) else { return nil }
    self.text = digits.count == 7 ? text + "-31" : text
  }

  /// Creates the day `text`.
  private init(day text: String) { self.text = text }

  /// Returns `true` iff `a` is the earlier day.
  public static func < (a: ServiceDate, b: ServiceDate) -> Bool { a.text < b.text }

  /// Returns the day since which the service is known to have steps of `kind`, if they came late.
  ///
  /// That is the day on which the first release of the SageMaker Python SDK that writes them, or
  /// ships a template with them, was uploaded to PyPI; for endpoints, the day of the published
  /// schema. The service may have had them earlier.
  static func ofSteps(_ kind: StepKind) -> ServiceDate? {
    switch kind {
    case .endpointConfig, .endpoint: ServiceDate(day: "2025-04-03")
    case .lineage: ServiceDate(day: "2025-12-03")
    case .emrServerless: ServiceDate(day: "2026-01-23")
    case .job: ServiceDate(day: "2026-06-03")
    case .inferenceComponent, .bedrockCustomModel, .bedrockCustomModelDeployment,
      .bedrockModelImport, .bedrockProvisionedModelThroughput:
      ServiceDate(day: "2026-08-10")
    case .forEach, .cleanup: ServiceDate(day: "2026-10-21")
    case .fail: ServiceDate(day: "2022-02-17")
    case .emr: ServiceDate(day: "2022-01-19")
    case .autoML: ServiceDate(day: "2022-12-01")
    default: nil
    }
  }

  /// The day since which `MlflowConfig` is known, found in the same way.
  static let ofMlflow = ServiceDate(day: "2025-12-03")
  /// The day since which jobs without resources are known, found in the same way.
  static let ofServerlessJobs = ServiceDate(day: "2025-12-03")
  /// The day since which orders after a failed step are known, found in the same way.
  static let ofTriggers = ServiceDate(day: "2026-10-20")
}
