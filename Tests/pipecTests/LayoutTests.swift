import Foundation
import TestSupport
import Testing

/// How manifests are put into files, and what stands beside them.
@Suite struct LayoutTests {
  /// A pipeline whose names and resources depend on a setting.
  private static let source = """
    config stage: String = "dev"
    config size: Integer = 1
    pipeline "churn-\\(stage)" {
      role: "arn:aws:iam::111122223333:role/R"
      kubernetes: { gitops: "GITOPS", labels: { "example.com/stage": stage } }
    }
    step A: Lambda { FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f" }
    execution Nightly {}
    resource Served "churn-\\(stage)": Model {
      PrimaryContainer: { Image: "111122223333.dkr.ecr.us-west-2.amazonaws.com/churn:1" }
    }
    resource Variants "churn-\\(stage)": EndpointConfig {
      ProductionVariants: [{
        VariantName: "all", ModelName: Served.name
        InstanceType: "ml.m5.large", InitialInstanceCount: size
      }]
    }
    resource Live "churn-\\(stage)": Endpoint { EndpointConfigName: Variants.name }

    """.replacingOccurrences(of: "gitops: \"GITOPS\", ", with: "")

  /// Returns the source for the tool `name`.
  private func source(for name: String) -> String {
    Self.source.replacingOccurrences(of: "labels:", with: "gitops: \"\(name)\", labels:")
  }

  @Test func `policies are written if they are asked for, and are no input`() throws {
    let workspace = try Workspace(["churn.pipe": Self.source])
    let run = try workspace.run("build", "churn.pipe", "--emit", "sagemaker,iam")
    #expect(run.errors == "wrote out/churn-dev.json, out/churn-dev.iam.json\n")
    let printed = try workspace.run("iam", "churn.pipe", "--format", "json")
    #expect(try workspace.read("out/churn-dev.iam.json") == printed.output)
    let check = try workspace.run("check", "out/churn-dev.json", "out/churn-dev.iam.json")
    #expect(check.errors.hasSuffix(" in 1 file\n") && check.status == 0)
  }

  @Test func `split gives each resource a file of its own, and together they say the same`() throws
  {
    let workspace = try Workspace()
    let words = ["build", "-", "--emit", "ack"]
    _ = try workspace.run(words: words + ["-o", "a"], input: Self.source)
    _ = try workspace.run(words: words + ["-o", "b", "--layout", "split"], input: Self.source)
    let names = [
      "churn-dev.yaml", "churn-dev-model-Served.yaml", "churn-dev-endpointconfig-Variants.yaml",
      "churn-dev-endpoint-Live.yaml",
    ]
    #expect(try workspace.list("b") == names.sorted())
    let parts = try names.map { try workspace.read("b/\($0)") }
    #expect(try workspace.read("a/churn-dev.yaml") == parts.joined(separator: "---\n"))
  }

