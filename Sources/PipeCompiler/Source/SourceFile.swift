/// A piece of source text and the name under which diagnostics mention it.
public struct SourceFile: Sendable {
  /// What diagnostics call the file: the path as the user gave it.
  public let name: String
  /// The text, in whatever state it came.
  public let bytes: [UInt8]
  /// What makes the graphs, if that is no text; then there are no bytes.
  package var frontEnd: FrontEnd?

  /// In which form the file describes pipelines: by the end of its name or, if that says nothing,
  /// by what it begins with.
  package var form: SourceForm {
    if name.hasSuffix(".pipe") { return .pipe }
    if name.hasSuffix(".json") { return .json }
    let isNamedYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if first == UInt8(ascii: "{") { return .json }
    if isNamedYAML || beginsWithKey { return .yaml }
    return first == UInt8(ascii: "[") ? .json : .pipe
  }

  /// The name without directories and extension, or `resources` if there is none.
  package var stem: String {
    let file = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name[...]
    let stem = file.hasSuffix(".pipe") ? file.dropLast(5) : file
    let isName = stem.utf8.contains { $0 != UInt8(ascii: ".") } && !stem.hasPrefix("<")
    return isName ? String(stem) : "resources"
  }

  /// The name that a pipeline gets from that of the file: letters, digits and hyphens.
  package var pipelineName: String {
    let file = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name[...]
    var result = ""
    for byte in file.utf8.prefix(while: { $0 != UInt8(ascii: ".") }) {
      if byte.continuesName, byte != UInt8(ascii: "_") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else if result.utf8.last != UInt8(ascii: "-"), !result.isEmpty {
        result += "-"
      }
    }
    if result.utf8.last == UInt8(ascii: "-") { result.removeLast() }
    return result.isEmpty ? "pipeline" : result
  }

  /// `true` iff the file holds pipelines in another form than pipec's language.
  package var isDefinition: Bool { form != .pipe }

  /// `true` iff the first line that says something is `---` or begins with a key and a colon.
  private var beginsWithKey: Bool {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    while let first = rest.first {
      let line = rest.prefix { $0 != 0x0A }
      if first == UInt8(ascii: "#") || line.allSatisfy({ $0 <= 0x20 }) {
        rest = rest.dropFirst(line.count + 1)
        continue
      }
      if line.starts(with: "---".utf8) { return true }
      let word = line.prefix { (0x61...0x7A).contains($0 | 0x20) }
      let behind = line.dropFirst(word.count)
      return !word.isEmpty && behind.first == UInt8(ascii: ":")
        && behind.dropFirst().first.map { $0 <= 0x20 } ?? true
    }
    return false
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

/// A form in which a file describes pipelines.
package enum SourceForm: Hashable, Sendable {
  /// The language of pipec.
  case pipe
  /// JSON: a definition, or a document that holds one.
  case json
  /// YAML: manifests of Kubernetes, or a document that holds a definition.
  case yaml
}
