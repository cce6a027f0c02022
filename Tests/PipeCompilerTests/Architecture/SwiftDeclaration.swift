/// A declaration at file or type level, as far as the architecture tests care.
struct SwiftDeclaration {
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

extension SwiftSource {
  /// The declarations at file and type level, in order; extensions are not among them.
  var declarations: [SwiftDeclaration] {
    var scan = DeclarationScan()
    for (index, line) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      scan.read(line, number: index + 1)
    }
    return scan.found.filter { $0.keyword != "extension" }
  }

  /// The words of the code, with the character before and the one after each, spaces aside.
  var words: [(word: Substring, before: Character?, after: Character?)] {
    code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { word in
      (
        word, code[..<word.startIndex].last { $0 != " " },
        code[word.endIndex...].first { $0 != " " }
      )
    }
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
  mutating func read(_ line: Substring, number: Int) {
    let isPrivate = line.contains("private ")
    var rest = line
    var previous: Character = " "
    while let character = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      if word.isEmpty {
        read(character, line: number)
        rest = rest.dropFirst()
        if character != " " { previous = character }
        continue
      }
      rest = rest.dropFirst(word.count)
      let startsDeclaration = previous != "." && previous != "`" && canDeclare
      if word == "import", startsDeclaration { return }
      if startsDeclaration, SwiftDeclaration.keywords.contains(String(word)) {
        // `class func` and `init` in a case's name aside, a keyword here is a declaration.
        declare(String(word), rest: rest, line: number, isPrivate: isPrivate)
      }
      previous = word.last ?? " "
    }
  }

  /// `true` iff a keyword here introduces a declaration at file or type level.
  private var canDeclare: Bool { parentheses == 0 && (scopes.last?.isType ?? true) }

  /// Records the declaration that `keyword` introduces, whose name is at the start of `rest`.
  private mutating func declare(
    _ keyword: String, rest: Substring, line: Int, isPrivate: Bool
  ) {
    let spelled = rest.drop { $0 == " " || $0 == "`" }
    let name = spelled.prefix { !" :(<{=`".contains($0) }
    let isNamed = keyword != "init" && keyword != "subscript"
    pending = found.count
    found.append(
      SwiftDeclaration(
        keyword: keyword, name: isNamed ? String(name) : keyword, line: line,
        isTopLevel: scopes.isEmpty, isPrivate: isPrivate || (scopes.last?.isPrivate ?? false)))
  }

  /// Reads one character that is not part of a word.
  private mutating func read(_ character: Character, line: Int) {
    switch character {
    case "(", "[": parentheses += 1
    case ")", "]": parentheses -= 1
    case "{" where parentheses == 0:
      let owner = pending.map { found[$0] }
      let isType = owner.map { $0.isType || $0.keyword == "extension" } ?? false
      scopes.append((pending, isType, owner?.isPrivate ?? false))
      pending = nil
    case "}" where parentheses == 0:
      guard let owner = scopes.popLast()?.owner else { return }
      found[owner].lineCount = line - found[owner].line + 1
    default: break
    }
  }
}
