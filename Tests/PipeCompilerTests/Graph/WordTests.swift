import PipeCompiler
import Testing

/// The words that every graph's symbol table begins with.
struct WordTests {
  @Test func `every word has the symbol that its position says`() {
    let symbols = SymbolTable.ofGraph
    #expect(Word.spellings.count == Word.allCases.count)
    for word in Word.allCases {
      #expect(symbols.text(.word(word)) == Word.spellings[Int(word.rawValue)])
    }
  }

  @Test func `words are spelled like their names where they can be`() {
    let exceptions: Set<Word> = [
      .empty, .versionDate, .experimentConfig, .membership, .join, .jsonGet, .parametersRoot,
      .executionRoot, .experimentRoot, .stepsRoot, .currentItem, .iterationOutput,
      .propertyFilesPath, .dot, .openIndex, .closeIndex, .openKey, .closeKey, .yes, .no,
      .pointZero, .stringType, .integerType, .floatType, .booleanType,
    ]
    for word in Word.allCases where !exceptions.contains(word) {
      let spelling = Word.spellings[Int(word.rawValue)]
      let name = "\(word)".lowercased()
      #expect([name, name.replacing("word", with: "")].contains(spelling.lowercased()), "\(word)")
    }
  }
}
