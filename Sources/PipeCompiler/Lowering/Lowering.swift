/// Returns the graphs of the pipelines that `program` describes; none if it declares no pipeline.
///
/// Build time ends here: settings, `let`s and functions are evaluated, and what is only known at
/// run time becomes a value of the graph. A header with `for` makes a pipeline of every item.
package func lower(
  _ program: Program, with options: CompilerOptions, loader: SourceLoader = .none,
  reportingTo diagnostics: inout Diagnostics
) -> [PipelineGraph] {
  var graphs: [PipelineGraph] = []
  var unused: [UnusedName]?
  var item = 0
  var spent = Spending()
  repeat {
    var lowering = Lowering(program, options, loader, diagnostics, item: item)
    defer { lowering.record.free() }
    (lowering.work, lowering.earlier) = (spent.work, spent)
    let hasPipeline = lowering.run()
    diagnostics = lowering.diagnostics
    spent = lowering.spending
    diagnostics.surround(lowering.surroundings)
    guard hasPipeline else { return graphs }
    let names = lowering.unusedNames()
    unused = unused.map { earlier in earlier.filter { names.contains($0) } } ?? names
    graphs.append(lowering.graph)
    item += 1
    if item >= lowering.itemCount || lowering.hasReachedLimit { break }
  } while true
  // What is used by one of several pipelines is used.
  for name in unused ?? [] where !diagnostics.containsErrors { diagnostics.report(.unused(name)) }
  reportDoubleNames(of: graphs, &diagnostics)
  return graphs
}

/// Returns the graph of the first pipeline that the text with the tree `syntax` describes, or `nil` if
/// it declares none.
package func lower(
  _ syntax: SyntaxTree, with options: CompilerOptions, reportingTo diagnostics: inout Diagnostics
) -> PipelineGraph? {
  let file = SourceFile(name: "", bytes: syntax.tokens.bytes)
  return lower(Program(syntax, of: file), with: options, reportingTo: &diagnostics).first
}

/// Reports every pipeline among `graphs`, which come from one header, that has an earlier one's name.
private func reportDoubleNames(of graphs: [PipelineGraph], _ diagnostics: inout Diagnostics) {
  if graphs.count < 2 { return }
  var names: Set<String> = []
  for graph in graphs {
    let name = graph.text(graph.header.name)
    if names.insert(name).inserted { continue }
    diagnostics.report(
      Diagnostic(
        .duplicatePipeline, "two items give the pipeline the name `\(name)`",
        at: graph.header.origin, why: "every item makes a pipeline of its own",
        help: "put the variable behind `for` into the name"))
  }
}

