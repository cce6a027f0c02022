import PipeCompiler
import TestSupport
import Testing

/// Drawings of pipelines, and what holds for all of them.
@Suite struct DrawingTests {
  @Test(arguments: Corpus.inputs)
  func `a drawing loses nothing, and nothing in it overlaps`(input: CorpusInput) {
    guard let graph = compile(input.source).graph else { return }
    Self.checkAll(graph, input.path)
  }

  @Test(
    .enabled(if: SharedCorpus.isPresent, "no shared corpus; `PIPEC_SHARED` names its directory"),
    arguments: SharedFolder.all)
  func `a drawing of what others wrote loses nothing either`(folder: SharedFolder) {
    // Some of them; Scripts/check-graphs takes all.
    for (number, source) in folder.sources.enumerated() where number % 6 == 0 {
      guard let graph = compile(source).graph else { continue }
      Self.checkAll(graph, source.name)
    }
  }

  @Test(arguments: DrawingForm.allCases)
  func `the example is drawn as it was`(form: DrawingForm) throws {
    let source = SourceFile(
      name: "abalone.pipe", bytes: Repository.bytes(at: "examples/abalone.pipe") ?? [])
    let graph = try #require(compile(source).graph)
    let names: [DrawingForm: String] = [
      .text: "txt", .mermaid: "mmd", .dot: "dot", .svg: "svg",
    ]
    expectGolden(
      draw(graph, as: form), at: "examples/expected/AbalonePipeline.\(names[form] ?? "")")
  }

  @Test(arguments: DrawingForm.allCases)
  func `a pipeline is drawn the same twice`(form: DrawingForm) {
    for input in Corpus.valid {
      guard let graph = compile(input.source).graph else { continue }
      #expect(draw(graph, as: form) == draw(graph, as: form), "\(input.name)")
    }
  }

  @Test func `text of the author's own does not become markup`() throws {
    let source = SourceFile(
      name: "strange.json",
      text: """
        {"Version": "2020-12-01", "Parameters": [], "Steps": [
          {"Name": "A", "Type": "<b>\\"&\\u0007--> ]|`\\\\;#", "Arguments": {}},
          {"Name": "B", "Type": "<b>\\"&\\u0007--> ]|`\\\\;#", "Arguments": {}, "DependsOn": ["A"]}]}
        """)
    let graph = try #require(compile(source).graph)
    Self.checkAll(graph, source.name)
    let mermaid = String(decoding: draw(graph, as: .mermaid), as: UTF8.self)
    #expect(mermaid.contains("#60;b#62;#34;#38;#65533;--#62; #93;#124;#96;#92;#59;#35;"))
    let dot = String(decoding: draw(graph, as: .dot), as: UTF8.self)
    #expect(dot.contains("<b>\\\"&\u{FFFD}--> ]|`\\\\;#"))
  }

  @Test func `a branch or loop has room for the name of its owner`() throws {
    let long = String(repeating: "every-tenant-", count: 2)
    let text = """
      pipeline "p" { role: "arn:aws:iam::111122223333:role/R" }
      foreach ScoreTenants "\(long)" in ["a", "b"] {
        step A: Lambda { FunctionArn: "arn:aws:lambda:us-west-2:111122223333:function:a" }
      }
      condition IsGood if execution.id == "x" { fail B "b" } else { fail C "c" }
      """
    let source = SourceFile(name: "p.pipe", text: text)
    let graph = try #require(compile(source, options: .sketch).graph)
    Self.checkAll(graph, source.name)
    let svg = String(decoding: draw(graph, as: .svg), as: UTF8.self)
    #expect(svg.contains("each item</tspan> <tspan>\(long)</tspan>"))
    #expect(svg.contains("false</tspan> <tspan>IsGood</tspan>"))
  }

