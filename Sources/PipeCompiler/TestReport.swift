/// The results of the tests of several files, in a form that people or programs read.
package struct TestReport: Sendable {
  /// A test and where it stands.
  private struct Entry: Sendable {
    /// What the test shows; with the name of the pipeline if the file makes several.
    let name: String
    /// The file and line.
    let place: String
    /// The file.
    let file: String
    /// What is not as expected, each with its place.
    let failures: [String]
  }

  /// The tests, in order.
  private var entries: [Entry] = []

  /// A form of the results; the raw value is its name.
  package enum Format: String, CaseIterable, Sendable {
    /// A line for each test, and what went wrong.
    case human
    /// The Test Anything Protocol, version 13.
    case tap
    /// The XML of JUnit, which most CI services read.
    case junit
  }

  /// Creates a report without tests.
  package init() {}

  /// `true` iff no test failed.
  package var isClean: Bool { entries.allSatisfy { $0.failures.isEmpty } }

  /// Adds the tests of the pipelines that `compilation` has made.
  package mutating func add(_ compilation: Compilation) {
    let sources = compilation.sources
    for pipeline in compilation.pipelines {
      let isOneOfMany = compilation.pipelines.count > 1
      for result in runTests(of: pipeline.graph) {
        let place = Self.place(of: result.origin, in: sources)
        entries.append(
          Entry(
            name: (isOneOfMany ? "\(pipeline.name): " : "") + result.name, place: place.text,
            file: place.file,
            failures: result.failures.map { failure in
              "\(Self.place(of: failure.origin, in: sources).text): \(failure.text)"
            }))
      }
    }
  }

  /// Returns the file of `origin`, and that with line and column.
  private static func place(
    of origin: Origin, in sources: Sources
  ) -> (file: String, text: String) {
    guard let span = origin.span else { return (sources.main.name, sources.main.name) }
    var finder = LocationFinder(sources, through: span.end)
    let location = finder.location(of: span.start)
    let file = sources.file(at: span.start).name
    return (file, "\(file):\(location.line):\(location.column)")
  }
}

// Forms.
extension TestReport {
  /// Returns the report as `format`.
  package func text(as format: Format) -> String {
    switch format {
    case .human: human
    case .tap: tap
    case .junit: junit
    }
  }

  /// How many tests passed and failed.
  private var summary: String {
    let failed = entries.count { !$0.failures.isEmpty }
    return "\(entries.count - failed) passed, \(failed) failed"
  }

  /// The report for people.
  private var human: String {
    var lines: [String] = []
    for entry in entries {
      if entry.failures.isEmpty {
        lines.append("pass: \(entry.name.safeLine())")
      } else {
        lines.append("FAIL: \(entry.name.safeLine())")
        lines += entry.failures.map { "  \($0.safeLine())" }
      }
    }
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  /// The report in the Test Anything Protocol.
  private var tap: String {
    var lines = ["TAP version 13", "1..\(entries.count)"]
    for (number, entry) in entries.enumerated() {
      let word = entry.failures.isEmpty ? "ok" : "not ok"
      // A number sign would begin a directive.
      var name = ""
      for scalar in entry.name.safeLine().unicodeScalars {
        if scalar == "#" { name += "\\" }
        name.unicodeScalars.append(scalar)
      }
      lines.append("\(word) \(number + 1) - \(name)")
      lines += entry.failures.map { "# \($0.safeLine())" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The report as JUnit's XML.
  private var junit: String {
    let failed = entries.count { !$0.failures.isEmpty }
    var lines = [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<testsuite name=\"pipec\" tests=\"\(entries.count)\" failures=\"\(failed)\">",
    ]
    for entry in entries {
      let head =
        "  <testcase classname=\(Self.attribute(entry.file)) name=\(Self.attribute(entry.name))"
      if entry.failures.isEmpty {
        lines.append("\(head)/>")
      } else {
        lines.append("\(head)>")
        for failure in entry.failures {
          lines.append("    <failure message=\(Self.attribute(failure))/>")
        }
        lines.append("  </testcase>")
      }
    }
    return (lines + ["</testsuite>"]).joined(separator: "\n") + "\n"
  }

  /// Returns `text` as the value of an attribute, in quotes.
  private static func attribute(_ text: String) -> String {
    var result = "\""
    for scalar in text.safeLine().unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
