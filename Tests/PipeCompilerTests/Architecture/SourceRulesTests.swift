import TestSupport
import Testing

/// What every source file is held to.
@Suite struct SourceRulesTests {
  /// Everything written in Swift, tests included.
  private static let everything = SwiftSource.all(in: "Sources", "Benchmarks", "Tests")
  /// What is shipped.
  private static let sources = SwiftSource.all(in: "Sources")

  @Test func `no file has more than 400 lines`() {
    for file in Self.everything {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  @Test func `no function has more than 60 lines`() {
    for file in Self.everything {
      for found in file.declarations where !found.isType && found.lineCount > 60 {
        Issue.record("\(file.path):\(found.line): \(found.name) has \(found.lineCount) lines")
      }
    }
  }

  @Test func `files end with one line feed and hold no tab`() {
    for file in Self.everything {
      let ends = file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n")
      #expect(ends, "\(file.path) does not end with one line feed")
      #expect(!file.text.contains("\t"), "\(file.path) holds a tab")
    }
  }

  @Test func `nothing that is shipped imports Foundation`() {
    for file in Self.sources + SwiftSource.all(in: "Benchmarks") {
      let imported = Self.imports(of: file).filter { $0.hasPrefix("Foundation") }
      #expect(imported.isEmpty, "\(file.path) imports \(imported)")
    }
  }

  @Test func `only three files of pipec know libc`() {
    let allowed: Set<String> = ["FileSystem", "Terminal", "Concurrency"]
    for file in Self.sources {
      let libc = Self.imports(of: file).contains { ["Glibc", "Darwin", "Musl"].contains($0) }
      let mayKnow = file.path.hasPrefix("Sources/pipec/") && allowed.contains(file.noun)
      #expect(!libc || mayKnow, "\(file.path) imports libc")
    }
  }

  @Test func `the compiler has no classes, actors or globals that change`() {
    for file in SwiftSource.all(in: "Sources/PipeCompiler") {
      for found in file.declarations {
        let isFaulty =
          found.keyword == "class" || found.keyword == "actor"
          || (found.keyword == "var" && found.isTopLevel && found.lineCount == 1)
        #expect(!isFaulty, "\(file.path):\(found.line): \(found.keyword) \(found.name)")
      }
    }
  }

  @Test func `nothing that is shipped can trap on purpose`() {
    for file in Self.sources {
      for (word, _, after) in file.words {
        let isFaulty =
          (["try", "as"].contains(word) && after == "!")
          || ["fatalError", "preconditionFailure", "unsafeBitCast"].contains(word)
        #expect(!isFaulty, "\(file.path) says \(word)\(after ?? " ")")
      }
    }
  }

  @Test func `nothing that is shipped unwraps by force`() {
    for file in Self.sources {
      for (number, line) in file.code.split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() where Self.unwrapsByForce(line) {
        Issue.record("\(file.path):\(number + 1) unwraps by force")
      }
    }
  }

  @Test func `a forced unwrap is told from a negation and a comparison`() {
    #expect(Self.unwrapsByForce("let a = b!.c"))
    #expect(Self.unwrapsByForce("f(x[0]!)"))
    #expect(!Self.unwrapsByForce("if !a, b != c, d!=e { }"))
  }

  /// Returns the modules that `file` imports.
  private static func imports(of file: SwiftSource) -> [String] {
    file.code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index < 2 else { return nil }
      return words.last.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// Returns `true` iff `line` has an exclamation mark right after a value or a type.
  private static func unwrapsByForce(_ line: Substring) -> Bool {
    var previous: Character = " "
    for index in line.indices {
      let isValue = previous.isLetter || previous.isNumber || ")]>_`".contains(previous)
      if line[index] == "!", isValue, line[index...].dropFirst().first != "=" { return true }
      previous = line[index]
    }
    return false
  }
}
