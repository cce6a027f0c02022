/// Returns the member of `candidates` that `name` most probably stands for, if one is near enough.
///
/// Near enough is an optimal-string-alignment distance (an insertion, deletion, replacement or
/// swap of neighbours costs one) of at most a third of the name's length, and at most three;
/// letters that differ in case only cost nothing. Ties go to the candidate named first.
package func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().utf8.prefix(64))
  var best: (distance: Int, name: String)?
  for candidate in candidates where candidate != name {
    let bytes = Array(candidate.lowercased().utf8.prefix(64))
    let limit = min(3, max(1, max(wanted.count, bytes.count) / 3))
    guard abs(bytes.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, bytes)
    guard distance <= limit, distance < (best?.distance ?? .max) else { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// Returns the optimal-string-alignment distance of `a` and `b`.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var older = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var row = [Int](repeating: i + 1, count: b.count + 1)
    for j in 0..<b.count {
      let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
      row[j + 1] = min(previous[j + 1] + 1, row[j] + 1, replaced)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], older[j - 1] + 1)
      }
    }
    (older, previous) = (previous, row)
  }
  return previous[b.count]
}
