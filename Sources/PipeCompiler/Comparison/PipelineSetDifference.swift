/// What two sources have not in common.
package struct PipelineSetDifference: Sendable {
  /// The pipelines that are in both, and those that are in one.
  package private(set) var pipelines: [PipelineDifference]
  /// What is different about the resources beside them.
  package let resources: [ResourceDifference]
  /// How much the sources differ.
  package let verdict: DifferenceVerdict

  /// Compares the pipelines `old` with `new`, which are read from the same bytes if `isIdentical`.
  package init(from old: [PipelineGraph], to new: [PipelineGraph], isIdentical: Bool = false) {
    resources = compareResources(old, with: new)
    // A file of runs says nothing about their pipeline.
    let isAboutRuns = holdsRunsOnly(old) || holdsRunsOnly(new)
    let (old, new) = (
      isAboutRuns ? [] : old.filter { !$0.header.isAbsent },
      isAboutRuns ? [] : new.filter { !$0.header.isAbsent }
    )
    pipelines = compare(old, with: new)
    let isMoved =
      pipelines.map { $0.name ?? "" } != old.map { $0.pipelineName ?? "" } && old.count > 1
    if !resources.isEmpty || pipelines.contains(where: { !$0.changes.isEmpty }) {
      verdict = .different
    } else if isMoved || pipelines.contains(where: \.isReordered) {
      verdict = .order
    } else {
      verdict = isIdentical ? .equal : .format
    }
  }

  /// Adds what happens to cached steps when a pipeline of `new` runs after one of `old` has run.
  package mutating func addForecasts(from old: [PipelineGraph], to new: [PipelineGraph]) {
    let old = old.filter { !$0.header.isAbsent }
    let new = new.filter { !$0.header.isAbsent }
    for index in pipelines.indices where index < new.count {
      let after = new[index]
      let partner =
        old.count == 1 && new.count == 1
        ? old.first : old.first { $0.pipelineName == after.pipelineName }
      guard let partner else { continue }
      pipelines[index].forecasts = CacheComparison(partner, after).forecasts
    }
  }
}

/// A form in which differences are printed.
package enum DifferenceFormat: String, CaseIterable, Sendable {
  /// For people.
  case human
  /// One JSON object.
  case json
  /// For a comment on a pull request.
  case markdown
}

/// The escape sequences that color the human form of differences.
package struct DifferenceStyle: Sendable {
  /// Begins what was added.
  let added: String
  /// Begins what was removed.
  let removed: String
  /// Begins what was changed.
  let changed: String
  /// Begins a heading.
  let emphasis: String
  /// Ends any of the above.
  let reset: String

  /// The style without colors.
  package static var plain: DifferenceStyle {
    DifferenceStyle(added: "", removed: "", changed: "", emphasis: "", reset: "")
  }

  /// The style for terminals: ANSI colors from the basic eight, which every theme defines.
  package static var colored: DifferenceStyle {
    DifferenceStyle(
      added: "\u{1B}[32m", removed: "\u{1B}[31m", changed: "\u{1B}[33m", emphasis: "\u{1B}[1m",
      reset: "\u{1B}[0m")
  }
}

extension PipelineSetDifference {
  /// Returns the difference printed as `format`; only the human form uses `style`.
  package func rendered(as format: DifferenceFormat, style: DifferenceStyle = .plain) -> [UInt8] {
    switch format {
    case .human: Array(human(style).utf8)
    case .json: json
    case .markdown: Array(markdown.utf8)
    }
  }

  /// The difference in a sentence.
  var sentence: String {
    switch verdict {
    case .equal: return "no difference"
    case .format: return "no difference but in how it is written"
    case .order: return "no difference but in the order of things"
    case .different:
      let changes = pipelines.flatMap(\.changes)
      let breaking = changes.count(where: \.breaksCallers)
      let total = resources.reduce(changes.count) { $0 + $1.count }
      let count = total == 1 ? "1 difference" : "\(total) differences"
      guard breaking > 0 else { return count }
      return "\(count), \(breaking) of which \(breaking == 1 ? "matters" : "matter") to whoever "
        + "starts the pipeline"
    }
  }
}

extension String {
  /// The text with signs in the place of what a terminal would obey.
  var visible: String {
    let sign: Unicode.Scalar = "\u{FFFD}"
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      // What turns the direction of text around it can make a line say something else.
      let turns =
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      scalars.append(isControl || turns ? sign : scalar)
    }
    return String(scalars)
  }

  /// Returns `texts`; if there are two and one has more than `limit` characters, without most of what both
  /// begin and end with, so that what differs can be seen.
  static func shortened(_ texts: [String], to limit: Int = 72) -> [String] {
    guard texts.count == 2, texts.contains(where: { $0.unicodeScalars.count > limit }) else {
      return texts.map { $0.shortened(to: limit) }
    }
    let (a, b) = (Array(texts[0].unicodeScalars), Array(texts[1].unicodeScalars))
    let shortest = Swift.min(a.count, b.count)
    var (start, end) = (0, 0)
    while start < shortest, a[start] == b[start] { start += 1 }
    while end < shortest - start, a[a.count - 1 - end] == b[b.count - 1 - end] { end += 1 }
    // What is left of it shows where that is.
    let margin = limit / 4
    let (first, last) = (Swift.max(0, start - margin), Swift.max(0, end - margin))
    return [a, b].map { text in
      guard first > 2 || last > 2 else { return Self(text).shortened(to: limit) }
      let kept = text[(first > 2 ? first : 0)..<(text.count - (last > 2 ? last : 0))]
      var middle = Self(kept).shortened(to: limit)
      let quote = text.first == "\"" ? "\"" : ""
      if first > 2 { middle = "\(quote)…\(middle)" }
      if last > 2 { middle += "…\(text.last == "\"" ? "\"" : "")" }
      return middle
    }
  }

  /// Creates the text of `scalars`.
  private init(_ scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }

  /// Returns the text, cut in the middle if it has more than `limit` characters, on one line.
  func shortened(to limit: Int = 72) -> String {
    let scalars = Array(unicodeScalars.prefix(limit * 8))
    guard unicodeScalars.count > limit else { return self }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars.prefix(limit * 2 / 3))
    result.append("…")
    result.append(contentsOf: unicodeScalars.suffix(limit / 3))
    return String(result)
  }
}