  @Test func `an overlay patches what differs and nothing else`() throws {
    let workspace = try Workspace()
    let words = ["build", "-", "--layout", "kustomize", "--overlay"]
    _ = try workspace.run(words: words + ["prod:size=3"], input: Self.source)
    let overlay = "out/kustomize/churn-dev/overlays/prod"
    #expect(
      try workspace.list(overlay) == [
        "endpoint-Live.yaml", "endpointconfig-Variants.yaml", "kustomization.yaml", "runs",
      ])
    let patch = try workspace.read("\(overlay)/endpointconfig-Variants.yaml")
    #expect(
      patch.contains("path: \"/spec/productionVariants/0/initialInstanceCount\"\n  value: 3\n"))
    #expect(patch.split(separator: "\n").count { $0.contains("op: ") } == 3)
    let all = try Workspace()
    _ = try all.run(words: words + ["prod:stage=prod"], input: Self.source)
    let pipeline = try all.read("\(overlay)/pipeline.yaml")
    for path in ["/metadata/name", "/spec/pipelineName", "/metadata/labels/example.com~1stage"] {
      #expect(pipeline.contains("path: \"\(path)\"\n"))
    }
  }

  @Test func `an overlay that does not compile is reported, and nothing is written`() throws {
    let workspace = try Workspace()
    let run = try workspace.run(
      words: ["build", "-", "--layout", "kustomize", "--overlay", "prod:size=many"],
      input: Self.source)
    #expect(run.status == 1)
    #expect(run.errors.contains("the setting `size` must be an Integer"))
    #expect(try workspace.list(".") == [])
  }

  @Test func `Argo CD gets waves, and Flux its Kustomizations`() throws {
    let workspace = try Workspace()
    _ = try workspace.run(words: ["build", "-", "-o", "a"], input: source(for: "argocd"))
    let manifest = try workspace.read("a/churn-dev.yaml")
    let waves = manifest.split(separator: "\n").filter { $0.contains("sync-wave") }
    #expect(waves.map { String($0.suffix(3)) } == ["\"0\"", "\"0\"", "\"1\"", "\"2\""])
    #expect(try workspace.read("a/runs/churn-dev-Nightly.yaml").contains("sync-wave: \"3\""))
    #expect(
      try workspace.read("a/gitops/churn-dev.yaml").contains(
        "sagemaker.services.k8s.aws_PipelineExecution"))
    _ = try workspace.run(words: ["build", "-", "-o", "f"], input: source(for: "flux"))
    let flux = try workspace.read("f/gitops/churn-dev.yaml")
    #expect(flux.contains("    - name: churn-dev\n"))
    // Without a `kustomization.yaml`, Flux would take the runs with the pipeline.
    #expect(flux.contains("  path: ./manifests/kustomize/churn-dev/base\n"))
    // A field that is not there yet must not be asked for.
    #expect(flux.contains("has(status.conditions)"))
    #expect(flux.contains("has(status.pipelineExecutionStatus)"))
    let stream = try workspace.run(words: ["build", "-", "-o", "-"], input: source(for: "flux"))
    #expect(!stream.output.contains("fluxcd"))
    #expect(try workspace.run(words: ["check", "-"], input: source(for: "jenkins")).status == 1)
  }

  /// Messages of a cluster, and the beginnings of what they mean.
  static let messages = [
    (
      "strict decoding error: unknown field \"spec.pipelineDefinition.Version\"",
      "the definition stands in the manifest as a mapping"
    ),
    ("strict decoding error: unknown field \"spec.roleArn\"", "the resource definition has no"),
    ("spec.tags in body must be of type array: \"object\"", "a value has another type"),
    (
      "json: cannot unmarshal number into Go struct field ObjectMeta.labels of type string",
      "a label or an annotation is no text"
    ),
    ("a lowercase RFC 1123 subdomain must consist of", "the name of the object is none"),
    ("namespaces \"ml\" not found", "the cluster has no such namespace"),
    ("Apply failed with 1 conflict: conflict with \"controller\"", "someone else has written"),
    ("unrecognized adoption policy", "the annotation `services.k8s.aws/adoption-policy` says"),
    ("ResourceLimitExceeded: the account-level service limit", "the account may not have more"),
  ]

  @Test(arguments: messages)
  func `a message of a cluster is known`(message: String, meaning: String) throws {
    let run = try Workspace().run(words: ["explain-error", "-"], input: message)
    #expect(run.output.contains("means  \(meaning)"), "\(run.output)")
    // What retries are called in a source is what the language has.
    #expect(!run.output.contains("retry limits"))
  }

  @Test func `an overlay without settings is the profile of its name`() throws {
    let profile = "profile prod { stage = \"prod\", size = 3 }\n"
    let workspace = try Workspace(["a.pipe": Self.source + profile])
    let words = ["build", "a.pipe", "--emit", "ack", "--layout", "kustomize", "--overlay"]
    #expect(try workspace.run(words: words + ["prod"]).status == 0)
    let place = "out/kustomize/churn-dev/overlays/prod/endpoint-Live.yaml"
    let byProfile = try workspace.read(place)
    #expect(byProfile.contains("value: churn-prod\n"))
    #expect(try workspace.run(words: words + ["prod:stage=prod,size=3"]).status == 0)
    #expect(try workspace.read(place) == byProfile)
    let unknown = try workspace.run(words: words + ["prd"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("unknown-profile"))
  }

  @Test func `resources without a pipeline are built, drawn and named after their file`() throws {
    let text = "resource Group: ModelPackageGroup { kubernetes: { namespace: \"ml\" } }\n"
    let workspace = try Workspace(["groups.pipe": text])
    let run = try workspace.run("build", "groups.pipe", "--notes")
    #expect(run.errors == "wrote out/groups.yaml\n")
    #expect(run.output.contains("kubectl apply --server-side -f out/groups.yaml\n"))
    let manifest = try workspace.read("out/groups.yaml")
    #expect(manifest.contains("kind: ModelPackageGroup\n"))
    #expect(!manifest.contains("kind: Pipeline\n"))
    #expect(try workspace.run("check", "groups.pipe").errors == "no problems in 1 file\n")
    #expect(try workspace.run("run", "groups.pipe").errors.contains("missing-pipeline"))
    let expanded = try workspace.run("expand", "groups.pipe").output
    let again = try workspace.run(words: ["build", "-", "-o", "-"], input: expanded)
    #expect(again.output == manifest)
  }

  @Test func `messages are explained, with the places that they name`() throws {
    let workspace = try Workspace()
    _ = try workspace.run(words: ["build", "-", "--source-map"], input: Self.source)
    let answer = """
      Name:         churn-dev
      Kind:         Endpoint
      Status:
        Conditions:
          Message:  ValidationException: Could not
            find endpoint configuration "churn". Value 'x' at
            'FunctionArn' of Steps.A failed to satisfy constraint: Member must not be null
      """
    let run = try workspace.run(
      words: ["explain-error", "-", "--map", "out/churn-dev.map"], input: answer)
    #expect(run.status == 0)
    #expect(
      run.output.contains("means  an Endpoint names an EndpointConfig that AWS does not have"))
    #expect(run.output.contains("(Steps.A.FunctionArn)"))
    #expect(run.output.contains("(Endpoint/churn-dev)"))
    #expect(try workspace.run(words: ["explain-error", "-"], input: "all is well").status == 1)
    let wrong = try workspace.run(
      words: ["explain-error", "-", "--map", "out/churn-dev.json"], input: answer)
    #expect(wrong.status == 2)
  }

  @Test(arguments: [(261_000, true), (262_200, false)])
  func `a resource that a client can't apply is warned of`(size: Int, fits: Bool) throws {
    let text = String(repeating: "x", count: size)
    let large = Self.source + "resource Large: ModelPackageGroup { raw note: \"\(text)\" }\n"
    let run = try Workspace().run(words: ["check", "-", "--format", "concise"], input: large)
    #expect(run.errors.contains("manifest-too-large") == !fits)
    #expect(run.status == 0)
  }
}
