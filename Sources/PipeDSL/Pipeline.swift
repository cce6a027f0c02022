public import PipeCompiler

/// A pipeline described in Swift, on its way to the graph that text lowers to as well.
///
/// This is the beginning of the second front end: it carries a name and lowers to an empty graph.
public struct Pipeline: Sendable {
  /// The name, 1 to 256 letters, digits and hyphens.
  public let name: String

  /// Creates the pipeline called `name`.
  public init(_ name: String) { self.name = name }

  /// Returns the graph of the pipeline, which checks and emitters read.
  public func lowered() -> PipelineGraph {
    var symbols = SymbolTable.ofGraph()
    let header = PipelineHeader(name: symbols.intern(name), origin: .synthesized)
    return PipelineGraph(symbols: symbols, header: header)
  }
}
