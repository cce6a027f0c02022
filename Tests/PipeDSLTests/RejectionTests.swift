import Foundation
import TestSupport
import Testing

/// What is wrong does not compile, and the message says why.
@Suite struct RejectionTests {
  @Test func `wrong programs are rejected with the messages that are expected`() throws {
    if let obstacle = SwiftCompiler.obstacle {
      print("SKIPPED: wrong programs: \(obstacle)")
      return
    }
    let files = Repository.files(in: "Tests/Corpus/swift-rejected", endingWith: ".swift")
    #expect(files.count >= 15)
    let verdict = try SwiftCompiler.verdict(on: files.map(Repository.absolute))
    for file in files {
      let name = file.split(separator: "/").last.map(String.init) ?? ""
      let errors = verdict.errors[name] ?? []
      let wanted = Repository.text(at: file).split(separator: "\n")
        .filter { $0.hasPrefix("// expect: ") }.map { $0.dropFirst("// expect: ".count) }
      #expect(!wanted.isEmpty, "\(name) expects nothing")
      for fragment in wanted {
        #expect(errors.contains { $0.contains(fragment) }, "\(name): \(errors)")
      }
    }
  }

  @Test func `the examples compile, so the judge can tell right from wrong`() throws {
    if let obstacle = SwiftCompiler.obstacle {
      print("SKIPPED: right programs: \(obstacle)")
      return
    }
    let files = Repository.files(in: "examples/Swift", endingWith: ".swift")
    let verdict = try SwiftCompiler.verdict(on: files.map(Repository.absolute))
    #expect(!files.isEmpty)
    #expect(verdict.errors.isEmpty, "\(verdict.output)")
  }

  @Test func `Swift in the documents compiles`() throws {
    if let obstacle = SwiftCompiler.obstacle {
      print("SKIPPED: Swift in the documents: \(obstacle)")
      return
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pipec-documents-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    for (number, fence) in Self.fences.enumerated() {
      let path = folder.appendingPathComponent("Fence\(number).swift").path
      try Self.program(of: fence, number).write(toFile: path, atomically: true, encoding: .utf8)
      paths.append(path)
    }
    let verdict = try SwiftCompiler.verdict(on: paths)
    for (name, errors) in verdict.errors.sorted(by: { $0.key < $1.key }) {
      let number = Int(name.filter(\.isNumber)) ?? 0
      Issue.record("\(Self.fences[number].testDescription): \(errors)")
    }
    #expect(Self.fences.count >= 5)
  }

  /// The blocks of Swift in all documents, those of the library's own pages among them.
  private static let fences: [Fence] = {
    let pages = Repository.files(in: "Sources/PipeDSL/PipeDSL.docc", endingWith: ".md")
    let all =
      Fence.documented + pages.flatMap { Fence.all(in: Repository.text(at: $0), path: $0) }
    return all.filter { $0.language == "swift" && !$0.attributes.contains("other") }
  }()

  /// Returns a file of the block `fence`: a program as it is, and else the body of a pipeline.
  private static func program(of fence: Fence, _ number: Int) -> String {
    if fence.text.contains("import PipeDSL") {
      return fence.text.replacingOccurrences(of: "@main\n", with: "")
    }
    let body = fence.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "  \($0)" }.joined(separator: "\n")
    return """
      import PipeDSL

      private let bucket = "my-bucket"
      private let image: Value<String> = "i"
      private let models = OutputDataConfig(s3OutputPath: "s3://my-bucket/models")

      @StepBuilder private func body() -> [PipelineElement] {
      \(body)
      }

      """
  }
}
