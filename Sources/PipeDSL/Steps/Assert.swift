/// Something that has to hold when a pipeline is built, in the body of one: if it does not, that is an error.
///
/// ```swift
/// Assert(models.count <= 8, "each model adds two steps")
/// ```
public struct Assert: Sendable {
  /// The kinds of things that have to hold.
  enum Form: Sendable {
    /// What Swift knows: whether it holds.
    case known(Bool)
    /// What a run takes.
    case takes(Bound)
  }

  /// What has to hold.
  let form: Form
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
    form = .known(condition)
    self.message = message
    place = Place(file, line, column)
  }

  /// Creates the demand that a run takes at most what `bound` says, whatever it finds; if it may take more,
  /// `message` says why it must not.
  public init(
    _ bound: Bound, _ message: String,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    form = .takes(bound)
    self.message = message
    place = Place(file, line, column)
  }
}
