// How the service spells what a reference reads.
extension PipelineGraph {
  /// Calls `write` with the pieces of the text that spells what `reference` reads.
  func forEachPiece(of reference: Reference, _ write: (Symbol) -> Void) {
    forEachPiece(of: reference.root, write)
    for segment in path(of: reference) {
      switch segment {
      case .member(let name):
        write(.word(.dot))
        write(name)
      case .index(let position):
        write(.word(.openIndex))
        write(position)
        write(.word(.closeIndex))
      case .key(let key):
        write(.word(.openKey))
        write(key)
        write(.word(.closeKey))
      }
    }
  }

  /// Calls `write` with the pieces of the path of the property file `name` of `step`.
  func forEachPiece(ofPropertyFile name: Symbol, of step: Symbol, _ write: (Symbol) -> Void) {
    write(.word(.stepsRoot))
    write(step)
    write(.word(.propertyFilesPath))
    write(name)
  }

  /// Calls `write` with the pieces of the text that spells `root`.
  private func forEachPiece(of root: ReferenceRoot, _ write: (Symbol) -> Void) {
    switch root {
    case .parameter(let name):
      write(.word(.parametersRoot))
      write(name)
    case .execution(let name):
      write(.word(.executionRoot))
      write(name)
    case .experiment(let name):
      write(.word(.experimentRoot))
      write(name)
    case .step(let name):
      write(.word(.stepsRoot))
      write(name)
    case .currentItem: write(.word(.currentItem))
    case .iterationOutput(let step):
      write(.word(.iterationOutput))
      write(step)
    case .unreadable(let text): write(text)
    }
  }
}
