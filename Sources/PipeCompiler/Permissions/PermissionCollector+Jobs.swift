// What jobs need: data, images, keys, logs and networks.
extension PermissionCollector {
  /// Adds what the job of `step`, called `name`, needs as the role number `role`.
  mutating func collectJob(of step: Index<Step>, _ name: String, as role: Int) {
    guard let arguments = graph.arguments(of: step) else { return }
    visit(arguments, keys: []) { collector, value, keys in
      collector.collectLeaf(value, keys, name, as: role)
    }
    let kind = graph.steps[step].kind
    if kind == .transform || kind == .endpointConfig { return }
    roles[role].allow(
      "Logs",
      StepAction.of("logs", "CreateLogGroup CreateLogStream DescribeLogStreams PutLogEvents"),
      on: ["log-group:/aws/sagemaker/*", "log-group:/aws/sagemaker/*:log-stream:*"].map {
        ResourcePattern(place.arn("logs", $0))
      }, for: name)
    roles[role].allow(
      "Metrics", StepAction.of("cloudwatch", "PutMetricData"), on: [ResourcePattern("*")],
      for: name, reason: "metrics have no ARN")
  }

  /// Calls `body` with every value in `value` that is no list and no object, and with the members on
  /// the way there.
  private mutating func visit(
    _ root: Index<Value>, keys: [String],
    _ body: (inout PermissionCollector, Index<Value>, [String]) -> Void
  ) {
    var stack: [(Index<Value>, [String])] = [(root, keys)]
    while let (value, keys) = stack.popLast() {
      switch graph.values[value] {
      case .list(let run):
        for element in graph.elements(in: run).reversed() { stack.append((element, keys)) }
      case .object(let run):
        for member in graph.members(in: run).reversed() {
          stack.append((member.value, keys + [graph.text(member.key)]))
        }
      default: body(&self, value, keys)
      }
    }
  }

  /// Adds what the argument `value` below `keys` makes the step `name` need.
  private mutating func collectLeaf(
    _ value: Index<Value>, _ keys: [String], _ name: String, as role: Int
  ) {
    guard let key = keys.last else { return }
    if ["TrainingImage", "ImageUri", "Image"].contains(key) {
      return collectImage(patterns.pattern(of: value), name, as: role)
    }
    if ["Subnets", "SecurityGroupIds"].contains(key) { return collectNetwork(name, as: role) }
    let pattern = patterns.pattern(of: value)
    let isPlace = Self.isPlace(key)
    guard pattern.text.hasPrefix("s3://") || (isPlace && pattern.text.hasPrefix("*")) else {
      return
    }
    let isOutput = keys.contains { Self.outputs.contains($0) }
    let isBoth = keys.contains("CheckpointConfig")
    if isOutput || isBoth { write(pattern, name, as: role) }
    if !isOutput || isBoth { read(pattern, name, as: role, isInferred: !isPlace) }
  }

  /// The members below which a step writes.
  private static let outputs: Set<String> = [
    "ProcessingOutputConfig", "OutputDataConfig", "TransformOutput", "TensorBoardOutputConfig",
    "DebugHookConfig", "ProfilerConfig", "CheckpointConfig", "S3OutputPath",
  ]

  /// Returns `true` iff a member called `key` holds a place on S3.
  private static func isPlace(_ key: String) -> Bool {
    ["S3Uri", "S3OutputPath", "ModelDataUrl", "ManifestS3Uri"].contains(key)
  }

  /// Adds that `step` reads what begins with `place`.
  private mutating func read(
    _ pattern: ResourcePattern, _ step: String, as role: Int, isInferred: Bool
  ) {
    guard let object = object(pattern, writing: false, place) else { return }
    // That a container reads what its own arguments name is an inference.
    let sid = isInferred ? "ReadObjectsOfArguments" : "ReadObjects"
    roles[role].allow(
      sid + Self.suffix(of: object), StepAction.of("s3", isInferred ? "?GetObject" : "GetObject"),
      on: [object], for: step)
    list(object, step, as: role)
  }

  /// Adds that `step` writes below `place`.
  private mutating func write(_ pattern: ResourcePattern, _ step: String, as role: Int) {
    guard let object = object(pattern, writing: true, place) else { return }
    roles[role].allow(
      "WriteObjects" + Self.suffix(of: object), StepAction.of("s3", "PutObject"), on: [object],
      for: step)
    list(object, step, as: role)
  }

  /// Adds that `step` looks into the bucket of `object`.
  private mutating func list(_ object: ResourcePattern, _ step: String, as role: Int) {
    roles[role].allow(
      "ListBuckets" + Self.suffix(of: object), StepAction.of("s3", "ListBucket GetBucketLocation"),
      on: [bucket(of: object)],
      for: step)
  }

  /// Returns what is put behind the name of a statement about `object`, so that one about any bucket
  /// stands alone and can be narrowed by hand.
  private static func suffix(of object: ResourcePattern) -> String {
    object.text.hasSuffix(":::*") ? "OfAnyBucket" : ""
  }

  /// Returns the bucket that the objects of `pattern` lie in.
  func bucket(of pattern: ResourcePattern) -> ResourcePattern {
    let slash = pattern.text.firstIndex(of: "/")
    return pattern.with(slash.map { String(pattern.text[..<$0]) } ?? pattern.text)
  }

