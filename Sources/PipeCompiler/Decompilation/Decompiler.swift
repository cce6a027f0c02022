/// A definition as a text in the language.
public struct Decompilation: Sendable {
  /// The text, in the one layout; `nil` iff there was no definition to read.
  public internal(set) var bytes: [UInt8]?
  /// What is wrong with the definition, if it could not be read.
  public let diagnostics: Diagnostics
  /// `true` iff building the text gives what the definition says.
  public internal(set) var isExact: Bool
  /// The names of all pipelines that the text was chosen from, if it was.
  public internal(set) var pipelines: [String] = []
  /// What the text does not say although it stands in the documents, each in a line.
  public internal(set) var losses: [String] = []
  /// The words that the text declares.
  var words = WordChooser()

  /// Creates the text that `bytes` are, of which there are `diagnostics`.
  init(bytes: [UInt8]?, diagnostics: Diagnostics, isExact: Bool) {
    self.bytes = bytes
    self.diagnostics = diagnostics
    self.isExact = isExact
  }
}

/// Returns the definition in `file` as a text in the language, of a pipeline called `name`.
///
/// The text is built again and compared with the definition, so that what it says is what was read. Where
/// short forms would say something else, the text has longer ones.
public func decompile(_ file: SourceFile, named name: String) -> Decompilation {
  decompile(file, named: name, expanding: nil)
}

/// Returns the source of `pipeline`, which stands in a manifest or a description, with what that says
/// about it; it is called `name`, unless it has a name there.
func decompile(_ pipeline: ReadPipeline, named name: String) -> Decompilation {
  var diagnostics = Diagnostics()
  let header = pipeline.graph.header
  let file = SourceFile(name: "definition.json", bytes: pipeline.definition ?? [])
  let declared = header.isDeclared ? pipeline.graph.text(header.name) : ""
  guard
    var decompiler = Decompiler(
      file, named: declared.isEmpty ? name : declared, reportingTo: &diagnostics)
  else { return Decompilation(bytes: nil, diagnostics: diagnostics, isExact: false) }
  if header.isDeclared { decompiler.head(as: pipeline.graph) }
  return decompiler.decompilation(with: diagnostics)
}

/// Returns the same; if it is the definition of `graph`, without short forms and with its header.
func decompile(
  _ file: SourceFile, named name: String, expanding graph: PipelineGraph?
) -> Decompilation {
  var diagnostics = Diagnostics()
  guard var decompiler = Decompiler(file, named: name, reportingTo: &diagnostics) else {
    return Decompilation(bytes: nil, diagnostics: diagnostics, isExact: false)
  }
  if let graph { decompiler.expand(graph) }
  return decompiler.decompilation(with: diagnostics)
}

/// The machine that writes a text until building it gives the definition that it was made of.
private struct Decompiler {
  /// The definition.
  let document: DefinitionDocument
  /// The name of the pipeline.
  let name: String
  /// The text of the last round.
  private(set) var text = ""
  /// The steps, as plain as they have to be.
  private var steps: DocumentSteps
  /// The parameters.
  private var parameters: [DocumentParameter] = []
  /// The words that are taken by them.
  private var words = WordChooser()
  /// The role that most steps have, if the header can name it.
  private var role: String?
  /// The texts that have words of their own.
  private var shared = SharedTexts()
  /// Lines of the header that the definition does not say.
  private var extras: [String] = []
  /// The runs and resources beside the steps.
  private var beside = ""
  /// `true` iff short forms are left out.
  private var isExpanding = false
  /// `true` iff the text of the last round says what the definition says.
  private var isExact = false
  /// `true` iff the members of the header are written as they are.
  private var isHeaderVerbatim = false

  /// How often the text is written at most; every round but the last makes something plainer.
  private static let roundLimit = 12

  /// Reads the definition in `file`; `nil` after reporting why there is none.
  init?(_ file: SourceFile, named name: String, reportingTo diagnostics: inout Diagnostics) {
    // What is no definition at all is reported by who reads them for other reasons.
    guard importDefinition(file, reportingTo: &diagnostics) != nil else { return nil }
    guard let document = DefinitionDocument(file.bytes, reportingTo: &diagnostics) else {
      return nil
    }
    self.document = document
    self.name = name
    steps = DocumentSteps(of: document)
    guard steps.isComplete, readParameters() else {
      if !diagnostics.containsErrors {
        diagnostics.report(
          Diagnostic(
            .malformedDefinition, "a step or parameter has no name or no type", at: .synthesized))
      }
      return nil
    }
    // Other mistakes are in the text too.
    let duplicates = diagnostics.sorted.filter { $0.id == .duplicateKey }
    diagnostics = Diagnostics()
    duplicates.forEach { diagnostics.report($0) }
    for position in steps.all.indices {
      steps.name(position, words.word(for: steps.all[position].name))
    }
    role = steps.commonRole(in: document)
    shared = SharedTexts(in: document, besides: role, &words)
  }

