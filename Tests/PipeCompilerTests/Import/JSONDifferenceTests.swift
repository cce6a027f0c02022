import Foundation
@testable import PipeCompiler
import TestSupport
import Testing

/// The reader of JSON against another one, over texts that no one chose.
@Suite(.timeLimit(.minutes(30))) struct JSONDifferenceTests {
  /// How many texts are generated; `PIPEC_MUTATIONS` asks for more.
  static let count =
    ProcessInfo.processInfo.environment["PIPEC_MUTATIONS"].flatMap { Int($0) }.map { $0 * 10 }
    ?? 400

  @Test(arguments: 0..<8)
  func `a generated text means the same to both`(seed: UInt64) throws {
    var writer = JSONTextWriter(seed: seed)
    for number in 0..<Self.count / 8 {
      let text = writer.text()
      let name = "seed \(seed), number \(number): \(text)"
      let value = try #require(Self.value(of: Array(text.utf8)), "\(name)")
      let other = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      #expect(value == JSONValue(other), "\(name)")
    }
  }

  @Test(arguments: 0..<8)
  func `a damaged text is refused by both or by none`(seed: UInt64) {
    var writer = JSONTextWriter(seed: seed)
    for number in 0..<Self.count / 8 {
      let text = Array(writer.text().utf8)
      for mutant in mutations(of: text, count: 5, seed: seed &+ UInt64(number)) {
        let other = try? JSONSerialization.jsonObject(
          with: Data(mutant), options: .fragmentsAllowed)
        let faults = JSONReaderTests.faults(in: mutant).filter { $0.id != .duplicateKey }
        guard faults.isEmpty != (other != nil), !Self.isIntended(mutant, faults) else { continue }
        Issue.record("seed \(seed): \(String(decoding: mutant, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// Returns `true` iff it is known why only one of the two takes `bytes`, which have `faults`.
  private static func isIntended(_ bytes: [UInt8], _ faults: [Diagnostic]) -> Bool {
    guard let fault = faults.first else {
      // RFC 8259 sets numbers no limit; the other one refuses what is infinite as a Double.
      return value(of: bytes)?.isInfinite == true
    }
    // The other one takes a comma at the end, and guesses at UTF-16 where it sees a zero byte early.
    return fault.message.contains("no comma at its end") || bytes.prefix(4).contains(0)
  }

  /// Returns what `bytes` mean, or `nil` if they are no JSON.
  private static func value(of bytes: [UInt8]) -> JSONValue? {
    let graph = PipelineGraph(
      symbols: .ofGraph, header: PipelineHeader(name: SymbolTable.empty, origin: .synthesized))
    var reader = JSONReader(bytes, into: graph, Diagnostics())
    guard let root = reader.read() else { return nil }
    return JSONValue(root, in: reader.graph)
  }
}

/// What a JSON text means.
enum JSONValue: Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([String: JSONValue])
}

extension JSONValue {
  /// Takes over `value` of `graph`; of two members with one name the last counts.
  init(_ value: Index<Value>, in graph: PipelineGraph) {
    switch graph.values[value] {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .number(let lexeme): self = .number(Double(graph.text(lexeme)) ?? .nan)
    case .string(let text): self = .string(graph.text(text))
    case .list(let run): self = .list(graph.elements(in: run).map { JSONValue($0, in: graph) })
    case .object(let run):
      let members = graph.members(in: run).map {
        (graph.text($0.key), JSONValue($0.value, in: graph))
      }
      self = .object(Dictionary(members) { $1 })
    default: self = .string("a run-time value")
    }
  }

  /// Takes over what Foundation read.
  init(_ value: Any) {
    switch value {
    case is NSNull: self = .null
    case let text as String: self = .string(text)
    case let list as [Any]: self = .list(list.map { JSONValue($0) })
    case let members as [String: Any]: self = .object(members.mapValues { JSONValue($0) })
    case let number as NSNumber:
      // A flag is stored as a character, which no number of JSON is.
      let isFlag = unsafe ["c", "B"].contains(String(cString: number.objCType))
      self = isFlag ? .boolean(number.boolValue) : .number(number.doubleValue)
    default: self = .string("something else")
    }
  }
}

extension JSONValue {
  /// `true` iff the value is or holds a number that is infinite.
  var isInfinite: Bool {
    switch self {
    case .null, .boolean, .string: false
    case .number(let number): number.isInfinite
    case .list(let entries): entries.contains(where: \.isInfinite)
    case .object(let members): members.values.contains(where: \.isInfinite)
    }
  }
}

/// Writes JSON texts of all forms, in all layouts.
struct JSONTextWriter {
  /// What chooses.
  private var random: SplitMix64

  /// Creates the writer of the texts that `seed` determines.
  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Returns the next text.
  mutating func text() -> String { blank() + value(depth: 0) + blank() }

  /// Returns a value, which holds others only if `depth` is small.
  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth > 5 ? 6 : 9), using: &random) {
    case 0: return one(of: ["null", "true", "false"])
    case 1, 2: return number()
    case 3, 4, 5: return string()
    case 6, 7: return list(depth: depth)
    default: return object(depth: depth)
    }
  }

  /// Returns a list.
  private mutating func list(depth: Int) -> String {
    var entries: [String] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      entries.append(blank() + value(depth: depth + 1) + blank())
    }
    return "[" + (entries.isEmpty ? blank() : entries.joined(separator: ",")) + "]"
  }

  /// Returns an object in which each name stands once.
  private mutating func object(depth: Int) -> String {
    var members: [String] = []
    for number in 0..<Int.random(in: 0...4, using: &random) {
      let name = "\"\(number)" + string().dropFirst()
      members.append(blank() + name + blank() + ":" + blank() + value(depth: depth + 1) + blank())
    }
    return "{" + (members.isEmpty ? blank() : members.joined(separator: ",")) + "}"
  }

  /// Returns a number.
  private mutating func number() -> String {
    let whole = one(of: ["0", "7", "10", "65536", "4294967296", "9007199254740992"])
    let fraction = one(of: ["", "", ".0", ".5", ".125", ".25"])
    let exponent = one(of: ["", "", "e0", "E1", "e+2", "e-3", "E20"])
    return one(of: ["", "-"]) + whole + fraction + exponent
  }

  /// Returns a string.
  private mutating func string() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      text += one(of: [
        "a", "Steps", " ", "é", "日", "😀", "\u{7F}", "\u{2028}", "/", "'", "{", "]", ":", ",",
        #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#, #"\u0000"#, #"\u0041"#,
        #"\u00E9"#, #"\u65e5"#, #"\ud83d\ude00"#, #"\uD800\uDC00"#, #"\uDBFF\uDFFF"#, #"\uffff"#,
      ])
    }
    return "\"\(text)\""
  }

  /// Returns blank space, or none.
  private mutating func blank() -> String { one(of: ["", "", "", " ", "\n", "\t", "\r\n", "  "]) }

  /// Returns one of `texts`.
  private mutating func one(of texts: [String]) -> String {
    texts[Int.random(in: 0..<texts.count, using: &random)]
  }
}
