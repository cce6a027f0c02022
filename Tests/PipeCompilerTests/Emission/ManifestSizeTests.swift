import PipeCompiler
import Testing

/// The size of the annotation in which a client-side apply keeps the manifest.
struct ManifestSizeTests {
  /// Returns the size of the manifest that `builder` makes.
  private func size(_ builder: GraphDraft) throws -> ManifestSize {
    ManifestSize(of: builder.graph, definition: builder.bytes(as: .sagemaker))
  }

  @Test func `the size is that of the manifest as one line of JSON`() throws {
    let adoption = #""services.k8s.aws/adoption-policy":"adopt-or-create""#
    let definition = #"{\n  \"Version\": \"2020-12-01\",\n  \"Steps\": []\n}\n"#
    let line =
      #"{"apiVersion":"sagemaker.services.k8s.aws/v1alpha1","kind":"Pipeline","metadata":{"#
      + #""annotations":{\#(adoption)},"name":"train","namespace":"default"},"spec":{"#
      + #""pipelineDefinition":"\#(definition)","pipelineDisplayName":"train","#
      + #""pipelineName":"train","roleARN":""}}"# + "\n"
    let measured = try size(GraphDraft("train"))
    #expect(measured.lastApplied == line.utf8.count)
    let key = "kubectl.kubernetes.io/last-applied-configuration"
    #expect(
      measured.allAnnotations == key.utf8.count + line.utf8.count + adoption.utf8.count - 5)
    #expect(measured.fitsClientSideApply)
  }

  @Test(arguments: [
    ("x", 1), ("<>&", 18), ("\"\\", 4), ("\n\r\t\u{8}\u{c}", 10), ("\0\u{1f}", 12), ("\u{7f}", 1),
    ("\u{2027}\u{2028}\u{2029}", 15), ("\u{e9}\u{1f600}", 6),
  ])
  func `a text costs what Go's encoder makes of it`(text: String, cost: Int) throws {
    var (plain, special) = (GraphDraft(), GraphDraft())
    plain.graph.header.description = plain.string("")
    special.graph.header.description = special.string(text)
    #expect(try size(special).lastApplied - size(plain).lastApplied == cost)
  }

  @Test func `options cost what they add`() throws {
    var builder = GraphDraft()
    let bare = try size(builder).lastApplied
    builder.graph.header.kubernetes.namespace = builder.string("ml")
    builder.graph.header.kubernetes.labels = builder.texts(["a": "b", "c": "d"])
    builder.graph.header.tags = builder.texts(["a": "b", "c": "d"])
    builder.graph.header.parallelism = builder.number("12")
    let added =
      #","labels":{"a":"b","c":"d"},"tags":[{"key":"a","value":"b"},{"key":"c","value":"d"}]"#
      + #","parallelismConfiguration":{"maxParallelExecutionSteps":12}"#
    #expect(try size(builder).lastApplied - bare == added.utf8.count + "ml".count - "default".count)
  }

  @Test func `a large pipeline does not fit`() throws {
    var builder = GraphDraft()
    let text = builder.string(String(repeating: "<", count: 50_000))
    builder.step(with: text)
    #expect(try !size(builder).fitsClientSideApply)
  }
}
