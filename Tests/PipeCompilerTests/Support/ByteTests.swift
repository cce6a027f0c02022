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
        #expect(Array(text.utf8).characterCount == text.unicodeScalars.count)
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
}
