import PipeDSL

extension Feature {
  /// Functions and queues (§§4.9, 4.10).
  static let functions: [Feature] = [
    Feature(
      "Lambda, and what it returns",
      """
      step F: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
        args: { channel: "#ml", retries: 3, deep: true }
        returns { ticket: String, score: Float }
      }
      \(sending) args: { x: F.returns.score, y: "see \\(F.returns.ticket)" } }
      """
    ) {
      let notify = Lambda(
        "F", functionArn: function, arguments: ["channel": "#ml", "retries": 3, "deep": true]
      )
      .returns("ticket")
      .returns("score", as: Double.self)
      Lambda(
        "Send", functionArn: function,
        arguments: [
          "x": Literal(notify.returned("score", as: Double.self)),
          "y": "see \(notify.returned("ticket"))",
        ])
    },
    Feature(
      "Callback, and what it returns",
      """
      step C: Callback {
        SqsQueueUrl: "https://sqs.us-west-2.amazonaws.com/111122223333/q"
        args: { run: execution.id }
        returns { decision: String }
      }
      \(sending) args: { x: C.returns.decision } }
      """
    ) {
      let wait = Callback(
        "C", sqsQueueUrl: "https://sqs.us-west-2.amazonaws.com/111122223333/q",
        arguments: ["run": Literal(execution.id)]
      ).returns("decision")
      send(Literal(wait.returned("decision")))
    },
  ]

  /// Conditions, loops and failures (§§4.7, 4.8, 4.19, 5).
  static let flow: [Feature] = [
    condition("Equals", "A == 1") { $0 == 1 },
    condition("LessThan", "A < 1") { $0 < 1 },
    condition("LessThanOrEqualTo", "A <= 1") { $0 <= 1 },
    condition("GreaterThan", "A > 1") { $0 > 1 },
    condition("GreaterThanOrEqualTo", "A >= 1") { $0 >= 1 },
    condition("In", "A in [1, 2]") { $0.isIn([1, 2]) },
    condition("Not", "A != 1") { $0 != 1 },
    condition("Not of a Not", "!(A != 1)") { !($0 != 1) },
    condition("Or", "A == 1 || A == 2 || A == 3") { $0 == 1 || $0 == 2 || $0 == 3 },
    condition("Several conditions", "A > 1 && A < 9 && A != 5") { $0 > 1 && $0 < 9 && $0 != 5 },
    condition("And inside an Or", "(A > 1 && A < 3) || A == 9") { ($0 > 1 && $0 < 3) || $0 == 9 },
    condition("Not of an And", "!(A > 1 && A < 3)") { !($0 > 1 && $0 < 3) },
    Feature(
      "Condition on a Boolean",
      """
      param A: Boolean = true
      condition C if A { fail Yes "yes" } else { fail No "no" }
      """
    ) {
      @Parameter("A") var a: Value<Bool> = true
      Condition("C", if: a) {
        Fail("Yes", "yes")
      } else: {
        Fail("No", "no")
      }
    },
    Feature(
      "Outcome of a Condition",
      """
      param A: Boolean = true
      condition C if A { fail Yes "yes" }
      \(sending) args: { x: C.Outcome } }
      """
    ) {
      @Parameter("A") var a: Value<Bool> = true
      let question = Condition("C", if: a) { Fail("Yes", "yes") }
      send(Literal(question.outcome))
    },
    Feature(
      "Fail",
      """
      param A: Integer = 1
      fail Stop "it is \\(A), in \\(execution.id)"
      """
    ) {
      @Parameter("A") var a: Value<Int> = 1
      Fail("Stop", "it is \(a), in \(execution.id)")
    },
    Feature(
      "ForEach over a list, and a selection",
      """
      foreach Loop in ["us", "eu"] max 2 {
        step F: Lambda {
          FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
          args: { region: item }
          returns { score: Float }
        }
      } select max by F.returns.score
      \(sending) args: { x: Loop.IterationOutputs[0].F.OutputParameters["score"] } }
      """
    ) {
      let regions: [Value<String>] = ["us", "eu"]
      let loop = ForEach("Loop", in: regions, max: 2) { region in
        let score = Lambda("F", functionArn: function, arguments: ["region": Literal(region)])
          .returns("score", as: Double.self)
        score
        Select.largest(score.returned("score", as: Double.self))
      }
      send(Literal(loop.iterationOutputs[0].F.OutputParameters["score"]))
    },
    Feature(
      "What a loop tells of itself",
      """
      foreach Loop in ["us", "eu"] {
        step F: Lambda {
          FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
          args: { region: item }
        }
      }
      \(sending) args: {
        a: Loop.Status, b: Loop.InputItemCount, c: Loop.TotalStepCount
        d: Loop.SucceededStepCount, e: Loop.FailedStepCount, f: Loop.StoppedStepCount
      } }
      """
    ) {
      let regions: [Value<String>] = ["us", "eu"]
      let loop = ForEach("Loop", in: regions) { region in
        Lambda("F", functionArn: function, arguments: ["region": Literal(region)])
      }
      Lambda(
        "Send", functionArn: function,
        arguments: [
          "a": Literal(loop.status), "b": Literal(loop.inputItemCount),
          "c": Literal(loop.totalStepCount), "d": Literal(loop.succeededStepCount),
          "e": Literal(loop.failedStepCount), "f": Literal(loop.stoppedStepCount),
        ])
    },
    Feature(
      "ForEach over JSON",
      """
      param Items: String = "[]"
      foreach Loop in Items {
        step F: Lambda {
          FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
          args: { name: item.name }
        }
      }
      """
    ) {
      @Parameter("Items") var items: Value<String> = "[]"
      ForEach("Loop", inJSON: items) { item in
        Lambda("F", functionArn: function, arguments: ["name": Literal(item.name)])
      }
    },
  ]

