import PipeCompiler
import TestSupport
import Testing

/// What holds for all texts: those of the corpus, and damaged ones.
@Suite struct LawsTests {
  /// How many damaged texts are made of each one; `PIPEC_MUTATIONS` asks for more.
  private static let mutants = mutantCount(4)
  /// How many beginnings of each text are tried.
  private static let beginnings = max(16, mutantCount(16))
  /// Longer texts are not damaged unless asked for, since a debug build is slow.
  private static let limit = 16_384

  @Test(arguments: Corpus.inputs)
  func `every text is compiled to an end, and every span lies in it`(input: CorpusInput) {
    Self.checkSpans(compile(input.source, loader: .repository))
  }

  @Test(arguments: Corpus.inputs)
  func `every damaged text is compiled to an end, twice to the same bytes`(input: CorpusInput) {
    for mutant in Self.mutants(of: input) {
      let compilation = compile(mutant, loader: .repository)
      Self.checkSpans(compilation)
      let same = outcome(of: compilation) == outcome(of: mutant)
      #expect(same, "\(mutant.name)")
    }
  }

  @Test(arguments: Corpus.texts)
  func `tokens and the gaps before them are the bytes of the file`(input: CorpusInput) {
    for source in [input.source] + Self.mutants(of: input) { Self.checkTokens(of: source) }
  }

  @Test(arguments: Corpus.texts)
  func `the nodes of a syntax tree lie in one another and cover every token`(input: CorpusInput) {
    for source in [input.source] + Self.mutants(of: input) { Self.checkTree(of: source) }
  }

  @Test(arguments: Corpus.inputs)
  func `the beginnings of a text are compiled to an end`(input: CorpusInput) {
    let bytes = input.source.bytes
    guard bytes.count <= Self.limit else { return }
    let stride = max(1, bytes.count / Self.beginnings)
    for length in Swift.stride(from: 0, to: bytes.count, by: stride) {
      let name = "\(input.path), \(length) bytes"
      let source = SourceFile(name: name, bytes: Array(bytes.prefix(length)))
      if !source.isDefinition { Self.checkTree(of: source) }
      Self.checkSpans(compile(source, loader: .repository))
    }
  }

  @Test(arguments: Corpus.inputs)
  func `applying a fix removes its diagnostic`(input: CorpusInput) {
    let source = input.source
    for diagnostic in compile(source, loader: .repository).diagnostics.sorted {
      guard let fix = diagnostic.fix, diagnostic.isAbout(source) else { continue }
      let bytes = fix.applied(to: source.bytes)
      let after = compile(
        SourceFile(name: source.name, bytes: bytes), loader: .repository
      ).diagnostics.sorted
      let remains = after.contains {
        $0.id == diagnostic.id && $0.message == diagnostic.message
          && $0.origin.span?.start == diagnostic.origin.span?.start
      }
      #expect(!remains, "\(transcript(of: diagnostic, in: source))")
    }
  }

  /// Numbers that no type of a machine holds, or hardly.
  private static let extremes = [
    "0", "-1", "1e400", "99999999999999999999", "-1e400", "0.5", "9223372036854775807", "1e20",
    "1e21", "4294967296", "-0",
  ]

  @Test(arguments: Corpus.inputs)
  func `a text with numbers of any size is compiled to an end`(input: CorpusInput) {
    let source = input.source
    guard source.bytes.count <= Self.limit else { return }
    let pieces = String(decoding: source.bytes, as: UTF8.self).split(separator: /\b\d+(\.\d+)?\b/)
    for start in Self.extremes.indices {
      var text = ""
      for (number, piece) in pieces.enumerated() {
        text += number == 0 ? "" : Self.extremes[(start + number) % Self.extremes.count]
        text += piece
      }
      let end = [.json: ".json", .yaml: ".yaml"][source.form] ?? ""
      Self.checkSpans(compile(SourceFile(name: "\(input.path), \(start)\(end)", text: text)))
    }
  }

