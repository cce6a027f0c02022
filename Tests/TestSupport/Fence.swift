import Testing

/// A fenced block of a Markdown file.
package struct Fence: Sendable, CustomTestStringConvertible {
  /// The file.
  package let path: String
  /// The line of the opening fence, from 1.
  package let line: Int
  /// The first word after the opening fence, or empty.
  package let language: String
  /// The further words, such as `error=unknown-name`.
  package let attributes: [String]
  /// The text between the fences.
  package let text: String

  /// What a test run calls the block.
  package var testDescription: String { "\(path):\(line)" }

  /// Returns what stands after `name=` among the attributes.
  package func attribute(_ name: String) -> String? {
    attributes.first { $0.hasPrefix("\(name)=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// Returns the blocks in `text`, which is the file at `path`.
  package static func all(in text: String, path: String) -> [Fence] {
    var found: [Fence] = []
    var opening: (line: Int, ticks: Int, words: [String])?
    var body = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let ticks = line.prefix { $0 == "`" }.count
      guard let start = opening else {
        guard ticks >= 3 else { continue }
        opening = (index + 1, ticks, line.dropFirst(ticks).split(separator: " ").map(String.init))
        body = ""
        continue
      }
      if ticks >= start.ticks, line.count == ticks {
        found.append(
          Fence(
            path: path, line: start.line, language: start.words.first ?? "",
            attributes: Array(start.words.dropFirst()), text: body))
        opening = nil
      } else {
        body += "\(line)\n"
      }
    }
    return found
  }

  /// The blocks of `README.md` and of everything in `docs`.
  package static let documented: [Fence] =
    (["README.md"] + Repository.files(in: "docs", endingWith: ".md"))
    .flatMap { all(in: Repository.text(at: $0), path: $0) }
}

/// A block tagged `console`: commands, and what they print.
package struct ConsoleSession: Sendable, CustomTestStringConvertible {
  /// The block.
  package let fence: Fence
  /// The commands as they are typed, each with the lines up to the next one.
  package let commands: [(line: String, output: String)]

  /// What a test run calls the block.
  package var testDescription: String { fence.testDescription }

  /// Reads the commands in `fence`; a line that ends in `\` goes on in the next one.
  package init(_ fence: Fence) {
    var found: [(line: String, output: String)] = []
    var continues = false
    for line in fence.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if continues, let last = found.popLast() {
        found.append(("\(last.line)\n\(line)", ""))
      } else if line.hasPrefix("$ ") {
        found.append((String(line.dropFirst(2)), ""))
      } else {
        let last = found.popLast() ?? ("", "")
        found.append((last.line, "\(last.output)\(line)\n"))
        continue
      }
      continues = line.hasSuffix("\\")
    }
    self.fence = fence
    commands = found
  }

  /// The sessions in all documents.
  package static let documented: [ConsoleSession] = Fence.documented
    .filter { $0.language == "console" }
    .map { ConsoleSession($0) }
}
