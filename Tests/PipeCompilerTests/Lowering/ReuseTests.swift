import PipeCompiler
import TestSupport
import Testing

/// What one file makes of others, and one text of several pipelines.
@Suite struct ReuseTests {
  /// Returns what `text` compiles to with `files` beside it.
  private func compiled(
    _ text: String, files: [String: String] = [:], profile: String? = nil,
    config: [Setting] = []
  ) -> Compilation {
    var options = CompilerOptions.sketch
    options.profile = profile
    options.config = config
    return compile(
      SourceFile(name: "main.pipe", text: text), options: options, loader: .texts(files))
  }

  /// Returns the names of the steps of the first pipeline of `compilation`.
  private func steps(of compilation: Compilation) -> [String] {
    guard let graph = compilation.graph?.graph else { return ["\(transcript(of: compilation))"] }
    return graph.steps.elements.map { graph.text($0.name) }
  }

  @Test func `a header with a loop makes a pipeline of every item, in order`() {
    let text = """
      pipeline "p-\\(n)" for n in [1, 2, 3] { role: "arn:aws:iam::111122223333:role/R" }
      let unused = 1
      if n == 2 { fail Two "\\(unused)" } else { fail Other "not two" }
      """
    let compilation = compile(SourceFile(name: "main.pipe", text: text))
    #expect(compilation.pipelines.map(\.name) == ["p-1", "p-2", "p-3"])
    #expect(compilation.pipelines.map { $0.graph.graph.steps.elements.count } == [1, 1, 1])
    #expect(compilation.outputs.count == 6)
    #expect(compilation.diagnostics.isEmpty, "what one pipeline uses is used")
  }

  @Test func `a mistake in several pipelines is reported once`() {
    let text = """
      pipeline "p-\\(n)" for n in range(20) { role: "arn:aws:iam::111122223333:role/R" }
      fail Stop wrong
      """
    #expect(compiled(text).diagnostics.sorted.map(\.id) == [.unknownName])
  }

  @Test func `an imported file sees its own names only, and is read once`() {
    let files = [
      "lib/a.pipe": "import { b } from \"b.pipe\"\nlet name = \"a\"\nfunc a() = \"\\(name)\\(b)\"",
      "lib/b.pipe": "let name = \"b\"\nlet b = name",
    ]
    let text =
      plainHeader + """
        import { a } from "lib/a.pipe"
        import { b } from "lib/../lib/b.pipe"
        let name = "main"
        fail Stop "\\(a()) \\(b) \\(name)"
        """
    let compilation = compiled(text, files: files)
    #expect(compilation.sources.files.map(\.name) == ["main.pipe", "lib/a.pipe", "lib/b.pipe"])
    let output = compilation.outputs.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(output.contains("ab b main"), "\(transcript(of: compilation))")
  }

  @Test func `what a file declares counts before what it imports as a whole`() {
    let text = plainHeader + "import \"lib.pipe\"\nlet a = \"mine\"\nfail Stop \"\\(a) \\(b)\""
    let compilation = compiled(text, files: ["lib.pipe": "let a = \"theirs\"\nlet b = a"])
    let output = compilation.outputs.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(output.contains("mine theirs"), "\(transcript(of: compilation))")
  }

