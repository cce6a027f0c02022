import Foundation
import Testing

/// What a run of the tool left behind.
struct Run {
  /// The exit status.
  let status: Int32
  /// What went to standard output.
  let output: String
  /// What went to standard error.
  let errors: String
}

/// A temporary directory in which the tool is run.
struct Workspace: ~Copyable {
  /// The directory.
  let url: URL

  /// Creates the directory with `files`, given as names and texts.
  init(_ files: KeyValuePairs<String, String> = [:]) throws {
    let name = "pipec-tests-\(UUID().uuidString)"
    url = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { Issue.record(error) }
  }

  /// Writes `text` to the file called `name`.
  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Returns the text of the file called `name`.
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Returns the names of all files in the directory called `name`, hidden ones too, sorted.
  func list(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(name).path)
      .sorted()
  }

  /// Runs the tool here with `arguments`, giving it `input` to read.
  func run(_ arguments: String..., input: String = "") throws -> Run {
    try run(words: arguments, input: input)
  }

  /// Runs the tool here with the arguments `words`, giving it `input` to read.
  func run(
    words: [String], input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    process.executableURL = try tool()
    process.arguments = words
    process.currentDirectoryURL = url
    process.environment = environment
    // Files rather than pipes: nobody waits for anybody.
    let streams = url.appendingPathExtension("streams")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let paths = ["in", "out", "err"].map { streams.appendingPathComponent($0) }
    for path in paths {
      try Data(path.lastPathComponent == "in" ? input.utf8 : "".utf8).write(to: path)
    }
    process.standardInput = try FileHandle(forReadingFrom: paths[0])
    process.standardOutput = try FileHandle(forWritingTo: paths[1])
    process.standardError = try FileHandle(forWritingTo: paths[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: paths[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self))
  }
}

/// Returns the path of the tool, which is built into the directory that the tests are in.
func tool() throws -> URL {
  let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }
  let places =
    bundles.map { $0.bundleURL.deletingLastPathComponent() }
    + [CommandLine.arguments[0], ProcessInfo.processInfo.arguments.first ?? ""]
    .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    + [Bundle.main.executableURL?.deletingLastPathComponent()].compactMap { $0 }
  let candidates = places.map { $0.appendingPathComponent("pipec") }
  return try #require(
    candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) },
    "pipec is not beside the tests")
}
