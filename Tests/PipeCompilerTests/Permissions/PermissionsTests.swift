import PipeCompiler
import TestSupport
import Testing

/// What pipelines have to be allowed.
@Suite struct PermissionsTests {
  /// The beginning of every sketch.
  private static let header = """
    pipeline "p" { role: "arn:aws:iam::111122223333:role/R", kubernetes: { region: "eu-west-1" } }
    param Bucket: String = "b"

    """

  /// Returns what the pipeline `text` has to be allowed.
  private static func permissions(_ text: String, after header: String = header) throws
    -> Permissions
  {
    let compilation = compile(SourceFile(name: "p.pipe", text: header + text), options: .sketch)
    let graph = try #require(compilation.graph, "\(transcript(of: compilation))")
    return PipeCompiler.permissions(of: graph)
  }

  /// Returns the statement `sid` of `role`.
  private static func statement(_ sid: String, of role: RolePermissions?) throws -> Statement {
    try #require(role?.statements.first { $0.sid == sid }, "no \(sid)")
  }

  @Test func `jobs may log to the server that the definition names`() throws {
    let header = """
      pipeline "p" {
        role: "arn:aws:iam::111122223333:role/R"
        MlflowConfig: {
          MlflowResourceArn: "arn:aws:sagemaker:eu-west-1:111122223333:mlflow-tracking-server/t"
          MlflowExperimentName: "e"
        }
      }

      """
    let found = try Self.permissions(
      """
      step Prepare: Processing {
        AppSpecification: { ImageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/i:1" }
        ProcessingResources: {
          ClusterConfig: { InstanceType: "ml.m5.large", InstanceCount: 1, VolumeSizeInGB: 30 }
        }
        RoleArn: "arn:aws:iam::111122223333:role/Job"
      }
      """, after: header)
    let tracking = try Self.statement("Tracking", of: found.roles.last)
    #expect(tracking.actions.contains("sagemaker-mlflow:LogMetric"))
    #expect(
      tracking.resources == ["arn:aws:sagemaker:eu-west-1:111122223333:mlflow-tracking-server/t"])
    let server = try Self.statement("TrackingServer", of: found.roles.last)
    #expect(server.actions == ["sagemaker:DescribeMlflowTrackingServer"])
    #expect(found.roles.first?.statements.contains { $0.sid == "Tracking" } == false)
  }

  @Test func `a job needs its requests, its role, its data, its image and its logs`() throws {
    let found = try Self.permissions(
      """
      step Train: Training {
        AlgorithmSpecification: {
          TrainingImage: "444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/train:1"
          TrainingInputMode: "File"
        }
        OutputDataConfig: { S3OutputPath: "s3://b/out/", KmsKeyId: "alias/k" }
        RoleArn: "arn:aws:iam::111122223333:role/Job"
        channel train = "s3://\\(Bucket)/data"
      }
      """)
    #expect(
      found.roles.map(\.name) == [
        "arn:aws:iam::111122223333:role/R", "arn:aws:iam::111122223333:role/Job",
      ])
    let jobs = try Self.statement("TrainingJobs", of: found.roles.first)
    #expect(jobs.resources == ["arn:aws:sagemaker:eu-west-1:111122223333:training-job/pipelines-*"])
    #expect(jobs.steps == ["Train"] && jobs.inferred == [])
    let pass = try Self.statement("PassRoleToSageMaker", of: found.roles.first)
    #expect(pass.resources == ["arn:aws:iam::111122223333:role/Job"])
    #expect(pass.service == "sagemaker.amazonaws.com")
    let reads = try Self.statement("ReadObjects", of: found.roles.last)
    #expect(reads.resources == ["arn:aws:s3:::*/data*"])
    #expect(reads.hidden == ["the parameter Bucket (b if not given)"])
    #expect(
      try Self.statement("WriteObjects", of: found.roles.last).resources == ["arn:aws:s3:::b/out/*"]
    )
    #expect(
      try Self.statement("PullImages", of: found.roles.last).resources
        == ["arn:aws:ecr:eu-west-1:444455556666:repository/team/train"])
    let keys = try Self.statement("UseKeys", of: found.roles.last)
    #expect(keys.resources == ["arn:aws:kms:eu-west-1:111122223333:key/*"])
    #expect(keys.hidden == ["the key of alias/k"])
    #expect(keys.inferred == keys.actions)
  }

  @Test func `functions, queues and reports are named`() throws {
    let found = try Self.permissions(
      """
      step Eval: Processing {
        output o at "/o" to "s3://b/eval"
        report R = "r.json" in o
      }
      step Tell: Lambda {
        FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f"
        args: { mse: Eval.reports.R.mse }
      }
      step Wait: Callback { SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q" }
      """)
    let role = found.roles.first
    #expect(role?.isJobRole == true && found.roles.count == 1)
    #expect(
      try Self.statement("InvokeFunctions", of: role).resources
        == ["arn:aws:lambda:eu-west-1:111122223333:function:f"])
    #expect(
      try Self.statement("SendMessages", of: role).resources
        == ["arn:aws:sqs:eu-west-1:111122223333:q"])
    let reports = try Self.statement("ReadReports", of: role)
    #expect(reports.resources == ["arn:aws:s3:::b/eval/r.json*"] && reports.steps == ["Tell"])
  }

  @Test(arguments: [("aws-cn", "cn-north-1"), ("aws-us-gov", "us-gov-west-1")])
  func `partitions are those of the region`(partition: String, region: String) throws {
    let found = try Self.permissions(
      "step Make: Model { PrimaryContainer: { ModelDataUrl: \"s3://b/m\" } }",
      after: """
        pipeline "p" {
          role: "arn:\(partition):iam::111122223333:role/R"
          kubernetes: { region: "\(region)" }
        }

        """)
    for statement in found.roles.flatMap(\.statements) {
      for resource in statement.resources where resource != "*" {
        #expect(resource.hasPrefix("arn:\(partition):"), "\(resource)")
      }
    }
  }

  /// The pipelines of the repository that compile.
  private static let graphs: [(name: String, graph: CheckedGraph)] = Corpus.inputs.compactMap {
    input in compile(input.source).graph.map { (input.path, $0) }
  }

  @Test func `every statement is needed, and nothing is a star without a reason`() {
    for (name, graph) in Self.graphs {
      let found = PipeCompiler.permissions(of: graph)
      #expect(found.json == PipeCompiler.permissions(of: graph).json, "\(name)")
      for role in found.roles {
        let sids = role.statements.map(\.sid)
        #expect(Set(sids).count == sids.count, "\(name)")
        for statement in role.statements {
          #expect(!statement.steps.isEmpty && !statement.actions.isEmpty, "\(name)")
          #expect(!statement.resources.isEmpty, "\(name): \(statement.sid)")
          #expect((statement.reason != nil) == statement.resources.contains("*"), "\(name)")
          #expect(statement.actions.allSatisfy { !$0.contains("*") }, "\(name)")
        }
      }
    }
  }

  @Test func `a pipeline is allowed what it needs by its own policy, and nothing more`() {
    for (name, graph) in Self.graphs {
      guard let role = PipeCompiler.permissions(of: graph).roles.first else { continue }
      let comparison = PolicyComparison(of: role, with: role.policy.json)
      #expect(comparison?.missing == [], "\(name)")
      #expect(comparison?.excess == [], "\(name)")
    }
  }

  @Test func `what a policy lacks is told, and what it has beyond`() throws {
    let found = try Self.permissions(
      "step Tell: Lambda { FunctionArn: \"arn:aws:lambda:eu-west-1:111122223333:function:f\" }")
    let role = try #require(found.roles.first)
    func compare(_ statement: String) throws -> PolicyComparison {
      try #require(PolicyComparison(of: role, with: "{\"Statement\": [\(statement)]}"))
    }
    let function = "arn:aws:lambda:eu-west-1:111122223333:function:f"
    let none = try compare(
      "{\"Effect\": \"Allow\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"*\"}")
    #expect(none.missing == ["lambda:InvokeFunction on \(function), for Tell"])
    #expect(none.excess == ["sqs:SendMessage, in a statement without Sid: no step needs it"])
    let wide = try compare(
      "{\"Sid\": \"A\", \"Effect\": \"Allow\", \"Action\": \"lambda:*\", \"Resource\": \"*\"}")
    #expect(wide.missing == [])
    #expect(
      wide.excess == [
        "lambda:*, in `A`: needed are lambda:InvokeFunction", "*, in `A`: narrower is enough",
      ])
    let denied = try compare(
      """
      {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "\(function)"},
      {"Sid": "No", "Effect": "Deny", "Action": "*", "Resource": "\(function)"}
      """)
    #expect(denied.missing == ["lambda:InvokeFunction on \(function), denied by `No`, for Tell"])
    #expect(PolicyComparison(of: role, with: "[]") == nil)
  }
}
