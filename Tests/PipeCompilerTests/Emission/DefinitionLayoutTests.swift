@testable import PipeCompiler
import TestSupport
import Testing

/// Definitions that are put into manifests as they are.
@Suite struct DefinitionLayoutTests {
  @Test(arguments: [
    (#"{}"#, "{}\n"),
    ("\u{FEFF}[ ]\r\n", "[]\n"),
    (
      #"{"a":[1.0,2e+1,{}],"a":null}"#,
      """
      {
        "a": [
          1.0,
          2e+1,
          {}
        ],
        "a": null
      }

      """
    ),
    (
      #"["\"[,\\","\u0041\/"]"#,
      """
      [
        "\\"[,\\\\",
        "\\u0041\\/"
      ]

      """
    ),
    ("[\"\u{7F}\u{85}\u{A0}\u{FEFF}é\"]", "[\n  \"\\u007f\\u0085\u{A0}\\ufeffé\"\n]\n"),
  ])
  func `blanks and what YAML rejects are all that changes`(json: String, laidOut: String) {
    let text = JSONText(layingOut: Array(json.utf8))
    #expect(String(decoding: text.bytes, as: UTF8.self) == laidOut)
    let starts = text.bytes.indices.filter { $0 > 0 && text.bytes[$0 - 1] == 0x0A }
    #expect(text.lineStarts.map(Int.init) == starts)
  }

  @Test(arguments: ["{\"a", "\"\\", "]]]}", "[[[", "nul", "\"\u{7F}", ""])
  func `whatever is laid out comes to an end`(json: String) {
    #expect(JSONText(layingOut: Array(json.utf8)).bytes.last == 0x0A)
  }

  @Test func `what would be too long with blanks has none`() {
    let depth = 900
    let list = Array(repeating: "{\"a\":1}", count: 2_000).joined(separator: ",")
    let json =
      String(repeating: "[", count: depth) + list + String(repeating: "]", count: depth) + "\n"
    let spaced = json.split(separator: ",").joined(separator: " ,\n")
    let text = JSONText(layingOut: Array(spaced.utf8))
    let isSame = text.bytes == Array(json.utf8)
    #expect(isSame && text.lineStarts.isEmpty)
  }

  @Test(arguments: Corpus.valid)
  func `a definition of pipec is laid out already`(pipeline: ValidCase) throws {
    let bytes = try #require(Repository.bytes(at: pipeline.golden(.sagemaker)))
    let same = JSONText(layingOut: bytes).bytes == bytes
    #expect(same)
  }

  @Test(arguments: Corpus.definitions)
  func `a manifest holds the definition that it is built from`(input: CorpusInput) throws {
    try Self.checkManifest(of: input.source)
  }

  @Test(
    .enabled(if: SharedCorpus.isPresent, "no shared corpus; `PIPEC_SHARED` names its directory"),
    arguments: SharedFolder.all)
  func `a manifest holds the definition of others that it is built from`(
    folder: SharedFolder
  ) throws {
    for source in folder.sources { try Self.checkManifest(of: source) }
  }

  /// Expects that the manifest which is built from `source`, if it is a definition, says what it says.
  private static func checkManifest(of source: SourceFile) throws {
    var options = CompilerOptions()
    options.levels = Levels([.overruled])
    options.targets = [.ack]
    options.definitionHeader = DefinitionHeader(role: "arn:aws:iam::111122223333:role/R")
    let built = compile(source, options: options)
    guard source.form == .json, let manifest = built.outputs.first else { return }
    var diagnostics = Diagnostics()
    let name = "\(source.name).yaml"
    let read = importPipelines(
      SourceFile(name: name, bytes: manifest.bytes), reportingTo: &diagnostics)
    let pipeline = try #require(read.first, "\(name)")
    #expect(pipeline.graph.text(pipeline.graph.header.name) == built.pipelines.first?.name)
    let original = importPipelines(source, reportingTo: &diagnostics).first?.definition
    let expected = original.map { JSONText(layingOut: $0).bytes }
    let same = pipeline.definition == expected
    #expect(same, "\(name)")
  }
}
