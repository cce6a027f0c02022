extension DiagnosticPage {
  /// The pages about data and the order of steps that the service does not see.
  static let ofDataFlow: [DiagnosticID: DiagnosticPage] = [
    .sharedPrefix: DiagnosticPage(
      "Two steps, or all items of a loop, write to the same place on S3.",
      why: "Processing and transform jobs write exactly where they are told, and so do checkpoints "
        + "(documentation in botocore). What remains is a mixture, or what was written last. "
        + "Training, tuning and AutoML jobs write below a folder of their own, and steps in "
        + "different branches never both run, so they are not reported.",
      remedy: "Give each step a path of its own, and put something of the item into the path in a "
        + "loop. If the later step is to overwrite the earlier one, "
        + "`//pipec:allow shared-prefix REASON` hides this.",
      below: """
        step A: Processing {
          \(exampleProcessing)
          output clean at "/opt/ml/processing/clean" to "s3://my-bucket/data"
        }
        step B: Processing {
          \(exampleProcessing)
          output clean at "/opt/ml/processing/clean" to "s3://my-bucket/data"
        }

        """),
    .unorderedRead: DiagnosticPage(
      "A step reads from S3 what another one writes, and neither waits for the other.",
      why: "The service orders steps by references and by `DependsOn`, and sees none in two texts "
        + "that are alike. The step may read nothing, or what an earlier run left there (issue "
        + "2903 of AWS's SageMaker examples). Paths are compared as far as they are known before a "
        + "run.",
      remedy: "Refer to the output of the other step, or order the two with `after`. If the step "
        + "is to read what an earlier run left, `//pipec:allow unordered-read REASON` hides this.",
      below: """
        step A: Processing {
          \(exampleProcessing)
          output batch at "/opt/ml/processing/batch" to "s3://my-bucket/batch"
        }
        step B: Transform {
          \(exampleTransform)
        }

        """),
    .unsatisfiableOrder: DiagnosticPage(
      "There is no run in which the step starts.",
      why: "By way of the steps that it waits for, it needs one step to have completed and to have "
        + "failed, or both branches of a condition. A step starts when all that it waits for has "
        + "happened (developer guide, steps). The SageMaker Python SDK compiles such a definition "
        + "without a word.",
      remedy: "Remove one of the orders, or use the trigger `Any`: `after: A.finished`.",
      below: """
        step A: Lambda { \(exampleFunction) }
        step Repair: Lambda {
          \(exampleFunction)
          after: A.failed
        }
        step Publish: Lambda {
          \(exampleFunction)
          after: A
        }
        step Report: Lambda {
          \(exampleFunction)
          after: [Repair, Publish]
        }

        """),
    .defeatedCache: DiagnosticPage(
      "A step is cached, and something that decides about it is different in every run.",
      why: "A step runs again if one of certain members has changed since the last run (developer "
        + "guide, caching). With the identity or the time of the run in such a member, it runs "
        + "every time.",
      remedy: "Leave it out of the members in question, or switch the cache off.",
      below: """
        step A: Processing {
          \(exampleProcessing)
          Environment: { RUN: execution.id }
          cache: 30d
        }

        """),
  ]
}
