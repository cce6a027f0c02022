/// A piece of source text and the name under which diagnostics mention it.
public struct SourceFile: Sendable {
  /// What diagnostics call the file: the path as the user gave it.
  public let name: String
  /// The text, in whatever state it came.
  public let bytes: [UInt8]
  /// What makes the graphs, if that is no text; then there are no bytes.
  package var frontEnd: FrontEnd?

  /// `true` iff the file holds a pipeline definition in JSON: by the end of its name or, if that
  /// says nothing, by the brace or bracket that it begins with.
  package var isDefinition: Bool {
    if name.hasSuffix(".json") { return true }
    guard !name.hasSuffix(".pipe") else { return false }
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// The longest text that is compiled, in bytes; a definition may have 1,048,576 characters.
  public static let maximumLength = 32 * 1_048_576

  /// Creates the file called `name` that holds `bytes`.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates the file called `name` that holds `text`.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Creates the file called `name` whose graphs `frontEnd` makes.
  package init(name: String, frontEnd: FrontEnd) {
    self.init(name: name, bytes: [])
    self.frontEnd = frontEnd
  }

  /// Returns the text of `span`.
  package func text(of span: SourceSpan) -> String {
    String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