  /// Reads the parameters; returns `false` if one of them is none.
  private mutating func readParameters() -> Bool {
    let value = document.graph.member(.parameters, of: document.root)
    guard let value else { return true }
    guard let entries = document.list(value) else {
      return document.graph.values[value] == .null
    }
    for entry in entries {
      guard let fields = document.fields(entry), let name = document.text(fields["Name"]) else {
        return false
      }
      let type = document.text(fields["Type"]).flatMap { ScalarType(rawValue: $0) }
      parameters.append(
        DocumentParameter(value: entry, name: name, type: type, word: words.word(for: name)))
    }
    return true
  }
}

// Rounds.
extension Decompiler {
  /// Leaves short forms out, and says what `graph` says in its header and beside its steps.
  mutating func expand(_ graph: PipelineGraph) {
    (role, shared, isExpanding) = (nil, SharedTexts(), true)
    extras = PipeWriter.extras(of: graph)
    beside = PipeWriter.beside(of: graph, words)
    for position in steps.all.indices { _ = steps.simplify(position) }
  }

  /// Says in the header what that of `graph` says.
  mutating func head(as graph: PipelineGraph) {
    extras = PipeWriter.extras(of: graph)
    guard let given = graph.string(graph.header.role) else { return }
    role = given
    extras.removeAll { $0.hasPrefix("role:") }
  }

  /// Returns the text, once it says what the definition says, with `diagnostics` about the latter.
  consuming func decompilation(with diagnostics: Diagnostics) -> Decompilation {
    let isExact = run()
    var result = Decompilation(
      bytes: format(SourceFile(name: "", text: text)).bytes, diagnostics: diagnostics,
      isExact: isExact && !diagnostics.containsErrors)
    result.words = words
    return result
  }

  /// Writes the text until it says what the definition says; returns `true` iff it does.
  mutating func run() -> Bool {
    for _ in 0..<Self.roundLimit {
      let writer = write()
      text = writer.text
      if !correct(writer) {
        if isExact, !isExpanding { shorten() }
        return isExact
      }
    }
    return false
  }

  /// Writes steps that repeat themselves as loops, if that says the same and is shorter.
  private mutating func shorten() {
    var found = write(withLoops: true).repetitions.values.sorted { $0.steps[0] < $1.steps[0] }
    while !found.isEmpty {
      let writer = write(repeating: found)
      var trial = self
      if !trial.correct(writer), trial.isExact {
        text = writer.text
        return
      }
      found.removeLast()
    }
  }

  /// Writes the text, with loops for `repetitions`, or for all that there are.
  private func write(
    withLoops: Bool = false, repeating repetitions: [StepRepetition] = []
  ) -> PipeWriter {
    var writer = PipeWriter(document, steps, parameters, role: role, words: words)
    writer.shared = shared
    writer.extras = extras
    writer.isExpanding = isExpanding
    writer.writeHeader(named: name, isVerbatim: isHeaderVerbatim)
    writer.writeParameters()
    let start = writer.text.utf8.count
    for repetition in repetitions { writer.repetitions[repetition.steps[0]] = repetition }
    if withLoops {
      writer.findRepetitions()
      return writer
    }
    if !isExpanding { writer.writeDefaults() }
    writer.write(steps.roots)
    writer.insertParts(at: start)
    writer.text += beside
    return writer
  }

