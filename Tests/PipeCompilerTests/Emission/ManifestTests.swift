import Foundation
import PipeCompiler
import Testing

/// The Kubernetes manifest around the definition.
struct ManifestTests {
  @Test func `a manifest without options adopts what exists and always has a display name`() {
    #expect(
      GraphDraft("train").emitted(as: .ack) == """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: Pipeline
        metadata:
          name: train
          annotations:
            services.k8s.aws/adoption-policy: adopt-or-create
        spec:
          pipelineName: train
          pipelineDisplayName: train
          roleARN: ""
          pipelineDefinition: |
            {
              "Version": "2020-12-01",
              "Steps": []
            }

        """)
  }

  @Test func `a manifest says all that the header says, the definition last`() {
    var builder = GraphDraft("Train")
    var header = builder.graph.header
    header.displayName = builder.string("Train-1")
    header.description = builder.string("it's \"fine\": yes\nreally")
    header.role = builder.string("arn:aws:iam::111122223333:role/R")
    header.parallelism = builder.number("2")
    header.tags = builder.object([
      "team": builder.string("yes"), "cost": builder.number("012"),
      "ok": builder.value(.boolean(true)),
    ])
    header.kubernetes.name = builder.string("my.train")
    header.kubernetes.namespace = builder.string("ml")
    header.kubernetes.labels = builder.texts(["app.kubernetes.io/name": "x", "n": "1"])
    header.kubernetes.annotations = builder.texts([
      "note": "", "services.k8s.aws/region": "eu-west-1", "note ": "#", "note": "2020-12-01",
    ])
    header.kubernetes.region = builder.string("us-west-2")
    header.kubernetes.adoption = builder.string("adopt")
    header.kubernetes.deletion = builder.string("retain")
    builder.graph.header = header
    #expect(
      builder.emitted(as: .ack) == #"""
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: Pipeline
        metadata:
          name: my.train
          namespace: ml
          labels:
            app.kubernetes.io/name: x
            "n": "1"
          annotations:
            services.k8s.aws/adoption-policy: adopt
            services.k8s.aws/deletion-policy: retain
            services.k8s.aws/region: eu-west-1
            "note ": "#"
            note: "2020-12-01"
        spec:
          pipelineName: Train
          pipelineDisplayName: Train-1
          pipelineDescription: "it's \"fine\": yes\nreally"
          roleARN: "arn:aws:iam::111122223333:role/R"
          parallelismConfiguration:
            maxParallelExecutionSteps: 2
          tags:
            - key: team
              value: "yes"
            - key: cost
              value: "012"
            - key: ok
              value: "true"
          pipelineDefinition: |
            {
              "Version": "2020-12-01",
              "Steps": []
            }

        """#)
  }

  @Test func `adoption can be turned off`() {
    var builder = GraphDraft()
    builder.graph.header.kubernetes.adoption = builder.string("none")
    #expect(!builder.emitted(as: .ack).contains("annotations"))
  }

  @Test func `the literal block is the definition, four spaces to the right`() {
    var builder = GraphDraft()
    let text = builder.string("--- \u{2028}\t#\n{{ }} ${x} \u{1f600}  ")
    builder.step(with: text)
    let definition = builder.emitted(as: .sagemaker)
    let lines = definition.split(separator: "\n").map { "    \($0)\n" }
    #expect(builder.emitted(as: .ack).hasSuffix("  pipelineDefinition: |\n" + lines.joined()))
  }

  @Test(arguments: [
    ("train", "train"), ("a", "a"), ("7-up", "7-up"), ("a--b", "a--b"),
    ("Train", "train-a9bab964"), ("TRAIN", "train-5abc7d68"), ("a_b", "a-b-e2300e48"),
    ("-a-", "a-01bc72d5"), ("", "p-4fd0bfc1"), ("\u{e9}", "p-bdda0906"),
  ])
  func `a resource's name is the pipeline's, or ends in a hash of it`(
    pipeline: String, name: String
  ) {
    #expect(kubernetesName(for: pipeline) == name)
    #expect(name.wholeMatch(of: /[a-z0-9]([-a-z0-9]*[a-z0-9])?/) != nil)
  }

  @Test func `names that differ only in case or far to the right stay apart`() {
    let long = String(repeating: "a", count: 255)
    let names = ["Train", "TRAIN", "tRain", "train", long + "b", long + "c", "a_b", "a-b", "a.b"]
    let resources = names.map(kubernetesName)
    #expect(Set(resources).count == names.count)
    #expect(resources.allSatisfy { $0.utf8.count <= 253 })
    let longest = String(repeating: "a", count: 253)
    #expect(kubernetesName(for: longest) == longest)
  }
}