  @Test func `a pipeline without steps is drawn`() throws {
    let source = SourceFile(
      name: "empty.json", text: #"{"Version": "2020-12-01", "Parameters": [], "Steps": []}"#)
    guard let graph = compile(source).graph else { return }
    Self.checkAll(graph, source.name)
  }

  @Test func `ten thousand lines that cross all layers are drawn in bounded time and memory`() {
    // Each step of a long chain is read by the last one: the trunks would fill a square.
    var steps: [String] = []
    for number in 0..<600 {
      let before = number == 0 ? "" : #","DependsOn":["S\#(number - 1)"]"#
      steps.append(
        #"{"Name":"S\#(number)","Type":"Lambda","FunctionArn":"arn:aws:lambda:us-west-2:123456789012:function:f","#
          + #""OutputParameters":[{"OutputName":"o","OutputType":"String"}],"Arguments":{}\#(before)}"#
      )
    }
    let reads = (0..<600).map { #""a\#($0)":{"Get":"Steps.S\#($0).OutputParameters['o']"}"# }
    steps.append(
      #"{"Name":"Last","Type":"Lambda","FunctionArn":"arn:aws:lambda:us-west-2:123456789012:function:f","#
        + #""OutputParameters":[],"Arguments":{\#(reads.joined(separator: ","))}}"#)
    let text =
      #"{"Version":"2020-12-01","Parameters":[],"Steps":["# + steps.joined(separator: ",") + "]}"
    guard let graph = compile(SourceFile(name: "long.json", text: text)).graph else { return }
    let drawn = DrawnGraph(String(decoding: draw(graph, as: .svg), as: UTF8.self))
    #expect(drawn.faults == [])
    #expect(drawn.edges.count == 599 + 600 - 1 + 1)
  }

  /// Checks all drawings of `graph`.
  private static func checkAll(_ graph: CheckedGraph, _ name: String) {
    let expected = expectedEdges(of: graph.graph)
    checkPicture(graph, expected, name)
    checkDOT(graph, expected, name)
    let mermaid = lines(of: graph, as: .mermaid)
    let links = mermaid.count { $0.contains(/^ *[sc][0-9]+ -(->|\.->)(\|[a-z ]+\|)? [sc][0-9]+$/) }
    let regions = graph.graph.regions.elements.dropFirst().count { !$0.steps.isEmpty }
    #expect(links == expected.count + regions, "\(name)")
    let texts = lines(of: graph, as: .text)
    for step in graph.graph.steps.elements {
      #expect(texts.contains { $0.contains(graph.graph.text(step.name)) }, "\(name)")
    }
  }

  /// Checks that the SVG of `graph` shows the `expected` edges, and that everything in it has its place.
  private static func checkPicture(
    _ graph: CheckedGraph, _ expected: Set<[String]>, _ name: String
  ) {
    let drawn = DrawnGraph(String(decoding: draw(graph, as: .svg), as: UTF8.self))
    #expect(drawn.faults == [], "\(name)")
    let edges = drawn.edges.map { [$0.from, $0.to] }
    #expect(Set(edges) == expected && edges.count == expected.count, "\(name)")
    #expect(drawn.steps.count == graph.graph.steps.count, "\(name)")
    let frames = drawn.steps.sorted { $0.key < $1.key }
    for (position, (step, frame)) in frames.enumerated() {
      #expect(drawn.page.contains(frame), "\(name): \(step) leaves the page")
      #expect((drawn.textWidths[step] ?? 0) < frame.width, "\(name): \(step) is too narrow")
      for (other, frame2) in frames.dropFirst(position + 1) where frame.overlaps(frame2) {
        Issue.record("\(name): \(step) overlaps \(other)")
      }
      let around = clusters(around: step, in: graph.graph)
      for cluster in drawn.clusters {
        let isInside = around.contains([cluster.owner, cluster.role])
        let fits = isInside ? cluster.frame.contains(frame) : !cluster.frame.overlaps(frame)
        #expect(fits, "\(name): \(step) and the \(cluster.role) of \(cluster.owner)")
      }
    }
    for edge in drawn.edges { checkWay(edge.points, [edge.from, edge.to], drawn, name) }
    for entry in drawn.entries { checkWay(entry.points, [entry.owner], drawn, name) }
  }

  /// Checks that a line through `points` touches no step that is not one of its `ends`.
  private static func checkWay(
    _ points: [(x: Double, y: Double)], _ ends: [String], _ drawn: DrawnGraph, _ name: String
  ) {
    #expect(points.count > 1, "\(name): \(ends)")
    for (step, frame) in drawn.steps where points.contains(where: frame.holds) {
      Issue.record("\(name): the line of \(ends) runs over \(step)")
    }
  }

  /// Checks that the DOT of `graph` has the `expected` edges.
  private static func checkDOT(_ graph: CheckedGraph, _ expected: Set<[String]>, _ name: String) {
    let lines = lines(of: graph, as: .dot)
    let steps = lines.count { $0.contains(/^ *s[0-9]+ \[label=/) }
    #expect(steps == graph.graph.steps.count, "\(name)")
    var clusterOwners: [Substring: String] = [:]
    var found: Set<[String]> = []
    let names = graph.graph.steps.elements.map { graph.graph.text($0.name) }
    for line in lines {
      guard let match = line.firstMatch(of: /^ *s([0-9]+) -> s([0-9]+)(.*);$/),
        let from = Int(match.1), let to = Int(match.2)
      else { continue }
      if let head = match.3.firstMatch(of: /lhead=(cluster_[0-9]+)/) {
        clusterOwners[head.1] = names[from]
      } else if let tail = match.3.firstMatch(of: /ltail=(cluster_[0-9]+)/) {
        found.insert([clusterOwners[tail.1] ?? "", names[to]])
      } else {
        found.insert([names[from], names[to]])
      }
    }
    #expect(found == expected, "\(name)")
  }

  /// Returns the lines of the drawing of `graph` as `form`.
  private static func lines(of graph: CheckedGraph, as form: DrawingForm) -> [Substring] {
    String(decoding: draw(graph, as: form), as: UTF8.self).split(separator: "\n")
  }

  /// Returns which step of `graph` reads from or is ordered after which, found without its edges.
  private static func expectedEdges(of graph: PipelineGraph) -> Set<[String]> {
    var edges: Set<[String]> = []
    let names = Set(graph.steps.elements.map { graph.text($0.name) })
    func add(_ source: Symbol, _ target: Symbol) {
      let pair = [graph.text(source), graph.text(target)]
      if pair[0] != pair[1], names.contains(pair[0]) { edges.insert(pair) }
    }
    for read in graph.runtimeReads() {
      guard let reader = read.reader else { continue }
      switch graph.values[read.value] {
      case .reference(let index):
        if case .step(let name) = graph.references[index].root {
          add(name, graph.steps[reader].name)
        }
      case .jsonGet(let index):
        if case .propertyFile(let name, _) = graph.jsonGets[index].file {
          add(name, graph.steps[reader].name)
        }
      default: break
      }
    }
    for step in graph.steps.elements {
      for dependency in step.dependencies { add(dependency.step, step.name) }
    }
    return edges
  }

  /// Returns the clusters around the step called `name`, each as its owner and what it is called.
  private static func clusters(around name: String, in graph: PipelineGraph) -> Set<[String]> {
    let labels: [RegionRole: String] = [.then: "true", .otherwise: "false", .body: "each item"]
    var result: Set<[String]> = []
    var region = graph.steps.elements.first { graph.text($0.name) == name }?.region
    while let next = region, let owner = graph.regions[next].owner {
      result.insert([graph.text(graph.steps[owner].name), labels[graph.regions[next].role] ?? ""])
      region = graph.steps[owner].region
    }
    return result
  }
}
