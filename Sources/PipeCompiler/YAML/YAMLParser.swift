/// The machine that makes a document of tokens.
///
/// What is open is kept in an array, so nesting takes no stack.
struct YAMLParser {
  /// The document so far.
  private(set) var document: YAMLDocument
  /// What is wrong, if something is; nothing is read after it.
  private(set) var mistake: YAMLMistake?
  /// `true` iff the mistake is that the document is nested too deep.
  private(set) var isTooDeep = false
  /// The tokens.
  private let tokens: [YAMLToken]
  /// The number of the next token.
  private var next = 0
  /// The lists and mappings that are open, outermost first.
  private var open: [Collection] = []
  /// What the open ones hold so far.
  private var pending: [Index<YAMLNode>] = []
  /// What each anchor names.
  private var anchors: [String: Index<YAMLNode>] = [:]
  /// How many pieces each node stands for, aliases written out.
  private var sizes: [Int] = []
  /// How many pieces stand for aliases, written out.
  private var aliasedSize = 0

  /// How deep lists and mappings may nest.
  static let nestingLimit = 1_000
  /// How many pieces may stand for aliases: a document may hardly be longer than it looks.
  static let aliasLimit = 100_000

  /// What stands before a piece: an anchor and a tag.
  private struct Properties {
    /// The anchor, with its `&`.
    var anchor: SourceSpan?
    /// The tag.
    var tag: SourceSpan?
  }

  /// A list or mapping that is being read.
  private struct Collection {
    /// In which form it is written.
    let form: Form
    /// Where it begins.
    let start: UInt32
    /// The number of pending pieces that belong to those around it.
    let base: Int
    /// What stands before it.
    let properties: Properties
    /// `true` iff a value follows.
    var expectsValue = false
    /// `true` iff the key before the position can have no value.
    var lacksValue = false
    /// `true` iff nothing was read of it yet.
    var isFirst = true
  }

  /// In which form a list or mapping is written.
  private enum Form {
    case blockList, indentlessList, blockMapping, flowList, flowMapping, pair
  }

  /// Creates the parser of what `scanner` read.
  init(_ scanner: consuming YAMLScanner) {
    document = YAMLDocument(scanner.bytes)
    document.scalars = scanner.scalars
    tokens = scanner.tokens
    mistake = scanner.mistake
  }

  /// Makes the document; its last node is its root, and without nodes it is empty.
  mutating func run() {
    guard mistake == nil, kind != .end, kind != .documentEnd else { return }
    readNode(inBlock: true, mayLackIndent: false)
    while mistake == nil, let collection = open.last { readPart(of: collection) }
    if kind == .documentEnd { next += 1 }
    guard mistake == nil, kind != .end else { return }
    fail("something stands behind the value", help: "a document is one mapping, list or text")
  }

  /// What the next token is.
  private var kind: YAMLToken.Kind { next < tokens.count ? tokens[next].kind : .end }

  /// Where the next token stands.
  private var span: SourceSpan {
    next < tokens.count ? tokens[next].span : tokens.last?.span ?? SourceSpan(0, 0)
  }

  /// Notes that the next token makes no sense.
  private mutating func fail(_ message: String, help: String? = nil, at span: SourceSpan? = nil) {
    if mistake == nil {
      mistake = YAMLMistake(message: message, span: span ?? self.span, help: help)
    }
  }
}

// Pieces.
extension YAMLParser {
  /// Reads a piece, or the beginning of one; a list in a mapping may lack indentation.
  private mutating func readNode(inBlock: Bool, mayLackIndent: Bool) {
    if kind == .alias { return readAlias() }
    let start = span.start
    let properties = readProperties()
    switch kind {
    case .scalar:
      let (number, span) = (tokens[next].scalar, span)
      next += 1
      return finish(.scalar(number), at: span, properties)
    case .blockEntry where mayLackIndent: return begin(.indentlessList, start, properties)
    case .flowSequenceStart: begin(.flowList, start, properties)
    case .flowMappingStart: begin(.flowMapping, start, properties)
    case .blockSequenceStart where inBlock: begin(.blockList, start, properties)
    case .blockMappingStart where inBlock: begin(.blockMapping, start, properties)
    default:
      guard properties.anchor == nil, properties.tag == nil else { return finishEmpty(properties) }
      return fail("no value stands here", help: "check the indentation of the lines around it")
    }
    next += 1
  }

