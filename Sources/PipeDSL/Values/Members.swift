/// The members of an object, in the order in which they are written into the definition.
public struct Members: Sendable {
  /// A name and its value.
  struct Entry: Sendable {
    /// The name, as the definition has it.
    let name: String
    /// The value.
    var value: Expression
    /// Where the member was given, if that is another place than that of the object.
    var place: Place?
    /// `true` iff the member is written as it is, whatever is known about it.
    var isRaw = false
  }

  /// The members.
  var entries: [Entry] = []
  /// Where the object was made.
  let place: Place?

  /// Creates an object without members that is made at `place`.
  init(at place: Place?) { self.place = place }

  /// Makes room for `count` members.
  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds the member `name` if there is a value for it.
  mutating func add(_ name: String, _ value: (some Expressible)?) {
    guard let value else { return }
    // Most objects have a few members, for which one piece of memory is enough.
    if entries.isEmpty { reserve(6) }
    entries.append(Entry(name: name, value: value.expression))
  }

  /// Adds `entry` to the list that is the member `name`, which is made if it is not there.
  mutating func append(_ entry: Expression, to name: String, at place: Place) {
    guard let position = entries.firstIndex(where: { $0.name == name }),
      case .list(let list) = entries[position].value.form
    else {
      return entries.append(
        Entry(name: name, value: Expression(.list([entry])), place: place))
    }
    entries[position].value = Expression(.list(list + [entry]))
  }

  /// Puts the members called `names` first, in that order.
  mutating func order(_ names: [String]) {
    let first = names.compactMap { name in entries.first { $0.name == name } }
    entries = first + entries.filter { !names.contains($0.name) }
  }

  /// Returns the value of the member `name`.
  func value(of name: String) -> Expression? { entries.first { $0.name == name }?.value }
}

/// An object of the API, with a Swift type of its own.
public protocol Structure: Expressible {
  /// The members, as they stand in the definition.
  var members: Members { get set }
}

extension Structure {
  /// The object.
  public var expression: Expression { Expression(.object(members)) }

  /// Returns the object with one more member, which is written as it is and not checked.
  ///
  /// This is the way to a member that AWS has added since this library was made.
  ///
  /// - Parameters:
  ///   - name: The member, as the API calls it.
  ///   - value: The value.
  ///   - file: The file of the call.
  ///   - line: The line of the call.
  ///   - column: The column of the call.
  /// - Returns: The changed copy.
  public func raw(
    _ name: String, _ value: Literal,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) -> Self {
    var copy = self
    copy.members.entries.append(
      Members.Entry(
        name: name, value: value.expression, place: Place(file, line, column), isRaw: true))
    return copy
  }

  /// Returns the object with the members called `names` first, in that order.
  ///
  /// To AWS the order means nothing. It lets a definition that another tool wrote stay as it is, byte
  /// for byte, so that nobody has to look for what has changed.
  public func ordered(_ names: String...) -> Self {
    var copy = self
    copy.members.order(names)
    return copy
  }
}
