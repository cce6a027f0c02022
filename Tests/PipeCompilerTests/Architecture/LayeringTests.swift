import TestSupport
import Testing

/// What the files of one folder of `Sources/PipeCompiler` may mention.
private struct Layer {
  /// The folder.
  let name: String
  /// The folders whose names it may mention, beside its own, `Support` and `Source`.
  var folders: Set<String> = []
  /// Single names of other folders that it may mention.
  var names: Set<String> = []

  /// The table of ARCHITECTURE.md; what is not listed is forbidden.
  static let all: [Layer] = [
    Layer(name: "Support"),
    Layer(name: "Source", names: ["FrontEnd"]),
    Layer(name: "Diagnostics"),
    Layer(name: "Syntax", folders: ["Diagnostics"]),
    Layer(name: "Format", folders: ["Syntax", "Diagnostics"]),
    Layer(name: "Graph"),
    Layer(
      name: "Lowering", folders: ["Syntax", "Graph", "Diagnostics", "Images"],
      names: ["CompilerOptions", "readJSON"]),
    Layer(name: "Images"),
    Layer(name: "YAML", folders: ["Diagnostics"]),
    Layer(
      name: "Import", folders: ["YAML", "Graph", "Diagnostics", "ServiceModel", "Policy"],
      names: ["CompilerOptions"]),
    Layer(
      name: "Decompilation",
      folders: [
        "Syntax", "Graph", "Lowering", "Import", "Emission", "Format", "Diagnostics",
        "ServiceModel",
        "Policy",
      ],
      names: ["CompilerOptions"]),
    Layer(name: "ServiceModel"),
    Layer(name: "Policy", folders: ["ServiceModel"], names: ["StepKind", "ResourceKind"]),
    Layer(name: "Checks", folders: ["Graph", "Diagnostics", "ServiceModel", "Policy"]),
    Layer(name: "Schema", folders: ["ServiceModel", "Policy"], names: ["StepKind"]),
    Layer(name: "Explanation"),
    Layer(
      name: "Emission", folders: ["Graph", "ServiceModel", "Policy", "Permissions"],
      names: ["CheckedGraph"]),
    Layer(name: "Comparison", folders: ["Graph", "Policy", "Emission"]),
    Layer(name: "Transforms", folders: ["Graph"], names: ["CheckedGraph"]),
    Layer(name: "Simulation", folders: ["Graph", "Estimates"], names: ["CheckedGraph"]),
    Layer(name: "Permissions", folders: ["Graph", "Simulation"], names: ["CheckedGraph"]),
    Layer(name: "Drawing", folders: ["Graph"], names: ["CheckedGraph"]),
    Layer(name: "Estimates", folders: ["Graph", "Drawing"], names: ["CheckedGraph"]),
  ]

  /// Returns `true` iff the layer may mention `name`, which `folder` declares.
  func mayMention(_ name: String, of folder: String) -> Bool {
    if folder == self.name || folder == "Support" || folders.contains(folder) { return true }
    return names.contains(name) || (folder == "Source" && self.name != "Support")
  }
}

/// Which folder may know which.
@Suite struct LayeringTests {
  /// The files of the compiler, by folder; those beside `Compiler.swift` are in the folder "".
  private static let files: [(folder: String, file: SwiftSource)] =
    SwiftSource.compiler.map {
      let parts = $0.path.split(separator: "/")
      return (parts.count > 3 ? String(parts[2]) : "", $0)
    }

  /// The folder that declares each name at top level.
  private static let homes: [String: Set<String>] = {
    var homes: [String: Set<String>] = [:]
    for (folder, file) in files {
      for found in file.declarations where found.isTopLevel && !found.isPrivate {
        homes[found.name, default: []].insert(folder)
      }
    }
    return homes
  }()

  @Test func `every folder has its rules`() {
    let folders = Set(Self.files.map(\.folder)).subtracting([""])
    #expect(folders.subtracting(Layer.all.map(\.name)) == [])
  }

  @Test func `the table is the one of the page on architecture`() {
    let lines = Repository.text(at: "ARCHITECTURE.md").split(separator: "\n")
    let start = lines.firstIndex { $0 == "| folder | holds | may mention |" } ?? lines.endIndex
    var rows: [String: Set<String>] = [:]
    // The heading and what lies beside the folders come first.
    for line in lines[start...].dropFirst(3).prefix(while: { $0.hasPrefix("|") }) {
      let cells = line.split(separator: "|").map { $0.matches(of: /`([^`]*)`/).map(\.1) }
      guard cells.count == 3, let name = cells[0].first else { continue }
      rows[String(name)] = Set(cells[2].map(String.init))
    }
    #expect(rows.keys.sorted() == Layer.all.map(\.name).sorted())
    for layer in Layer.all {
      #expect(rows[layer.name] == layer.folders.union(layer.names), "\(layer.name)")
    }
  }

  @Test func `no folder mentions what it must not know`() {
    for layer in Layer.all {
      let files = Self.files.filter { $0.folder == layer.name }.map(\.file)
      let own = Set(files.flatMap { $0.declarations.map(\.name) })
      for file in files {
        for fault in Self.faults(in: file, of: layer, declaring: own) {
          Issue.record("\(file.path) mentions \(fault), which \(layer.name) must not know")
        }
      }
    }
  }

  @Test func `a mention is found in code, and not in comments, strings or members`() {
    let layer = Layer(name: "Support")
    let text = """
      // SourceFile
      let a = "SourceFile", b = x.compile(y), c = "\\(SourceSpan(0, 1))"
      let check = compile(d)
      """
    let faults = Self.faults(in: SwiftSource(path: "a", text: text), of: layer, declaring: [])
    #expect(faults == ["SourceSpan", "compile"])
  }

  /// Returns the names that `file` mentions and `layer`, which declares `own`, must not know.
  private static func faults(
    in file: SwiftSource, of layer: Layer, declaring own: Set<String>
  ) -> [String] {
    var faults: Set<String> = []
    for word in file.words {
      let name = word.text
      guard let folders = homes[name], !own.contains(name) else { continue }
      // A member may have any name.
      if word.before == UInt8(ascii: ".") { continue }
      // A function is mentioned where it is called; its name alone may be anything.
      if name.first?.isLowercase ?? true, word.after != UInt8(ascii: "(") { continue }
      if !folders.contains(where: { layer.mayMention(name, of: $0) }) { faults.insert(name) }
    }
    return faults.sorted()
  }
}
