import Foundation
@testable import PipeCompiler
import TestSupport
import Testing

/// What holds for a pipeline and for the definition that it gives, read again.
@Suite struct ImportLawsTests {
  @Test(arguments: Corpus.valid)
  func `a definition reads at run time what its pipeline reads`(pipeline: ValidCase) throws {
    let (written, read) = try Self.graphs(of: pipeline)
    #expect(Self.reads(in: written) == Self.reads(in: read))
  }

  @Test(arguments: Corpus.valid)
  func `the steps of a definition wait for each other as those of its pipeline`(
    pipeline: ValidCase
  ) throws {
    let (written, read) = try Self.graphs(of: pipeline)
    #expect(Self.edges(in: written) == Self.edges(in: read))
    let names = written.steps.elements.map { written.text($0.name) }
    #expect(read.steps.elements.map { read.text($0.name) } == names)
  }

  @Test(arguments: Corpus.valid)
  func `a definition that is read and written again is the same to the byte`(
    pipeline: ValidCase
  ) throws {
    let bytes = try #require(Repository.bytes(at: pipeline.golden(.sagemaker)))
    let graph = try #require(compile(SourceFile(name: "a.json", bytes: bytes)).graph)
    let again = emit(graph, as: .sagemaker)
    #expect(again == bytes, "\(Self.difference(bytes, again))")
  }

  @Test(arguments: Corpus.valid)
  func `layout and escapes of a definition do not matter`(pipeline: ValidCase) throws {
    let path = pipeline.golden(.sagemaker)
    let bytes = try #require(Repository.bytes(at: path))
    let other = Self.respelled(bytes)
    let (first, second) = (
      compile(SourceFile(name: "a.json", bytes: bytes)),
      compile(SourceFile(name: "a.json", bytes: other))
    )
    #expect(first.diagnostics.sorted.map(\.message) == second.diagnostics.sorted.map(\.message))
    #expect(
      first.graph.map { emit($0, as: .sagemaker) } == second.graph.map { emit($0, as: .sagemaker) })
  }

  /// Returns the graph of `pipeline`, and the one of the definition that it gives.
  private static func graphs(
    of pipeline: ValidCase
  ) throws -> (written: PipelineGraph, read: PipelineGraph) {
    let written = try #require(compile(pipeline.source).graph)
    let file = SourceFile(name: "a.json", bytes: emit(written, as: .sagemaker))
    var diagnostics = Diagnostics()
    let read = try #require(importDefinition(file, reportingTo: &diagnostics))
    #expect(!diagnostics.containsErrors)
    return (written.graph, read)
  }

  /// Returns what is read at run time, in order: the step that reads, and what.
  private static func reads(in graph: PipelineGraph) -> [String] {
    unique(
      graph.runtimeReads().map { read in
        let reader = read.reader.map { graph.text(graph.steps[$0].name) } ?? "the header"
        let text = spelling(of: read.value, in: graph)
        return "\(reader)\(read.isInSelector ? " selects" : "") \(text)"
      })
  }

  /// Returns `lines`, each of them once: what a text says once by a name, a definition says often.
  private static func unique(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    return lines.filter { seen.insert($0).inserted }
  }

  /// Returns which step waits for which other one, and why, in order.
  private static func edges(in graph: PipelineGraph) -> [String] {
    let rows = DependencyGraph(of: graph)
    return unique(
      graph.steps.indices.flatMap { step in
        rows.edges(from: step).map { edge in
          let ends = [step, edge.target].map { graph.text(graph.steps[$0].name) }
          return "\(ends[0]) after \(ends[1]): \(cause(of: edge, in: graph, at: step))"
        }
      })
  }

  /// Returns why the step at `source` waits as `edge` says.
  private static func cause(
    of edge: Edge, in graph: PipelineGraph, at source: Index<Step>
  ) -> String {
    switch edge.cause {
    case .read(let value): spelling(of: value, in: graph)
    case .order(let number):
      "\(graph.steps[source].dependencies[Int(number)].trigger) by number \(number)"
    case .owner: "it is inside"
    case .body(let inner): "its \(graph.text(graph.steps[inner].name)) does"
    }
  }

  /// Returns what `value`, a reference or a reading of a file, reads.
  private static func spelling(of value: Index<Value>, in graph: PipelineGraph) -> String {
    var text = ""
    switch graph.values[value] {
    case .reference(let index):
      graph.forEachPiece(of: graph.references[index]) { text += graph.text($0) }
    case .jsonGet(let index):
      text = "\(graph.text(graph.jsonGets[index].path)) in "
      switch graph.jsonGets[index].file {
      case .propertyFile(let step, let name):
        graph.forEachPiece(ofPropertyFile: name, of: step) { text += graph.text($0) }
      case .uri: text += "a file"
      }
    default: break
    }
    return text
  }

  /// Returns `bytes`, which are JSON, with every letter of strings escaped and blanks everywhere.
  private static func respelled(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var (isInString, isEscaped) = (false, false)
    for byte in bytes {
      let isQuote = byte == UInt8(ascii: "\"") && !isEscaped
      let isLetter = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      if isInString, !isEscaped, isLetter {
        result += Array("\\u00\(String(byte, radix: 16))".utf8)
      } else if !isInString, "{}[],:".utf8.contains(byte) {
        result += [0x0D, 0x0A, byte, 0x09]
      } else {
        result.append(byte)
      }
      isEscaped = isInString && byte == UInt8(ascii: "\\") && !isEscaped
      if isQuote { isInString.toggle() }
    }
    return result
  }

  /// Returns the lines in which `first` and `second` differ.
  private static func difference(_ first: [UInt8], _ second: [UInt8]) -> String {
    lineDifference(
      from: String(decoding: first, as: UTF8.self), to: String(decoding: second, as: UTF8.self))
  }
}
