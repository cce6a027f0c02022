/// Something that has to hold when a pipeline is built, in the body of one: if it does not, that is an error.
///
/// ```swift
/// Assert(models.count <= 8, "each model adds two steps")
/// ```
public struct Assert: Sendable {
  /// Whether it holds.
  let holds: Bool
  /// What to say if it does not.
  let message: String
  /// Where it is written.
  let place: Place

  /// Creates the demand that `condition`, which Swift knows, holds; if it does not, `message` says why it has
  /// to.
  public init(
    _ condition: Bool, _ message: String,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    holds = condition
    self.message = message
    place = Place(file, line, column)
  }
}
