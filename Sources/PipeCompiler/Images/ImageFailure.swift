/// Why there is no image, or not one only, that a query asks for.
public struct ImageFailure: Error, Hashable, Sendable {
  /// How a query can fail.
  public enum Kind: Hashable, Sendable {
    /// An argument says what there is not.
    case unknown
    /// An argument is missing without which there are several images, or none.
    case missing
    /// Two arguments, or an argument and an image, do not go together.
    case unfit
  }

  /// How the query fails.
  public let kind: Kind
  /// The argument that would have to be another one.
  public let argument: ImageArgument
  /// What is wrong, in a sentence without its full stop.
  public let message: String
  /// What the argument says, if it is near to what it may say.
  public let nearest: String?
  /// What the argument may say; empty if that can't be listed.
  public let known: [String]

  /// What may be written instead, in a sentence without its full stop.
  public var help: String? {
    if known.isEmpty { return nil }
    let listed = known.prefix(Self.listLimit).map { "`\($0)`" }.joined(separator: ", ")
    let rest = known.count - Self.listLimit
    return "there is " + listed + (rest > 0 ? " and \(rest) more" : "")
  }

  /// How many possibilities a message lists.
  private static let listLimit = 100
}

extension ImageFailure {
  /// Returns that `argument` says `given`, which is not one of the `known` ones; `message` says so.
  static func unknown(
    _ argument: ImageArgument, _ given: String, _ message: String, among known: [String]
  ) -> ImageFailure {
    // Of several versions that are as near, the later one is meant.
    let candidates = argument == .version ? known.reversed() : known
    return ImageFailure(
      kind: .unknown, argument: argument, message: message,
      nearest: PipeCompiler.nearest(to: given, in: candidates), known: known)
  }

  /// Returns that `argument`, which may be one of the `known` ones, is missing; `message` says so.
  static func missing(
    _ argument: ImageArgument, _ message: String, among known: [String] = []
  ) -> ImageFailure {
    ImageFailure(kind: .missing, argument: argument, message: message, nearest: nil, known: known)
  }

  /// Returns that `argument` does not fit for the reason in `message`.
  static func unfit(_ argument: ImageArgument, _ message: String) -> ImageFailure {
    ImageFailure(kind: .unfit, argument: argument, message: message, nearest: nil, known: [])
  }
}
