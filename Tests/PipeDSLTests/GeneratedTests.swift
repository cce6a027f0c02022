import Foundation
@testable import PipeDSL
import TestSupport
import Testing

/// The types that a script writes of the service model.
@Suite struct GeneratedTests {
  @Test func `the types are those of the tables as they are`() throws {
    let python = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let python else {
      print("SKIPPED: whether the types are current: there is no python3")
      return
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [Repository.absolute("Scripts/update-swift-types"), "--check"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
  }

  @Test(arguments: [
    ("InstanceType", "instanceType"), ("S3Uri", "s3Uri"), ("KmsKeyId", "kmsKeyId"),
    ("OSReleaseLabel", "osReleaseLabel"), ("ETag", "eTag"), ("VpcConfig", "vpcConfig"),
    ("ADDomainJoinUser", "adDomainJoinUser"), ("jobDriver", "jobDriver"), ("ARN", "arn"),
  ])
  func `a word of the API is spelled by one rule`(word: String, spelling: String) {
    #expect(swiftName(of: word) == spelling)
  }

  @Test func `every member has the name that the rule says`() {
    var count = 0
    for path in Repository.files(in: "Sources/PipeDSL/Generated", endingWith: ".swift") {
      for line in Repository.text(at: path).split(separator: "\n") {
        guard let match = line.firstMatch(of: /^ *(?:members|fields)\.add\("(\w+)", `?(\w+)`?\)$/)
        else { continue }
        count += 1
        #expect(swiftName(of: String(match.1)) == String(match.2))
      }
    }
    #expect(count > 1_000)
  }

  @Test(arguments: ["Sources/PipeDSL", "Sources/PipeTesting"])
  func `every public declaration is documented`(folder: String) {
    var count = 0
    for path in Repository.files(in: folder, endingWith: ".swift") {
      let lines = Repository.text(at: path).split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { $0.drop { $0 == " " } }
      for (number, line) in lines.enumerated()
      where line.hasPrefix("public ") && !line.hasPrefix("public import") {
        count += 1
        var above = number - 1
        // Attributes stand between, on one line or several.
        while above > 0, !lines[above].hasPrefix("///"), !lines[above].isEmpty { above -= 1 }
        let isDocumented = above >= 0 && lines[above].hasPrefix("///")
        #expect(isDocumented, "\(path):\(number + 1): \(line)")
      }
    }
    #expect(count > 0)
  }
}

/// Returns how Swift calls the member that the API calls `name`: the capitals that it begins with become small, but
/// for the last one of several before a small letter.
private func swiftName(of name: String) -> String {
  let capitals = name.prefix(while: \.isUppercase).count
  let hasSmallNext = name.dropFirst(capitals).first?.isLowercase ?? false
  let lowered = capitals > 1 && hasSmallNext ? capitals - 1 : capitals
  return name.prefix(lowered).lowercased() + name.dropFirst(lowered)
}
