import Foundation
import PipeCompiler
import TestSupport
import Testing

/// The pages about what may be written in a step, and what can be read from one.
@Suite struct SchemaPageTests {
  /// A page, by what is asked for.
  struct Question: Sendable, CustomTestStringConvertible {
    /// The way to the place.
    let path: String
    /// `true` iff the page is about what can be read.
    var isAboutProperties = false

    /// The question, for reports.
    var testDescription: String { isAboutProperties ? "properties.\(path)" : path }

    /// Returns the page, or throws why there is none.
    func page() throws(SchemaFailure) -> SchemaPage {
      try isAboutProperties ? propertyPage(path) : schemaPage(path)
    }
  }

  /// The pages that goldens show: of each form one.
  static let shown: [Question] =
    [
      "Training", "Training.ResourceConfig", "Training.HyperParameters",
      "Training.AlgorithmSpecification.TrainingInputMode", "Training.RoleArn",
      "Processing.ProcessingInputs", "Lambda", "Condition", "EMR", "QualityCheck.CheckType",
      "Job", "EMRServerless.JobConfig.jobDriver",
    ].map { Question(path: $0) }
    + [
      "Training", "ForEach", "Lineage", "Cleanup", "EMRServerless", "Tuning.TrainingJobSummaries",
    ].map { Question(path: $0, isAboutProperties: true) }

  @Test(arguments: shown)
  func `a page is what its golden shows`(question: Question) throws {
    let page = try question.page()
    expectGolden(page.text, at: "Tests/Corpus/schema/\(question.testDescription).txt")
  }

  @Test(arguments: shown)
  func `a page as JSON says what the page says`(question: Question) throws {
    let page = try question.page()
    let json = try JSONSerialization.jsonObject(with: Data(page.json.utf8))
    let object = try #require(json as? [String: Any])
    #expect(object["path"] as? String == question.path)
    let members = try #require(object["members"] as? [[String: Any]])
    #expect(members.map { $0["name"] as? String } == page.members.map(\.name))
    #expect(members.map { $0["required"] as? Bool } == page.members.map(\.isRequired))
    #expect(members.map { $0["least"] as? Int } == page.members.map(\.type.least))
    #expect(members.map { $0["pattern"] as? String } == page.members.map(\.type.pattern))
    #expect(members.map { $0["values"] as? [String] } == page.members.map(\.type.values))
    let fields = object["fields"] as? [[String: Any]]
    #expect(fields?.map { $0["name"] as? String } == page.fields.map(\.name))
    #expect(object["notes"] as? [String] == page.notes)
  }

  /// Both questions about every type of step.
  static let types: [Question] = schemaTypes.flatMap { type in
    [false, true].map { Question(path: type, isAboutProperties: $0) }
  }

  @Test(arguments: types)
  func `every member has a page, four levels deep`(type: Question) throws {
    var open = [type]
    var depth = 0
    while !open.isEmpty, depth < 4 {
      var next: [Question] = []
      for question in open {
        let page = try question.page()
        #expect(page.path == question.path)
        #expect(page.text.hasSuffix("\n") && page.text.hasPrefix("\(question.path): "))
        let entries = page.members + page.fields
        for names in [page.members.map(\.name), page.fields.map(\.name)] {
          #expect(Set(names).count == names.count, "\(question.path)")
        }
        for entry in entries {
          #expect(
            entry.type.name != "anything" || Self.isOpen(entry.name),
            "\(question.path).\(entry.name)")
          next.append(
            Question(
              path: "\(question.path).\(entry.name)", isAboutProperties: type.isAboutProperties))
        }
      }
      open = next
      depth += 1
    }
  }

  /// Returns `true` iff the member `name` is known to hold anything.
  private static func isOpen(_ name: String) -> Bool {
    [
      "OutputParameters", "Associations", "JobConfigDocument", "Tags",
      "IterationOutputs", "Selected",
    ].contains(name)
  }

  @Test(arguments: types)
  func `a misspelt member is answered with the nearest one`(type: Question) throws {
    let page = try type.page()
    for entry in page.members + page.fields where entry.name.count > 4 {
      let names = (page.members + page.fields).map(\.name)
      for wrong in Self.misspellings(of: entry.name) where !names.contains(wrong) {
        let question = Question(
          path: "\(type.path).\(wrong)", isAboutProperties: type.isAboutProperties)
        do throws(SchemaFailure) {
          _ = try question.page()
          Issue.record("\(question.path) has a page")
        } catch {
          guard case .unknownMember(let name, let owner, let near, let known) = error else {
            Issue.record("\(question.path): \(error)")
            continue
          }
          #expect(name == wrong && owner == type.path && Set(known) == Set(names))
          #expect(near.map { known.contains($0) } == true, "\(question.path)")
        }
      }
    }
  }

  /// Returns `name` with one mistake: a letter less, two the other way round, another first letter.
  private static func misspellings(of name: String) -> [String] {
    let letters = Array(name)
    let middle = letters.count / 2
    var swapped = letters
    swapped.swapAt(middle - 1, middle)
    return [
      String(letters[..<middle] + letters[(middle + 1)...]), String(swapped),
      letters[0].lowercased() + String(letters.dropFirst()),
    ].filter { $0 != name }
  }

  @Test(
    arguments: [
      ("Trainning", "Training"), ("training", "Training"), ("RegisterModle", "RegisterModel"),
      ("Xyzzy", nil), ("", nil), (".", nil),
    ] as [(String, String?)])
  func `a misspelt type is answered with the nearest one`(path: String, nearest: String?) {
    for isAboutProperties in [false, true] {
      do throws(SchemaFailure) {
        _ = try Question(path: path, isAboutProperties: isAboutProperties).page()
        Issue.record("\(path) has a page")
      } catch {
        guard case .unknownType(let name, let found) = error else {
          Issue.record("\(path): \(error)")
          continue
        }
        #expect(name == (path == "." ? "" : path) && found == nearest)
      }
    }
  }

  @Test(arguments: [
    "Training.", "Training..RoleArn", "Training.RoleArn.", "Training.RoleArn.x",
    "Training.HyperParameters.epochs", "Lambda.a", "Fail.ErrorMessage.x", "Condition.IfSteps",
    "Training.roleArn", "Training.ResourceConfig.InstanceType.ml", "Training RoleArn",
  ])
  func `a path that leads nowhere has no page`(path: String) {
    #expect(throws: SchemaFailure.self) { try schemaPage(path) }
  }
}