  /// Reads an anchor and a tag, in any order.
  private mutating func readProperties() -> Properties {
    var properties = Properties()
    for _ in 0..<2 {
      if kind == .anchor, properties.anchor == nil {
        properties.anchor = span
      } else if kind == .tag, properties.tag == nil {
        properties.tag = span
      } else {
        break
      }
      next += 1
    }
    return properties
  }

  /// Reads an alias.
  private mutating func readAlias() {
    let name = name(in: span)
    let span = span
    guard let target = anchors[name] else {
      let isOpen = open.contains { $0.properties.anchor.map { self.name(in: $0) } == name }
      return fail(
        isOpen ? "what `&\(name)` names holds itself" : "no `&\(name)` stands before this alias",
        help: isOpen ? "write it out" : "put the text in quotes if it is a text")
    }
    aliasedSize += sizes[Int(target.offset)]
    guard aliasedSize <= Self.aliasLimit else {
      return fail("the aliases stand for more than \(Self.aliasLimit) values", help: "use fewer")
    }
    next += 1
    finish(.alias(target), at: span, Properties())
  }

  /// Returns the name in `span`, which begins with `&` or `*`.
  private func name(in span: SourceSpan) -> String {
    String(decoding: document.bytes[span.range.dropFirst()], as: UTF8.self)
  }

  /// Begins a list or mapping at `start`.
  private mutating func begin(_ form: Form, _ start: UInt32, _ properties: Properties) {
    if open.count >= Self.nestingLimit {
      isTooDeep = true
      return fail(
        "lists and mappings are nested more than \(Self.nestingLimit) deep",
        help: "no manifest needs that; check how the file was made")
    }
    open.append(
      Collection(form: form, start: start, base: pending.count, properties: properties))
  }

  /// Adds a piece that is not written at all.
  private mutating func finishEmpty(_ properties: Properties = Properties()) {
    let place = SourceSpan(span.start, span.start)
    finish(.scalar(nil), at: place, properties)
  }

  /// Adds a piece to the collection around it.
  private mutating func finish(
    _ content: YAMLNode.Content, at span: SourceSpan, _ properties: Properties
  ) {
    let index = Index<YAMLNode>(document.nodes.count)
    document.nodes.append(YAMLNode(content: content, span: span, tag: properties.tag))
    sizes.append(size(of: content))
    if let anchor = properties.anchor { anchors[name(in: anchor)] = index }
    if !open.isEmpty { pending.append(index) }
  }

  /// Returns how many pieces `content` stands for, or a number above the limit.
  private func size(of content: YAMLNode.Content) -> Int {
    switch content {
    case .scalar: return 1
    case .alias(let target): return sizes[Int(target.offset)]
    case .list(let run), .mapping(let run):
      let sum = document.children(in: run).reduce(1) { $0 + sizes[Int($1.offset)] }
      return min(sum, 1 << 40)
    }
  }

  /// Ends the innermost list or mapping, with the next token if that says so.
  private mutating func close(takingToken: Bool) {
    guard let collection = open.popLast() else { return }
    let end = takingToken ? span.end : document.nodes.last?.span.end ?? collection.start
    if takingToken { next += 1 }
    let start = document.children.count
    document.children.append(contentsOf: pending[collection.base...])
    pending.removeSubrange(collection.base...)
    let run = Run(start: start, count: document.children.count - start)
    let isList = [.blockList, .indentlessList, .flowList].contains(collection.form)
    let isBlock = [.blockList, .blockMapping].contains(collection.form)
    let last = isBlock ? document.nodes.last?.span.end ?? end : end
    finish(
      isList ? .list(run) : .mapping(run), at: SourceSpan(collection.start, last),
      collection.properties)
  }
}