  @Test func `texts without any sense are compiled to an end`() {
    var random = SplitMix64(seed: 2)
    for length in [0, 1, 2, 3, 17, 256, 4_096] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      Self.checkSpans(compile(SourceFile(name: "\(length) bytes", bytes: bytes)))
    }
    for piece in ["(", "[", "{", "!", "-", "\"\\(", "/*", "a.", "a ? ", "if a {", "\"\"\""] {
      let text = String(repeating: piece, count: 3_000)
      Self.checkSpans(compile(SourceFile(name: piece, text: "pipeline \"p\" { }\nlet a = \(text)")))
    }
  }

  /// Returns damaged copies of `input`, named for how to get them again.
  ///
  /// Of a definition, as many again are still JSON.
  private static func mutants(of input: CorpusInput) -> [SourceFile] {
    let source = input.source
    guard source.bytes.count <= limit || mutants > 4 else { return [] }
    let seed = UInt64(source.bytes.count)
    let damaged = mutations(of: source.bytes, count: mutants, seed: seed)
    let changed =
      source.form == .json
      ? definitionMutations(of: source.bytes, count: mutants, seed: seed) : []
    return (damaged + changed).enumerated().map { number, bytes in
      // A name that ends like a definition's is read as one, whatever is in it.
      let end = [.json: ".json", .yaml: ".yaml"][source.form] ?? ""
      return SourceFile(name: "\(input.path), mutant \(number)\(end)", bytes: bytes)
    }
  }

  /// Expects that everything said about `compilation` is about places that exist.
  private static func checkSpans(_ compilation: Compilation) {
    let length = compilation.sources.length
    for diagnostic in compilation.diagnostics.sorted {
      let spans =
        ([diagnostic.origin] + diagnostic.related.map(\.origin)).compactMap(\.span)
        + (diagnostic.fix?.edits.map(\.span) ?? [])
      let inside = spans.allSatisfy { $0.start <= $0.end && Int($0.end) <= length }
      #expect(inside, "\(compilation.file.name): \(diagnostic.id.rawValue): \(diagnostic.message)")
      let edits = diagnostic.fix?.edits ?? []
      let areApart = zip(edits, edits.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }
      #expect(areApart, "\(compilation.file.name): edits of \(diagnostic.id.rawValue) overlap")
    }
    #expect(
      (compilation.graph == nil) == compilation.diagnostics.containsErrors)
  }

  @Test(arguments: Corpus.inputs)
  func `whatever a text says, its graph is sound`(input: CorpusInput) {
    for source in [input.source] + Self.mutants(of: input) {
      var diagnostics = Diagnostics()
      let graphs =
        source.isDefinition
        ? importPipelines(source, reportingTo: &diagnostics).map(\.graph)
        : [
          lower(
            parse(tokenize(source, reportingTo: &diagnostics), reportingTo: &diagnostics),
            with: CompilerOptions(), reportingTo: &diagnostics)
        ].compactMap { $0 }
      #expect(graphs.allSatisfy { $0.satisfiesInvariants }, "\(source.name)")
    }
  }

  /// Expects that the tokens of `source` stand in order, the last one at its end, and that only
  /// blank space, comments and what was reported lie between them.
  private static func checkTokens(of source: SourceFile) {
    var diagnostics = Diagnostics()
    let tokens = tokenize(source, reportingTo: &diagnostics)
    // What is passed over because it means nothing is reported.
    let isReported = diagnostics.containsErrors
    var pieces: [UInt8] = []
    var position = 0
    for token in tokens.tokens {
      guard position <= Int(token.start), token.start <= token.end,
        Int(token.end) <= source.bytes.count
      else {
        Issue.record("\(source.name): the token at \(token.span) is out of order")
        return
      }
      let gap = source.bytes[position..<Int(token.start)]
      #expect(isReported || isTrivia(gap), "\(source.name): text is lost before \(token.span)")
      pieces += gap + source.bytes[token.span.range]
      position = Int(token.end)
    }
    #expect(tokens.tokens.last?.kind == .endOfFile)
    #expect(pieces == source.bytes, "\(source.name)")
  }

  /// Returns `true` iff `gap` holds nothing but blank space, comments and a byte-order mark.
  private static func isTrivia(_ gap: ArraySlice<UInt8>) -> Bool {
    var rest = gap
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while let byte = rest.first {
      if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
        rest = rest.dropFirst()
      } else if rest.starts(with: "//".utf8) {
        rest = rest.drop { $0 != UInt8(ascii: "\n") }
      } else if rest.starts(with: "/*".utf8) {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest = rest.dropFirst() }
        rest = rest.dropFirst(2)
      } else {
        return false
      }
    }
    return true
  }

  /// Expects that the tree of `source` is one tree, and that each node's tokens are among its
  /// parent's, in order.
  private static func checkTree(of source: SourceFile) {
    var diagnostics = Diagnostics()
    let tree = parse(tokenize(source, reportingTo: &diagnostics), reportingTo: &diagnostics)
    var open: [(node: SyntaxNode, end: Int, position: UInt32)] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, last.end <= index { open.removeLast() }
      let parent = open.last
      let isInside =
        node.size > 0 && node.firstToken <= node.endToken
        && parent.map {
          $0.position <= node.firstToken && node.endToken <= $0.node.endToken
            && index + Int(node.size) <= $0.end
        } ?? (index == 0)
      guard isInside else {
        Issue.record("\(source.name): node \(index), a \(node.kind), is not inside its parent")
        return
      }
      if let last = open.indices.last { open[last].position = node.endToken }
      open.append((node, index + Int(node.size), node.firstToken))
      let span = tree.span(of: index)
      #expect(span.start <= span.end && Int(span.end) <= source.bytes.count, "\(source.name)")
    }
    let root = tree.nodes.first
    #expect(root.map { Int($0.size) } == tree.nodes.count, "\(source.name)")
    #expect(root?.firstToken == 0, "\(source.name)")
    #expect(root.map { Int($0.endToken) } == tree.tokens.tokens.count - 1, "\(source.name)")
  }
}

extension Diagnostic {
  /// `true` iff what is wrong stands in `file`, the main file, rather than in one that it imports.
  fileprivate func isAbout(_ file: SourceFile) -> Bool {
    origin.span.map { Int($0.start) <= file.bytes.count } ?? true
  }
}
