extension PipelineGraph {
  /// Adds the reference that `text` spells as the definition does, or an unreadable one.
  ///
  /// The forms are those of the SageMaker Python SDK's emitters: `Parameters.<name>`,
  /// `Execution.<name>`, `PipelineExperimentConfig.<name>`, `Steps.<name><path>`,
  /// `ForEach.CurrentItem<path>` and `IterationOutput.<step><path>`.
  ///
  /// If the text stands in the source as it is, it begins there at `start`.
  package mutating func add(
    referenceText text: String, writtenAt start: UInt32? = nil, at origin: Origin
  ) -> Index<Value> {
    let bytes = Array(text.utf8)
    if let (root, path) = reference(spelledBy: bytes) {
      let places = start.map { self.origins(of: path, endingAt: $0 + UInt32(bytes.count)) } ?? []
      return add(reference: root, path: path, partsAt: places, at: origin)
    }
    return add(reference: .unreadable(symbols.intern(bytes)), at: origin)
  }

  /// Returns where the names, keys and indices of `path` are written, the last of which ends at `end`.
  private func origins(of path: [PathSegment], endingAt end: UInt32) -> [Origin] {
    var end = end
    var origins: [Origin] = []
    for segment in path.reversed() {
      // A dot before a member, brackets around an index, and quotes too around a key.
      let (symbol, before, behind): (Symbol, UInt32, UInt32) =
        switch segment {
        case .member(let name): (name, 1, 0)
        case .index(let index): (index, 1, 1)
        case .key(let key): (key, 2, 2)
        }
      let length = UInt32(truncatingIfNeeded: symbols.length(symbol))
      guard end >= length + before + behind else { return [] }
      origins.append(.text(SourceSpan(end - behind - length, end - behind)))
      end -= length + before + behind
    }
    return origins.reversed()
  }

  /// Returns the root and path that `bytes` spell, or `nil` if they spell none.
  private mutating func reference(
    spelledBy bytes: [UInt8]
  ) -> (ReferenceRoot, [PathSegment])? {
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let space = String(decoding: bytes[..<dot], as: UTF8.self)
    let nameEnd = bytes[(dot + 1)...].firstIndex {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[")
    }
    let name = dot + 1..<(nameEnd ?? bytes.count)
    guard !name.isEmpty, let path = path(spelledBy: bytes[name.upperBound...]) else { return nil }
    let symbol = symbols.intern(bytes, name)
    switch space {
    case "Parameters" where path.isEmpty: return (.parameter(symbol), [])
    case "Execution" where path.isEmpty: return (.execution(symbol), [])
    case "PipelineExperimentConfig" where path.isEmpty: return (.experiment(symbol), [])
    case "Steps": return (.step(symbol), path)
    case "ForEach" where text(symbol) == "CurrentItem": return (.currentItem, path)
    case "IterationOutput": return (.iterationOutput(symbol), path)
    default: return nil
    }
  }

  /// Returns the segments that `bytes` spell, or `nil` if they spell none.
  private mutating func path(spelledBy bytes: ArraySlice<UInt8>) -> [PathSegment]? {
    var segments: [PathSegment] = []
    var rest = bytes
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == UInt8(ascii: ".") {
        let name = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        guard !name.isEmpty else { return nil }
        segments.append(.member(symbols.intern(Array(name))))
        rest = rest.dropFirst(name.count)
      } else {
        guard first == UInt8(ascii: "["), let segment = bracket(&rest) else { return nil }
        segments.append(segment)
      }
    }
    return segments
  }

  /// Takes what follows an opening bracket off `rest` and returns the segment it spells.
  private mutating func bracket(_ rest: inout ArraySlice<UInt8>) -> PathSegment? {
    if rest.first == UInt8(ascii: "'") {
      let key = rest.dropFirst().prefix { $0 != UInt8(ascii: "'") }
      rest = rest.dropFirst(key.count + 1)
      guard rest.starts(with: "']".utf8) else { return nil }
      rest = rest.dropFirst(2)
      return .key(symbols.intern(Array(key)))
    }
    let index = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    rest = rest.dropFirst(index.count)
    guard !index.isEmpty, rest.first == UInt8(ascii: "]") else { return nil }
    rest = rest.dropFirst()
    return .index(symbols.intern(Array(index)))
  }
}
