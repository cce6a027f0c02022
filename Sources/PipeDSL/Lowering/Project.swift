import PipeCompiler
import PipeTool

/// The files that a build of a program may read, beside its Swift files.
struct Project: Sendable {
  /// The path of its directory; empty if that is where the program runs.
  let root: String
  /// What reads the files.
  let loader: SourceLoader

  /// A project without files.
  static let none = Project(root: "", loader: .none)

  /// Returns the project of the package that the Swift file at `path` belongs to: the nearest directory
  /// above with a `Package.swift`, or else the one in which the program runs.
  static func ofPackage(_ path: String) -> Project {
    var folder = path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if FileSystem.contents(of: folder + "/Package.swift") != nil {
        let isHere = FileSystem.currentDirectory.map { $0 == folder } ?? false
        return Project(at: isHere ? "" : String(folder))
      }
    }
    return Project(at: "")
  }

  /// Creates the project in the directory at `root`.
  private init(at root: String) {
    self.root = root
    loader = .project(below: root)
  }

  /// Creates the project whose files `loader` reads.
  init(root: String, loader: SourceLoader) {
    self.root = root
    self.loader = loader
  }

  /// Returns where the file is that the author calls `path`.
  func place(of path: String) -> ProjectPath {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    let main = root.isEmpty ? "Package.swift" : root + "/Package.swift"
    return ProjectPath(trimmed, in: main, of: main)
  }

  /// Returns the path `path` from the project's directory on, wherever the program runs.
  func shown(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }
}
