extension DiagnosticPage {
  /// The pages about the order of steps.
  static let ofOrder: [DiagnosticID: DiagnosticPage] = [
    .dependencyCycle: DiagnosticPage(
      "Steps wait for each other in a ring, or a step waits for itself.",
      why: "None of them could ever start, and the service refuses the definition (developer "
        + "guide, steps). References, `after`, and standing in a branch or loop all order steps.",
      remedy: "Remove one of the references or orders that the message points at.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          DependsOn: ["B"]
        }
        step B: Lambda {
          \(exampleFunction)
          DependsOn: ["A"]
        }

        """),
    .triggerConflict: DiagnosticPage(
      "A step waits for another one with two different triggers.",
      why: "The SageMaker Python SDK (3.27) refuses this, as a step ends in one way.",
      remedy: "Keep one of the two, or use the trigger `Any`.",
      below: """
        step A: Lambda { \(exampleFunction) }
        step B: Lambda {
          \(exampleFunction)
          DependsOn: ["A", { Step: "A", Trigger: "Failed" }]
        }

        """),
    .otherBranch: DiagnosticPage(
      "A step waits for a step of the other branch, or for steps of both branches.",
      why: "A run takes one branch only, and dependencies are all needed, so the step never "
        + "starts (issue 3565 of the SageMaker Python SDK). The service accepts the definition.",
      remedy: "Move the common step before the condition, or repeat the step in both branches.",
      below: """
        param P: String = "x"
        condition C if P == "x" {
          step A: Lambda { \(exampleFunction) }
        } else {
          step B: Lambda {
            \(exampleFunction)
            DependsOn: ["A"]
          }
        }

        """),
    .nestedCondition: DiagnosticPage(
      "A condition stands in a branch of another condition; this is said once for a pipeline.",
      why: "The developer guide says that it is not supported, but the SDKs compile it and "
        + "definitions with nested conditions are created by public test suites.",
      remedy: "If the service refuses it, ask both questions in one condition.",
      below: """
        param P: String = "x"
        condition C if P == "x" {
          condition D if P != "y" { step A: Lambda { \(exampleFunction) } }
        }

        """),
    .afterFail: DiagnosticPage(
      "A step waits for a Fail step or reads from it.",
      why: "A Fail step ends the execution; the service refuses such definitions with "
        + "`can not depends on FailStep` (integration tests of the SageMaker Python SDK).",
      remedy: "Wait for the steps before the Fail step.",
      below: """
        fail Stop "no"
        step A: Lambda {
          \(exampleFunction)
          DependsOn: ["Stop"]
        }

        """),
    .missingMessage: DiagnosticPage(
      "A Fail step has no `ErrorMessage`.",
      why: "The execution then fails without a reason that anyone can read.",
      remedy: "Say why the execution fails.",
      below: "step Stop: Fail {}\n"),
  ]
}
