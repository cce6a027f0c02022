/// The lines of the table about the images of one family for one scope, or for all.
struct ImageGroup {
  /// The processors that there are images for, as far as all versions have the same ones.
  private(set) var processors: [String] = []
  /// Other names of versions.
  private(set) var aliases: [(name: String, version: String)] = []
  /// The images, in AWS's order.
  private(set) var images: [StaticText] = []

  /// Finds the lines of the group called `name`.
  init(named name: String) {
    for number in ImageTable.lines.lines(of: name) {
      let line = ImageTable.lines[number]
      var words = line.words
      guard words.next() != nil, let version = words.next() else { continue }
      guard version.equals("=") else {
        images.append(line)
        continue
      }
      if let list = words.next(), !list.equals("-") { processors = list.pieces }
      while let word = words.next() {
        let (name, version) = word.split(at: UInt8(ascii: "="))
        aliases.append((name.string, version.string))
      }
    }
  }

  /// The versions, without their other names.
  var versions: [String] {
    var versions: [String] = []
    for image in images {
      let version = Image.version(in: image)
      if versions.last != version { versions.append(version) }
    }
    return versions
  }

  /// Returns the version that `name` is another name of, or `name`.
  func resolved(_ name: String) -> String {
    aliases.first { $0.name == name }?.version ?? name
  }

  /// Returns the images of `version`.
  func images(of version: String) -> [Image] {
    images.filter { Image.version(in: $0) == version }.compactMap { Image($0) }
  }
}
