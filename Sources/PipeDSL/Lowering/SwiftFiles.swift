/// The Swift files that pipelines are written in, found by what `#fileID` calls them.
struct SwiftFiles: Sendable {
  /// The file that is met first, by what `#fileID` calls it.
  let main: String
  /// The paths of the files in which pipelines are made.
  private let paths: [(file: String, path: String)]
  /// Reads the file at a path.
  private let read: @Sendable (String) -> [UInt8]?
  /// Returns the names of what is in the directory at a path; those of directories end in `/`.
  private let list: @Sendable (String) -> [String]
  /// The directory, with a slash at its end, that paths are shown relative to.
  var root = ""

  /// Creates the files of `pipelines`, or if there are none that of `place`, which `read` reads, and which lie
  /// in directories that `list` lists.
  init(
    of pipelines: [Pipeline], or place: Place? = nil,
    listing list: @escaping @Sendable (String) -> [String] = { _ in [] },
    reading read: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) {
    main = pipelines.first?.place.file ?? place?.file ?? "<program>"
    paths = pipelines.map { ($0.place.file, $0.path) }
    self.read = read
    self.list = list
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
      let module = name.prefix { $0 != "/" }
      if let found = find(base, below: Self.folder(of: module, above: path)),
        let bytes = read(found)
      {
        return (shown(found), bytes)
      }
    }
    // Without a pipeline only the usual place is left.
    let parts = name.split(separator: "/")
    if parts.count == 2, let found = find(parts[1], below: "\(root)Sources/\(parts[0])/"),
      let bytes = read(found)
    {
      return (shown(found), bytes)
    }
    return (name, nil)
  }

  /// Returns the directory of `module`, with a slash at its end, that the file at `path` lies in, or the one
  /// of the file if none is called so.
  private static func folder(of module: Substring, above path: String) -> String {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if folder.hasSuffix("/" + module) { return folder + "/" }
    }
    return path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Returns the path of the file called `base` below `folder`, in as many directories as a module has.
  ///
  /// No two files of a module have one name.
  private func find(_ base: Substring, below folder: String) -> String? {
    var (open, count) = ([folder], 0)
    while count < open.count, count < 1_000 {
      for name in list(open[count]) where !name.hasPrefix(".") {
        if name == base { return open[count] + name }
        if name.hasSuffix("/") { open.append(open[count] + name) }
      }
      count += 1
    }
    return nil
  }

  /// Returns `path` as it is shown.
  private func shown(_ path: String) -> String {
    !root.isEmpty && path.hasPrefix(root) ? String(path.dropFirst(root.utf8.count)) : path
  }
}
