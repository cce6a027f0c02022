import Foundation
import PipeCompiler
@testable import PipeDSL
import TestSupport
import Testing

/// A program in which something is wrong in several places.
private struct Wrong: PipelineProgram {
  var pipelines: [Pipeline] {
    Pipeline("wrong", role: "arn:aws:iam::111122223333:role/R") {
      let train = Training(
        "Train", outputDataConfig: OutputDataConfig(s3OutputPath: "s3://my-bucket/m"),
        algorithmSpecification: AlgorithmSpecification(
          trainingInputMode: .file, trainingImage: "i"),
        resourceConfig: ResourceConfig(
          instanceType: "ml.m5.xlrge", instanceCount: 1, volumeSizeInGB: 30)
      )
      .channel("train", from: "not a URI", as: "text/csv")
      Model(
        "Deploy",
        primaryContainer: ContainerDefinition(
          image: "i", modelDataUrl: train.model, environment: ["A": "\(train.creationTime)"]))
    }
  }
}

/// Where diagnostics about Swift are.
@Suite struct PlaceTests {
  @Test func `a diagnostic points at the argument in the Swift file`() {
    let file = URL(fileURLWithPath: #filePath)
    let compilation = Wrong.compiled(options: CompilerOptions()) { path in
      path == file.path ? (try? Data(contentsOf: file)).map { Array($0) } : nil
    }
    let report = String(
      decoding: render(compilation.diagnostics, of: compilation.sources), as: UTF8.self)
    #expect(
      report.contains(
        """
        16 │           instanceType: "ml.m5.xlrge", instanceCount: 1, volumeSizeInGB: 30)
           │                         ^^^^^^^^^^^^^ did you mean `ml.m5.xlarge`?
        """), "\(report)")
    #expect(report.contains("PlaceTests.swift:16:25"), "\(report)")
    #expect(!report.contains("= fix:"), "\(report)")
  }

  @Test func `a file is found wherever in the folder of its module it lies`() {
    let tree = [
      "/r/Sources/M/": ["A/", "Main.swift"], "/r/Sources/M/A/": ["B/"],
      "/r/Sources/M/A/B/": ["Shared.swift"], "/r/Sources/": ["M/"],
    ]
    let list: @Sendable (String) -> [String] = { tree[$0] ?? [] }
    let read: @Sendable (String) -> [UInt8]? = { path in
      tree.contains { folder, names in names.contains { folder + $0 == path } } ? [1] : nil
    }
    for path in ["/r/Sources/M/Main.swift", "/r/Sources/M/A/B/Other.swift"] {
      let pipeline = Pipeline("p", role: "r", file: "M/Main.swift", path: path) {}
      var files = SwiftFiles(of: [pipeline], listing: list, reading: read)
      files.root = "/r/"
      #expect(files.file(called: "M/Shared.swift").name == "Sources/M/A/B/Shared.swift")
      #expect(files.file(called: "M/Nothing.swift").bytes == nil)
    }
    var files = SwiftFiles(of: [], or: Place("M/Main.swift", 1, 1), listing: list, reading: read)
    files.root = "/r/"
    #expect(files.file(called: "M/Shared.swift").name == "Sources/M/A/B/Shared.swift")
  }

  @Test func `without the file there are line and column all the same`() {
    let compilation = Wrong.compiled(options: CompilerOptions())
    let report = String(
      decoding: render(compilation.diagnostics, of: compilation.sources, as: .concise),
      as: UTF8.self)
    #expect(
      report.contains("PipeDSLTests/PlaceTests.swift:15:39: error[unknown-value]"), "\(report)")
  }

  @Test func `arguments of a call are told apart`() {
    let text = """
      Call("a, b", one: f(1, [2, 3]) { $0 }, /* two: 2, */ two: "x\\(g("y", z: 1)), \\")", // three: 3
        four: \"\"\"
        ),
        \"\"\")
      """
    let bytes = Array(text.utf8)
    let call = SwiftCall(in: bytes, at: 0)
    let parts = call.arguments.map { argument in
      "\(argument.label)=\(String(decoding: bytes[argument.value], as: UTF8.self))"
    }
    #expect(parts.count == 4, "\(parts)")
    #expect(parts.prefix(2) == ["=\"a, b\"", "one=f(1, [2, 3]) { $0 }"])
    #expect(call.position(ofMember: "Two") == 2 && call.position(ofMember: "Four") == 3)
  }

  @Test func `short forms have labels of their own`() {
    let call = SwiftCall(in: Array("channel(\"a\", from: x, as: y)".utf8), at: 0)
    #expect(call.position(ofMember: "S3Uri") == 1)
    #expect(call.position(ofMember: "ContentType") == 2)
    #expect(call.position(ofMember: "LocalPath") == nil)
  }

  @Test func `any bytes are read to some end`() {
    var random = SplitMix64(seed: 7)
    let alphabet = Array("Call(a: \"\\(x)\", [b]) { // */ /* #\"\"\" , é".utf8)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<40, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      for argument in SwiftCall(in: bytes, at: 0).arguments {
        #expect(argument.value.upperBound <= bytes.count)
      }
    }
  }
}
