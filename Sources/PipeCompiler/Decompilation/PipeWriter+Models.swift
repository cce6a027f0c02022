// The models that Tuning steps find.
extension PipeWriter {
  /// Returns the words for the model that `pieces` name, if it is one of a Tuning step's best ones: it
  /// lies where the jobs of that step write.
  func bestModel(_ pieces: [JoinPiece]) -> String? {
    guard pieces.count > 1, case .text("/output/model.tar.gz")? = pieces.last,
      case .value(let job) = pieces[pieces.count - 2],
      case .reference(let index) = document.graph.values[job],
      case .step(let name) = document.graph.references[index].root,
      let position = steps.byName[document.text(name)], steps.all[position].kind == .tuning,
      steps.all[position].plainness < .verbatim,
      let text = property(
        of: steps.all[position], Array(document.graph.path(of: document.graph.references[index]))),
      text.hasSuffix(").TrainingJobName")
    else { return nil }
    let arguments = document.fields(document.member("Arguments", of: steps.all[position].members))
    let output = document.fields(
      document.fields(arguments?["TrainingJobDefinition"])?["OutputDataConfig"])
    guard let path = output?["S3OutputPath"], var folder = self.pieces(ofText: path) else {
      return nil
    }
    if case .text(let end)? = folder.last, end.hasSuffix("/") {
    } else {
      folder.append(.text("/"))
    }
    guard areSame(Self.merged(folder), Array(pieces.dropLast(2))) else { return nil }
    return String(text.dropLast(".TrainingJobName".count))
  }

  /// Returns the pieces of the text or join `value`.
  private func pieces(ofText value: Index<Value>) -> [JoinPiece]? {
    switch document.graph.values[value] {
    case .string(let symbol): [.text(document.text(symbol))]
    case .reference: [.value(value)]
    case .join: pieces(of: value, depth: 0)
    default: nil
    }
  }

  /// Returns `true` iff `a` and `b` make the same text.
  private func areSame(_ a: [JoinPiece], _ b: [JoinPiece]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { pair in
        switch pair {
        case (.text(let x), .text(let y)): return x == y
        case (.value(let x), .value(let y)):
          guard case .reference(let x) = document.graph.values[x],
            case .reference(let y) = document.graph.values[y]
          else { return false }
          return document.spelling(of: x) == document.spelling(of: y)
        default: return false
        }
      }
  }
}
