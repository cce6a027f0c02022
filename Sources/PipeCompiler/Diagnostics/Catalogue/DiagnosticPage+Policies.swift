extension DiagnosticPage {
  /// The pages about retries and caching.
  static let ofPolicies: [DiagnosticID: DiagnosticPage] = [
    .retryNotAllowed: DiagnosticPage(
      "A step of this type can't have retry policies.",
      why: "No source of AWS has them for Lambda, Callback, Condition, Fail, Endpoint, "
        + "InferenceComponent, ForEach and Cleanup steps.",
      remedy: "Remove the policies.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          RetryPolicies: [{ ExceptionType: ["Step.THROTTLING"], MaxAttempts: 3 }]
        }

        """),
    .retryUncertain: DiagnosticPage(
      "It is not certain that the service takes this retry policy.",
      why: "AWS's sources disagree: the guide, the published schema and the SDKs have different "
        + "lists of step types, exceptions and members.",
      remedy: "Try it, or leave it out.",
      below: """
        step A: Model {
          \(exampleImage)
          RetryPolicies: [{ ExceptionType: ["Emr.RESOURCE_LIMIT"], MaxAttempts: 3 }]
        }

        """),
    .invalidRetry: DiagnosticPage(
      "A retry policy is malformed.",
      why: "A policy names exceptions of a closed list, has one limit of two, at most 20 "
        + "attempts, 43,200 seconds between them and 14,400 minutes in all (developer guide, "
        + "retry policies). Model and RegisterModel steps take `Step.` exceptions only.",
      remedy: "Change what the message names.",
      below: """
        step A: Model {
          \(exampleImage)
          RetryPolicies: [{ ExceptionType: ["Step.THROTTLING"], MaxAttempts: 21 }]
        }

        """),
    .cacheNotAllowed: DiagnosticPage(
      "The results of a step of this type can't be reused.",
      why: "No source of AWS has a cache for Model, RegisterModel, Condition, Fail, "
        + "InferenceComponent, ForEach and Cleanup steps.",
      remedy: "Remove the setting.",
      below: """
        step A: Model {
          \(exampleImage)
          CacheConfig: { Enabled: true, ExpireAfter: "P30D" }
        }

        """),
    .cacheUncertain: DiagnosticPage(
      "It is not certain that the service takes this cache setting.",
      why: "The SDKs offer it, but the guide does not list the step type, or asks for a member "
        + "that is missing, or writes durations in another form.",
      remedy: "Complete the setting, or expect the step to run every time.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          CacheConfig: { Enabled: true, ExpireAfter: "P30D" }
        }

        """),
    .invalidCache: DiagnosticPage(
      "A cache setting is malformed.",
      why: "`Enabled` is a boolean and `ExpireAfter` a duration of ISO 8601 (developer guide, "
        + "caching); the looser forms of the guide, such as `30d`, are taken too.",
      remedy: "Write durations as `P30D` or `PT12H`.",
      below: """
        step A: EMR {
          ClusterId: "j-1ABCDEFG2HIJK"
          StepConfig: { HadoopJarStep: { Jar: "command-runner.jar" } }
          CacheConfig: { Enabled: true, ExpireAfter: "a month" }
        }

        """),
  ]
}
