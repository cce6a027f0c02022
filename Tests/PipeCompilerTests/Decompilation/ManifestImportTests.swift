import Foundation
import TestSupport
import Testing

@testable import PipeCompiler

/// What becomes of manifests: a source that builds what they say.
@Suite struct ManifestImportTests {
  @Test(arguments: ["several", "odd"])
  func `the source of a manifest is its golden`(name: String) {
    let file = Self.file(at: "Tests/Corpus/manifests/\(name).yaml")
    let result = Self.imported(file)
    #expect(result.isExact)
    expectGolden(result.bytes ?? [], at: "Tests/Corpus/manifests/\(name).pipe")
    let losses = result.losses.map { "\($0)\n" }.joined()
    expectGolden(losses, at: "Tests/Corpus/manifests/\(name).losses")
  }

  @Test(arguments: Corpus.manifests.filter { !$0.path.contains("/invalid/") })
  func `a manifest comes out of its source as it was`(input: CorpusInput) {
    Self.expectReturn(of: input.source)
  }

  @Test func `manifests of others come out of their sources as they were`() throws {
    let folder = URL(fileURLWithPath: "\(Repository.root)/../shared/corpus/ack")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var count = 0
    while let url = files?.nextObject() as? URL {
      guard url.pathExtension == "yaml", !url.lastPathComponent.hasPrefix("crd_") else { continue }
      let bytes = Array(try Data(contentsOf: url))
      count += 1
      Self.expectReturn(of: SourceFile(name: url.lastPathComponent, bytes: bytes))
    }
    if count == 0 { print("SKIPPED the manifests of ../shared/corpus/ack: they are not here") }
  }

  @Test func `what kubectl and the cluster write is no part of a source`() {
    let text = """
      apiVersion: sagemaker.services.k8s.aws/v1alpha1
      kind: Endpoint
      metadata:
        name: live
        uid: 3f
        finalizers: [finalizers.sagemaker.services.k8s.aws/Endpoint]
        annotations: {kubectl.kubernetes.io/last-applied-configuration: "{}"}
      spec: {endpointName: live, endpointConfigName: c}
      status: {endpointStatus: InService}
      """
    let result = Self.imported(SourceFile(name: "live.yaml", text: text))
    #expect(result.losses.isEmpty)
    #expect(result.isExact)
    #expect(
      result.bytes.map { String(decoding: $0, as: UTF8.self) } == """
        resource live "live": Endpoint {
          EndpointConfigName: "c"
          kubernetes: { adoption: "none" }
        }

        """)
  }

  @Test func `what pipec would add can be left out`() {
    let source = SourceFile(
      name: "a.pipe",
      text: """
        pipeline "churn" {
          role: "arn:aws:iam::111122223333:role/R"
          parallelism: 2
          kubernetes: {
            namespace: "ml", labels: { app: "churn" }, adoption: "none"
            omit: ["pipelineDisplayName", "roleARN"]
          }
        }
        fail Stop "not yet"
        execution Night {
          kubernetes: { deletion: "none", omit: ["app", "namespace", "parallelismConfiguration"] }
        }
        """)
    let outputs = compile(source).pipelines.flatMap(\.outputs)
    let pipeline = Self.text(of: .ack, in: outputs)
    #expect(pipeline.contains("namespace: ml") && pipeline.contains("app: churn"))
    #expect(!pipeline.contains("pipelineDisplayName") && !pipeline.contains("roleARN"))
    #expect(!pipeline.contains("annotations"))
    let run = Self.text(of: .execution, in: outputs)
    #expect(!run.contains("namespace") && !run.contains("app") && !run.contains("annotations"))
    #expect(!run.contains("parallelism") && run.contains("pipelineName: churn"))
  }

  /// Expects that what is built of the source of `file` means what `file` says.
  private static func expectReturn(of file: SourceFile) {
    var diagnostics = Diagnostics()
    let documents = importPipelines(file, isTakingAll: true, reportingTo: &diagnostics)
    let count = documents.count { !$0.graph.header.isAbsent }
    if diagnostics.containsErrors || documents.isEmpty || count > 1 { return }
    let result = decompile(documents, named: "imported")
    #expect(result.isExact, "\(file.name)")
    // What is wrong with it is wrong with the source too, and is written all the same.
    var options = CompilerOptions()
    options.levels = Levels([.overruled])
    options.targets = [.ack]
    let source = SourceFile(name: "imported.pipe", bytes: result.bytes ?? [])
    let compilation = compile(source, options: options)
    let built = compilation.pipelines.flatMap(\.outputs).filter { $0.target == .ack }
    let again = SourceFile(name: "built.yaml", bytes: built.flatMap(\.bytes))
    let (old, new) = (manifests(in: file), manifests(in: again))
    #expect(old.count == new.count, "\(file.name): \(transcript(of: compilation))")
    for (a, b) in zip(old, new) {
      #expect(b.additions(to: a, besides: "pipelineDefinition") == [], "\(file.name): \(a.name)")
      #expect(a.additions(to: b, besides: "pipelineDefinition") == [], "\(file.name): \(a.name)")
    }
  }

  /// Returns the manifests of `file`, pipelines first.
  private static func manifests(in file: SourceFile) -> [Manifest] {
    var diagnostics = Diagnostics()
    let documents = importPipelines(file, isTakingAll: true, reportingTo: &diagnostics)
    let graphs = documents.compactMap(\.manifest) + documents.map(\.graph).filter(\.header.isAbsent)
    return graphs.flatMap { graph in
      graph.resources.elements.compactMap { Manifest(of: $0, in: graph) }
    }
  }

  /// Returns the source of what `file` holds.
  private static func imported(_ file: SourceFile) -> Decompilation {
    var diagnostics = Diagnostics()
    let documents = importPipelines(file, isTakingAll: true, reportingTo: &diagnostics)
    return decompile(documents, named: "imported")
  }

  /// Returns the file at `path` of the repository.
  private static func file(at path: String) -> SourceFile {
    SourceFile(name: path, bytes: Repository.bytes(at: path) ?? [])
  }

  /// Returns the text of the first of `outputs` that is a `target`.
  private static func text(of target: Target, in outputs: [Output]) -> String {
    String(decoding: outputs.first { $0.target == target }?.bytes ?? [], as: UTF8.self)
  }
}
