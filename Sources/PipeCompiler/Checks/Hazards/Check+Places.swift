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
    guard let region = graph.string(given) ?? mostFrequent(mentions.compactMap(\.region)) else {
      return
    }
    let anchor = graph.string(given) == nil ? mentions.first { $0.region == region }?.value : given
    for mention in mentions {
      guard let other = mention.region, other != region else { continue }
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
    guard let anchor = mentions.first(where: { $0.account != nil && $0.what == "the role" }),
      let account = anchor.account
    else { return }
    for mention in mentions {
      guard let other = mention.account, other != account else { continue }
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

  /// Returns the text that occurs most often in `texts`; of several, the first one.
  private static func mostFrequent(_ texts: [String]) -> String? {
    var counts: [(text: String, count: Int)] = []
    for text in texts {
      if let position = counts.firstIndex(where: { $0.text == text }) {
        counts[position].count += 1
      } else {
        counts.append((text, 1))
      }
    }
    var best: (text: String, count: Int)?
    for candidate in counts where candidate.count > best?.count ?? 0 { best = candidate }
    return best?.text
  }
}
