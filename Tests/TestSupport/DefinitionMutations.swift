/// Ways in which a definition can be wrong and still be JSON.
package enum DefinitionMutation: CaseIterable, Sendable {
  /// A value is one of another kind.
  case otherKind
  /// A value is another one of the same definition.
  case otherValue
  /// A value is only known at run time.
  case runtime
  /// A value is joined with others.
  case joined
  /// A value stands in a list or an object of its own.
  case wrapped
  /// A member is missing.
  case drop
  /// A member is there twice.
  case duplicate
  /// The name of a member has a mistake.
  case rename

  /// Values of all kinds.
  private static let literals = [
    "null", "true", "false", "0", "-1", "1.5", "1e999", "99999999999999999999", "\"\"", "\"x\"",
    #""30d""#, #""\u0000""#, "[]", "{}", "[null]", "[[]]", #"["a", "a"]"#, #"{"a": 1}"#,
    #"{"": null}"#,
  ]

  /// Values that are only known at run time, and what is like them.
  private static let expressions = [
    #"{"Get": "Parameters.P"}"#, #"{"Get": "Steps.A.B['c'][0].D"}"#, #"{"Get": "Steps.A"}"#,
    #"{"Get": "Execution.PipelineExecutionId"}"#, #"{"Get": "ForEach.CurrentItem.a"}"#,
    #"{"Get": "IterationOutput.A.B"}"#, #"{"Get": "s3://b"}"#, #"{"Get": ""}"#, #"{"Get": 1}"#,
    #"{"Get": {"Get": "Parameters.P"}}"#, #"{"Std:Join": {"On": "", "Values": []}}"#,
    #"{"Std:Join": {"Values": [[]]}}"#, #"{"Std:Join": 1}"#, #"{"Std:X": 1}"#,
    #"{"Std:JsonGet": {"PropertyFile": {"Get": "Steps.A.PropertyFiles.b"}, "Path": "c"}}"#,
    #"{"Std:JsonGet": {"S3Uri": {"Std:Join": {"On": "/", "Values": ["a"]}}, "Path": "c"}}"#,
    #"{"Std:JsonGet": {"Path": 1}}"#,
  ]

  /// Returns `bytes`, which are JSON, with one mistake of this kind, at a place that `random` chooses.
  package func apply(to bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    let outline = JSONOutline(of: bytes)
    guard let value = outline.values.randomElement(using: &random),
      let member = outline.members.randomElement(using: &random)
    else { return bytes }
    var result = bytes
    switch self {
    case .otherKind: result.replaceSubrange(value, with: Self.one(of: Self.literals, &random))
    case .otherValue:
      let other = outline.values.randomElement(using: &random) ?? value
      // Texts that grow without end say nothing new.
      if other.count < 4_096 { result.replaceSubrange(value, with: bytes[other]) }
    case .runtime: result.replaceSubrange(value, with: Self.one(of: Self.expressions, &random))
    case .joined:
      let start = #"{"Std:Join": {"On": "/", "Values": ["a", "#
      result.replaceSubrange(value, with: Array(start.utf8) + bytes[value] + Array("]}}".utf8))
    case .wrapped:
      let parts = Bool.random(using: &random) ? ("[", "]") : ("{\"a\": ", "}")
      result.replaceSubrange(
        value, with: Array(parts.0.utf8) + bytes[value] + Array(parts.1.utf8))
    case .drop: Self.remove(member.range, from: &result)
    case .duplicate:
      result.insert(contentsOf: Array(",".utf8) + bytes[member.range], at: member.range.upperBound)
    case .rename: Self.misspell(member.name, in: &result, using: &random)
    }
    return result
  }

  /// Removes `range`, and the comma before or behind it, from `bytes`.
  private static func remove(_ range: Range<Int>, from bytes: inout [UInt8]) {
    var (start, end) = (range.lowerBound, range.upperBound)
    let behind = bytes[end...].prefix { $0 <= 0x20 }.count
    if end + behind < bytes.count, bytes[end + behind] == UInt8(ascii: ",") {
      end += behind + 1
    } else {
      while start > 0, bytes[start - 1] <= 0x20 { start -= 1 }
      if start > 0, bytes[start - 1] == UInt8(ascii: ",") { start -= 1 }
    }
    bytes.removeSubrange(start..<end)
  }

  /// Changes one letter of the string in `range` of `bytes`.
  private static func misspell(
    _ range: Range<Int>, in bytes: inout [UInt8], using random: inout SplitMix64
  ) {
    let letters = range.dropFirst().dropLast()
    guard let place = letters.randomElement(using: &random), bytes[place] != UInt8(ascii: "\\")
    else { return }
    switch Int.random(in: 0..<3, using: &random) {
    case 0 where (0x41...0x7A).contains(bytes[place]): bytes.remove(at: place)
    case 1: bytes.insert(UInt8(ascii: "s"), at: place)
    default: if (0x41...0x7A).contains(bytes[place]) { bytes[place] ^= 0x20 }
    }
  }

  /// Returns the bytes of one of `texts`.
  private static func one(of texts: [String], _ random: inout SplitMix64) -> [UInt8] {
    Array((texts.randomElement(using: &random) ?? "").utf8)
  }
}

/// Returns `count` definitions that differ from `bytes` by one to three mistakes each, and are JSON if
/// `bytes` are.
///
/// The same `seed` gives the same ones, so a failure can be repeated by its seed and number.
package func definitionMutations(of bytes: [UInt8], count: Int, seed: UInt64) -> [[UInt8]] {
  var random = SplitMix64(seed: seed)
  return (0..<count).map { _ in
    var mutant = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let mutation = DefinitionMutation.allCases.randomElement(using: &random) ?? .drop
      mutant = mutation.apply(to: mutant, using: &random)
    }
    return mutant
  }
}
