import PipeCompiler
import TestSupport
import Testing

/// What documentation is held to: it is there, and it is true.
@Suite struct DocumentationTests {
  @Test func `every declaration begins with a sentence about itself`() {
    for file in SwiftSource.shipped {
      let lines = file.lines
      for found in file.declarations where Self.needsSentence(found, in: lines) {
        let sentence = Self.sentence(before: found.line, in: lines)
        let fault =
          sentence.isEmpty
          ? "has no `///` comment"
          : Self.isSentence(sentence) ? nil : "does not begin with a sentence"
        if let fault { Issue.record("\(file.path):\(found.line): \(found.name) \(fault)") }
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

  /// Returns `true` iff `found` has to be documented.
  ///
  /// Private properties and initialisers may be obvious, and so is what `RawRepresentable` asks for.
  private static func needsSentence(_ found: SwiftDeclaration, in lines: [Substring]) -> Bool {
    let isRequired = found.name == "rawValue" || lines[found.line - 1].contains("init(rawValue:")
    return !isRequired && (found.isType || found.keyword == "func" || !found.isPrivate)
  }

  /// Returns `true` iff `text` ends like a sentence, or is one piece of code, such as grammar.
  private static func isSentence(_ text: String) -> Bool {
    text.hasSuffix(".") || text.hasSuffix(":") || (text.hasPrefix("`") && text.hasSuffix("`"))
  }

  /// Returns the first paragraph of the comment that ends above `line`, attributes aside.
  private static func sentence(before line: Int, in lines: [Substring]) -> String {
    var comment: [Substring] = []
    for text in lines.prefix(line - 1).reversed() {
      let trimmed = text.drop { $0 == " " }
      if trimmed.hasPrefix("///") {
        comment.append(trimmed.dropFirst(3).drop { $0 == " " })
      } else if !comment.isEmpty || !(trimmed.hasPrefix("@") || trimmed.hasPrefix("#if")) {
        break
      }
    }
    return comment.reversed().prefix { !$0.isEmpty && !$0.hasPrefix("- ") }
      .joined(separator: " ")
  }
}