// Lists and mappings.
extension YAMLParser {
  /// Reads the next part of `collection`, the innermost one.
  private mutating func readPart(of collection: Collection) {
    open[open.count - 1].isFirst = false
    switch collection.form {
    case .blockList: readEntry(isIndentless: false)
    case .indentlessList: readEntry(isIndentless: true)
    case .blockMapping: collection.expectsValue ? readBlockValue() : readBlockKey()
    case .flowList: readFlowEntry(isFirst: collection.isFirst)
    case .flowMapping:
      collection.expectsValue
        ? readFlowValue(before: [.flowEntry, .flowMappingEnd])
        : readFlowKey(isFirst: collection.isFirst)
    case .pair:
      // A pair is a mapping of one member; its key, its value and its end are read in turns.
      if collection.isFirst {
        open[open.count - 1].expectsValue = true
        readUnless([.value, .flowEntry, .flowSequenceEnd])
      } else if collection.expectsValue {
        readFlowValue(before: [.flowEntry, .flowSequenceEnd])
      } else {
        close(takingToken: false)
      }
    }
  }

  /// Reads a piece of a flow collection, an empty one if the next token is one of `ends`.
  private mutating func readUnless(_ ends: [YAMLToken.Kind]) {
    if ends.contains(kind) { finishEmpty() } else { readNode(inBlock: false, mayLackIndent: false) }
  }

  /// Reads an entry of a list of lines, or its end.
  private mutating func readEntry(isIndentless: Bool) {
    guard kind == .blockEntry else {
      if isIndentless { return close(takingToken: false) }
      if kind == .blockEnd { return close(takingToken: true) }
      return fail(
        "an entry of the list is missing here",
        help: "begin the line with `- `, or indent it as the entry it belongs to")
    }
    next += 1
    let ends: [YAMLToken.Kind] =
      isIndentless ? [.blockEntry, .key, .value, .blockEnd] : [.blockEntry, .blockEnd]
    if ends.contains(kind) { return finishEmpty() }
    readNode(inBlock: true, mayLackIndent: false)
  }

  /// Reads a key of a mapping of lines, or its end.
  private mutating func readBlockKey() {
    guard kind == .key else {
      if kind == .blockEnd { return close(takingToken: true) }
      return fail(
        "a key is missing here", help: "write `key: value`, indented as the other keys are")
    }
    next += 1
    open[open.count - 1].expectsValue = true
    readBlockPart()
  }

  /// Reads the value of a key in a mapping of lines.
  private mutating func readBlockValue() {
    open[open.count - 1].expectsValue = false
    guard kind == .value else { return finishEmpty() }
    next += 1
    readBlockPart()
  }

  /// Reads a key or value in a mapping of lines.
  private mutating func readBlockPart() {
    if [.key, .value, .blockEnd].contains(kind) { return finishEmpty() }
    readNode(inBlock: true, mayLackIndent: true)
  }

  /// Reads an entry of a list in brackets, or its end.
  private mutating func readFlowEntry(isFirst: Bool) {
    if kind == .flowSequenceEnd { return close(takingToken: true) }
    if !isFirst, !takeComma("]") { return }
    if kind == .key {
      let start = span.start
      next += 1
      begin(.pair, start, Properties())
    } else if kind == .flowSequenceEnd {
      close(takingToken: true)
    } else {
      readNode(inBlock: false, mayLackIndent: false)
    }
  }

  /// Reads a key of a mapping in braces, or its end.
  private mutating func readFlowKey(isFirst: Bool) {
    if open[open.count - 1].lacksValue {
      open[open.count - 1].lacksValue = false
      return finishEmpty()
    }
    if kind == .flowMappingEnd { return close(takingToken: true) }
    if !isFirst, !takeComma("}") { return }
    if kind == .flowMappingEnd { return close(takingToken: true) }
    guard kind == .key else {
      open[open.count - 1].lacksValue = true
      return readNode(inBlock: false, mayLackIndent: false)
    }
    open[open.count - 1].expectsValue = true
    next += 1
    readUnless([.value, .flowEntry, .flowMappingEnd])
  }

  /// Reads the value of a key in braces or brackets, which ends before one of `ends`.
  private mutating func readFlowValue(before ends: [YAMLToken.Kind]) {
    open[open.count - 1].expectsValue = false
    guard kind == .value else { return finishEmpty() }
    next += 1
    readUnless(ends)
  }

  /// Reads the comma between two parts; `false` after noting that there is none.
  private mutating func takeComma(_ closing: String) -> Bool {
    guard kind == .flowEntry else {
      fail("a comma or `\(closing)` is missing here", help: "put it before this")
      return false
    }
    next += 1
    return true
  }
}