/// The machine that turns syntax into a graph: it declares names, then fills steps.
///
/// What only reads the machine and is used for every member is inlined: a call would copy it whole.
struct Lowering: ~Copyable {
  /// What the pipeline is made from, and what was found out about it.
  let record: LoweringRecordBox
  /// The text of the program, of which names are interned without counting who holds it.
  let bytes: [UInt8]
  /// Which item of the header's `for` the pipeline is made of.
  let item: Int
  /// How many items there are.
  var itemCount = 1
  /// What has been found wrong.
  var diagnostics: Diagnostics
  /// The graph so far.
  var graph: PipelineGraph
  /// All scopes; the first ones are those of the files.
  var scopes: [Scope]
  /// The position of the binding of each name in each scope, or one from which it is gone.
  var positions = IndexTable(capacity: 256)
  /// All names of all scopes, in the order of their declaration.
  var bindings: [Binding] = []
  /// The first step of each type, by the name of the type.
  var firstSteps = IndexTable(capacity: 16)
  /// The `defaults` blocks that apply to each kind of step, in source order.
  var defaults: [StepKind: [DefaultsBlock]] = [:]
  /// The instance that is being made or read from, or -1.
  var currentInstance = -1
  /// `true` while something is evaluated that a test expects.
  var isExpecting = false
  /// `true` while it is being found out which steps there are.
  var isExpanding = false
  /// `true` iff what is being evaluated mentions a step.
  var mentionsStep = false
  /// What was evaluated before all steps were there and mentions one, with what it meant before.
  var earlyValues: [(index: Int, meaning: Binding.Meaning)] = []
  /// The members of the objects that are being evaluated, outermost first.
  var openMembers: [Member] = []
  /// The entries of the lists that are being evaluated, outermost first.
  var openEntries: [Index<Value>] = []
  /// How many values each value stands for once it is written out.
  var weights: [UInt32] = []
  /// How many values all steps together stand for.
  var totalWeight = 0
  /// How deeply evaluations are nested in one another.
  var depth = 0
  /// How often functions were called, loops went round and templates were used.
  var rounds = 0
  /// How many nodes that took, together with those of earlier pipelines of the program.
  var work = 0
  /// What earlier pipelines of the program have taken.
  var earlier = Spending()
  /// Where generated S3 URIs begin, if the header says so.
  var artifacts: Index<Value>?
  /// `false` while values are emitted as they are written.
  var coercesMaps = true
  /// The values that no member changes.
  var verbatimValues: Set<Index<Value>> = []
  /// The object literal whose members are not read as a run-time value.
  var verbatimObject: NodeIndex = -1
  /// `true` iff it was reported that evaluation was given up; then nothing more is evaluated.
  var hasReachedLimit = false

  /// Creates the machine for the pipeline of `program` that the item number `item` makes.
  init(
    _ program: Program, _ options: CompilerOptions, _ loader: SourceLoader,
    _ diagnostics: Diagnostics, item: Int
  ) {
    record = LoweringRecordBox(LoweringRecord(program, options, loader))
    bytes = program.syntax.tokens.bytes
    self.diagnostics = diagnostics
    self.item = item
    scopes = program.roots.indices.map { Scope(parent: -1, home: $0, trunk: $0, instance: -1) }
    var symbols = SymbolTable.ofGraph
    let header = PipelineHeader(name: symbols.intern("pipeline"), origin: .synthesized)
    graph = PipelineGraph(symbols: symbols, header: header)
    let estimate = program.syntax.tokens.tokens.count / 2
    graph.reserve(values: estimate)
    weights.reserveCapacity(estimate)
  }

  /// Lowers the whole file and returns `true` iff it declares a pipeline.
  mutating func run() -> Bool {
    work += tree.nodes.count
    declareProgram()
    nameSteps()
    evaluateDeclarations()
    fillParameters()
    guard let header = declared.header else { return lowerWithoutHeader() }
    lowerHeader(header)
    declareReturns()
    for step in graph.steps.indices { fill(step) }
    fillResources()
    fillExecutions()
    checkAssertions()
    for test in declared.tests { lowerTest(test) }
    return itemCount > 0
  }

  /// Lowers a file without a header, which may hold resources or, if these are to be run, tests of its
  /// functions; returns `true` iff it does.
  private mutating func lowerWithoutHeader() -> Bool {
    let isWanted =
      !declared.resources.isEmpty && options.run == nil
      || options.runsTests && !declared.tests.isEmpty
    guard isWanted, declared.steps.isEmpty, declared.parameters.isEmpty, declared.executions.isEmpty
    else {
      reportMissingPipeline()
      return false
    }
    graph.header.name = graph.symbols.intern(program.sources.main.stem)
    (graph.header.isAbsent, graph.header.isDeclared) = (true, false)
    fillResources()
    checkAssertions()
    for test in declared.tests { lowerTest(test) }
    return true
  }

  /// Evaluates every `config`, `let` and argument, so that a wrong one is reported even if nothing
  /// uses it; not so those of imported files, which hold more than one program needs.
  private mutating func evaluateDeclarations() {
    let files = 1..<max(program.roots.count, 1)
    var index = 0
    while index < bindings.count {
      switch bindings[index].meaning {
      case .unevaluated, .argument:
        if !files.contains(bindings[index].scope) { _ = term(ofBinding: index) }
      default: break
      }
      index += 1
    }
  }

