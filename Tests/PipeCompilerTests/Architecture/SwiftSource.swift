import TestSupport

/// A Swift file as the architecture tests read it.
struct SwiftSource: Sendable {
  /// The path, relative to the repository.
  let path: String
  /// The text as it is.
  let text: String
  /// The text with comments and the insides of strings replaced by spaces, line by line the same.
  ///
  /// What stands in an interpolation is code, and stays.
  let code: [UInt8]
  /// The declarations at file and type level, in order.
  let declarations: [SwiftDeclaration]
  /// The words of the code, in order.
  let words: [Word]

  /// A word, and what stands beside it, spaces aside.
  struct Word: Sendable {
    /// The word.
    let text: String
    /// The byte before it.
    let before: UInt8
    /// The byte after it.
    let after: UInt8
  }

  /// Creates the file at `path` that holds `text`.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    var blanking = Blanking(Array(text.utf8))
    code = blanking.run()
    declarations = SwiftDeclaration.all(in: code)
    words = Self.words(in: code)
  }

  /// The lines of the text.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The lines of the code.
  var codeLines: [ArraySlice<UInt8>] {
    code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The file's name without `.swift` and without its aspect: `Lexer` of `Lexer+Strings.swift`.
  var noun: String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "+" && $0 != "." })
  }

  /// What is shipped.
  static let shipped = all(in: "Sources")
  /// What is shipped in the compiler's module.
  static let compiler = shipped.filter { $0.path.hasPrefix("Sources/PipeCompiler/") }
  /// What measures the compiler.
  static let benchmarks = all(in: "Benchmarks")
  /// Everything, tests included.
  static let everything = shipped + benchmarks + all(in: "Tests")

  /// Returns all Swift files below `folder`, but for those that a script writes and wrong ones of the
  /// corpus.
  private static func all(in folder: String) -> [SwiftSource] {
    Repository.files(in: folder, endingWith: ".swift")
      .filter { !$0.contains("/Generated/") && !$0.hasPrefix("Tests/Corpus/") }
      .map { SwiftSource(path: $0, text: Repository.text(at: $0)) }
  }

  /// Returns the words of `code`.
  private static func words(in code: [UInt8]) -> [Word] {
    var words: [Word] = []
    var (before, index) = (UInt8(ascii: " "), 0)
    while index < code.count {
      let start = index
      while index < code.count, code[index].isWordByte { index += 1 }
      if index > start {
        let after = code[index...].first { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: " ")
        let text = String(decoding: code[start..<index], as: UTF8.self)
        words.append(Word(text: text, before: before, after: after))
        before = code[index - 1]
      } else {
        if code[index] != UInt8(ascii: " ") { before = code[index] }
        index += 1
      }
    }
    return words
  }
}

extension UInt8 {
  /// `true` iff the byte is part of a word: a letter, a digit, an underscore, or beyond ASCII.
  var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// Replaces comments and the insides of strings by spaces.
private struct Blanking {
  /// The text.
  private let bytes: [UInt8]
  /// The text without what was replaced so far.
  private var result: [UInt8]
  /// Where the next byte is read.
  private var position = 0
  /// The strings whose interpolations are being read, each with its open parentheses.
  private var open: [(quotes: Int, hashes: Int, parentheses: Int)] = []

  /// Creates the work on `bytes`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    result = bytes
  }

  /// Does the work and returns what is left.
  mutating func run() -> [UInt8] {
    while position < bytes.count { step() }
    return result
  }

  /// Reads one piece of code.
  private mutating func step() {
    switch bytes[position] {
    case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      break
    default: return position += 1
    }
    if matches("//") { return blankLine() }
    if matches("/*") { return blankComment() }
    let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    if matches("\"", at: position + hashes) { return enterString(hashes: hashes) }
    position += max(1, hashes)
    guard hashes == 0, let string = open.last else { return }
    if bytes[position - 1] == UInt8(ascii: "(") { open[open.count - 1].parentheses += 1 }
    guard bytes[position - 1] == UInt8(ascii: ")") else { return }
    open[open.count - 1].parentheses -= 1
    guard string.parentheses == 1 else { return }
    open.removeLast()
    blankString(quotes: string.quotes, hashes: string.hashes)
  }

  /// Reads the opening of a string and then its inside.
  private mutating func enterString(hashes: Int) {
    position += hashes
    let quotes = matches("\"\"\"") ? 3 : 1
    position += quotes
    blankString(quotes: quotes, hashes: hashes)
  }

  /// Blanks the inside of a string up to its end or its next interpolation.
  private mutating func blankString(quotes: Int, hashes: Int) {
    let mark = String(repeating: "#", count: hashes)
    let end = String(repeating: "\"", count: quotes) + mark
    while position < bytes.count, !matches(end) {
      if matches("\\\(mark)(") {
        position += hashes + 2
        return open.append((quotes, hashes, 1))
      }
      if matches("\\\(mark)") { blankByte(count: hashes + 1) }
      if quotes == 1, matches("\n") { return }
      blankByte(count: 1)
    }
    position += end.utf8.count
  }

  /// Blanks a comment, which may hold other comments.
  private mutating func blankComment() {
    var depth = 0
    repeat {
      let (opens, closes) = (matches("/*"), matches("*/"))
      depth += opens ? 1 : closes ? -1 : 0
      blankByte(count: opens || closes ? 2 : 1)
    } while depth > 0 && position < bytes.count
  }

  /// Blanks the rest of the line.
  private mutating func blankLine() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { blankByte(count: 1) }
  }

  /// Blanks `count` bytes, line feeds aside.
  private mutating func blankByte(count: Int) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] != UInt8(ascii: "\n") { result[position] = UInt8(ascii: " ") }
      position += 1
    }
  }

  /// Returns `true` iff `text` stands at `place`, or else at the position.
  private func matches(_ text: String, at place: Int? = nil) -> Bool {
    bytes[min(place ?? position, bytes.count)...].starts(with: text.utf8)
  }
}
