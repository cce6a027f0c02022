/// A region or account that a text of the pipeline belongs to.
struct PlaceMention: Sendable {
  /// The text.
  let value: Index<Value>
  /// What the text names: "the image", "the role".
  let what: String
  /// The region, if the text says one.
  let region: String?
  /// The account, if the text says one, and one that has to be the pipeline's own.
  let account: String?

  /// Reads `text`, which is `value`, or returns `nil` if it names neither region nor account.
  init?(_ text: ArraySlice<UInt8>, _ value: Index<Value>) {
    guard let first = text.first, text.count >= 20 else { return nil }
    switch first {
    case UInt8(ascii: "a"): self.init(resource: text, value)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self.init(image: text, value)
    case UInt8(ascii: "h"): self.init(queue: text, value)
    case UInt8(ascii: "s"): self.init(bucket: text, value)
    default: return nil
    }
  }

  private init(_ value: Index<Value>, _ what: String, region: String?, account: String?) {
    self.value = value
    self.what = what
    self.region = region
    self.account = account
  }

  /// Reads an ARN.
  private init?(resource text: ArraySlice<UInt8>, _ value: Index<Value>) {
    guard text.starts(with: "arn:aws".utf8) else { return nil }
    let parts = text.split(
      separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false
    ).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 6, parts[2] != "s3" else { return nil }
    let isRole = parts[2] == "iam" && parts[5].hasPrefix("role")
    let isOwn = isRole || parts[2] == "lambda"
    let account = isOwn && Self.isAccount(parts[4]) ? parts[4] : nil
    let region = TextPattern.isRegion(parts[3]) ? parts[3] : nil
    guard account != nil || region != nil else { return nil }
    self.init(
      value, isRole ? "the role" : "the \(parts[2]) resource", region: region, account: account)
  }

  /// Reads the URI of an image in ECR; whose account it is does not matter.
  private init?(image text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let host = text.prefix { $0 != UInt8(ascii: "/") }
    let parts = host.split(separator: UInt8(ascii: ".")).map { String(decoding: $0, as: UTF8.self) }
    guard parts.count >= 6, parts[1] == "dkr", parts[2] == "ecr", Self.isAccount(parts[0]),
      TextPattern.isRegion(parts[3])
    else { return nil }
    self.init(value, "the image", region: parts[3], account: nil)
  }

  /// Reads the URL of a queue.
  private init?(queue text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let prefix = "https://sqs."
    guard text.starts(with: prefix.utf8) else { return nil }
    let rest = text.dropFirst(prefix.utf8.count)
    let region = String(decoding: rest.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    guard TextPattern.isRegion(region) else { return nil }
    self.init(value, "the queue", region: region, account: nil)
  }

  /// Reads a URI in the default bucket of SageMaker, `sagemaker-<region>-<account>`.
  private init?(bucket text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let prefix = "s3://sagemaker-"
    guard text.starts(with: prefix.utf8) else { return nil }
    let name = text.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: "/") }
    let dash = name.lastIndex(of: UInt8(ascii: "-")) ?? name.endIndex
    let region = String(decoding: name[..<dash], as: UTF8.self)
    let account = String(decoding: name[dash...].dropFirst(), as: UTF8.self)
    guard TextPattern.isRegion(region), Self.isAccount(account) else { return nil }
    self.init(value, "the bucket", region: region, account: account)
  }

  /// Returns `true` iff `text` is the number of an account.
  private static func isAccount(_ text: String) -> Bool {
    text.utf8.count == 12 && text.utf8.allSatisfy(TextPattern.isDigit)
  }
}
