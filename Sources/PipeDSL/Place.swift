/// A place in a Swift file: where a call begins that made a piece of a pipeline.
public struct Place: Hashable, Sendable {
  /// The module and the name of the file, as `#fileID` has them.
  let file: String
  /// The line, from 1.
  let line: UInt32
  /// The column, from 1, in bytes.
  let column: UInt32

  /// Creates the place at `column` of `line` in `file`.
  public init(_ file: String, _ line: UInt32, _ column: UInt32) {
    self.file = file
    self.line = line
    self.column = column
  }
}
