import PipeCompiler

extension PipelineLowering {
  /// Makes the members in `entries` of the object that the call at `place`, which is `origin`, makes.
  mutating func members(
    _ entries: [Members.Entry], ofCallAt place: Place?, _ origin: Origin
  ) -> [Member] {
    let call = place.flatMap { map.call(at: $0) }
    var members: [Member] = []
    members.reserveCapacity(entries.count)
    for position in entries.indices {
      members.append(member(entries[position], of: call, origin))
    }
    return members
  }

  /// Makes the member that `entry` of the object that `call`, which is `origin`, makes.
  private mutating func member(
    _ entry: Members.Entry, of call: PlacedCall?, _ origin: Origin
  ) -> Member {
    let key = graph.symbols.intern(entry.name)
    var (name, whole) = (origin, origin)
    if let own = entry.place {
      name = map.origin(of: own)
      whole = name
    } else if let found = call?.argument(entry.name) {
      (name, whole) = found
    }
    let value = value(entry.value, under: entry.isRaw ? nil : key, at: whole)
    return Member(key, value, at: name, isRaw: entry.isRaw)
  }

  /// Makes the object with `members`, which is at `origin` if they don't say where they are.
  mutating func object(_ members: Members, at origin: Origin) -> GraphValue {
    let call = members.place.flatMap { map.call(at: $0) }
    let place = call?.origin ?? members.place.map { map.origin(of: $0) } ?? origin
    let run = graph.setAsideMembers(members.entries.count)
    let entries = members.entries.span
    for position in entries.indices {
      let member = member(entries[position], of: call, place)
      graph.set(member, at: position, of: run)
    }
    return graph.add(.object(run), at: place)
  }

  /// Makes the value that `expression` describes, as it is written under `key`.
  mutating func value(
    _ expression: Expression, under key: Symbol? = nil, at origin: Origin
  ) -> GraphValue {
    switch expression.form {
    case .null: return graph.add(.null, at: origin)
    case .boolean(let truth): return graph.add(.boolean(truth), at: origin)
    case .string(let text): return graph.add(string: text, at: origin)
    case .number(let spelling):
      let isFloat = key == .word(.backoffRate) || key?.isFloatMember ?? false
      let needsPoint = isFloat && !spelling.utf8.contains { $0 == 0x2E || $0 | 0x20 == 0x65 }
      return graph.add(number: needsPoint ? spelling + ".0" : spelling, at: origin)
    case .list(let entries):
      let values = entries.map { value($0, at: origin) }
      return graph.add(list: values, at: origin)
    case .object(let members): return object(members, at: origin)
    case .joined(let parts): return join(parts, at: origin)
    case .separated(let parts, let separator):
      let values = parts.map { value($0, at: origin) }
      return graph.add(join: values, separator: graph.symbols.intern(separator), at: origin)
    case .text(let inner): return text(of: inner, at: origin)
    case .duration(let seconds): return spell(seconds, under: key, at: origin)
    default: return reading(expression.form, at: origin)
    }
  }

  /// Makes the value that `form`, which Swift does not know, describes.
  private mutating func reading(_ form: Expression.Form, at origin: Origin) -> GraphValue {
    switch form {
    case .parameter(let declaration):
      let name = graph.symbols.intern(name(of: declaration))
      return graph.add(reference: .parameter(name), at: origin)
    case .variable(let name):
      return graph.add(reference: .execution(graph.symbols.intern(name)), at: origin)
    case .experiment(let name):
      return graph.add(reference: .experiment(graph.symbols.intern(name)), at: origin)
    case .property(let path):
      let segments = segments(of: path)
      switch path.root {
      case .item: return graph.add(reference: .currentItem, path: segments, at: origin)
      case .step(let node):
        let name = graph.symbols.intern(node.content.name)
        return graph.add(reference: .step(name), path: segments, at: origin)
      }
    case .report(let node, let name, let path):
      let step = graph.symbols.intern(node.content.name)
      let file = JSONGetFile.propertyFile(step: step, name: graph.symbols.intern(name))
      return graph.add(jsonGet: file, path: graph.symbols.intern(path), at: origin)
    case .json(let uri, let path):
      let file = JSONGetFile.uri(value(uri, at: origin))
      return graph.add(jsonGet: file, path: graph.symbols.intern(path), at: origin)
    case .best(let node, let rank): return bestModel(of: node, rank, at: origin)
    case .file(let request): return value(of: request, at: origin)
    case .image(let request): return uri(of: request, at: origin)
    case .resource(let node): return name(of: node, at: origin)
    case .destination(let output): return destination(of: output, at: origin)
    default: return graph.add(.null, at: origin)
    }
  }

  /// Returns `path` as graphs have it.
  mutating func segments(of path: PropertyPath) -> [PathSegment] {
    path.parts.map { part in
      switch part {
      case .member(let name): .member(graph.symbols.intern(name))
      case .index(let position): .index(graph.symbols.intern(String(position)))
      case .key(let key): .key(graph.symbols.intern(key))
      }
    }
  }

  /// Makes the spelling of a length of time that the member `key` wants.
  private mutating func spell(
    _ seconds: UInt32, under key: Symbol?, at origin: Origin
  ) -> GraphValue {
    switch TimeSpelling(of: seconds, under: graph.symbols[key ?? SymbolTable.empty]) {
    case .text(let text): return graph.add(string: text, at: origin)
    case .number(let number): return graph.add(number: String(number), at: origin)
    case .misplaced(let isUnit):
      diagnostics.report(.misplacedTime(key.map { graph.text($0) }, isUnit: isUnit, at: origin))
      return graph.add(number: String(seconds), at: origin)
    }
  }
}
