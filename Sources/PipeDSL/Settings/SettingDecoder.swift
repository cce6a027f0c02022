/// What reads a structure from the JSON that is given to a setting.
struct SettingDecoder: Decoder {
  /// The value that is read.
  let value: SettingValue
  /// The way to it.
  var codingPath: [any CodingKey] { [] }
  /// Nothing.
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// Creates the reader of `value`.
  init(_ value: SettingValue) { self.value = value }

  /// Returns the reader of the members of an object.
  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value.form else { throw mistake }
    return KeyedDecodingContainer(SettingMembers(members: members))
  }

  /// Returns the reader of the entries of a list.
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let entries) = value.form else { throw mistake }
    return SettingEntries(entries: entries)
  }

  /// Returns the reader of a single value.
  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    SettingScalar(value: value)
  }

  /// That the value is of another type.
  private var mistake: DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "another type"))
  }
}

extension SettingValue {
  /// `true` iff there is nothing.
  fileprivate var isNull: Bool {
    if case .null = form { return true }
    return false
  }

  /// Returns the value as one of `type`.
  fileprivate func decoded<Result: Decodable>(as type: Result.Type) throws -> Result {
    if let known = type as? any ConfigContent.Type {
      if let result = known.init(json: self) as? Result { return result }
      throw mistake(type)
    }
    return try Result(from: SettingDecoder(self))
  }

  /// Returns the value as one of `type`, which spells itself.
  fileprivate func scalar<Result: Decodable>(_ type: Result.Type) throws -> Result {
    if type is any ConfigContent.Type { return try decoded(as: type) }
    if case .number(let text) = form, let spelled = type as? any LosslessStringConvertible.Type,
      let result = spelled.init(text) as? Result
    {
      return result
    }
    throw mistake(type)
  }

  /// Returns that this is no `type`.
  private func mistake<Result>(_ type: Result.Type) -> DecodingError {
    .typeMismatch(type, DecodingError.Context(codingPath: [], debugDescription: "another type"))
  }
}

/// What reads the members of an object.
private struct SettingMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  /// The members.
  let members: [(name: String, value: SettingValue)]
  /// The way to the object.
  var codingPath: [any CodingKey] { [] }
  /// The names.
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

  /// Returns `true` iff there is a member `key`.
  func contains(_ key: Key) -> Bool { members.contains { $0.name == key.stringValue } }

  /// Returns `true` iff the member `key` is `null`.
  func decodeNil(forKey key: Key) throws -> Bool { try value(key).isNull }

  /// Returns the member `key`.
  func decode<Result: Decodable>(_ type: Result.Type, forKey key: Key) throws -> Result {
    try value(key).decoded(as: type)
  }

  /// Returns the reader of the members of the member `key`.
  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    try SettingDecoder(value(key)).container(keyedBy: type)
  }

  /// Returns the reader of the entries of the member `key`.
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try SettingDecoder(value(key)).unkeyedContainer()
  }

  /// Returns the reader of the object itself.
  func superDecoder() throws -> any Decoder { SettingDecoder(SettingValue(.object(members))) }

  /// Returns the reader of the member `key`.
  func superDecoder(forKey key: Key) throws -> any Decoder { SettingDecoder(try value(key)) }

  /// Returns the member `key`.
  private func value(_ key: Key) throws -> SettingValue {
    guard let member = members.last(where: { $0.name == key.stringValue }) else {
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: [], debugDescription: "not there"))
    }
    return member.value
  }
}

/// What reads the entries of a list.
private struct SettingEntries: UnkeyedDecodingContainer {
  /// The entries.
  let entries: [SettingValue]
  /// The position of the next one.
  private(set) var currentIndex = 0
  /// The way to the list.
  var codingPath: [any CodingKey] { [] }
  /// The number of entries.
  var count: Int? { entries.count }
  /// `true` iff there are no more entries.
  var isAtEnd: Bool { currentIndex >= entries.count }

  /// Creates the reader of `entries`.
  init(entries: [SettingValue]) { self.entries = entries }

  /// Moves over `null` if it is next, and says so.
  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, entries[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  /// Returns the next entry.
  mutating func decode<Result: Decodable>(_ type: Result.Type) throws -> Result {
    try next().decoded(as: type)
  }

  /// Returns the reader of the members of the next entry.
  mutating func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type
  ) throws -> KeyedDecodingContainer<Inner> {
    try SettingDecoder(next()).container(keyedBy: type)
  }

  /// Returns the reader of the entries of the next entry.
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try SettingDecoder(next()).unkeyedContainer()
  }

  /// Returns the reader of the next entry.
  mutating func superDecoder() throws -> any Decoder { SettingDecoder(try next()) }

  /// Moves over the next entry, and returns it.
  private mutating func next() throws -> SettingValue {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        SettingValue.self, DecodingError.Context(codingPath: [], debugDescription: "at the end"))
    }
    defer { currentIndex += 1 }
    return entries[currentIndex]
  }
}

/// What reads a single value.
private struct SettingScalar: SingleValueDecodingContainer {
  /// The value.
  let value: SettingValue
  /// The way to it.
  var codingPath: [any CodingKey] { [] }

  /// Returns `true` iff the value is `null`.
  func decodeNil() -> Bool { value.isNull }

  /// Returns the value.
  func decode<Result: Decodable>(_ type: Result.Type) throws -> Result {
    try value.scalar(type)
  }
}
