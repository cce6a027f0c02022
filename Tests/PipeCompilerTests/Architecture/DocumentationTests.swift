import Foundation
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

  @Test(arguments: Fence.documented.filter { $0.language == "pipe" })
  func `a documented pipeline compiles, or is wrong in the way it says`(fence: Fence) {
    let compilation = Self.compiled(fence)
    let raised = compilation.diagnostics.sorted
    let expected = fence.attribute("error") ?? fence.attribute("warning")
    #expect(expected == nil || !raised.isEmpty, "nothing is reported")
    let mayFail = fence.attribute("error") != nil
    let others = raised.filter {
      $0.id.rawValue != expected && ($0.severity == .error || !mayFail)
    }
    #expect(others.isEmpty, "\(transcript(of: compilation))")
    #expect(
      expected == nil || raised.contains { $0.id.rawValue == expected },
      "\(transcript(of: compilation))")
    #expect(mayFail || !compilation.diagnostics.containsErrors, "\(transcript(of: compilation))")
  }

  @Test(arguments: Fence.documented.filter { ["json", "yaml"].contains($0.language) })
  func `documented output is what the pipeline before it gives`(fence: Fence) throws {
    if fence.attributes.contains("other") { return }
    let before = Fence.documented.last {
      $0.path == fence.path && $0.line < fence.line && $0.language == "pipe"
    }
    let compilation = Self.compiled(try #require(before, "no pipeline stands before this"))
    let graph = try #require(compilation.graph)
    let quotation = Quotation(fence.text)
    if fence.language == "yaml" {
      let manifests = compilation.outputs.filter { $0.target != .sagemaker }.flatMap(\.bytes)
      let manifest = String(decoding: manifests, as: UTF8.self)
      #expect(quotation.partMissing(inLinesOf: manifest) == nil, "\(manifest)")
      return
    }
    let definition = emit(graph, as: .sagemaker)
    let shown = "\(String(decoding: definition, as: UTF8.self))"
    #expect(quotation.partMissing(inJSON: definition) == nil, "\(shown)")
    #expect(!quotation.isWhole || Self.isJSON(fence.text) || Self.isJSON("{\(fence.text)}"))
  }

  @Test func `a quotation is compared apart from its layout`() {
    let definition = Array(#"{ "a": [1, 20], "b": { "c d": "\" e", "f": {} }, "g": 1 }"#.utf8)
    func isThere(_ text: String) -> Bool {
      Quotation(text + "\n").partMissing(inJSON: definition) == nil
    }
    #expect(isThere("\"a\": [\n  1,\n  20 ]"))
    #expect(isThere("\"a\": [1, 20],\n…\n\"g\": 1"))
    #expect(isThere(#"{"c d": "\" e", "f": { } }"#))
    #expect(!isThere("\"a\": [1, 2"))
    #expect(!isThere("\"g\": 1\n…\n\"a\": [1, 20]"))
    #expect(!isThere(#""c  d": "\" e""#))
    #expect(Quotation("a: 1\nb: 2\n").partMissing(inLinesOf: "x:\n  a: 1\n  b: 2\n") == nil)
    #expect(Quotation("a: 1\n  b: 2\n").partMissing(inLinesOf: "x:\n  a: 1\n  b: 2\n") != nil)
  }

  @Test(arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs"])
  func `links between documents lead somewhere`(place: String) {
    let paths = place.hasSuffix(".md") ? [place] : Repository.files(in: place, endingWith: ".md")
    for path in paths {
      for link in Self.links(in: Repository.text(at: path)) where !link.contains("://") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let target = parts[0].isEmpty ? path : Self.resolve(String(parts[0]), in: folder)
        #expect(
          Repository.exists(target), "\(path) leads to \(link)")
        guard parts.count == 2 else { continue }
        let anchors = Self.anchors(in: Repository.text(at: target))
        #expect(anchors.contains(String(parts[1])), "\(path) leads to \(link)")
      }
    }
  }

  @Test func `a fence is read with its language, attributes and text`() throws {
    let text =
      "a\n```pipe error=unknown-name\nstep\n```\n\n```console\n$ pipec build 'a b'\nc\n```\n"
    let fences = Fence.all(in: text, path: "x.md")
    try #require(fences.count == 2)
    #expect(fences[0].attribute("error") == "unknown-name")
    #expect(fences[0].text == "step\n" && fences[0].line == 2)
    let command = try #require(ConsoleSession(fences[1]).commands.first)
    #expect(command.line == "pipec build 'a b'" && command.output == "c\n")
  }

  /// Returns what the pipeline in `fence` compiles to, with the header and settings it asks for.
  ///
  /// Fragments, and what says so, are sketches.
  private static func compiled(_ fence: Fence) -> Compilation {
    let isFragment = fence.attributes.contains("fragment")
    let isSketch = isFragment || fence.attributes.contains("sketch")
    // Files that a block names lie among the examples, or are other blocks of the page.
    let name = fence.attribute("file") ?? "\(fence.line).pipe"
    let file = SourceFile(
      name: "examples/\(name)", text: (isFragment ? plainHeader : "") + fence.text)
    let expected = fence.attribute("error") ?? fence.attribute("warning")
    var options = isSketch ? CompilerOptions.sketch(of: expected) : CompilerOptions()
    for setting in fence.attributes where setting.hasPrefix("-D") {
      let parts = setting.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      options.config.append(Setting(parts.first ?? "", parts.dropFirst().first ?? ""))
    }
    options.profile = fence.attribute("profile")
    var files: [String: String] = [:]
    for other in Fence.documented where other.path == fence.path {
      if let name = other.attribute("file") { files["examples/\(name)"] = other.text }
    }
    return compile(file, options: options, loader: .texts(files, beside: .repository))
  }

  /// Returns `true` iff `text` is JSON.
  private static func isJSON(_ text: String) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
  }

  /// Returns the targets of the links in `text`, which is Markdown; code is passed over.
  private static func links(in text: String) -> [String] {
    var isCode = false
    var found: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { continue }
      let prose = line.replacing(/`[^`]*`/, with: "")
      for match in prose.matches(of: /\]\(([^)\s]+)\)/) { found.append(String(match.1)) }
    }
    return found
  }

  /// Returns the anchors that the headings of `text` make, as GitHub spells them.
  private static func anchors(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      let title = line.drop { $0 == "#" || $0 == " " }.lowercased()
      return String(
        title.compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || $0 == "-" ? $0 : nil })
    }
  }

  /// Returns the path that `link` means in a document in `folder`.
  private static func resolve(_ link: String, in folder: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in link.split(separator: "/").map(String.init) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
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
    var isInAttribute = false
    for text in lines.prefix(line - 1).reversed() {
      let trimmed = text.drop { $0 == " " }
      // An attribute of several lines ends in a line of its own.
      if isInAttribute || (comment.isEmpty && trimmed == ")") {
        isInAttribute = !trimmed.hasPrefix("@")
        continue
      }
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