  /// Returns the feature of a condition that asks `text`, or what `question` makes of a parameter.
  private static func condition(
    _ name: String, _ text: String,
    _ question: @escaping @Sendable (Value<Int>) -> Question
  ) -> Feature {
    Feature(name, "param A: Integer = 1\ncondition C if \(text) { fail Yes \"yes\" }") {
      @Parameter("A") var a: Value<Int> = 1
      Condition("C", if: question(a)) { Fail("Yes", "yes") }
    }
  }

  /// What steps have beside their arguments (§§4.0, 6).
  static let policies: [Feature] = [
    Feature(
      "DependsOn, with triggers",
      """
      step A: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" } }
      step B: Training { OutputDataConfig: { S3OutputPath: "s3://my-bucket/n" } }
      step C: Lambda {
        FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f"
        after: [A, B.failed]
      }
      """
    ) {
      let first = Training("A", outputDataConfig: models)
      let second = Training(
        "B", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/n"))
      Lambda("C", functionArn: function).after(first, second.failed)
    },
    Feature(
      "DisplayName and Description",
      """
      step A: Training {
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
        DisplayName: "Train it"
        description: "Trains it."
      }
      """
    ) {
      Training("A", outputDataConfig: models).displayed(as: "Train it").described("Trains it.")
    },
    Feature(
      "RetryPolicies",
      """
      step A: Training {
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
        retry throttling, serviceFault { attempts: 5, every: 10s, backoff: 2 }
        retry capacity { until: 2h }
      }
      """
    ) {
      Training("A", outputDataConfig: models)
        .retry(.throttling, .serviceFault, attempts: 5, every: .seconds(10), backoff: 2)
        .retry(.capacity, until: .hours(2))
    },
    Feature(
      "CacheConfig",
      """
      step A: Training {
        OutputDataConfig: { S3OutputPath: "s3://my-bucket/m" }
        cache: 36h
      }
      """
    ) {
      Training("A", outputDataConfig: models).cache(.hours(36))
    },
    Feature(
      "PropertyFiles",
      """
      step Eval: Processing {
        ProcessingResources: {
          ClusterConfig: { InstanceCount: 1, InstanceType: "ml.m5.xlarge", VolumeSizeInGB: 30 }
        }
        AppSpecification: { ImageUri: "i" }
        output out at "/opt/ml/processing/out"
        report R = "r.json" in out
      }
      """
    ) {
      Processing(
        "Eval", processingResources: ProcessingResources(clusterConfig: cluster),
        appSpecification: AppSpecification(imageUri: "i")
      )
      .output("out", at: "/opt/ml/processing/out")
      .report("R", file: "r.json", in: "out")
    },
    Feature(
      "Allowance",
      """
      //pipec:allow plain-credential it opens a toy
      \(sending) args: { "x": "see", "db-password": "correct-horse-battery" } }
      """
    ) {
      Lambda(
        "Send", functionArn: function,
        arguments: ["x": "see", "db-password": "correct-horse-battery"]
      )
      .allowing("plain-credential", because: "it opens a toy")
    },
  ]
}
