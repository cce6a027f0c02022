import TestSupport
import Testing

/// What every source file is held to.
@Suite struct SourceRulesTests {
  @Test func `no file has more than 400 lines`() {
    // Tables that scripts write are looked up in, not read.
    let tables = ["ServiceModelTable", "ImageTable"]
    for file in SwiftSource.everything where !tables.contains(file.noun) {
      #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  @Test func `no function has more than 60 lines`() {
    for file in SwiftSource.everything {
      for found in file.declarations where !found.isType && found.lineCount > 60 {
        Issue.record("\(file.path):\(found.line): \(found.name) has \(found.lineCount) lines")
      }
    }
  }

  @Test func `files end with one line feed and hold no tab`() {
    for file in SwiftSource.everything {
      let ends = file.text.hasSuffix("\n") && !file.text.hasSuffix("\n\n")
      #expect(ends, "\(file.path) does not end with one line feed")
      #expect(!file.text.contains("\t"), "\(file.path) holds a tab")
    }
  }

  @Test func `nothing that is shipped imports Foundation`() {
    for file in SwiftSource.shipped + SwiftSource.benchmarks {
      let imported = Self.imports(of: file).filter { $0.hasPrefix("Foundation") }
      #expect(imported.isEmpty, "\(file.path) imports \(imported)")
    }
  }

  @Test func `only three files of the tool know libc`() {
    let allowed: Set<String> = ["FileSystem", "Terminal", "Concurrency"]
    for file in SwiftSource.shipped {
      let libc = Self.imports(of: file).contains { ["Glibc", "Darwin", "Musl"].contains($0) }
      let mayKnow = file.path.hasPrefix("Sources/PipeTool/") && allowed.contains(file.noun)
      #expect(!libc || mayKnow, "\(file.path) imports libc")
    }
  }

  @Test func `the compiler has no classes, actors or globals that change`() {
    for file in SwiftSource.compiler {
      for found in file.declarations {
        let isFaulty =
          found.keyword == "class" || found.keyword == "actor"
          || (found.keyword == "var" && found.isTopLevel && found.lineCount == 1)
        #expect(!isFaulty, "\(file.path):\(found.line): \(found.keyword) \(found.name)")
      }
    }
  }

  @Test func `nothing that is shipped can trap on purpose`() {
    for file in SwiftSource.shipped {
      for word in file.words {
        let isForced = ["try", "as"].contains(word.text) && word.after == UInt8(ascii: "!")
        let isTrap = ["fatalError", "preconditionFailure", "unsafeBitCast"].contains(word.text)
        if isForced || isTrap { Issue.record("\(file.path) says \(word.text)") }
      }
    }
  }

  @Test func `nothing that is shipped unwraps by force`() {
    for file in SwiftSource.shipped {
      for (number, line) in file.codeLines.enumerated() where Self.unwrapsByForce(line) {
        Issue.record("\(file.path):\(number + 1) unwraps by force")
      }
    }
  }

  @Test func `a forced unwrap is told from a negation and a comparison`() {
    #expect(Self.unwrapsByForce(Array("let a = b!.c".utf8)[...]))
    #expect(Self.unwrapsByForce(Array("f(x[0]!)".utf8)[...]))
    #expect(!Self.unwrapsByForce(Array("if !a, b != c, d!=e { }".utf8)[...]))
  }

  /// Returns the words after each `import` of `file`: a module, or a kind and a module.
  private static func imports(of file: SwiftSource) -> [String] {
    file.words.indices.filter { file.words[$0].text == "import" }.flatMap {
      file.words[($0 + 1)...].prefix(2).map(\.text)
    }
  }

  /// Returns `true` iff `line` has an exclamation mark right after a value or a type.
  private static func unwrapsByForce(_ line: ArraySlice<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for (index, byte) in zip(line.indices, line) {
      if byte == UInt8(ascii: "!"), previous.isWordByte || ")]>`".utf8.contains(previous),
        line[index...].dropFirst().first != UInt8(ascii: "=")
      {
        return true
      }
      previous = byte
    }
    return false
  }
}
