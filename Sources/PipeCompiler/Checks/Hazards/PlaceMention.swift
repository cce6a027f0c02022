/// A region or account that a text of the pipeline belongs to.
struct PlaceMention: Sendable {
  /// The text.
  let value: Index<Value>
  /// What the text names.
  private let subject: Subject
  /// The region; empty if the text says none.
  let region: ArraySlice<UInt8>
  /// The account; empty if the text says none, or one that need not be the pipeline's own.
  let account: ArraySlice<UInt8>

  /// What a text can name.
  private enum Subject {
    case role, image, queue, bucket
    case resource(of: ArraySlice<UInt8>)
  }

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

  private init(
    _ value: Index<Value>, _ subject: Subject, region: ArraySlice<UInt8>,
    account: ArraySlice<UInt8> = []
  ) {
    self.value = value
    self.subject = subject
    self.region = region
    self.account = account
  }

  /// `true` iff the text names a role.
  var isRole: Bool { if case .role = subject { true } else { false } }

  /// What the text names, in words.
  var what: String {
    switch subject {
    case .role: "the role"
    case .image: "the image"
    case .queue: "the queue"
    case .bucket: "the bucket"
    case .resource(let service):
      switch String(decoding: service, as: UTF8.self) {
      case "lambda": "the Lambda function"
      case "kms": "the key"
      case "sagemaker": "the SageMaker resource"
      case let name: "the resource of the service `\(name)`"
      }
    }
  }

  /// Reads an ARN.
  private init?(resource text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let colon = UInt8(ascii: ":")
    var rest = text
    guard rest.dropField(before: colon).starts(with: "arn".utf8),
      rest.dropField(before: colon).starts(with: "aws".utf8)
    else { return nil }
    let service = rest.dropField(before: colon)
    let region = rest.dropField(before: colon)
    let account = rest.dropField(before: colon)
    guard !rest.isEmpty, !service.elementsEqual("s3".utf8) else { return nil }
    let isRole = service.elementsEqual("iam".utf8) && rest.starts(with: "role".utf8)
    let isOwn = isRole || service.elementsEqual("lambda".utf8)
    let ownAccount = isOwn && TextPattern.isAccount(account) ? account : []
    let knownRegion = TextPattern.isRegion(region) ? region : []
    guard !ownAccount.isEmpty || !knownRegion.isEmpty else { return nil }
    self.init(
      value, isRole ? .role : .resource(of: service), region: knownRegion, account: ownAccount)
  }

  /// Reads the URI of an image in ECR; whose account it is does not matter.
  private init?(image text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let dot = UInt8(ascii: ".")
    var host = text.prefix { $0 != UInt8(ascii: "/") }
    guard TextPattern.isAccount(host.dropField(before: dot)),
      host.dropField(before: dot).elementsEqual("dkr".utf8),
      host.dropField(before: dot).elementsEqual("ecr".utf8)
    else { return nil }
    let region = host.dropField(before: dot)
    guard TextPattern.isRegion(region), !host.isEmpty else { return nil }
    self.init(value, .image, region: region)
  }

  /// Reads the URL of a queue.
  private init?(queue text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let prefix = "https://sqs."
    guard text.starts(with: prefix.utf8) else { return nil }
    let region = text.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: ".") }
    guard TextPattern.isRegion(region) else { return nil }
    self.init(value, .queue, region: region)
  }

  /// Reads a URI in the default bucket of SageMaker, `sagemaker-<region>-<account>`.
  private init?(bucket text: ArraySlice<UInt8>, _ value: Index<Value>) {
    let prefix = "s3://sagemaker-"
    guard text.starts(with: prefix.utf8) else { return nil }
    let name = text.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: "/") }
    let dash = name.lastIndex(of: UInt8(ascii: "-")) ?? name.endIndex
    let (region, account) = (name[..<dash], name[dash...].dropFirst())
    guard TextPattern.isRegion(region), TextPattern.isAccount(account) else { return nil }
    self.init(value, .bucket, region: region, account: account)
  }
}