  @Test func `defaults reach the steps of templates, and those of a template count first`() throws {
    let lib = """
      defaults Lambda { description: "of the library", DisplayName: "library" }
      template T(x) {
        defaults Lambda { description: "of the template" }
        step A: Lambda { FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f" }
      }
      """
    let text =
      plainHeader + """
        import { T } from "lib.pipe"
        defaults Lambda { description: "of the file", CacheConfig: { Enabled: false } }
        use t = T(1)
        step B: Lambda { FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:f" }
        """
    let compilation = compiled(text, files: ["lib.pipe": lib])
    let graph = try #require(compilation.graph, "\(transcript(of: compilation))").graph
    let facts = graph.steps.elements.map { step in
      [
        graph.text(step.name), graph.string(step.description) ?? "",
        graph.string(step.displayName) ?? "", step.cacheConfig == nil ? "" : "cache",
      ]
    }
    #expect(
      facts == [
        ["t-A", "of the template", "library", "cache"], ["B", "of the file", "", "cache"],
      ])
  }

  @Test func `a setting may be a list, and is shown where it is wrong`() throws {
    let text =
      plainHeader + "config names: [String]\nfor n in names { step S \"s-\\(n)\": Lambda { } }"
    let right = compiled(text, config: [Setting("names", "[\"a\", \"b\"]")])
    #expect(steps(of: right) == ["s-a", "s-b"])
    let wrong = compiled(text, config: [Setting("names", "[\"a\", 1]")])
    let diagnostic = try #require(wrong.diagnostics.sorted.first)
    #expect(diagnostic.id == .wrongType)
    let printed = render(wrong.diagnostics, of: wrong.sources, as: .concise)
    #expect(String(decoding: printed, as: UTF8.self).hasPrefix("-D names:1:7: error[wrong-type]"))
    let broken = compiled(text, config: [Setting("names", "[\"a\" 1")])
    #expect(broken.diagnostics.sorted.first?.id == .syntaxError)
  }

  @Test func `settings count before profiles, and profiles before their bases and defaults`() {
    let text =
      plainHeader + """
        config a: String = "default"
        config b: String = "default"
        config c: String = "default"
        config d: String = "default"
        profile base { b = "base", c = "base" }
        profile top: base { c = "top", d = "top" }
        step Stop "s-\\(a)-\\(b)-\\(c)-\\(d)": Lambda { }
        """
    let compilation = compiled(text, profile: "top", config: [Setting("d", "given")])
    #expect(steps(of: compilation) == ["s-default-base-top-given"])
    #expect(compiled(text, profile: "tpo").diagnostics.sorted.map(\.id) == [.unknownProfile])
  }

  @Test(arguments: [
    ("lib/a.pipe", "main.pipe", "main.pipe", "lib/a.pipe"),
    ("../lib/a.pipe", "x/main.pipe", "x/main.pipe", "lib/a.pipe"),
    ("./a.pipe", "lib/b.pipe", "x/main.pipe", "lib/a.pipe"),
    ("a.pipe", "/p/main.pipe", "/p/main.pipe", "/p/a.pipe"),
    ("a.pipe", "../p/main.pipe", "../p/main.pipe", "../p/a.pipe"),
    ("../a.pipe", "main.pipe", "main.pipe", nil), ("x/../../a", "main.pipe", "main.pipe", nil),
    ("../a.pipe", "/p/main.pipe", "/p/main.pipe", nil),
    ("../../lib/a.pipe", "../p/main.pipe", "../p/main.pipe", nil),
    ("..", "x/main.pipe", "x/main.pipe", nil), (".", "main.pipe", "main.pipe", nil),
    ("/etc/passwd", "main.pipe", "main.pipe", nil), ("~/a", "main.pipe", "main.pipe", nil),
    ("", "main.pipe", "main.pipe", nil), ("a\\b", "main.pipe", "main.pipe", nil),
  ])
  func `a path leads to a file of the project or nowhere`(
    path: String, file: String, main: String, expected: String?
  ) {
    let place = ProjectPath(path, in: file, of: main)
    if let expected {
      #expect(place == .inside(expected))
    } else {
      #expect(place == .outside || place == .unusable)
    }
  }

  @Test func `positions lead to files and back`() {
    var sources = Sources(SourceFile(name: "a", text: "abc"))
    #expect(sources.append(SourceFile(name: "b", text: "")) == 4)
    #expect(sources.append(SourceFile(name: "c", text: "x")) == 5)
    #expect((0...6).map { sources.file(at: $0).name } == ["a", "a", "a", "a", "b", "c", "c"])
    let place = sources.place(of: SourceSpan(5, 99))
    #expect(place.file == 2 && place.range == 0..<1)
  }
}
