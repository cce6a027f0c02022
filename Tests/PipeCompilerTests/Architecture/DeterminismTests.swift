import TestSupport
import Testing

/// Same input, same output, however often and beside what. (Two processes are compared by the tests of the tool.)
@Suite struct DeterminismTests {
  @Test func `many threads give the same bytes as one`() async {
    let sources = Corpus.inputs.map(\.source)
    let expected = sources.map { outcome(of: $0) }
    await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for round in 0..<2 * sources.count {
        let number = round % sources.count
        group.addTask { (number, outcome(of: sources[number])) }
      }
      for await (number, bytes) in group {
        #expect(bytes == expected[number], "\(Corpus.inputs[number].path)")
      }
    }
  }
}
