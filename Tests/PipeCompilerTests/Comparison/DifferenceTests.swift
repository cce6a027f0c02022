import Foundation
import PipeCompiler
import TestSupport
import Testing

/// What is said about two pipelines: the folders of `Tests/Corpus/diff`.
@Suite struct DifferenceTests {
  @Test(arguments: DifferenceCase.all)
  func `a difference is what its goldens say`(pair: DifferenceCase) {
    var difference = PipelineSetDifference(
      from: pipelines(in: pair.old), to: pipelines(in: pair.new),
      isIdentical: pair.old.bytes == pair.new.bytes)
    if pair.asksForCache {
      difference.addForecasts(from: pipelines(in: pair.old), to: pipelines(in: pair.new))
    }
    expectGolden(difference.rendered(as: .human), at: "\(pair.folder)/human.txt")
    expectGolden(difference.rendered(as: .json), at: "\(pair.folder)/diff.json")
    expectGolden(difference.rendered(as: .markdown), at: "\(pair.folder)/diff.md")
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(difference.rendered(as: .json)))
    }
  }

  @Test func `the names of the folders of equal pipelines say so`() {
    for (name, verdict) in [("equal", "equal"), ("format", "format"), ("order", "order")] {
      let pair = DifferenceCase(name: name)
      let difference = PipelineSetDifference(
        from: pipelines(in: pair.old), to: pipelines(in: pair.new),
        isIdentical: pair.old.bytes == pair.new.bytes)
      #expect(difference.verdict.rawValue == verdict)
    }
  }

  @Test func `a comment on a pull request stays below the limit of GitHub`() {
    func definition(_ value: Int) -> SourceFile {
      let steps = (0..<2_000).map {
        #"{"Name":"S\#($0)","Type":"Fail","Arguments":{"ErrorMessage":"\#(value)"}}"#
      }
      return SourceFile(name: "a.json", text: "{\"Steps\":[\(steps.joined(separator: ","))]}")
    }
    let difference = PipelineSetDifference(
      from: pipelines(in: definition(1)), to: pipelines(in: definition(2)))
    let text = difference.rendered(as: .markdown)
    #expect(text.count < 65_536)
    #expect(String(decoding: text, as: UTF8.self).contains("more\n"))
  }

  @Test func `names can't write to the terminal`() {
    let source = SourceFile(
      name: "a.json", text: #"{"Steps":[{"Name":"\u001b[31m","Type":"Fail","Arguments":{}}]}"#)
    let empty = SourceFile(name: "a.json", text: #"{"Steps":[]}"#)
    let difference = PipelineSetDifference(
      from: pipelines(in: empty), to: pipelines(in: source))
    #expect(!difference.rendered(as: .human).contains(0x1B))
    #expect(!difference.rendered(as: .markdown).contains(0x1B))
  }
}
