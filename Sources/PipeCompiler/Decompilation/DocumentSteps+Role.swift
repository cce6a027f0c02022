// The role that a pipeline seems to run as.
extension DocumentSteps {
  /// Returns the role that most steps of `document` name, if all that need one name one.
  func commonRole(in document: DefinitionDocument) -> String? {
    var counts: [(role: String, count: Int)] = []
    for step in all {
      guard let path = step.kind.rolePath else { continue }
      var fields = document.fields(document.member("Arguments", of: step.members)) ?? [:]
      let head = Symbol.word(path.head)
      if let tail = path.tail {
        guard let inner = document.fields(fields[document.text(head)]) else { continue }
        fields = inner
        guard let role = fields[document.text(.word(tail))] else { return nil }
        Self.count(document.text(role), &counts)
      } else {
        guard let role = fields[document.text(head)] else { return nil }
        Self.count(document.text(role), &counts)
      }
    }
    return counts.max { $0.count < $1.count }?.role
  }

  /// Counts `role`.
  private static func count(_ role: String?, _ counts: inout [(role: String, count: Int)]) {
    guard let role else { return }
    if let position = counts.firstIndex(where: { $0.role == role }) {
      counts[position].count += 1
    } else {
      counts.append((role, 1))
    }
  }
}
