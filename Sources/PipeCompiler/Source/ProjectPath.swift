/// The path of a file that a source names, as far as it can be told from the paths alone.
package enum ProjectPath: Hashable, Sendable {
  /// A file at or below the project's root.
  case inside(String)
  /// A file that lies elsewhere.
  case outside
  /// A path that can't be followed on every machine: it is empty, absolute, or begins with `~`.
  case unusable

  /// Finds the file that `path` means in a source called `name` of the project whose main file is
  /// called `main`.
  ///
  /// The root is the directory in which the compiler was started if the main file lies in it, and
  /// the main file's directory otherwise.
  package init(_ path: String, in name: String, of main: String) {
    guard let first = path.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "~"),
      !path.utf8.contains(0), !path.utf8.contains(UInt8(ascii: "\\"))
    else {
      self = .unusable
      return
    }
    let root = Self.root(ofProjectOf: main)
    let parts = Self.normal(Self.directory(of: name) + Self.parts(of: path))
    guard parts.starts(with: root), parts.count > root.count, parts[root.count] != ".." else {
      self = .outside
      return
    }
    let isAbsolute = main.utf8.first == UInt8(ascii: "/")
    self = .inside((isAbsolute ? "/" : "") + parts.joined(separator: "/"))
  }

  /// Returns the normal form of the path `name`.
  package static func normal(_ name: String) -> String {
    let isAbsolute = name.utf8.first == UInt8(ascii: "/")
    return (isAbsolute ? "/" : "") + normal(parts(of: name)).joined(separator: "/")
  }

  /// Returns the path of the root of the project whose main file is called `main`; empty if that is
  /// where the compiler was started.
  package static func rootPath(ofProjectOf main: String) -> String {
    let isAbsolute = main.utf8.first == UInt8(ascii: "/")
    return (isAbsolute ? "/" : "") + root(ofProjectOf: main).joined(separator: "/")
  }

  /// Returns the parts of the root's path.
  private static func root(ofProjectOf main: String) -> [String] {
    let directory = normal(directory(of: main))
    let isElsewhere = main.utf8.first == UInt8(ascii: "/") || directory.first == ".."
    return isElsewhere ? directory : []
  }

  /// Returns the parts of the directory that the file `name` lies in.
  private static func directory(of name: String) -> [String] { parts(of: name).dropLast() }

  /// Returns what stands between the slashes of `path`.
  private static func parts(of path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  /// Returns `parts` without `.`, and with `..` at the beginning only.
  private static func normal(_ parts: [String]) -> [String] {
    var result: [String] = []
    for part in parts where part != "." {
      if part == "..", let last = result.last, last != ".." {
        result.removeLast()
      } else {
        result.append(part)
      }
    }
    return result
  }
}
