/// A declaration at file or type level, as far as the architecture tests care.
struct SwiftDeclaration: Sendable {
  /// The keyword that introduces it.
  let keyword: String
  /// Its name; `init` and `subscript` are called just that.
  let name: String
  /// The line of the keyword, from 1.
  let line: Int
  /// `true` iff it is outside of any type.
  let isTopLevel: Bool
  /// `true` iff it, or a type around it, can't be seen from other files.
  let isPrivate: Bool
  /// How many lines it has, from the keyword to the brace that ends its body.
  var lineCount = 1

  /// `true` iff it introduces a type.
  var isType: Bool { Self.typeKeywords.contains(keyword) }

  /// `true` iff it introduces something that is called.
  var isFunction: Bool { ["func", "init", "subscript"].contains(keyword) }

  /// The words that introduce types.
  fileprivate static let typeKeywords: Set<String> = [
    "struct", "enum", "protocol", "actor", "class", "typealias",
  ]
  /// The words that introduce anything that is recorded, or whose braces matter.
  fileprivate static let keywords: Set<String> = typeKeywords.union([
    "extension", "func", "init", "subscript", "var", "let",
  ])
}

extension SwiftDeclaration {
  /// Returns the declarations at file and type level in `code`; extensions are not among them.
  static func all(in code: [UInt8]) -> [SwiftDeclaration] {
    var scan = DeclarationScan()
    let lines = code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { scan.read(line, number: index + 1) }
    return scan.found.filter { $0.keyword != "extension" }
  }
}

/// Finds declarations by their keywords, and their bodies by counting braces.
private struct DeclarationScan {
  /// What was found.
  var found: [SwiftDeclaration] = []
  /// The open braces: which declaration each belongs to, and whether declarations may stand in it.
  private var scopes: [(owner: Int?, isType: Bool, isPrivate: Bool)] = []
  /// The open parentheses and brackets.
  private var parentheses = 0
  /// The declaration that the next brace belongs to.
  private var pending: Int?

  /// Reads one line.
  mutating func read(_ line: ArraySlice<UInt8>, number: Int) {
    var isPrivate = false
    var (previous, index) = (UInt8(ascii: " "), line.startIndex)
    while index < line.endIndex {
      let start = index
      while index < line.endIndex, line[index].isWordByte { index += 1 }
      if index == start {
        read(line[index], line: number)
        if line[index] != UInt8(ascii: " ") { previous = line[index] }
        index += 1
        continue
      }
      let isFree = previous != UInt8(ascii: ".") && previous != UInt8(ascii: "`")
      previous = line[index - 1]
      guard isFree, canDeclare else { continue }
      let word = String(decoding: line[start..<index], as: UTF8.self)
      if word == "import" { return }
      isPrivate = isPrivate || word == "private" || word == "fileprivate"
      guard SwiftDeclaration.keywords.contains(word) else { continue }
      declare(word, rest: line[index...], line: number, isPrivate: isPrivate)
    }
  }

  /// `true` iff a keyword here introduces a declaration at file or type level.
  private var canDeclare: Bool { parentheses == 0 && (scopes.last?.isType ?? true) }

  /// Records the declaration that `keyword` introduces, whose name is at the start of `rest`.
  private mutating func declare(
    _ keyword: String, rest: ArraySlice<UInt8>, line: Int, isPrivate: Bool
  ) {
    let spelled = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "`") }
    let name = spelled.prefix { !" :(<{=`".utf8.contains($0) }
    let isNamed = keyword != "init" && keyword != "subscript"
    pending = found.count
    found.append(
      SwiftDeclaration(
        keyword: keyword, name: isNamed ? String(decoding: name, as: UTF8.self) : keyword,
        line: line, isTopLevel: scopes.isEmpty,
        isPrivate: isPrivate || (scopes.last?.isPrivate ?? false)))
  }

  /// Reads one byte that is not part of a word.
  private mutating func read(_ byte: UInt8, line: Int) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): parentheses += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
    case UInt8(ascii: "{") where parentheses == 0:
      let owner = pending.map { found[$0] }
      let isType = owner.map { $0.isType || $0.keyword == "extension" } ?? false
      scopes.append((pending, isType, owner?.isPrivate ?? false))
      pending = nil
    case UInt8(ascii: "}") where parentheses == 0:
      guard let owner = scopes.popLast()?.owner else { return }
      found[owner].lineCount = line - found[owner].line + 1
    default: break
    }
  }
}
