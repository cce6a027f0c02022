/// The name of a value that only a run knows, as it is asked for and given.
package struct ValueName: Hashable, Sendable {
  /// The parts of the way: a root (`Parameters`, `Execution`, `PipelineExperimentConfig`, `Steps` or
  /// `ForEach`) as definitions spell it, and what follows; positions and keys are parts like others.
  package let parts: [String]

  /// Creates the name with `parts`.
  init(_ parts: [String]) { self.parts = parts }

  /// The name as it is written in front of an equals sign: `Eval.reports.R.mse.value`.
  package var spelling: String {
    guard parts.first == "Steps", parts.count > 1 else { return Self.spelling(of: parts[...]) }
    if parts.count == 2 { return parts[1] }
    let words = ["PropertyFiles": "reports", "OutputParameters": "returns"]
    let word = words[parts[2]] ?? parts[2]
    return Self.spelling(of: [parts[1], word] + parts[3...])
  }

  /// The option by which the value is given, without the value.
  package var option: String {
    if parts.first == "Parameters", parts.count == 2 { return "-p \(parts[1])=" }
    return "--given \(spelling)="
  }

  /// The name of the step that the value is read from, if it is.
  var step: String? { parts.first == "Steps" && parts.count > 1 ? parts[1] : nil }

  /// Returns `parts` as a path: names behind dots, the others in brackets.
  private static func spelling(of parts: ArraySlice<String>) -> String {
    var text = ""
    for part in parts {
      if !text.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !part.isEmpty {
        text += "[\(part)]"
      } else if isPlain(part) || text.isEmpty {
        text += (text.isEmpty ? "" : ".") + part
      } else {
        text += "['\(part)']"
      }
    }
    return text
  }

  /// Returns `true` iff `part` can stand behind a dot.
  private static func isPlain(_ part: String) -> Bool {
    !part.isEmpty
      && part.utf8.allSatisfy {
        $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0)
          || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 >= 0x80
      }
  }
}

// Reading.
extension ValueName {
  /// Reads the name `text`, in any of the spellings of the language and of definitions, or returns
  /// `nil` if it is none.
  package init?(_ text: String) {
    guard var parts = Self.parts(of: text), let first = parts.first else { return nil }
    switch first {
    case "Steps", "Parameters", "Execution", "PipelineExperimentConfig":
      guard parts.count > 1 else { return nil }
    case "execution", "pipeline", "experiment":
      guard parts.count == 2, let variable = Self.variables["\(first).\(parts[1])"] else {
        return nil
      }
      parts = variable
    default: parts.insert("Steps", at: 0)
    }
    if parts[0] == "Steps", parts.count > 2 { Self.writeOut(&parts) }
    self.init(parts)
  }

  /// What the language's words for variables stand for.
  private static let variables: [String: [String]] = [
    "execution.id": ["Execution", "PipelineExecutionId"],
    "execution.arn": ["Execution", "PipelineExecutionArn"],
    "execution.startTime": ["Execution", "StartDateTime"],
    "execution.currentTime": ["Execution", "CurrentDateTime"],
    "execution.trainingJobName": ["Execution", "TrainingJobName"],
    "execution.processingJobName": ["Execution", "ProcessingJobName"],
    "pipeline.name": ["Execution", "PipelineName"],
    "pipeline.arn": ["Execution", "PipelineArn"],
    "experiment.name": ["PipelineExperimentConfig", "ExperimentName"],
    "experiment.trial": ["PipelineExperimentConfig", "TrialName"],
  ]

  /// Replaces the language's word for a property of a step by what it stands for.
  private static func writeOut(_ parts: inout [String]) {
    switch parts[2] {
    case "reports": parts[2] = "PropertyFiles"
    case "returns": parts[2] = "OutputParameters"
    case "model": parts.replaceSubrange(2...2, with: ["ModelArtifacts", "S3ModelArtifacts"])
    case "outputs" where parts.count == 4:
      parts = [parts[0], parts[1], "ProcessingOutputConfig", "Outputs", parts[3]]
      parts += ["S3Output", "S3Uri"]
    default: return
    }
  }

  /// Returns the parts of the path `text`, or `nil` if it is none.
  static func parts(of text: String) -> [String]? {
    var parts: [String] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      if first == UInt8(ascii: "[") {
        guard let part = bracket(&rest) else { return nil }
        parts.append(part)
      } else {
        if first == UInt8(ascii: ".") {
          guard !parts.isEmpty else { return nil }
          rest = rest.dropFirst()
        } else if !parts.isEmpty {
          return nil
        }
        let name = rest.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
        guard !name.isEmpty, !name.contains(UInt8(ascii: "]")) else { return nil }
        parts.append(String(decoding: name, as: UTF8.self))
        rest = rest.dropFirst(name.count)
      }
    }
    return parts
  }

  /// Takes a part in brackets, with or without quotes, off `rest`.
  private static func bracket(_ rest: inout ArraySlice<UInt8>) -> String? {
    rest = rest.dropFirst()
    let quote = rest.first.flatMap {
      $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") ? $0 : nil
    }
    if quote != nil { rest = rest.dropFirst() }
    let end = quote ?? UInt8(ascii: "]")
    let part = rest.prefix { $0 != end }
    rest = rest.dropFirst(part.count)
    guard rest.first == end, !part.isEmpty || quote != nil else { return nil }
    rest = rest.dropFirst()
    if quote != nil {
      guard rest.first == UInt8(ascii: "]") else { return nil }
      rest = rest.dropFirst()
    }
    return String(decoding: part, as: UTF8.self)
  }
}