  /// Builds the text of `writer` and makes plainer what comes out wrong; returns `true` iff something did
  /// and can be made plainer.
  private mutating func correct(_ writer: PipeWriter) -> Bool {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "", text: writer.text)
    let tree = parse(tokenize(file, reportingTo: &diagnostics), reportingTo: &diagnostics)
    let graph = lower(tree, with: CompilerOptions(), reportingTo: &diagnostics)
    isExact = false
    let mistakes = diagnostics.sorted.filter { $0.severity == .error }.compactMap(\.origin.span)
    if !mistakes.isEmpty { return simplify(at: mistakes, of: writer) }
    var ignored = Diagnostics()
    guard let graph,
      let found = DefinitionDocument(
        SageMakerEmitter(graph: graph).definition().bytes, reportingTo: &ignored)
    else { return simplifyAll() }
    return compare(found)
  }

  /// Makes plainer what lies at `mistakes`; returns `true` iff something could be made plainer.
  private mutating func simplify(at mistakes: [SourceSpan], of writer: PipeWriter) -> Bool {
    var isChanged = false
    var touched: Set<Int> = []
    for mistake in mistakes {
      let position = Int(mistake.start) - writer.shift
      let around = writer.places.filter { $0.value.contains(position) }
      let inner = around.min { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
      guard let step = inner?.key else { continue }
      if touched.insert(step).inserted { isChanged = steps.simplify(step) || isChanged }
    }
    return isChanged || simplifyAll()
  }

  /// Makes everything plainer; returns `true` iff something could be.
  private mutating func simplifyAll() -> Bool {
    var isChanged = !isHeaderVerbatim
    isHeaderVerbatim = true
    for index in parameters.indices where !parameters[index].isVerbatim {
      parameters[index].isVerbatim = true
      isChanged = true
    }
    for position in steps.all.indices { isChanged = steps.simplify(position) || isChanged }
    return isChanged
  }

  /// Makes plainer what differs in `found`, which was built; returns `true` iff something does and could
  /// be made plainer.
  private mutating func compare(_ found: DefinitionDocument) -> Bool {
    let comparison = DocumentComparison(wanted: document, found: found)
    let built = DocumentSteps(of: found)
    var differing: [Int] = []
    let isSame = matches(steps.roots, built.roots, built, comparison, &differing)
    let wanted = document.object(document.root) ?? []
    let written = found.object(found.root) ?? []
    let isHeaderSame = comparison.areSameMembers(wanted, written, but: ["Steps", "Parameters"])
    let areParametersSame = compareParameters(wanted, written, comparison)
    isExact = isSame && differing.isEmpty && isHeaderSame && areParametersSame
    if isExact { return false }
    if !isSame { return simplifyAll() }
    var isChanged = false
    for position in differing { isChanged = steps.simplify(position) || isChanged }
    if !isHeaderSame, !isHeaderVerbatim { (isHeaderVerbatim, isChanged) = (true, true) }
    if !areParametersSame, role != nil, !isChanged { (role, isChanged) = (nil, true) }
    return isChanged
  }

  /// Returns `true` iff the parameters came out as they should; marks those that did not.
  private mutating func compareParameters(
    _ wanted: [Member], _ written: [Member], _ comparison: DocumentComparison
  ) -> Bool {
    let a = document.member("Parameters", of: wanted)
    let b = comparison.found.member("Parameters", of: written)
    guard let a else { return b == nil }
    guard let b else { return false }
    guard let x = document.list(a), let y = comparison.found.list(b), x.count == y.count else {
      return comparison.areSame(a, b)
    }
    var areSame = true
    for index in x.indices where !comparison.areSame(x[index], y[index]) {
      areSame = false
      if parameters.indices.contains(index) { parameters[index].isVerbatim = true }
    }
    return areSame
  }

  /// Returns `true` iff the steps at `wanted` and at `found` of `built` correspond; adds those that differ
  /// to `differing`.
  private func matches(
    _ wanted: [Int], _ found: [Int], _ built: DocumentSteps, _ comparison: DocumentComparison,
    _ differing: inout [Int]
  ) -> Bool {
    guard wanted.count == found.count else { return false }
    for (a, b) in zip(wanted, found) {
      let (x, y) = (steps.all[a], built.all[b])
      guard x.branches.count == y.branches.count || !x.isStructured else { return false }
      let ignored = x.isStructured ? ["Arguments"] : []
      var isSame = comparison.areSameMembers(x.members, y.members, but: ignored)
      if x.isStructured {
        let arguments = document.object(document.member("Arguments", of: x.members)) ?? []
        let others =
          comparison.found.object(comparison.found.member("Arguments", of: y.members)) ?? []
        let nested = ["IfSteps", "ElseSteps", "ForEachBody"]
        isSame =
          isSame && comparison.areSameMembers(arguments, others, but: nested)
          && nested.allSatisfy { name in
            (document.member(name, of: arguments) == nil)
              == (comparison.found.member(name, of: others) == nil)
          }
        for (inner, other) in zip(x.branches, y.branches)
        where !matches(inner, other, built, comparison, &differing) {
          return false
        }
      }
      if !isSame { differing.append(a) }
    }
    return true
  }
}
