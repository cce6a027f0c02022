import Foundation
import TestSupport
import Testing

/// What documents show of the command line is what happens.
@Suite struct DocumentationTests {
  @Test(arguments: ConsoleSession.documented)
  func `documented commands print what is shown`(session: ConsoleSession) throws {
    let workspace = try Workspace()
    try workspace.copyExamples()
    for fence in Fence.documented where fence.path == session.fence.path {
      if let name = fence.attribute("file") { try workspace.write(fence.text, to: name) }
    }
    try #require(!session.commands.isEmpty)
    var status: Int32 = 0
    for command in session.commands {
      let run = try workspace.shell(command.line, after: status)
      status = run.status
      #expect(
        Quotation(command.output).isAll(of: run.output),
        """
        \(session.testDescription): \(command.line)
        \(lineDifference(from: command.output, to: run.output))
        """)
    }
  }

  @Test func `every document shows only blocks that are looked at`() {
    let known = ["pipe", "swift", "json", "yaml", "console", "sh", "ebnf"]
    for fence in Fence.documented where !known.contains(fence.language) {
      Issue.record("\(fence.testDescription): `\(fence.language)` is none of \(known)")
    }
  }
}

extension Workspace {
  /// Copies the repository's examples here.
  func copyExamples() throws {
    for path in Repository.files(in: "examples") {
      try write(Repository.text(at: path), to: path)
    }
  }

  /// Runs `command` here by a shell that finds the tool, as one stream of both outputs.
  ///
  /// `$?` is `status`.
  func shell(_ command: String, after status: Int32) throws -> Run {
    let process = Process()
    let directory = try tool().deletingLastPathComponent().path
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "(exit \(status))\n\(command)"]
    process.currentDirectoryURL = url
    process.environment = ["PATH": "\(directory):/usr/bin:/bin", "LC_ALL": "C"]
    let path = url.appendingPathExtension("output")
    try Data().write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let output = try FileHandle(forWritingTo: path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    return Run(status: process.terminationStatus, output: text, errors: "")
  }
}
