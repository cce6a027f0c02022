// What is read at run time.
extension PipeWriter {
  /// Returns how the language spells what `index` reads.
  func reference(_ index: Index<Reference>) -> String {
    let reference = document.graph.references[index]
    return words(for: reference) ?? "get(\"\(escaped(document.spelling(of: index)))\")"
  }

  /// Returns the words of the language for what `reference` reads, if there are any.
  private func words(for reference: Reference) -> String? {
    let path = Array(document.graph.path(of: reference))
    switch reference.root {
    case .parameter(let name): return parameterWords[document.text(name)]?.word
    case .execution(let name): return member(document.text(name), of: [.execution, .pipeline])
    case .experiment(let name): return member(document.text(name), of: [.experiment])
    case .currentItem:
      guard current?.isInLoop == true else { return nil }
      return spelling(of: path).map { "item" + $0 }
    case .step(let name):
      guard let position = steps.byName[document.text(name)] else { return nil }
      return property(of: steps.all[position], path)
    case .iterationOutput, .unreadable: return nil
    }
  }

  /// Returns the words for the variable `name` of one of `namespaces`.
  private func member(_ name: String, of namespaces: [Namespace]) -> String? {
    for namespace in namespaces {
      if let member = namespace.members.first(where: { $0.variable == name }) {
        return "\(namespace.rawValue).\(member.word)"
      }
    }
    return nil
  }

  /// Returns the words for what `path` reads from `step`.
  func property(of step: DocumentStep, _ path: [PathSegment]) -> String? {
    guard case .member(let first)? = path.first else { return nil }
    if isIdiomatic, let short = short(step, path) { return step.word + short }
    // Words with a small letter are the language's.
    guard let byte = document.text(first).utf8.first, byte < UInt8(ascii: "a") else { return nil }
    return spelling(of: path).map { step.word + $0 }
  }

  /// Returns the short form for `path` of `step`.
  private func short(_ step: DocumentStep, _ path: [PathSegment]) -> String? {
    let names = path.map { segment in
      switch segment {
      case .member(let name): "." + document.text(name)
      case .index(let number): "[\(document.text(number))]"
      case .key: "key"
      }
    }
    switch step.kind {
    case .training where names == [".ModelArtifacts", ".S3ModelArtifacts"]: return ".model"
    case .processing
    where names == [".ProcessingOutputConfig", ".Outputs", "key", ".S3Output", ".S3Uri"]:
      guard case .key(let key) = path[2] else { return nil }
      return ".outputs" + label(document.text(key))
    case .lambda where names == [".OutputParameters", "key"],
      .callback where names == [".OutputParameters", "key"]:
      guard case .key(let key) = path[1] else { return nil }
      return ".returns" + label(document.text(key))
    case .tuning where names.count > 2 && names[0] == ".TrainingJobSummaries":
      guard case .index(let rank) = path[1], let number = Int(document.text(rank)), number < 50,
        String(number) == document.text(rank), let rest = spelling(of: Array(path.dropFirst(2)))
      else { return nil }
      return ".best(\(number))\(rest)"
    default: return nil
    }
  }

  /// Returns `name` as the member of something.
  private func label(_ name: String) -> String {
    WordChooser.isWord(name) ? ".\(name)" : "[\"\(escaped(name))\"]"
  }

  /// Returns how the language spells `path`.
  private func spelling(of path: [PathSegment]) -> String? {
    var text = ""
    for segment in path {
      switch segment {
      case .member(let name):
        guard WordChooser.isWord(document.text(name)) else { return nil }
        text += ".\(document.text(name))"
      case .index(let number):
        // Numbers have no zeros in front.
        guard String(Int(document.text(number)) ?? -1) == document.text(number) else { return nil }
        text += "[\(document.text(number))]"
      case .key(let key): text += "[\"\(escaped(document.text(key)))\"]"
      }
    }
    return text
  }

  /// Returns how the language spells what `index` reads from a file.
  mutating func jsonGet(_ index: Index<JSONGet>, depth: Int) -> String {
    let get = document.graph.jsonGets[index]
    let path = document.text(get.path)
    switch get.file {
    case .propertyFile(let name, let file):
      if let position = steps.byName[document.text(name)], isIdiomatic,
        steps.all[position].kind == .processing, let rest = Self.words(ofPath: path)
      {
        return "\(steps.all[position].word).reports\(label(document.text(file)))\(rest)"
      }
      let text = "Steps.\(document.text(name)).PropertyFiles.\(document.text(file))"
      return
        "{ \"Std:JsonGet\": { PropertyFile: get(\"\(escaped(text))\"), Path: \"\(escaped(path))\" } }"
    case .uri(let uri):
      let place = render(uri, in: .data, depth: depth + 2)
      return "{ \"Std:JsonGet\": { S3Uri: \(place), Path: \"\(escaped(path))\" } }"
    }
  }

  /// Returns how the language spells `path`, which leads through a JSON file; `nil` if it can't.
  private static func words(ofPath path: String) -> String? {
    var (text, rest) = ("", Array(path.unicodeScalars)[...])
    while let first = rest.first {
      if first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let inner = rest[(rest.startIndex + 1)..<end]
        if inner.first == "'", inner.count > 2, inner.last == "'" {
          let key = inner.dropFirst().dropLast()
          guard !key.contains(where: { "'\"\\[]".unicodeScalars.contains($0) || $0.value < 0x20 })
          else { return nil }
          text += "[\"\(string(key))\"]"
        } else {
          guard !text.isEmpty, let number = Int(string(inner)), String(number) == string(inner),
            number >= 0
          else { return nil }
          text += "[\(number)]"
        }
        rest = rest[(end + 1)...]
      } else {
        if first == "." {
          if text.isEmpty { return nil }
          rest = rest.dropFirst()
        } else if !text.isEmpty {
          return nil
        }
        let name = rest.prefix { $0 != "." && $0 != "[" }
        guard WordChooser.isWord(string(name)) else { return nil }
        text += ".\(string(name))"
        rest = rest.dropFirst(name.count)
      }
    }
    return text.isEmpty ? nil : text
  }

  /// Returns the text of `scalars`.
  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }
}
