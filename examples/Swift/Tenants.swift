import PipeDSL

/// The twin of `examples/tenants.pipe`: scores every tenant with the model of its tier, and tells someone if
/// that fails.
struct Tenants: PipelineProgram {
  @Config var region: String = "eu-west-1"
  @Config var account: String = "111122223333"

  /// A JSON list of objects with `id` and `name`, given when a run is started.
  @Parameter("Tenants") var tenants: Value<String> = "[]"

  /// The tiers, which have a report each.
  let tiers = ["free", "paid"]

  var pipelines: [Pipeline] {
    Pipeline(
      "tenant-scoring", role: "arn:aws:iam::111122223333:role/SageMakerRole",
      description:
        "Scores every tenant with the model of its tier, and tells someone if that fails.",
      parallelism: 5
    ) {
      let catalogue = Lambda(
        "Catalogue", functionArn: function("tenant-catalogue"),
        arguments: [
          "tenants": Literal(tenants), "tiers": Literal(tiers.joined(separator: ",")),
        ]
      ).returns("count", as: Int.self)

      let scoring = ForEach("ScoreTenants", inJSON: tenants, max: 10) { tenant in
        Lambda(
          "Score", functionArn: function("score-tenant"),
          arguments: [
            "tenant": Literal(tenant.id),
            "prefix": "s3://tenant-scores/\(execution.id)/\(tenant.id)",
          ])
      }.after(catalogue)

      let reports = tiers.sorted().map { report(on: $0, after: scoring) }
      reports

      let uris = reports.map { $0.returned("uri", as: String.self) }
      Lambda(
        "Publish", functionArn: function("publish"),
        arguments: [
          "reports": Literal(uris.joined(separator: " ")),
          "count": Literal(catalogue.returned("count", as: Int.self)),
        ])

      Lambda(
        "Alarm", functionArn: function("page-someone"),
        arguments: ["text": "\(execution.pipelineName) failed in run \(execution.id)"]
      )
      .described("Runs only if a tenant could not be scored.")
      .after(scoring.failed)
    }
  }

  /// Returns the step that summarizes the scores of `tier` once there are all.
  func report(on tier: String, after scoring: ForEach) -> Lambda {
    Lambda(
      "summary-\(tier)-Summarize", functionArn: function("summarize"),
      arguments: ["tier": Literal(tier), "run": Literal(execution.id)]
    )
    .returns("uri")
    .after(scoring)
  }

  /// Returns the ARN of the function called `name`.
  func function(_ name: String) -> Value<String> {
    "arn:aws:lambda:\(region):\(account):function:\(name)"
  }
}
