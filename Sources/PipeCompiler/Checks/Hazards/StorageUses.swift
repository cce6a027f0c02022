/// What the steps of a graph read and write on S3, by the paths that are known when it is created.
///
/// What a run fills in is part of a path by its name, so that two paths with the same parameters in
/// the same places are the same.
struct StorageUses {
  /// A step that reads or writes.
  struct Use {
    /// The step.
    let step: Index<Step>
    /// What it does.
    let access: StorageAccess
    /// Where the URI is written.
    let value: Index<Value>
    /// The path, without a slash at its end.
    let path: Range<Int>
    /// The name of the output of a processing job that this is, a string.
    let output: Index<Value>?
    /// The number of the next use of the same path and kind, or -1.
    var next: Int
  }

  /// The graph.
  private let graph: PipelineGraph
  /// All uses, in the order of the steps.
  private(set) var uses: [Use] = []
  /// The texts of the paths, end to end.
  private(set) var bytes: [UInt8] = []
  /// The different paths.
  private var paths = SymbolTable()
  /// The number of the last use that writes each path, or -1.
  private var writes: [Int] = [-1]
  /// The number of the last use that reads each path, or -1.
  private var reads: [Int] = [-1]
  /// The name of the output that is looked at.
  private var output: Index<Value>?

  /// Collects what the steps of `graph` read and write.
  init(of graph: PipelineGraph) {
    self.graph = graph
    for step in graph.steps.indices {
      guard let arguments = graph.arguments(of: step) else { continue }
      var access = StorageAccess.reads
      for word in graph.steps[step].kind.storagePlaces.words {
        guard word.count == 1 else {
          output = nil
          collect(arguments, word, step, access)
          continue
        }
        switch word[0] {
        case UInt8(ascii: "r"): access = .reads
        case UInt8(ascii: "w"): access = .writes
        default: access = .writesBelow
        }
      }
    }
  }

  /// Returns the numbers of the uses that write to the path in `range`, the latest first.
  func writes(to range: Range<Int>) -> [Int] { chain(writes, range) }

  /// Returns the numbers of the uses that read the path in `range`, the latest first.
  func reads(of range: Range<Int>) -> [Int] { chain(reads, range) }

  /// Returns the numbers of the uses in the chain that begins in `heads` for the path in `range`.
  private func chain(_ heads: [Int], _ range: Range<Int>) -> [Int] {
    guard let path = paths.find(bytes, range) else { return [] }
    var found: [Int] = []
    var next = heads[Int(path.offset)]
    while next >= 0 {
      found.append(next)
      next = uses[next].next
    }
    return found
  }

  /// Adds the uses of `value` and what lies at `path`, names between dots, in it.
  private mutating func collect(
    _ value: Index<Value>, _ path: StaticText, _ step: Index<Step>, _ access: StorageAccess
  ) {
    if case .list(let run) = graph.values[value] {
      for position in run.range { collect(graph.elements[position], path, step, access) }
      return
    }
    guard !path.isEmpty else { return add(value, step, access) }
    guard case .object(let run) = graph.values[value] else { return }
    let name = path.piece(from: 0, to: UInt8(ascii: "."))
    let rest = path[min(name.count + 1, path.count)..<path.count]
    if access == .writes, name.equals("S3Output") { noteOutput(run) }
    if name.equals("*") {
      for position in run.range { collect(graph.members[position].value, rest, step, access) }
    } else if let key = graph.symbols.find(name), let next = graph.member(key, in: run) {
      collect(next, rest, step, access)
    }
  }

  /// Notes which output of a processing job the object in `run` is.
  private mutating func noteOutput(_ run: Run) {
    let name = graph.members(in: run).last { $0.key == .word(.outputName) }?.value
    if let name, case .string = graph.values[name] { output = name }
  }

  /// Returns `true` iff something reads the path in `range` or what lies below it.
  func isRead(below range: Range<Int>) -> Bool {
    let path = bytes[range]
    return uses.contains { use in
      guard use.access == .reads, use.path.count >= path.count,
        bytes[use.path].starts(with: path)
      else { return false }
      return use.path.count == path.count
        || bytes[use.path.lowerBound + path.count] == UInt8(ascii: "/")
    }
  }

  /// Adds the use of the URI `value`, if its path is known.
  private mutating func add(
    _ value: Index<Value>, _ step: Index<Step>, _ access: StorageAccess
  ) {
    let start = bytes.count
    guard append(value) else {
      bytes.removeSubrange(start...)
      return
    }
    while bytes.count > start, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    let path = paths.intern(bytes, start..<bytes.count)
    if Int(path.offset) == writes.count {
      writes.append(-1)
      reads.append(-1)
    }
    let position = Int(path.offset)
    let isRead = access == .reads
    let next = isRead ? reads[position] : writes[position]
    if isRead { reads[position] = uses.count } else { writes[position] = uses.count }
    uses.append(
      Use(
        step: step, access: access, value: value, path: start..<bytes.count, output: output,
        next: next))
  }

  /// Appends the text of `value`; `false` if another step makes a part of it, or a file.
  private mutating func append(_ value: Index<Value>) -> Bool {
    switch graph.values[value] {
    case .string(let text): bytes.append(contentsOf: graph.symbols[text])
    case .number(let lexeme): bytes.append(contentsOf: graph.symbols[lexeme])
    case .reference(let index):
      if case .step = graph.references[index].root { return false }
      // A byte that no text has marks what a run fills in.
      bytes.append(0)
      var text: [UInt8] = []
      graph.forEachPiece(of: graph.references[index]) { text += graph.symbols[$0] }
      bytes += text
      bytes.append(0)
    case .join(let separator, let run):
      var isFirst = true
      for part in graph.elements(in: run) {
        if !isFirst { bytes.append(contentsOf: graph.symbols[separator]) }
        isFirst = false
        guard append(part) else { return false }
      }
    default: return false
    }
    return true
  }
}
