import PipeCompiler
import TestSupport
import Testing

/// What the one layout looks like, and what holds for every text that is laid out.
@Suite struct FormatTests {
  /// The texts whose layout is kept.
  private static let cases = Corpus.texts.filter { $0.path.hasPrefix("Tests/Corpus/format/") }

  @Test(arguments: cases)
  func `a text is laid out as it should be`(input: CorpusInput) throws {
    expectGolden(format(input.source).bytes, at: input.path.dropLast(5) + ".formatted")
  }

  @Test(arguments: Corpus.valid)
  func `a pipeline is laid out as it should be`(pipeline: ValidCase) {
    expectGolden(format(pipeline.source).bytes, at: pipeline.golden(.formatted))
  }

  @Test(arguments: Corpus.texts.filter { $0.path.hasPrefix("examples/") })
  func `the examples are laid out`(input: CorpusInput) {
    let source = input.source
    let bytes = format(source).bytes
    #expect(bytes == source.bytes, "\(Self.difference(source.bytes, bytes))")
  }

  @Test(arguments: Corpus.texts)
  func `laying out twice is laying out once`(input: CorpusInput) {
    for source in [input.source] + Self.mutants(of: input) + Self.beginnings(of: input) {
      let once = format(source).bytes
      let twice = format(SourceFile(name: source.name, bytes: once)).bytes
      #expect(once == twice, "\(source.name)\n\(Self.difference(once, twice))")
    }
  }

  @Test(arguments: Corpus.texts)
  func `a layout keeps every token and every comment`(input: CorpusInput) {
    for source in [input.source] + Self.mutants(of: input) + Self.beginnings(of: input) {
      let bytes = format(source).bytes
      let (before, after) = (Self.pieces(of: source.bytes), Self.pieces(of: bytes))
      #expect(
        before == after, "\(source.name)\n\(Self.difference(source.bytes, bytes))")
    }
  }

  @Test(arguments: Corpus.texts)
  func `a layout changes nothing of what a text means`(input: CorpusInput) {
    for source in [input.source] + Self.mutants(of: input) + Self.beginnings(of: input) {
      let bytes = format(source).bytes
      let (before, after) = (
        Self.meaning(of: source), Self.meaning(of: SourceFile(name: source.name, bytes: bytes))
      )
      #expect(
        before == after, "\(source.name)\n\(Self.difference(source.bytes, bytes))")
    }
  }

  @Test func `what can't be read stays as it is`() {
    for bytes: [UInt8] in [[0xFF, 0x20, 0x20], Array("\u{FEFF}".utf8), Array("  /*".utf8)] {
      let text = format(SourceFile(name: "a.pipe", bytes: bytes))
      #expect(text.bytes == bytes || !text.diagnostics.containsErrors)
    }
  }

  /// Returns damaged copies of `input`, unless it is long.
  private static func mutants(of input: CorpusInput) -> [SourceFile] {
    let source = input.source
    guard source.bytes.count <= 16_384 else { return [] }
    let seed = UInt64(source.bytes.count)
    return mutations(of: source.bytes, count: mutantCount(4), seed: seed).enumerated().map {
      SourceFile(name: "\(input.path), mutant \($0).pipe", bytes: $1)
    }
  }

  /// Returns what `input` was like while it was written from its start, unless it is long.
  private static func beginnings(of input: CorpusInput) -> [SourceFile] {
    let bytes = input.source.bytes
    guard bytes.count <= 16_384 else { return [] }
    var random = SplitMix64(seed: UInt64(bytes.count) &+ 1)
    return (0..<mutantCount(4)).map { _ in
      let length = Int.random(in: 0...bytes.count, using: &random)
      return SourceFile(
        name: "\(input.path), \(length) bytes.pipe", bytes: Array(bytes.prefix(length)))
    }
  }

  /// Returns the tokens and comments of `bytes`, without the commas and semicolons that a line's end
  /// stands for.
  private static func pieces(of bytes: [UInt8]) -> [String] {
    var diagnostics = Diagnostics()
    let tokens = tokenize(SourceFile(name: "a.pipe", bytes: bytes), reportingTo: &diagnostics)
    var (pieces, position): ([String], Int) = ([], 0)
    for token in tokens.tokens {
      pieces += comments(in: bytes[position..<Int(token.start)])
      position = Int(token.end)
      if token.kind == .comma || token.kind == .semicolon { continue }
      pieces.append(String(decoding: bytes[token.span.range], as: UTF8.self))
    }
    return pieces
  }

  /// Returns the comments in `gap`, without blank space at their ends.
  private static func comments(in gap: ArraySlice<UInt8>) -> [String] {
    // A pattern is read anew at each use, and most gaps are blank.
    guard gap.contains(UInt8(ascii: "/")) else { return [] }
    let text = String(decoding: gap, as: UTF8.self)
    return text.matches(of: /\/\/[^\n]*|\/\*(?s:.*?)(?:\*\/|$)/).map { match in
      var comment = match.output
      while comment.unicodeScalars.last.map({ " \t\r".unicodeScalars.contains($0) }) ?? false {
        comment.unicodeScalars.removeLast()
      }
      return String(comment)
    }
  }

  /// Returns what `source` means: its graph, and what is said about it, without the places.
  private static func meaning(of source: SourceFile) -> [String] {
    let compilation = compile(source)
    let graph = compilation.graph.map { [$0.graph.dump()] } ?? []
    return graph
      + compilation.diagnostics.sorted.map { "\($0.id.rawValue): \($0.message)" }.sorted()
  }

  /// Returns the lines in which two texts differ.
  private static func difference(_ old: [UInt8], _ new: [UInt8]) -> String {
    lineDifference(
      from: String(decoding: old, as: UTF8.self), to: String(decoding: new, as: UTF8.self))
  }
}
