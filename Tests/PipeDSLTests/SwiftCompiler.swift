import Foundation
import TestSupport

/// The Swift compiler, as a judge of programs that use the library.
enum SwiftCompiler {
  /// What the compiler says about a file.
  struct Verdict {
    /// The messages of errors, by the names of files.
    var errors: [String: [String]] = [:]
    /// All that was printed.
    var output = ""
  }

  /// The directory of the modules that this test is built with, if it can be found.
  private static let modules: String? = {
    let build = Bundle.allBundles.map(\.bundlePath) + CommandLine.arguments.prefix(1)
    for path in build {
      var url = URL(fileURLWithPath: path)
      for _ in 0..<4 {
        url.deleteLastPathComponent()
        let folder = url.appendingPathComponent("Modules")
        let module = folder.appendingPathComponent("PipeDSL.swiftmodule").path
        if FileManager.default.fileExists(atPath: module) { return folder.path }
      }
    }
    return nil
  }()

  /// The compiler, if there is one.
  private static let executable: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/swiftc" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }()

  /// Why nothing can be asked here; `nil` if it can.
  static var obstacle: String? {
    if executable == nil { return "there is no swiftc in PATH" }
    return modules == nil ? "the modules that the test is built with can't be found" : nil
  }

  /// Returns what the compiler says about the files at `paths`, all in one module.
  static func verdict(on paths: [String]) throws -> Verdict {
    guard let executable, let modules else { return Verdict() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments =
      [
        "-typecheck", "-wmo", "-swift-version", "6", "-module-name", "Judged", "-I", modules,
        "-diagnostic-style", "llvm",
      ] + paths
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var verdict = Verdict(output: String(decoding: bytes, as: UTF8.self))
    for line in verdict.output.split(separator: "\n") {
      guard let range = line.range(of: ": error: ") else { continue }
      let place = line[..<range.lowerBound].split(separator: ":")[0]
      let name = place.split(separator: "/").last.map(String.init) ?? ""
      verdict.errors[name, default: []].append(String(line[range.upperBound...]))
    }
    return verdict
  }
}
