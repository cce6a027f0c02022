/// The syntax of a file and of all files that it imports, one tree behind the other.
package struct Program: Sendable {
  /// The trees.
  package private(set) var syntax: SyntaxTree
  /// The files, in the order of their trees.
  package private(set) var sources: Sources
  /// The node of each file.
  private(set) var roots: [NodeIndex] = [0]
  /// The number of the file that each import names, by its node; none where that can't be read.
  private(set) var imports: [NodeIndex: Int] = [:]
  /// The expressions that settings from outside spell, by their numbers, and what is wrong with them.
  private(set) var settings: [Int: (node: NodeIndex, mistakes: [Diagnostic])] = [:]

  /// Creates the program that consists of `file`, whose tree is `syntax`.
  package init(_ syntax: SyntaxTree, of file: SourceFile) {
    self.syntax = syntax
    sources = Sources(file)
  }

  /// Returns the number of the file that the node at `index` is part of.
  func fileNumber(of index: NodeIndex) -> Int {
    var (low, high) = (0, roots.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if roots[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the import declarations of the file `number`, in order.
  func importNodes(of number: Int) -> [NodeIndex] {
    syntax.children(of: roots[number]).filter { syntax.kind($0) == .importDeclaration }
  }

  /// Adds `file` and its tree.
  mutating func append(
    _ file: SourceFile, importedAt origin: Origin, reportingTo diagnostics: inout Diagnostics
  ) {
    let start = syntax.tokens.tokens.count
    let base = sources.append(file)
    let end = UInt32(truncatingIfNeeded: sources.length)
    diagnostics.surround([
      Diagnostics.Surrounding(
        span: SourceSpan(base, end), label: Label("imported here", at: origin))
    ])
    syntax.tokens.append(file, reportingTo: &diagnostics)
    roots.append(syntax.nodes.count)
    syntax.nodes += parseFile(syntax.tokens, from: start, reportingTo: &diagnostics)
  }

  /// Adds `text`, which the setting `name` with the number `number` from outside has, as an expression.
  mutating func append(setting number: Int, named name: String, text: String) {
    let start = syntax.tokens.tokens.count
    var mistakes = Diagnostics()
    let file = SourceFile(name: "-D \(name)", text: text)
    _ = sources.append(file)
    syntax.tokens.append(file, reportingTo: &mistakes)
    let root = syntax.nodes.count
    roots.append(root)
    syntax.nodes += parseExpression(syntax.tokens, from: start, reportingTo: &mistakes)
    settings[number] = (root, mistakes.sorted)
  }

  /// Notes that the import at `node` names the file `number`.
  mutating func resolve(_ node: NodeIndex, to number: Int) { imports[node] = number }
}

extension Program {
  /// Returns where the path or text in quotes below `node` stands and what it says, if it is a plain
  /// one.
  func plainText(below node: NodeIndex) -> (node: NodeIndex, text: String)? {
    guard let string = syntax.child(of: node, .string) else { return nil }
    let bytes = StringDecoder(syntax.tokens).decode(Int(syntax.nodes[string].firstToken))
    return (string, String(decoding: bytes, as: UTF8.self))
  }
}
