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
  let code: String

  /// Reads the file at `path`.
  init(path: String) {
    self.init(path: path, text: Repository.text(at: path))
  }

  /// Creates the file at `path` that holds `text`.
  init(path: String, text: String) {
    self.path = path
    self.text = text
    var blanking = Blanking(Array(text.utf8))
    code = blanking.run()
  }

  /// The lines of the text.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The file's name without `.swift` and without its aspect: `Lexer` of `Lexer+Strings.swift`.
  var noun: String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "+" && $0 != "." })
  }

  /// Returns all Swift files below `folders`.
  static func all(in folders: String...) -> [SwiftSource] {
    folders.flatMap { Repository.files(in: $0, endingWith: ".swift") }.map { SwiftSource(path: $0) }
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
  mutating func run() -> String {
    while position < bytes.count { step() }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads one piece of code.
  private mutating func step() {
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
