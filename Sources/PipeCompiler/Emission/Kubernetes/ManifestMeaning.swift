// What manifests mean, whatever order and spelling they are written in.
extension Manifest {
  /// Returns what the manifest has beside all that `other` has; `nil` if anything else differs.
  ///
  /// That are fields of `spec`, keys of labels and annotations, and `namespace`. The field `ignored` is not
  /// looked at.
  func additions(to other: Manifest, besides ignored: String = "") -> [String]? {
    guard kind == other.kind, name == other.name, generatesName == other.generatesName else {
      return nil
    }
    var added: [String] = []
    if namespace != other.namespace {
      guard other.namespace == nil else { return nil }
      added.append("namespace")
    }
    for (own, others) in [(labels, other.labels), (annotations, other.annotations)] {
      for pair in others where own.last(where: { $0.key == pair.key })?.value != pair.value {
        return nil
      }
      added += own.map(\.key).filter { key in !others.contains { $0.key == key } }
    }
    let fields = specification.filter { $0.key != ignored && !$0.value.isNull }
    let wanted = other.specification.filter { $0.key != ignored && !$0.value.isNull }
    for field in wanted {
      guard let own = fields.last(where: { $0.key == field.key }), own.value.means(field.value)
      else { return nil }
    }
    return added + fields.map(\.key).filter { key in !wanted.contains { $0.key == key } }
  }
}

extension ManifestValue {
  /// `true` iff the value is none.
  var isNull: Bool {
    if case .literal("null") = self { true } else { false }
  }

  /// Returns `true` iff the value and `other` are the same to who reads them.
  func means(_ other: ManifestValue) -> Bool {
    switch (self, other) {
    case (.text(let a), .text(let b)): return a == b
    case (.literal(let a), .literal(let b)):
      guard a != b, let x = Double(a), let y = Double(b) else { return a == b }
      return x == y && abs(x) < 9_007_199_254_740_992
    case (.definition(let a), .definition(let b)): return a.bytes == b.bytes
    case (.definition(let a), .text(let b)), (.text(let b), .definition(let a)):
      return a.bytes.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.means($1) }
    case (.mapping(let a), .mapping(let b)):
      let (x, y) = (a.filter { !$0.value.isNull }, b.filter { !$0.value.isNull })
      guard x.count == y.count else { return false }
      let values = Dictionary(y.map { ($0.key, $0.value) }, uniquingKeysWith: { _, last in last })
      return x.allSatisfy { member in values[member.key].map { member.value.means($0) } ?? false }
    default: return false
    }
  }
}
