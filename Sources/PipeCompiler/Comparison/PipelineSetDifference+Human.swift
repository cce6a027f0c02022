// For people.
extension PipelineSetDifference {
  /// Returns the difference for people.
  func human(_ style: DifferenceStyle) -> String {
    var text = ""
    for pipeline in pipelines where !pipeline.changes.isEmpty || !pipeline.forecasts.isEmpty {
      text += pipeline.human(style) + "\n"
    }
    for resource in resources { text += resource.human(style) + "\n" }
    return text + sentence + "\n"
  }
}

extension PipelineDifference {
  /// Returns the difference for people.
  fileprivate func human(_ style: DifferenceStyle) -> String {
    var text =
      "\(style.emphasis)\(name.map { "pipeline `\($0.visible)`" } ?? "the pipeline")\(style.reset)\n"
    var heading: String?
    for change in changes {
      let group = change.heading
      if group != heading, let group { text += "  \(style.emphasis)\(group)\(style.reset)\n" }
      heading = group
      text += (group == nil ? "  " : "    ") + change.human(style) + "\n"
      if let note = change.note {
        text += (group == nil ? "    " : "      ") + "  \(note.visible)\n"
      }
    }
    if !forecasts.isEmpty {
      text += "  \(style.emphasis)cached steps in the next run\(style.reset)\n"
      for forecast in forecasts { text += forecast.human(style) }
    }
    return text
  }
}

extension ResourceDifference {
  /// Returns the difference for people.
  fileprivate func human(_ style: DifferenceStyle) -> String {
    var text = "\(style.emphasis)\(kind.visible) `\(name.visible)`\(style.reset)\n"
    switch action {
    case .added: text += "  \(style.added)+\(style.reset) the resource is new\n"
    case .removed: text += "  \(style.removed)-\(style.reset) the resource is gone\n"
    default: for change in changes { text += "  " + change.human(style) + "\n" }
    }
    return text
  }
}

extension PipelineDifference.Change {
  /// What the change is listed under; `nil` if it needs no heading.
  var heading: String? {
    switch part {
    case .pipeline, .header, .resource: nil
    case .parameter: "parameter `\(subject.visible)`"
    case .step, .argument, .condition, .edge: "step `\(subject.visible)`"
    }
  }

  /// The way to what is different, as it is written in the language: without `Arguments`.
  var shownPath: String {
    let prefix = "Arguments."
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The change in words, without its subject and its note.
  var words: String {
    switch (part, action) {
    case (.pipeline, .added): "the pipeline is new"
    case (.pipeline, _): "the pipeline is gone"
    case (.edge, .added): "waits for `\(path)`\(ending(new))"
    case (.edge, _): "no longer waits for `\(path)`\(ending(old))"
    case (.step, .added): "new: \(new ?? "")"
    case (.step, .removed): "removed: \(old ?? "")"
    case (.parameter, .added) where path.isEmpty: "new: \(new ?? "")"
    case (.parameter, .removed) where path.isEmpty: "removed: \(old ?? "")"
    case (.step, .renamed): "renamed, was `\(old ?? "")`"
    case (.step, .moved): "moved from \(old ?? "") to \(new ?? "")"
    default: "\(shownPath): \(values)"
    }
  }

  /// What was there and what is there.
  private var values: String {
    String.shortened([old, new].compactMap(\.self)).joined(separator: " → ")
  }

  /// Returns how a step has to end, in words.
  private func ending(_ trigger: String?) -> String {
    switch trigger {
    case "Failed": " to fail"
    case "Stopped": " to be stopped"
    case "Any": " to end in any way"
    default: ""
    }
  }

  /// The sign of what happened.
  var sign: String {
    switch action {
    case .added: "+"
    case .removed: "-"
    case .changed, .renamed, .moved: "~"
    }
  }

  /// Returns the change on a line.
  fileprivate func human(_ style: DifferenceStyle) -> String {
    let color =
      switch action {
      case .added: style.added
      case .removed: style.removed
      case .changed, .renamed, .moved: style.changed
      }
    return "\(color)\(sign)\(style.reset) \(words.visible)"
  }
}

extension CacheForecast {
  /// Returns the forecast for people.
  fileprivate func human(_ style: DifferenceStyle) -> String {
    let color =
      switch outcome {
      case .hit: style.added
      case .miss: style.removed
      case .uncertain: style.changed
      }
    var text = "    \(color)\(outcome.rawValue)\(style.reset) `\(step.visible)`\n"
    for reason in reasons { text += "      \(reason.visible)\n" }
    return text
  }
}
