// For a comment on a pull request.
extension PipelineSetDifference {
  /// How many bytes are written; GitHub takes comments of 65,536 characters.
  private static let limit = 60_000

  /// The difference in Markdown: a table for each pipeline.
  var markdown: String {
    var text = ""
    var left = 0
    for pipeline in pipelines where !pipeline.changes.isEmpty || !pipeline.forecasts.isEmpty {
      if !text.isEmpty { text += "\n" }
      text += "### \(pipeline.name.map { "Pipeline \(code($0))" } ?? "The pipeline")\n\n"
      if !pipeline.changes.isEmpty { text += "| | where | what |\n|---|---|---|\n" }
      for change in pipeline.changes {
        if text.utf8.count > Self.limit { left += 1 } else { text += row(of: change) }
      }
      if !pipeline.forecasts.isEmpty {
        text += "\n| cached step | next run | why |\n|---|---|---|\n"
      }
      for forecast in pipeline.forecasts {
        let reasons = forecast.reasons.map { plain($0) }.joined(separator: "<br>")
        let row = "| \(code(forecast.step)) | \(forecast.outcome.rawValue) | \(reasons) |\n"
        if text.utf8.count > Self.limit { left += 1 } else { text += row }
      }
    }
    if !resources.isEmpty {
      text += "\(text.isEmpty ? "" : "\n")### Resources\n\n| | which | what |\n|---|---|---|\n"
    }
    for resource in resources {
      for row in rows(of: resource) {
        if text.utf8.count > Self.limit { left += 1 } else { text += row }
      }
    }
    if left > 0 { text += "\nand \(left) more\n" }
    if !text.isEmpty { text += "\n" }
    return text + "\(sentence)\n"
  }

  /// Returns the row of `change`.
  private func row(of change: PipelineDifference.Change) -> String {
    let place: String
    switch change.part {
    case .pipeline, .header, .resource: place = ""
    case .parameter: place = "parameter \(code(change.subject))"
    case .step, .argument, .condition, .edge: place = "step \(code(change.subject))"
    }
    var words =
      change.shownPath.isEmpty || change.part == .edge
      ? plain(change.words) : "\(code(change.shownPath)) \(values(of: change))"
    if let note = change.note {
      words += "<br>\(change.breaksCallers ? "**\(plain(note))**" : plain(note))"
    }
    return "| \(mark(of: change)) | \(place) | \(words) |\n"
  }

  /// Returns the rows of `resource`.
  private func rows(of resource: ResourceDifference) -> [String] {
    let title = "\(plain(resource.kind)) \(code(resource.name))"
    switch resource.action {
    case .added: return ["| + | \(title) | it is new |\n"]
    case .removed: return ["| − | \(title) | it is gone |\n"]
    default:
      return resource.changes.map { change in
        "| \(mark(of: change)) | \(title) | \(code(change.path)) \(values(of: change)) |\n"
      }
    }
  }

  /// Returns the sign of what happened in `change`.
  private func mark(of change: PipelineDifference.Change) -> String {
    change.sign == "~" ? "±" : change.sign == "-" ? "−" : "+"
  }

  /// Returns what was there and what is there.
  private func values(of change: PipelineDifference.Change) -> String {
    String.shortened([change.old, change.new].compactMap(\.self)).map { code($0) }
      .joined(separator: " → ")
  }

  /// Returns `text` as code that can stand in a table.
  private func code(_ text: String) -> String {
    let safe = text.visible.replacing("|", with: "\\|").replacing("\n", with: " ")
    return text.contains("`") ? "`` \(safe) ``" : "`\(safe)`"
  }

  /// Returns `text`, in which code stands in backticks, for a table.
  private func plain(_ text: String) -> String {
    text.visible.replacing("|", with: "\\|").replacing("<", with: "&lt;")
  }
}
