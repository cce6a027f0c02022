import Foundation
import PipeCompiler
import TestSupport
import Testing

@Suite struct SARIFRendererTests {
  /// A file with two lines.
  private let file = SourceFile(name: "dir/a.pipe", text: "let é = 1\nlet b = é + c\n")

  @Test func `one log tells about all files, with the rules that occur by name`() throws {
    let run = try run([
      (file, [Diagnostic(.unknownName, "unknown `c`", at: place(of: "c", in: file))]),
      (SourceFile(name: "empty.pipe", text: ""), []),
      (
        SourceFile(name: "b.pipe", text: "x"),
        [
          Diagnostic(.duplicateName, "twice", at: SourceSpan(0, 1)),
          Diagnostic(.unknownName, "unknown", at: .synthesized),
          Diagnostic(.missingRole, "no role", at: .synthesized),
        ]
      ),
    ])
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "pipec")
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.map { $0["id"] as? String } == ["duplicate-name", "missing-role", "unknown-name"])
    let page = try #require(DiagnosticID.missingRole.page)
    #expect((rules[1]["shortDescription"] as? [String: Any])?["text"] as? String == page.what)
    #expect((rules[1]["fullDescription"] as? [String: Any])?["text"] as? String == page.why)
    #expect((rules[1]["help"] as? [String: Any])?["text"] as? String == page.remedy)
    #expect((rules[1]["defaultConfiguration"] as? [String: Any])?["level"] as? String == "warning")
    let results = Self.results(of: run)
    #expect(results.map { $0["ruleIndex"] as? Int } == [2, 0, 2, 1])
    #expect(results.map { $0["level"] as? String } == ["error", "error", "error", "warning"])
    #expect(results.map(Self.uri) == ["dir/a.pipe", "b.pipe", "b.pipe", "b.pipe"])
    #expect(run["invocations"] == nil)
  }

  @Test func `a result is a message of sentences at a region in characters and bytes`() throws {
    let diagnostic = Diagnostic(
      .unknownName, "unknown `c`", at: place(of: "c", in: file), label: "here {",
      related: [Label("there", at: .synthesized), Label("é", at: .text(SourceSpan(4, 6)))],
      why: "names are declared", help: "did you mean `b`?")
    let result = try #require(try Self.results(of: run([(file, [diagnostic])])).first)
    #expect(
      Self.message(of: result) == "Unknown `c`. Names are declared. Did you mean `b`?")
    let locations = try #require(result["locations"] as? [[String: Any]])
    #expect(locations.count == 1 && Self.message(of: locations[0]) == "here {{")
    #expect(
      Self.region(of: locations[0]) == [
        "startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 14, "byteOffset": 24,
        "byteLength": 1,
      ])
    let related = try #require(result["relatedLocations"] as? [[String: Any]])
    #expect(related.map { $0["id"] as? Int } == [1, 2])
    #expect(related.map(Self.message) == ["there", "é"])
    #expect(related.map { Self.region(of: $0)["byteLength"] } == [nil, 2])
    #expect(result["fixes"] == nil)
  }

  @Test func `a fix is a change of the file with all its edits`() throws {
    let span = place(of: "é + c", in: file)
    let diagnostic = Diagnostic(
      .wrongType, "no list", at: span,
      fix: Fix("write `[`…`]`", wrapping: span, in: "[\"", "\n]"))
    let result = try #require(try Self.results(of: run([(file, [diagnostic])])).first)
    #expect(Self.message(of: result) == "No list. Write `[`…`]`.")
    let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    #expect((change["artifactLocation"] as? [String: Any])?["uri"] as? String == "dir/a.pipe")
    let replacements = try #require(change["replacements"] as? [[String: Any]])
    #expect(
      replacements.map { ($0["insertedContent"] as? [String: Any])?["text"] as? String }
        == ["[\"", "\n]"])
    let regions = replacements.map { $0["deletedRegion"] as? [String: Int] ?? [:] }
    #expect(regions.map { $0["byteOffset"] } == [19, 25])
    #expect(regions.map { $0["startColumn"] } == [9, 14])
    #expect(regions.allSatisfy { $0["byteLength"] == 0 && $0["startColumn"] == $0["endColumn"] })
  }

  @Test func `nothing to say is a log without results`() throws {
    let run = try run([(file, []), (SourceFile(name: "b.pipe", text: ""), [])])
    #expect(run["results"] as? [[String: Any]] != nil && Self.results(of: run).isEmpty)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let alone = rendered([], of: file, as: .sarif)
    #expect(alone.hasPrefix("{\"$schema\":\"https://") && alone.hasSuffix("}\n"))
  }

  @Test(arguments: [
    ("a b/ö%.pipe", "a%20b/%C3%B6%25.pipe"), ("<stdin>", "%3Cstdin%3E"),
    ("/srv/x.pipe", "file:///srv/x.pipe"), ("../c:d\"\n.pipe", "../c%3Ad%22%0A.pipe"),
  ])
  func `a path is a URI`(path: String, uri: String) throws {
    let diagnostic = Diagnostic(.missingRole, "no role", at: .synthesized)
    let run = try run([(SourceFile(name: path, text: ""), [diagnostic])])
    #expect(Self.results(of: run).map(Self.uri) == [uri])
  }

  @Test func `what was not kept is a notification`() throws {
    let many = (0..<1_002).map { Diagnostic(.syntaxError, "bad", at: SourceSpan($0, $0 + 1)) }
    let run = try run([(file, many)])
    #expect(Self.results(of: run).count == 1_000)
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == true)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notes.map(Self.message) == ["2 more diagnostics are not shown."])
    #expect(notes.map(Self.uri) == ["dir/a.pipe"])
  }

  @Test func `what is found in the corpus makes one log whose regions lie in the files`() throws {
    let compilations = Corpus.invalid.map { compile($0.source) }
    let log = render(
      compilations.map { ($0.diagnostics, $0.sources) }, as: .sarif, version: "1.2.3")
    let results = Self.results(of: try Self.run(in: log))
    let pairs = compilations.flatMap { one in one.diagnostics.sorted.map { ($0, one.file) } }
    try #require(results.count == pairs.count)
    for (result, (diagnostic, file)) in zip(results, pairs) {
      #expect(result["ruleId"] as? String == diagnostic.id.rawValue)
      guard let span = diagnostic.origin.span else { continue }
      let location = (result["locations"] as? [[String: Any]])?.first ?? [:]
      let region = Self.region(of: location)
      #expect(region["byteOffset"] == Int(span.start))
      #expect(region["byteLength"] == Int(span.end - span.start))
      let start = LineTable(file.bytes).location(of: span.start, in: file.bytes)
      #expect(region["startLine"] == start.line && region["startColumn"] == start.column)
    }
  }

  /// Returns the only run in the log about `files` and what is reported about them.
  private func run(_ files: [(SourceFile, [Diagnostic])]) throws -> [String: Any] {
    let reports = files.map { file, found in
      var diagnostics = Diagnostics()
      for diagnostic in found { diagnostics.report(diagnostic) }
      return (diagnostics, Sources(file))
    }
    return try Self.run(in: render(reports, as: .sarif, version: "1.2.3"))
  }

  /// Returns the only run in `log`.
  private static func run(in log: [UInt8]) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(log)) as? [String: Any]
    #expect(object?["version"] as? String == "2.1.0")
    let runs = try #require(object?["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return runs.first ?? [:]
  }

  /// Returns the results of `run`.
  private static func results(of run: [String: Any]) -> [[String: Any]] {
    run["results"] as? [[String: Any]] ?? []
  }

  /// Returns the text of the message of `object`.
  private static func message(of object: [String: Any]) -> String? {
    (object["message"] as? [String: Any])?["text"] as? String
  }

  /// Returns the region of `location`.
  private static func region(of location: [String: Any]) -> [String: Int] {
    (location["physicalLocation"] as? [String: Any])?["region"] as? [String: Int] ?? [:]
  }

  /// Returns the URI of the first location of `result`.
  private static func uri(of result: [String: Any]) -> String? {
    let location = (result["locations"] as? [[String: Any]])?.first
    let place = location?["physicalLocation"] as? [String: Any]
    return (place?["artifactLocation"] as? [String: Any])?["uri"] as? String
  }
}
