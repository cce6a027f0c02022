/// The Swift files that pipelines are written in, found by what `#fileID` calls them.
struct SwiftFiles: Sendable {
  /// The file that is met first, by what `#fileID` calls it.
  let main: String
  /// The paths of the files in which pipelines are made.
  private let paths: [(file: String, path: String)]
  /// Reads the file at a path.
  private let read: @Sendable (String) -> [UInt8]?
  /// The directory, with a slash at its end, that paths are shown relative to.
  var root = ""

  /// Creates the files of `pipelines`, or if there are none that of `place`, which `read` reads.
  init(
    of pipelines: [Pipeline], or place: Place? = nil,
    reading read: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) {
    main = pipelines.first?.place.file ?? place?.file ?? "<program>"
    paths = pipelines.map { ($0.place.file, $0.path) }
    self.read = read
  }

  /// Returns how diagnostics call the file that `#fileID` calls `name`, and its text if it can be read.
  ///
  /// Beside files in which pipelines are made, those are found that lie where the module's files do.
  func file(called name: String) -> (name: String, bytes: [UInt8]?) {
    if let known = paths.first(where: { $0.file == name }), let bytes = read(known.path) {
      return (shown(known.path), bytes)
    }
    for (file, path) in paths {
      var candidates: [String] = []
      if path.hasSuffix(file) { candidates.append(path.dropLast(file.count) + name) }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      let base = name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name[...]
      candidates.append(String(folder + base))
      for candidate in candidates {
        if let bytes = read(candidate) { return (shown(candidate), bytes) }
      }
    }
    return (name, nil)
  }

  /// Returns `path` as it is shown.
  private func shown(_ path: String) -> String {
    !root.isEmpty && path.hasPrefix(root) ? String(path.dropFirst(root.utf8.count)) : path
  }
}
