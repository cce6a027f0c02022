import Foundation
import PipeCompiler
import TestSupport
import Testing

/// Which image is meant, by examples and by laws; `Scripts/check-images` asks the SDKs.
@Suite struct ImageTests {
  /// A query as a command line, and the URI that both SDKs give for it.
  private static let known: [(query: [String], uri: String)] = [
    (
      ["xgboost", "1.7-1", "region=eu-central-1"],
      "492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-xgboost:1.7-1"
    ),
    (
      ["xgboost", "1.5-1", "region=us-east-1", "instance=ml.m6g.large"],
      "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.5-1-arm64"
    ),
    (
      ["pytorch", "2.1", "region=cn-north-1", "scope=training", "instance=ml.g5.xlarge"],
      "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch-training:2.1-gpu-py310"
    ),
    (
      ["pytorch", "2.1", "region=cn-north-1", "scope=training", "instance=ml.m5.xlarge"],
      "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch-training:2.1-cpu-py310"
    ),
    (
      ["model-monitor", "region=us-west-2"],
      "159807026194.dkr.ecr.us-west-2.amazonaws.com/sagemaker-model-monitor-analyzer"
    ),
  ]

  @Test(arguments: known.indices)
  func `a known image is found`(index: Int) throws {
    let (words, uri) = Self.known[index]
    #expect(try imageURI(for: Self.query(words)) == uri)
  }

  @Test(arguments: imageFamilies)
  func `what a failure lists leads to an image`(family: String) {
    var query = ImageQuery(family: family, region: "us-west-2")
    if family.hasPrefix("huggingface-neuron") || family == "huggingface-training-compiler" {
      query.family = "huggingface"
      if family.hasSuffix("compiler") { query.flags = [.compiler] }
      query.texts[.tool] = family.hasSuffix("compiler") ? nil : String(family.dropFirst(12))
      query.texts[.scope] = "inference"
    }
    for _ in 0..<8 {
      switch Result(catching: { () throws(ImageFailure) in try imageURI(for: query) }) {
      case .success(let uri):
        #expect(uri.contains(".dkr.ecr.us-west-2.amazonaws.com/"))
        return
      case .failure(let failure):
        Self.follow(failure, in: &query)
      }
    }
    Issue.record("\(query) leads nowhere")
  }

  @Test func `the version, the region and the name are looked for nearby`() {
    let failures = [
      ["xgbost", "1.7-1", "region=us-east-1"], ["xgboost", "1.7-11", "region=us-east-1"],
      ["xgboost", "1.7-1", "region=us-eat-1"],
    ].map { words in
      Result(catching: { () throws(ImageFailure) in try imageURI(for: Self.query(words)) })
    }
    let nearest = failures.map {
      if case .failure(let failure) = $0 { failure.nearest } else { "" }
    }
    #expect(nearest == ["xgboost", "1.7-1", "us-east-1"])
  }

  @Test func `no name is taken for another line of the table`() {
    for name in ["", "@xgboost", ".amazonaws.com", "xgboost/training", "xgboost scoped", "xgboos"] {
      let query = ImageQuery(family: name, region: "us-east-1")
      let result = Result(catching: { () throws(ImageFailure) in try imageURI(for: query) })
      guard case .failure(let failure) = result else {
        Issue.record("`\(name)` is an image")
        continue
      }
      #expect(failure.argument == .name && failure.kind == .unknown)
    }
  }

  @Test func `the table is the one that its head describes`() throws {
    let text = Repository.text(at: "Sources/PipeCompiler/Images/ImageTable.swift")
    let head = try #require(text.firstMatch(of: /(\d+) lines, (\d+) bytes, sha256 ([0-9a-f]+)/))
    let start = try #require(text.range(of: "#\"\"\"\n")).upperBound
    let end = try #require(text.range(of: "\n\"\"\"#")).lowerBound
    let body = Array(text[start..<end].utf8)
    #expect(head.2 == "\(body.count)" && head.3 == sha256(of: body))
  }

  /// Returns the query that `words` spell: a name, perhaps a version, and arguments.
  private static func query(_ words: [String]) -> ImageQuery {
    var query = ImageQuery(family: words[0], region: "")
    for word in words.dropFirst() {
      let parts = word.split(separator: "=").map(String.init)
      switch (parts.count, ImageArgument(rawValue: parts[0])) {
      case (2, .region): query.region = parts[1]
      case (2, let argument?): query.texts[argument] = parts[1]
      default: query.version = word
      }
    }
    return query
  }

  /// Does what `failure` proposes about `query`.
  private static func follow(_ failure: ImageFailure, in query: inout ImageQuery) {
    switch failure.argument {
    case .version: query.version = failure.known.last
    case .region: Issue.record("\(query.family) is not in us-west-2")
    case .instance:
      query.texts[.instance] = query[.instance] == nil ? "ml.g5.xlarge" : "ml.inf2.xlarge"
    default: query.texts[failure.argument] = failure.known.first
    }
  }
}