  /// Forgets what was evaluated before all steps were there and mentions one.
  mutating func forgetEarlyValues() {
    for (index, meaning) in earlyValues.reversed() where index < bindings.count {
      bindings[index].meaning = meaning
    }
    earlyValues = []
  }

  /// Reports that the file declares no pipeline, unless it is too broken to tell.
  private mutating func reportMissingPipeline() {
    guard !diagnostics.isIncomplete else { return }
    let end = tree.tokens.tokens.last?.span ?? SourceSpan(0, 0)
    report(
      Diagnostic(
        .missingPipeline, "the file declares no pipeline", at: SourceSpan(0, min(end.end, 1)),
        why: declared.executions.isEmpty
          ? "a file without a header is a library for other files to import, or holds resources only"
          : "a run is one of the pipeline that its file declares",
        help: "begin with `pipeline \"name\" { role: \"arn:aws:iam::…\" }`"))
  }
}

// Conveniences.
extension Lowering {
  /// Reports `diagnostic`.
  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.report(currentInstance < 0 ? diagnostic : traced(diagnostic))
  }

  /// Returns the origin of the node at `index`.
  @inline(__always)
  func origin(_ index: NodeIndex) -> Origin { .text(tree.span(of: index)) }

  /// Returns the symbol of the word that the node at `index` begins with.
  mutating func symbol(_ index: NodeIndex) -> Symbol {
    let token = tree.firstToken(of: index)
    return graph.symbols.intern(bytes, token.span.range)
  }

  /// Returns the children of the node at `index`, in order.
  func children(_ index: NodeIndex) -> [NodeIndex] { Array(tree.children(of: index)) }

  /// Returns the first four children of the node at `index`, in order.
  @inline(__always)
  func parts(_ index: NodeIndex) -> SyntaxParts {
    var parts = SyntaxParts()
    var cursor = tree.cursor(in: index)
    while let child = cursor.next(in: tree) { parts.append(child) }
    return parts
  }

  /// Returns `true` iff the node at `index` stands for something that a syntax error left out.
  @inline(__always)
  func isMissing(_ index: NodeIndex) -> Bool {
    tree.kind(index) == .missing || tree.kind(index) == .error
  }

  /// Runs `body` one level deeper, or reports that evaluation does not end soon and returns `nil`.
  mutating func nested<Result>(
    at index: NodeIndex, _ body: (inout Lowering) -> Result
  ) -> Result? {
    guard !hasReachedLimit else { return nil }
    guard depth < Self.depthLimit else {
      reportLimit(at: index, "its value depends on too many other ones, one inside the other")
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  /// How deeply evaluations may be nested.
  static let depthLimit = 400

  /// How many calls, rounds and uses one pipeline may take.
  static let roundLimit = 100_000

  /// How many nodes may be evaluated in them, in all pipelines of a program.
  static let workLimit = 50_000_000

  /// How many values one value, and all steps together, may stand for.
  static let weightLimit = 4_000_000

  /// How many values the steps of all pipelines of a program may stand for.
  static let programWeightLimit = 32_000_000

  /// How many bytes a string may have.
  static let stringLimit = 1_048_576

  /// How many parts a string with run-time values may have; each takes more than 16 characters.
  static let partLimit = 65_536

  /// Reports that evaluation was given up at the node at `index`.
  mutating func reportLimit(at index: NodeIndex, _ reason: String) {
    guard !hasReachedLimit else { return }
    hasReachedLimit = true
    report(
      Diagnostic(
        .evaluationLimit, "this is too large: \(reason)", at: tree.span(of: index),
        why: "evaluation is bounded, so that any file builds in bounded time",
        help: "a pipeline definition may have 1,048,576 characters; make the value smaller"))
  }
}
