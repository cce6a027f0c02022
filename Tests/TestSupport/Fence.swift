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

/// A command in a block tagged `console`, and what it prints.
package struct ConsoleCommand: Sendable, CustomTestStringConvertible {
  /// The block that the command stands in.
  package let fence: Fence
  /// The command after the `$`, as it is typed.
  package let command: String
  /// The lines up to the next command.
  package let output: String

  /// What a test run calls the command.
  package var testDescription: String { "\(fence.testDescription): \(command)" }

  /// The words of the command; quotes keep spaces together.
  package var words: [String] {
    var words: [String] = []
    var (word, isOpen) = ("", false)
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        (quote, isOpen) = (character, true)
      } else if character == " " {
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
        isOpen = true
      }
    }
    return isOpen ? words + [word] : words
  }

  /// Returns the commands in `fence`; a line that ends in `\` goes on in the next one.
  package static func all(in fence: Fence) -> [ConsoleCommand] {
    var found: [(command: String, output: String)] = []
    var continues = false
    for line in fence.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if continues, let last = found.popLast() {
        found.append(("\(last.command.dropLast())\(String(line.drop { $0 == " " }))", ""))
      } else if line.hasPrefix("$ ") {
        found.append((String(line.dropFirst(2)), ""))
      } else if let last = found.popLast() {
        found.append((last.command, "\(last.output)\(line)\n"))
        continue
      }
      continues = line.hasSuffix("\\")
    }
    return found.map { ConsoleCommand(fence: fence, command: $0.command, output: $0.output) }
  }

  /// The commands documented anywhere that begin with `pipec`.
  package static let documented: [ConsoleCommand] = Fence.documented
    .filter { $0.language == "console" }
    .flatMap { all(in: $0) }
    .filter { $0.words.first == "pipec" }
}
