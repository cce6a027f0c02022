/// A form in which the picture of a pipeline can be drawn.
public enum DrawingForm: String, CaseIterable, Hashable, Sendable {
  /// Lines for a terminal, of 80 columns where names allow it.
  case text
  /// A flowchart in Mermaid, which wikis and code hosts draw.
  case mermaid
  /// A graph in DOT, the language of Graphviz.
  case dot
  /// A drawing in SVG that needs nothing else.
  case svg
}

/// Returns the picture of `graph` in `form`, ending in one line feed.
public func draw(_ graph: CheckedGraph, as form: DrawingForm) -> [UInt8] {
  let picture = GraphPicture(of: graph)
  switch form {
  case .text: return picture.text
  case .mermaid: return picture.mermaid
  case .dot: return picture.dot
  case .svg: return picture.svg
  }
}
