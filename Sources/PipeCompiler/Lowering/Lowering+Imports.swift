extension Lowering {
  /// Returns the scope of the file that the node at `index` is part of.
  @inline(__always)
  func fileScope(of index: NodeIndex) -> Int {
    program.roots.count == 1 ? 0 : program.fileNumber(of: index)
  }

  /// Binds what the imports of `file` name, once every file has declared its names.
  mutating func importNames(into file: Int) {
    for node in program.importNodes(of: file) {
      let names = children(node).filter { tree.kind($0) == .name }
      guard let target = program.imports[node] else {
        for name in names { bind(name, in: file, to: .term(.poisoned)) }
        continue
      }
      if names.isEmpty {
        guard declared.wholeImports[file]?.contains(target) != true, spend(bindings.count, at: node)
        else {
          continue
        }
        declared.wholeImports[file, default: []].append(target)
        importAll(of: target, into: file, at: node)
      } else {
        for name in names { importName(name, of: target, into: file) }
      }
    }
  }

  /// Binds the word at `node` in `file` to what it means in the file `target`.
  private mutating func importName(_ node: NodeIndex, of target: Int, into file: Int) {
    if let index = binding(of: symbol(node), in: target), isDeclared(index) {
      return bind(node, in: file, to: .imported(index))
    }
    bind(node, in: file, to: .term(.poisoned))
    notes.searches += 1
    let names =
      notes.searches > 50 ? [] : bindings.filter { $0.scope == target }.map { graph.text($0.name) }
    let word = tree.word(node)
    var diagnostic = Diagnostic(
      .unknownName, "`\(program.sources.files[target].name)` declares no `\(word)`",
      at: tree.span(of: node))
    if let near = nearest(to: word, in: names) {
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.fix = Fix("write `\(near)`", replacing: tree.span(of: node), with: near)
    } else {
      diagnostic.help = "names of values, functions, types and templates can be imported"
    }
    report(diagnostic)
  }

  /// Binds all that the file `target` declares in `file`, as far as `file` does not declare it itself.
  private mutating func importAll(of target: Int, into file: Int, at node: NodeIndex) {
    for index in bindings.indices where bindings[index].scope == target && isDeclared(index) {
      let name = bindings[index].name
      guard let other = binding(of: name, in: file) else {
        bind(name, at: bindings[index].span, in: file, to: .imported(index))
        bindings[bindings.count - 1].isUsed = true
        continue
      }
      guard case .imported(let earlier) = bindings[other].meaning, earlier != index else {
        continue
      }
      report(
        Diagnostic(
          .duplicateName, "two imported files declare `\(graph.text(name))`",
          at: tree.span(of: node),
          related: [
            Label("declared here", at: .text(bindings[earlier].span)),
            Label("and here", at: .text(bindings[index].span)),
          ], help: "import the one you need by name: `import { \(graph.text(name)) } from …`"))
    }
  }

  /// Returns `true` iff the file of the binding with the number `index` declares it, rather than
  /// importing it.
  private func isDeclared(_ index: Int) -> Bool {
    if case .imported = bindings[index].meaning { false } else { true }
  }

  /// Reports that a file with the declaration at `node` can't be imported: it `doesWhat`.
  mutating func reportImported(_ node: NodeIndex, _ doesWhat: String) {
    let file = fileScope(of: node)
    guard notes.refusedFiles.insert(file).inserted else { return }
    let importer = program.imports.filter { $0.value == file }.map(\.key).min()
    report(
      Diagnostic(
        .invalidImport,
        "`\(program.sources.files[file].name)` \(doesWhat), so it can't be imported",
        at: importer.map { origin($0) } ?? origin(node),
        related: [Label("is declared here", at: .text(tree.firstToken(of: node).span))],
        why: "what is imported holds names for others to use, and makes no step by itself",
        help: "move what both files need into a third one, steps into a `template`"))
  }
}
