extension PipelineEstimate {
  /// The estimate as lines for people.
  package var text: String {
    var text = "\(name): \(stepCount) steps in \(layerCount) layers, at most \(width) at once\n\n"
    text += Self.paragraph("longest way", criticalPath.joined(separator: ", "))
    if seconds > 0 {
      let time = "at most \(Self.duration(seconds)): \(slowest.joined(separator: ", "))"
      text += Self.paragraph("longest time", time)
    }
    if !unlimited.isEmpty { text += Self.paragraph("no limit", unlimited.joined(separator: ", ")) }
    text += Self.paragraph("parallelism", advice)
    guard !instances.isEmpty else { return text }
    let column = instances.reduce(8) { max($0, $1.type.unicodeScalars.count) }
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }
    text += "\n\(padded("instance", column))  at once  hours at most\n"
    for use in instances {
      text += "\(padded(use.type, column))  \(padded(String(use.atOnce), 7))  "
      text += use.seconds == 0 && use.isOpen ? "no limit\n" : Self.hours(use.seconds)
      if use.seconds > 0 || !use.isOpen { text += use.isOpen ? ", and more without limit\n" : "\n" }
    }
    return text
  }

  /// The estimate as one JSON object.
  package var json: String {
    func quoted(_ text: String) -> String {
      var writer = ByteWriter()
      writer.writeQuoted(text)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
    func list(_ names: [String]) -> String {
      "[\(names.map { quoted($0) }.joined(separator: ", "))]"
    }
    var text = "{\n  \"pipeline\": \(quoted(name)),\n  \"steps\": \(stepCount),\n"
    text += "  \"layers\": \(layerCount),\n  \"width\": \(width),\n"
    text += "  \"parallelism\": \(parallelism.map { String($0) } ?? "null"),\n"
    text += "  \"criticalPath\": \(list(criticalPath)),\n  \"longestSeconds\": \(seconds),\n"
    text += "  \"slowest\": \(list(slowest)),\n  \"unlimited\": \(list(unlimited)),\n"
    text += "  \"instances\": ["
    for (position, use) in instances.enumerated() {
      text += position > 0 ? ",\n    " : "\n    "
      text +=
        "{\"type\": \(quoted(use.type)), \"atOnce\": \(use.atOnce), \"seconds\": \(use.seconds), "
      text += "\"isOpen\": \(use.isOpen)}"
    }
    return text + (instances.isEmpty ? "]\n}\n" : "\n  ]\n}\n")
  }

  /// Returns `text` behind `title`, in lines of at most 80 columns where words allow it.
  private static func paragraph(_ title: String, _ text: String) -> String {
    let margin = 14
    var result = title + String(repeating: " ", count: max(1, margin - title.utf8.count))
    var column = margin
    for word in text.split(separator: " ") {
      let width = word.unicodeScalars.count
      if column > margin, column + 1 + width > 80 {
        result += "\n" + String(repeating: " ", count: margin)
        column = margin
      } else if column > margin {
        result += " "
        column += 1
      }
      result += word
      column += width
    }
    return result + "\n"
  }

  /// What to do about the number of steps that may run at once.
  private var advice: String {
    guard let parallelism else { return "not limited; no more than \(width) can run at once" }
    if parallelism < width {
      return "\(parallelism), so that up to \(width - parallelism) steps wait for others to end"
    }
    if parallelism > width { return "\(parallelism), of which \(width) can be used" }
    return "\(parallelism), as many as can run at once"
  }

  /// Returns `seconds` in hours, minutes and seconds.
  static func duration(_ seconds: Int) -> String {
    let parts = [(seconds / 3_600, "h"), (seconds % 3_600 / 60, "m"), (seconds % 60, "s")]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    return text.isEmpty ? "0s" : text
  }

  /// Returns `seconds` in hours, rounded up to one digit behind the point, which is left out if it is zero.
  static func hours(_ seconds: Int) -> String {
    let tenths = (seconds + 359) / 360
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
