import PipeCompiler
import Testing

@Test func `every diagnostic about graphs has a page`() {
  let ids = DiagnosticID.allCases.drop { $0 != .invalidPipelineName }
  #expect(ids.count > 40)
  for id in ids {
    let page = id.page
    #expect(page != nil, "\(id.rawValue)")
    #expect(page?.what.hasSuffix(".") == true && page?.remedy.hasSuffix(".") == true)
  }
}
