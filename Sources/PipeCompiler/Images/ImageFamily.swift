/// A line of the table about a family of images.
struct ImageFamily {
  /// The name.
  let name: String
  /// `true` iff the images serve for whatever they are meant for; else each scope has its own.
  let isShared: Bool
  /// What the images are for.
  var scopes: [String] = []
  /// The version that is meant if none is said, by scope; by `*` for those that are not named.
  private var defaults: [(scope: String, version: String)] = []

  /// Finds the line about the family called `name`.
  init?(_ name: String) {
    guard let number = ImageTable.lines.lines(of: name).first else { return nil }
    var words = ImageTable.lines[number].words
    guard words.next() != nil, let form = words.next(),
      form.equals("shared") || form.equals("scoped")
    else { return nil }
    self.name = name
    isShared = form.equals("shared")
    while let word = words.next() {
      let (scope, version) = word.split(at: UInt8(ascii: "="))
      if !scope.equals("*") { scopes.append(scope.string) }
      if !version.isEmpty { defaults.append((scope.string, version.entryText)) }
    }
  }

  /// Returns the version that is meant if none is said, for `scope` if that is said.
  func defaultVersion(for scope: String?) -> String? {
    let own = defaults.first { $0.scope == scope && !isShared }
    return (own ?? defaults.first { $0.scope == "*" })?.version
  }

  /// Returns the images for `scope`.
  func group(for scope: String) -> ImageGroup {
    ImageGroup(named: "\(name)/\(isShared ? "*" : scope)")
  }
}
