/// A line of the table about one image.
struct Image {
  /// The name of the repository.
  let repository: String
  /// The name of the registries that hold it.
  let registries: String
  /// The framework below, by all its names, of which the first is the whole one.
  private(set) var bases: [String] = []
  /// The versions of Python that it comes with.
  private(set) var pythons: [String] = []
  /// The processors that it comes for.
  private(set) var processors: [String] = []
  /// The ends of its tags, by processor.
  private(set) var containers: [(processor: String, text: String)] = []
  /// The beginning of its tags, if that is not the version.
  private(set) var tag: String?
  /// The versions of the Neuron SDK, the latest one last.
  private(set) var sdks: [String] = []
  /// `true` iff its tags do not name the processor.
  private(set) var isPlain = false

  /// Reads `line`.
  init?(_ line: StaticText) {
    var words = line.words
    guard words.next() != nil, words.next() != nil, let repository = words.next(),
      let registries = words.next()
    else { return nil }
    self.repository = repository.string
    self.registries = registries.string
    while let word = words.next() {
      let (key, value) = word.split(at: UInt8(ascii: "="))
      switch key.string {
      case "base": bases = value.pieces
      case "python": pythons = value.pieces
      case "processors": processors = value.pieces
      case "container":
        containers = value.pieces.map { piece in
          let parts = piece.split(separator: ":", maxSplits: 1)
          return (String(parts.first ?? ""), String(parts.last ?? ""))
        }
      case "tag": tag = value.string
      case "sdk": sdks = value.pieces
      default: isPlain = true
      }
    }
  }

  /// Returns the version that `line` is about.
  static func version(in line: StaticText) -> String {
    var words = line.words
    _ = words.next()
    return words.next()?.entryText ?? ""
  }
}
