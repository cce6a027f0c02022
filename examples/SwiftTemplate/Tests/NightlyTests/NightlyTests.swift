import PipeTesting
import Testing

@testable import Nightly

/// The definition and the manifest are those in `out`; `PIPEC_UPDATE_GOLDENS=1 swift test` rewrites them.
@Test func `the pipeline is what was reviewed`() {
  let difference = differenceFromFiles(of: Nightly.self, in: "../../out")
  #expect(difference.isEmpty, "\(difference)")
}
