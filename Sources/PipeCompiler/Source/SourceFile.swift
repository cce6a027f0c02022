/// A piece of source text and the name under which diagnostics mention it.
public struct SourceFile: Sendable {
  /// What diagnostics call the file: the path as the user gave it.
  public let name: String
  /// The text, in whatever state it came.
  public let bytes: [UInt8]

  /// The longest text that is compiled, in bytes; a definition may have 1,048,576 characters.
  public static let maximumLength = 32 * 1_048_576

  /// Creates the file called `name` that holds `bytes`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates the file called `name` that holds `text`.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Returns the text of `span`.
  package func text(of span: SourceSpan) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
