import PipeCompiler
import TestSupport
import Testing

/// What documentation is held to: it is there, and it is true.
@Suite struct DocumentationTests {
  @Test func `every declaration begins with a sentence about itself`() {
    for file in SwiftSource.all(in: "Sources") {
      for found in file.declarations where Self.needsSentence(found) {
        let sentence = Self.sentence(before: found.line, in: file.lines)
        let isSentence = [".", ":"].contains(sentence?.last)
        #expect(
          isSentence,
          """
          \(file.path):\(found.line): \(found.name) \
          \(sentence == nil ? "has no `///` comment" : "does not begin with a sentence")
          """)
      }
    }
  }

  @Test(.whenMerged, arguments: Fence.documented.filter { $0.language == "pipe" })
  func `a documented pipeline compiles, or is wrong in the way it says`(fence: Fence) {
    let header = fence.attributes.contains("fragment") ? plainHeader : ""
    let file = SourceFile(name: fence.testDescription, text: header + fence.text)
    var options = CompilerOptions()
    for setting in fence.attributes where setting.hasPrefix("-D") {
      let parts = setting.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      options.config.append((name: parts.first ?? "", value: parts.dropFirst().first ?? ""))
    }
    let compilation = compile(file, options: options)
    let raised = compilation.diagnostics.sorted
    if let id = fence.attribute("error") {
      let others = raised.filter { $0.severity == .error && $0.id.rawValue != id }
      #expect(raised.contains { $0.id.rawValue == id }, "\(transcript(of: compilation))")
      #expect(others.isEmpty, "\(transcript(of: compilation))")
    } else {
      #expect(!compilation.diagnostics.containsErrors, "\(transcript(of: compilation))")
    }
  }

  @Test func `a fence is read with its language, attributes and text`() throws {
    let text =
      "a\n```pipe error=unknown-name\nstep\n```\n\n```console\n$ pipec build 'a b'\nc\n```\n"
    let fences = Fence.all(in: text, path: "x.md")
    try #require(fences.count == 2)
    #expect(fences[0].attribute("error") == "unknown-name")
    #expect(fences[0].text == "step\n" && fences[0].line == 2)
    let command = try #require(ConsoleCommand.all(in: fences[1]).first)
    #expect(command.words == ["pipec", "build", "a b"])
    #expect(command.output == "c\n")
  }

  /// Returns `true` iff `found` has to be documented: all but private properties.
  private static func needsSentence(_ found: SwiftDeclaration) -> Bool {
    found.isType || found.isFunction || !found.isPrivate
  }

  /// Returns the first line of the comment that ends above `line`, attributes aside.
  private static func sentence(before line: Int, in lines: [Substring]) -> Substring? {
    var sentence: Substring?
    for text in lines.prefix(line - 1).reversed() {
      let trimmed = text.drop { $0 == " " }
      if trimmed.hasPrefix("///") {
        sentence = trimmed.dropFirst(3).drop { $0 == " " }
      } else if sentence != nil || !(trimmed.hasPrefix("@") || trimmed.hasPrefix("#if")) {
        break
      }
    }
    return sentence
  }
}
