import Foundation
package import Testing

/// Expects that the file at `path` holds exactly `actual`.
///
/// On a difference, what was observed is left beside the file as `<file>.observed`. With
/// `PIPEC_UPDATE_GOLDENS=1` in the environment the file is rewritten instead.
package func expectGolden(
  _ actual: [UInt8], at path: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let observed = "\(path).observed"
  let expected = Repository.bytes(at: path)
  guard expected != actual else { return Repository.remove(observed) }
  do {
    if ProcessInfo.processInfo.environment["PIPEC_UPDATE_GOLDENS"] == "1" {
      try Repository.write(actual, to: path)
      return Repository.remove(observed)
    }
    try Repository.write(actual, to: observed)
  } catch {
    Issue.record("can't write beside \(path): \(error)", sourceLocation: sourceLocation)
  }
  let difference = expected.map {
    lineDifference(
      from: String(decoding: $0, as: UTF8.self), to: String(decoding: actual, as: UTF8.self))
  }
  Issue.record(
    """
    \(path) \(expected == nil ? "does not exist" : "is not what was observed"); \
    Scripts/update-goldens rewrites it
    \(difference ?? "")
    """, sourceLocation: sourceLocation)
}

/// Expects that the file at `path` holds exactly `actual`.
package func expectGolden(
  _ actual: String, at path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  expectGolden(Array(actual.utf8), at: path, sourceLocation: sourceLocation)
}

/// Returns the lines in which `old` and `new` differ, each with two lines around it.
///
/// Lines only in `old` begin with `-`, lines only in `new` with `+`.
package func lineDifference(from old: String, to new: String, limit: Int = 60) -> String {
  let rows = alignedLines(lines(of: old), lines(of: new))
  let changed = rows.indices.filter { rows[$0].first != " " }
  var shown: [String] = []
  var last = -1
  for index in changed {
    for row in max(last + 1, index - 2)..<min(rows.count, index + 3) {
      if row > last + 1 { shown.append("  …") }
      shown.append(rows[row])
      last = row
    }
  }
  guard shown.count > limit else { return shown.joined(separator: "\n") }
  return (shown.prefix(limit) + ["  … and \(shown.count - limit) lines more"])
    .joined(separator: "\n")
}

/// Returns the lines of `text`, showing whether the last one ends.
private func lines(of text: String) -> [String] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  if lines.last == "" { lines.removeLast() } else { lines.append("(no line feed at the end)") }
  return lines
}

/// Returns the lines of both texts in one list, each after a mark of which text it is from.
private func alignedLines(_ old: [String], _ new: [String]) -> [String] {
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var rows: [String] = []
  var (i, j) = (0, 0)
  while i < old.count || j < new.count {
    if i < old.count, removed.contains(i) {
      rows.append("- \(old[i])")
      i += 1
    } else if j < new.count, inserted.contains(j) {
      rows.append("+ \(new[j])")
      j += 1
    } else {
      rows.append("  \(new[min(j, new.count - 1)])")
      (i, j) = (i + 1, j + 1)
    }
  }
  return rows
}