  /// Returns the objects at the URI `pattern`: those below it if it is written to, else those whose
  /// names begin so, since a prefix is what jobs read; `nil` if it is no place on S3.
  func object(
    _ pattern: ResourcePattern, writing: Bool, _ place: ServicePlace
  ) -> ResourcePattern? {
    let head = "arn:\(place.partition):s3:::"
    if pattern.text.hasPrefix("*") { return pattern.with("\(head)*") }
    guard pattern.text.hasPrefix("s3://") else { return nil }
    var path = String(pattern.text.dropFirst(5))
    while path.hasSuffix("/") { path.removeLast() }
    if path.isEmpty { return pattern.with("\(head)*") }
    let isBucket = !path.contains("/")
    return pattern.with("\(head)\(path)\(writing || isBucket ? "/" : "")*").collapsed
  }

  /// Adds that a job of `step` pulls the image `pattern`:
  /// `<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>`.
  private mutating func collectImage(
    _ pattern: ResourcePattern, _ step: String, as role: Int
  ) {
    var text = place.arn("ecr", "repository/*")
    let parts = pattern.text.split(separator: "/", maxSplits: 1).map(String.init)
    let host = (parts.first ?? "").split(separator: ".").map(String.init)
    if parts.count == 2, host.count >= 5, host[1] == "dkr", host[2].hasPrefix("ecr") {
      let name = parts[1].split(separator: "@")[0].split(separator: ":").first.map(String.init)
      text = "arn:\(place.partition):ecr:\(host[3]):\(host[0]):repository/\(name ?? "*")"
    } else if !pattern.text.contains("*") {
      // An image of another registry needs no permission of AWS.
      return
    }
    roles[role].allow(
      "PullImages",
      StepAction.of("ecr", "BatchGetImage GetDownloadUrlForLayer BatchCheckLayerAvailability"),
      on: [pattern.with(text).collapsed], for: step)
    roles[role].allow(
      "ImageToken", StepAction.of("ecr", "GetAuthorizationToken"), on: [ResourcePattern("*")],
      for: step, reason: "the token is for all registries")
  }

  /// Adds that a job of `step` runs in a network of the account's.
  private mutating func collectNetwork(_ step: String, as role: Int) {
    roles[role].allow(
      "NetworkInterfaces",
      StepAction.of(
        "ec2",
        "CreateNetworkInterface CreateNetworkInterfacePermission DeleteNetworkInterface "
          + "DeleteNetworkInterfacePermission DescribeDhcpOptions DescribeNetworkInterfaces "
          + "DescribeSecurityGroups DescribeSubnets DescribeVpcs"),
      on: [ResourcePattern("*")], for: step,
      reason: "interfaces have no ARN before they are made, and what describes them has none")
  }

  /// Adds that the job of `step`, as the role number `role`, uses the keys that are named in it.
  mutating func collectKeys(of step: Index<Step>, _ name: String, as role: Int) {
    guard let arguments = graph.arguments(of: step) else { return }
    visit(arguments, keys: []) { collector, value, keys in
      guard let key = keys.last, key.hasSuffix("KmsKeyId") || key.hasSuffix("KmsKey"),
        collector.graph.present(value) != nil
      else { return }
      collector.collectKey(collector.patterns.pattern(of: value), name, as: role)
    }
  }

  /// Adds that `step` uses the key `pattern`, given by its ARN, its identifier, or an alias.
  private mutating func collectKey(_ pattern: ResourcePattern, _ step: String, as role: Int) {
    var text = pattern.text
    if text.isEmpty { return }
    // A policy can't name a key by its alias.
    if text.contains("alias/") {
      text = place.arn("kms", "key/*")
    } else if !text.hasPrefix("arn:") {
      text = place.arn("kms", "key/\(text)")
    }
    var key = pattern.with(text)
    if pattern.text.contains("alias/") { key.hidden.append("the key of \(pattern.text)") }
    roles[role].allow(
      "UseKeys",
      StepAction.of("kms", "?CreateGrant ?Decrypt ?DescribeKey ?Encrypt ?GenerateDataKey"),
      on: [key.collapsed], for: step)
    if role == 0 { return }
    roles[0].allow(
      "GrantKeys", StepAction.of("kms", "?CreateGrant ?DescribeKey"), on: [key.collapsed], for: step
    )
  }

  /// Adds that the pipeline itself reads the reports in which steps look up values.
  mutating func collectReads() {
    for read in graph.runtimeReads() {
      guard case .jsonGet(let index) = graph.values[read.value], let reader = read.reader else {
        continue
      }
      let step = graph.text(graph.steps[reader].name)
      let file: ResourcePattern?
      switch graph.jsonGets[index].file {
      case .uri(let uri): file = object(patterns.pattern(of: uri), writing: false, place)
      case .propertyFile(let owner, let name): file = report(name, of: owner)
      }
      guard let file else { continue }
      roles[0].allow(
        "ReadReports", StepAction.of("s3", "GetObject"), on: [file], for: step)
    }
  }

  /// Returns where the report `name` of the step called `owner` is written.
  private func report(_ name: Symbol, of owner: Symbol) -> ResourcePattern? {
    guard let step = patterns.names[owner], let arguments = graph.arguments(of: step),
      let file = (graph.list(graph.field(.propertyFiles, of: step)) ?? []).first(where: {
        graph.symbol(graph.member(.propertyFileName, of: $0)) == name
      }),
      let output = graph.string(graph.member(.outputName, of: file)),
      let uri = patterns.value(
        at: ["ProcessingOutputConfig", "Outputs", output, "S3Output", "S3Uri"], in: arguments)
    else { return nil }
    let base = patterns.pattern(of: uri)
    let path = graph.member(.filePath, of: file).map { patterns.pattern(of: $0).text } ?? "*"
    return object(base.with("\(base.text)/\(path)"), writing: false, place)
  }
}
