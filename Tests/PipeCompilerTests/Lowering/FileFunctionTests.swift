import PipeCompiler
import TestSupport
import Testing

/// What `asset`, `file` and `json` make of the project's files.
@Suite struct FileFunctionTests {
  /// Three steps: two read one script each, one reads a directory.
  private static let source = SourceFile(
    name: "jobs/churn.pipe",
    text: """
      pipeline "churn" {
        role: "arn:aws:iam::111122223333:role/R"
        artifacts: "s3://my-bucket/a/"
      }
      step Prepare: Lambda { \(function)  args: { code: asset("prepare.py") } }
      step Train: Lambda { \(function)  args: { code: asset("../lib/train.py") } }
      step Score: Lambda { \(function)  args: { code: asset("src/"), again: asset("src") } }
      """)

  /// The members that every step needs.
  private static let function =
    "FunctionArn: \"arn:aws:lambda:us-west-2:111122223333:function:f\";"

  /// The files of the project.
  private static let project = [
    "jobs/prepare.py": "print(1)\n", "lib/train.py": "print(2)\n",
    "jobs/src/score.py": "print(3)\n",
    "jobs/src/deep/x.txt": "x", "jobs/src/.env": "SECRET=1", "jobs/src/__pycache__/s.pyc": "0",
  ]

  @Test func `an asset goes to a place named for the pipeline and for what is in it`() throws {
    let pipeline = try #require(Self.compiled(Self.project).pipelines.first)
    #expect(pipeline.assets.map(\.path) == ["prepare.py", "../lib/train.py", "src"])
    for asset in pipeline.assets {
      let name = asset.path.split(separator: "/").last ?? ""
      let end = asset.archive == nil ? "" : ".tar.gz"
      #expect(
        asset.destination
          == "s3://my-bucket/a/churn/assets/\(asset.digest.prefix(16))/\(name)\(end)")
      let bytes = asset.archive ?? Array((Self.project[asset.localPath] ?? "").utf8)
      #expect(asset.digest == sha256(of: bytes) && asset.size == bytes.count)
    }
  }

  @Test(arguments: project.keys.sorted())
  func `a changed file changes exactly the steps that use it`(path: String) throws {
    var changed = Self.project
    changed[path, default: ""] += " "
    let before = try #require(Self.codes(in: Self.project))
    let after = try #require(Self.codes(in: changed))
    let users = [
      "jobs/prepare.py": ["Prepare"], "lib/train.py": ["Train"], "jobs/src/score.py": ["Score"],
      "jobs/src/deep/x.txt": ["Score"],
    ]
    #expect(
      before.keys.filter { before[$0] != after[$0] }.sorted() == users[path] ?? [], "\(path)")
  }

  @Test func `a file of any length has its digest`() throws {
    for length in Array(0...130) + [1_000, 65_535, 65_536] {
      let text = String(repeating: "a", count: length)
      let files = ["f": text]
      let file = SourceFile(
        name: "p.pipe",
        text: """
          pipeline "p" { role: "arn:aws:iam::111122223333:role/R"; artifacts: "s3://b" }
          fail Stop asset("f")
          """)
      let assets = compile(file, loader: Self.loader(files)).pipelines.first?.assets
      #expect(assets?.first?.digest == sha256(of: Array(text.utf8)), "\(length) bytes")
    }
  }

  @Test func `files become texts and values`() throws {
    let file = SourceFile(
      name: "p.pipe",
      text: """
        pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
        let query = file("q.sql")
        step A: Lambda { \(Self.function)
          args: { query: query, columns: json("c.json"), again: json("c.json") }
        }
        """)
    let files = [
      "q.sql": "select \"a\"\nfrom t\n", "c.json": "{\"n\": [1, 2.50, null, \"\\u00e9\"]}",
    ]
    let compilation = compile(file, loader: Self.loader(files))
    let definition = String(
      decoding: compilation.outputs.first { $0.target == .sagemaker }?.bytes ?? [], as: UTF8.self)
    let squeezed = definition.filter { !$0.isWhitespace }
    #expect(squeezed.contains(#""query":"select\"a\"\nfromt\n""#), "\(definition)")
    #expect(
      squeezed.contains(#""columns":{"n":[1,2.50,null,"é"]},"again":{"n":[1,2.50,null,"é"]}"#))
  }

  @Test(arguments: [#"asset("big")"#, #"asset("src")"#, #"file("big")"#, #"json("big")"#])
  func `what is too large is refused`(call: String) {
    let huge = SourceLoader(
      read: { _, limit in .success([UInt8](repeating: 0x20, count: limit)) },
      list: { $0 == "src" ? .success(["a", "b"]) : .failure(LoadFailure("no such directory")) })
    let file = SourceFile(
      name: "p.pipe",
      text: """
        pipeline "p" { role: "arn:aws:iam::111122223333:role/R"; artifacts: "s3://b" }
        fail Stop \(call)
        """)
    let raised = compile(file, loader: huge).diagnostics.sorted
    #expect(raised.map(\.id) == [.unreadableFile])
    #expect(raised.first?.message.contains("it has more than") == true)
  }

  @Test func `a directory that leads back to itself ends in an error`() {
    let endless = SourceLoader(
      read: { _, _ in .success([]) }, list: { _ in .success(["a.py", "again/", "and/"]) })
    let ids = compile(Self.source, loader: endless).diagnostics.sorted.map(\.id)
    #expect(Set(ids) == [.unreadableFile])
  }

  @Test func `the list of assets is one that people can read`() throws {
    let compilation = Self.compiled(Self.project)
    let list = try #require(compilation.outputs.first { $0.target == .assets })
    expectGolden(list.bytes, at: "Tests/Corpus/assets/churn.assets.json")
  }

  /// Returns what `source` compiles to in a project of `files`.
  private static func compiled(_ files: [String: String]) -> Compilation {
    compile(source, loader: loader(files))
  }

  /// Returns the text of each step in a project of `files`, by the name of the step.
  private static func codes(in files: [String: String]) -> [String: String]? {
    let dump = compiled(files).graph?.graph.dump()
    return dump.map { text in
      var steps: [String: String] = [:]
      var name = ""
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.first == "step", words.count > 1 { name = words[1].filter { $0.isLetter } }
        if words.first == "asset" { break }
        steps[name, default: ""] += "\(line)\n"
      }
      steps[""] = nil
      return steps
    }
  }

  /// Returns the loader of `files`, by their paths.
  private static func loader(_ files: [String: String]) -> SourceLoader {
    SourceLoader(
      read: { path, limit in
        files[path].map { .success(Array($0.utf8.prefix(limit))) }
          ?? .failure(LoadFailure("no such file"))
      },
      list: { path in
        let below = files.keys.filter { $0.hasPrefix("\(path)/") }
        if below.isEmpty { return .failure(LoadFailure("no such directory")) }
        let names = below.map { name -> String in
          let rest = name.dropFirst(path.count + 1)
          return rest.firstIndex(of: "/").map { String(rest[...$0]) } ?? String(rest)
        }
        return .success(Set(names).sorted())
      })
  }
}
