extension Check {
  /// What the pipeline names lies in one region and, where it has to, in one account.
  static let places = Check { graph, _, diagnostics in
    var mentions: [PlaceMention] = []
    var isSeen = [UInt8](repeating: 0, count: graph.symbols.count)
    if let role = graph.header.role, case .string(let text) = graph.values[role],
      let mention = PlaceMention(graph.symbols[text], role)
    {
      isSeen[Int(text.offset)] = 1
      mentions.append(mention)
    }
    for (position, value) in graph.values.elements.enumerated() {
      guard case .string(let text) = value, isSeen[Int(text.offset)] == 0 else { continue }
      isSeen[Int(text.offset)] = 1
      if let mention = PlaceMention(graph.symbols[text], Index(position)) {
        mentions.append(mention)
      }
    }
    checkRegions(mentions, graph, &diagnostics)
    checkAccounts(mentions, graph, &diagnostics)
  }

  /// Reports those of `mentions` that lie in another region than the pipeline.
  private static func checkRegions(
    _ mentions: [PlaceMention], _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    let given = graph.header.kubernetes.region
    let chosen = graph.symbol(given).map { graph.symbols[$0] }
    guard let region = chosen ?? mostFrequentRegion(mentions) else { return }
    let anchor = chosen == nil ? mentions.first { $0.region == region }?.value : given
    for mention in mentions {
      guard !mention.region.isEmpty, mention.region != region else { continue }
      let other = String(decoding: mention.region, as: UTF8.self)
      let region = String(decoding: region, as: UTF8.self)
      diagnostics.report(
        Diagnostic(
          .regionMismatch, "\(mention.what) is in \(other), and not in \(region)",
          at: graph.origin(of: mention.value),
          related: anchor.map { [Label("is in \(region)", at: graph.origin(of: $0))] } ?? [],
          why: "a pipeline uses what is in its own region",
          help: "use the one of \(region), or move the pipeline"))
    }
  }

  /// Reports those of `mentions` that belong to another account than the first role.
  private static func checkAccounts(
    _ mentions: [PlaceMention], _ graph: PipelineGraph, _ diagnostics: inout Diagnostics
  ) {
    guard let anchor = mentions.first(where: { !$0.account.isEmpty && $0.isRole }) else { return }
    let account = anchor.account
    for mention in mentions {
      guard !mention.account.isEmpty, mention.account != account else { continue }
      let other = String(decoding: mention.account, as: UTF8.self)
      let account = String(decoding: account, as: UTF8.self)
      diagnostics.report(
        Diagnostic(
          .accountMismatch, "\(mention.what) belongs to account \(other), and not to \(account)",
          at: graph.origin(of: mention.value),
          related: [Label("belongs to \(account)", at: graph.origin(of: anchor.value))],
          why: "the service passes on roles of the pipeline's own account only, "
            + "and others need a policy that lets it in",
          help: "check the number of the account"))
    }
  }

  /// Returns the region that most of `mentions` name; of several, the first one.
  private static func mostFrequentRegion(_ mentions: [PlaceMention]) -> ArraySlice<UInt8>? {
    guard let first = mentions.first(where: { !$0.region.isEmpty })?.region else { return nil }
    if mentions.allSatisfy({ $0.region.isEmpty || $0.region == first }) { return first }
    var regions: [ArraySlice<UInt8>] = []
    var counts: [Int] = []
    for mention in mentions where !mention.region.isEmpty {
      if let position = regions.firstIndex(of: mention.region) {
        counts[position] += 1
      } else {
        regions.append(mention.region)
        counts.append(1)
      }
    }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { regions[$0] }
  }
}
