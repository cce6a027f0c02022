import PipeCompiler
import TestSupport
import Testing

/// What the compiler makes of definitions that no one would write, or that were written against it.
///
/// Each has to end soon, in bounded memory, with something readable.
@Suite(.timeLimit(.minutes(30))) struct HostileDefinitionTests {
  /// Returns the names of the errors about `bytes`, having rendered them in every form.
  private func errors(in bytes: [UInt8]) -> [String] {
    let compilation = compile(SourceFile(name: "p.json", bytes: bytes))
    for format in DiagnosticFormat.allCases {
      let printed = render(compilation.diagnostics, of: compilation.file, as: format)
      #expect(printed.count < 2_000_000, "\(format): \(printed.count) bytes")
    }
    let found = compilation.diagnostics.sorted
    #expect(found.count <= 1_000)
    return found.filter { $0.severity == .error }.map(\.id.rawValue)
  }

  @Test(
    arguments: HostileDefinition.deep + HostileDefinition.long + HostileDefinition.wide
      + HostileDefinition.dense)
  func `a hostile definition is read to an end`(definition: HostileDefinition) {
    #expect(Set(errors(in: Array(definition.text().utf8))) == definition.errors)
  }

  @Test func `a text that ends in the middle of a thousand levels is one error`() {
    for count in [1, 10, 999, 1_000] {
      for start in ["[", "{\"a\":", "[{\"a\":"] {
        let text = String(repeating: start, count: start == "[{\"a\":" ? count / 2 + 1 : count)
        #expect(errors(in: Array(text.utf8)).count == 1, "\(count) of \(start)")
      }
    }
  }

  @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80], [0xC0, 0x80]])
  func `bytes that are not UTF-8 are one error, wherever they stand`(bytes: [UInt8]) {
    for place in ["", "{", "{\"", "{\"a\":\"", "{\"Steps\":[", "{\"Steps\":[]}"] {
      #expect(errors(in: Array(place.utf8) + bytes) == ["invalid-utf8"], "\(place)")
    }
  }

  @Test func `names with zero bytes, line ends and signs are told apart, and shown safely`() {
    let names = [
      #"\u0000"#, #"\n"#, #"\u001b[31m"#, #"\u202e"#, #"\"]}"#, "", " ", "é", #"\u0065\u0301"#,
    ]
    let members = names.map { "\"\($0)\":{\"Get\":\"Parameters.\($0)\"}" }.joined(separator: ",")
    let text = HostileDefinition.whole(
      [HostileDefinition.lambda("A", members)],
      parameters: names.map { "{\"Name\":\"\($0)\",\"Type\":\"String\"}" })
    let compilation = compile(SourceFile(name: "p.json", text: text))
    let found = Set(compilation.diagnostics.sorted.map(\.id.rawValue))
    #expect(!found.contains("duplicate-key") && !found.contains("duplicate-parameter"))
    for format in DiagnosticFormat.allCases {
      let printed = render(compilation.diagnostics, of: compilation.file, as: format)
      let isSafe = printed.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
      #expect(isSafe, "\(format)")
      #expect(
        !String(decoding: printed, as: UTF8.self).unicodeScalars.contains("\u{202E}"), "\(format)")
    }
  }

  @Test func `a definition that is too long is not read`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: SourceFile.maximumLength + 1)
    let compilation = compile(SourceFile(name: "p.json", bytes: bytes))
    #expect(compilation.diagnostics.sorted.map(\.id) == [.sourceTooLarge])
  }

  @Test func `a definition that AWS takes is not too large for its layout`() {
    let step = HostileDefinition.lambda("s", #""a":{"Std:Join":{"On":"","Values":["a","b","c"]}}"#)
    let steps = (0..<4_500).map { step.replacing("\"s\"", with: "\"s\($0)\"") }
    let text = HostileDefinition.whole(steps)
    #expect(text.utf8.count < 1_048_576)
    #expect(errors(in: Array(text.utf8)) == [])
  }
}
