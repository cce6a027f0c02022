import Foundation
import Testing

@testable import PipeCompiler

/// What is done to eight bytes at once is what would be done to each of them.
@Suite struct ByteTests {
  @Test func `characters are counted as Unicode counts them`() {
    for length in 0..<24 {
      for (position, letter) in ["é", "a", "漢", "😀"].enumerated() {
        let text =
          String(repeating: "x", count: position) + String(repeating: letter, count: length)
        let bytes = Array("é \(text)é".utf8)
        #expect(bytes[3..<bytes.count - 2].span.characterCount == text.unicodeScalars.count)
      }
    }
  }

  @Test func `what needs an escape gets one wherever it stands`() throws {
    let special = ["\"", "\\", "\u{0}", "\u{1F}", "\n", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}"]
    for text in special + ["/", " ", "!", "#", "[", "]", "é", "漢", "😀", "\u{A0}"] {
      for position in 0..<20 {
        let whole = String(repeating: "a", count: position) + text + "bcdefghijk"
        var output = ByteWriter(reserving: 64)
        output.writeQuoted(whole)
        let bytes = output.finish()
        #expect(try JSONDecoder().decode(String.self, from: Data(bytes)) == whole)
        let isEscaped = bytes.contains(UInt8(ascii: "\\"))
        #expect(isEscaped == special.contains(text), "\(whole.debugDescription)")
      }
    }
  }

  @Test func `runs end where a look at each byte ends them`() {
    // Every byte once in every place of eight, behind and before what goes on.
    for byte in UInt8.min...UInt8.max {
      for position in 0..<18 {
        func end(of run: String, _ find: ([UInt8], Int) -> Int) -> Int {
          let filler = Array(repeatElement(Array(run.utf8), count: 18).joined())
          return find(filler[..<position] + [byte] + filler[position..<18], 0)
        }
        let isName = byte.isLetter || byte.isDigit
        #expect(end(of: "a") { $0.endOfName(from: $1) } == (isName ? 19 : position))
        #expect(end(of: "Z") { $0.endOfName(from: $1) } == (isName ? 19 : position))
        let isPlain = byte >= 0x20 && byte != 0x22 && byte != 0x5C
        #expect(end(of: "{") { $0.endOfPlainText(from: $1) } == (isPlain ? 19 : position))
        #expect(end(of: " ") { $0.endOfSpaces(from: $1) } == (byte == 0x20 ? 19 : position))
      }
    }
    let text = Array("step_2 é\"x".utf8)
    #expect(text.endOfName(from: 0) == 6 && text.endOfName(from: 7) == 7)
    #expect(text.endOfName(from: text.count) == text.count)
    #expect(text.endOfPlainText(from: 7) == 9)
  }

  @Test func `texts have one symbol iff they are equal`() {
    var (table, symbols) = (SymbolTable(), [[UInt8](): SymbolTable.empty])
    for length in 0..<30 {
      let text = (0..<length).map { UInt8(ascii: "a") + UInt8($0 % 3) }
      for changed in 0..<max(length, 1) {
        var other = text
        if length > 0 { other[changed] = 0xC3 }
        for bytes in [text, other] {
          #expect(table.find(bytes, 0..<length) == symbols[bytes])
          let symbol = table.intern(bytes)
          #expect(symbols[bytes] == nil || symbols[bytes] == symbol)
          #expect(Array(table[symbol]) == bytes)
          symbols[bytes] = symbol
          #expect(table.intern([0x20] + bytes + [0x20], 1..<length + 1) == symbol)
        }
      }
    }
    #expect(Set(symbols.values).count == symbols.count && symbols.count == table.count)
    #expect(table.intern("aé") == table.intern(Array("aé".utf8)))
    #expect(table.find("no such text") == nil)
  }
}
