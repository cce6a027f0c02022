/// How many bytes `kubectl apply` adds to a resource when it keeps the manifest in an annotation.
///
/// A client-side apply stores the whole manifest once more, as JSON, in the annotation
/// `kubectl.kubernetes.io/last-applied-configuration`; a server-side apply does not. The manifest is
/// taken to go to the namespace `default` unless it names another one.
package struct ManifestSize: Hashable, Sendable {
  /// The number of bytes that the API server allows for all annotations of a resource together.
  package static let limit = 262_144

  /// The number of bytes in the value of the annotation.
  package let lastApplied: Int
  /// The number of bytes in the keys and values of all annotations.
  package let allAnnotations: Int

  /// `true` iff a client-side apply works.
  package var fitsClientSideApply: Bool { allAnnotations <= Self.limit }

  /// Measures the manifest of `graph` that carries `definition`.
  package init(of graph: PipelineGraph, definition: [UInt8]) {
    self.init(
      of: Manifest(of: graph, definition: JSONText(bytes: definition, lineStarts: [])))
  }

  /// Measures `manifest`.
  init(of manifest: Manifest) {
    lastApplied = manifest.compactSize
    let key = "kubectl.kubernetes.io/last-applied-configuration"
    allAnnotations = manifest.annotations.reduce(key.utf8.count + lastApplied) {
      $0 + $1.key.utf8.count + $1.value.utf8.count
    }
  }
}

// The size of a manifest as Go's `encoding/json` writes it.
extension Manifest {
  /// The size of the manifest as one line of JSON.
  fileprivate var compactSize: Int {
    var metadata = [member("annotations", object(annotations)), member("name", quoted(name.utf8))]
    metadata.append(member("namespace", quoted((namespace ?? "default").utf8)))
    if !labels.isEmpty { metadata.append(member("labels", object(labels))) }
    let all = [
      member("apiVersion", quoted(Self.apiVersion.utf8)), member("kind", quoted(kind.utf8)),
      member("metadata", braced(metadata)), member("spec", size(of: .mapping(specification))),
    ]
    return braced(all) + 1
  }

  /// Returns the size of `value`.
  private func size(of value: ManifestValue) -> Int {
    switch value {
    case .text(let text): quoted(text.utf8)
    case .literal(let lexeme): lexeme.utf8.count
    case .definition(let text): quoted(text.bytes)
    case .list(let entries): braced(entries.map(size))
    case .mapping(let members): braced(members.map { member($0.key, size(of: $0.value)) })
    }
  }

  /// Returns the size of an object of texts.
  private func object(_ pairs: [Pair]) -> Int {
    braced(pairs.map { quoted($0.key.utf8) + 1 + quoted($0.value.utf8) })
  }

  /// Returns the size of the member `key` with a value of `size` bytes.
  private func member(_ key: String, _ size: Int) -> Int { quoted(key.utf8) + 1 + size }

  /// Returns the size of a list or object whose parts have the sizes `parts`.
  private func braced(_ parts: [Int]) -> Int {
    parts.reduce(2 + max(0, parts.count - 1), +)
  }

  /// Returns the size of `text` between quotes.
  private func quoted(_ text: some Collection<UInt8>) -> Int { quoted(Array(text)) }

  /// Returns the size of `text` between quotes.
  private func quoted(_ text: [UInt8]) -> Int {
    var size = 2 + text.count
    for byte in text { size += Int(Self.surplus[Int(byte)]) }
    // U+2028 and U+2029, three bytes long, become escapes of six.
    for index in text.indices where text[index] == 0xE2 && index + 2 < text.count {
      if text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 { size += 3 }
    }
    return size
  }

  /// How many bytes each byte takes inside a string beyond its own.
  private static let surplus: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x22, 0x5C, 0x08, 0x09, 0x0A, 0x0C, 0x0D: 1
    case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): 5
    default: 0
    }
  }
}
