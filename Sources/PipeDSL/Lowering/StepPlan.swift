/// Where each step of a pipeline stands, those included that are only mentioned.
struct StepPlan {
  /// A list of steps that run together.
  struct Region {
    /// The region that the owner stands in, and the owner; `nil` for the body of the pipeline.
    let outer: (region: Int, owner: StepNode)?
    /// How many blocks the region lies in, itself among them.
    let depth: Int
    /// The steps, in order.
    var nodes: [StepNode] = []
    /// The rule by which the results of a loop are selected.
    var select: Select?
  }

  /// The regions; the first one is the body of the pipeline.
  private(set) var regions: [Region] = [Region(outer: nil, depth: 1)]
  /// The regions inside each condition and loop.
  private(set) var blocks: [ObjectIdentifier: [Int]] = [:]
  /// The parameters that are mentioned, in the order in which they are.
  private(set) var parameters: [ParameterDeclaration] = []
  /// What has to hold and does not.
  private(set) var failures: [Assert] = []
  /// What has to hold of what a run takes.
  private(set) var bounds: [(bound: Bound, assertion: Assert)] = []
  /// What a run has to do.
  private(set) var tests: [PipelineTest] = []
  /// The steps that have a place.
  private var placed: Set<ObjectIdentifier> = []

  /// Plans the steps of `elements`, the body of a pipeline.
  init(of elements: [PipelineElement]) {
    state(elements, in: 0)
    var region = 0
    // Steps that are found on the way may bring regions of their own.
    while region < regions.count {
      for node in regions[region].nodes where isStated(node, in: region) {
        placeMentions(of: node, in: region, before: node)
      }
      if let select = regions[region].select, let outer = regions[region].outer {
        place(
          Mentions(of: select.field), in: region, before: regions[region].nodes.last ?? outer.owner)
      }
      region += 1
    }
  }

  /// The number of steps.
  var stepCount: Int { placed.count }

  /// Returns the regions inside the condition or loop `node`.
  func blocks(of node: StepNode) -> [Int] { blocks[ObjectIdentifier(node)] ?? [] }

  /// Returns `true` iff the step `node` is in the pipeline.
  func holds(_ node: StepNode) -> Bool { placed.contains(ObjectIdentifier(node)) }

  /// Gives the steps of `elements` their places in `region`, and those inside them theirs.
  private mutating func state(_ elements: [PipelineElement], in region: Int) {
    for element in elements {
      switch element.form {
      case .select(let rule): regions[region].select = rule
      case .test(let test): tests.append(test)
      case .assertion(let claim):
        switch claim.form {
        case .known(let holds): if !holds { failures.append(claim) }
        case .takes(let bound): bounds.append((bound, claim))
        }
      case .step(let node):
        placed.insert(ObjectIdentifier(node))
        regions[region].nodes.append(node)
        makeBlocks(of: node, in: region)
      }
    }
  }

  /// Makes the regions inside `node`, which stands in `region`.
  private mutating func makeBlocks(of node: StepNode, in region: Int) {
    let bodies: [[PipelineElement]]
    switch node.content.body {
    case .none: return
    case .condition(_, let then, let otherwise): bodies = [then, otherwise]
    case .loop(_, _, let body): bodies = [body]
    }
    for body in bodies {
      blocks[ObjectIdentifier(node), default: []].append(regions.count)
      regions.append(Region(outer: (region, node), depth: regions[region].depth + 1))
      state(body, in: regions.count - 1)
    }
  }

  /// Returns `true` iff `node` has not been looked through when it was found by a mention.
  private func isStated(_ node: StepNode, in region: Int) -> Bool {
    !mentionedOnly.contains(ObjectIdentifier(node))
  }

  /// The steps that were found by mentions.
  private var mentionedOnly: Set<ObjectIdentifier> = []

  /// Gives the steps that `node` mentions their places, before `anchor` in `region`.
  private mutating func placeMentions(
    of node: StepNode, in region: Int, before anchor: StepNode
  ) {
    place(Mentions(of: node), in: region, before: anchor)
  }

  /// Gives the steps of `mentions` their places, before `anchor` in `region`, and remembers the
  /// parameters.
  private mutating func place(_ mentions: Mentions, in region: Int, before anchor: StepNode) {
    for parameter in mentions.parameters
    where !parameters.contains(where: { $0.place == parameter.place }) {
      parameters.append(parameter)
    }
    for node in mentions.steps where placed.insert(ObjectIdentifier(node)).inserted {
      mentionedOnly.insert(ObjectIdentifier(node))
      var (home, anchor) = (region, anchor)
      while regions[home].depth > max(1, node.content.depth), let outer = regions[home].outer {
        (home, anchor) = (outer.region, outer.owner)
      }
      placeMentions(of: node, in: home, before: anchor)
      let limit = regions[home].nodes.firstIndex { $0 === anchor } ?? regions[home].nodes.count
      let position =
        regions[home].nodes[..<limit].firstIndex { node.content.number < $0.content.number }
        ?? limit
      regions[home].nodes.insert(node, at: position)
      makeBlocks(of: node, in: home)
    }
  }
}
