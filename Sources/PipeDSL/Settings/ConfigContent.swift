/// What a setting can be: a text, a number, a truth, an enumeration of texts, a list, or a
/// ``ConfigRecord``.
public protocol ConfigContent: Sendable {
  /// Creates the value that `setting` spells on the command line, or `nil` if it spells none.
  init?(setting: String)
  /// Creates the value that `json` is, or `nil` if it is none.
  init?(json: SettingValue)
  /// What the values are called.
  static var settingType: String { get }
}

extension ConfigContent {
  /// Creates the value that `json`, a single value, spells.
  public init?(json: SettingValue) {
    switch json.form {
    case .string(let text) where !["Integer", "Float", "Boolean"].contains(Self.settingType):
      self.init(setting: text)
    case .number(let text) where ["Integer", "Float"].contains(Self.settingType):
      self.init(setting: text)
    case .boolean(let truth) where Self.settingType == "Boolean":
      self.init(setting: truth.description)
    default: return nil
    }
  }
}

/// What a setting can be that need not have a value of its own.
public protocol ConfigPlaceholder: ConfigContent {
  /// What stands in for a value that has not been given; no pipeline is made with it.
  static var placeholder: Self { get }
}

extension String: ConfigPlaceholder {
  /// Creates the text itself.
  public init?(setting: String) { self = setting }
  /// What the values are called.
  public static var settingType: String { "String" }
  /// The empty text.
  public static var placeholder: String { "" }
}

extension Int: ConfigPlaceholder {
  /// Creates the number that `setting` spells.
  public init?(setting: String) { self.init(setting) }
  /// What the values are called.
  public static var settingType: String { "Integer" }
  /// Zero.
  public static var placeholder: Int { 0 }
}

extension Double: ConfigPlaceholder {
  /// Creates the number that `setting` spells.
  public init?(setting: String) { self.init(setting) }
  /// What the values are called.
  public static var settingType: String { "Float" }
  /// Zero.
  public static var placeholder: Double { 0 }
}

extension Bool: ConfigPlaceholder {
  /// Creates the truth that `setting` spells: `true` or `false`.
  public init?(setting: String) { self.init(setting) }
  /// What the values are called.
  public static var settingType: String { "Boolean" }
  /// No.
  public static var placeholder: Bool { false }
}

extension Optional: ConfigContent where Wrapped: ConfigContent {
  /// Creates the value that `setting` spells.
  public init?(setting: String) {
    guard let value = Wrapped(setting: setting) else { return nil }
    self = .some(value)
  }

  /// Creates the value that `json` is, or none of `null`.
  public init?(json: SettingValue) {
    if case .null = json.form {
      self = Wrapped?.none
      return
    }
    guard let value = Wrapped(json: json) else { return nil }
    self = Wrapped?.some(value)
  }

  /// What the values are called.
  public static var settingType: String { Wrapped.settingType }
}

extension Array: ConfigContent where Element: ConfigContent {
  /// Creates the list that `setting` spells as JSON: `["a", "b"]`.
  public init?(setting: String) {
    guard let json = SettingValue(spelledBy: setting) else { return nil }
    self.init(json: json)
  }

  /// Creates the list that `json` is.
  public init?(json: SettingValue) {
    guard case .list(let entries) = json.form else { return nil }
    self = []
    for entry in entries {
      guard let element = Element(json: entry) else { return nil }
      append(element)
    }
  }

  /// What the values are called.
  public static var settingType: String { "[\(Element.settingType)]" }
}

extension Array: ConfigPlaceholder where Element: ConfigContent {
  /// The empty list.
  public static var placeholder: [Element] { [] }
}

extension ConfigContent where Self: RawRepresentable, RawValue == String {
  /// Creates the value that is spelled so.
  public init?(setting: String) { self.init(rawValue: setting) }
  /// What the values are called.
  public static var settingType: String { "\(Self.self)" }
}

extension ConfigContent where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// What the values are called: all of them.
  public static var settingType: String {
    "value of " + allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
  }
}

/// A structure that a setting can be, or a list of them, which `-D` gives as JSON.
///
/// ```swift
/// struct ModelSpec: ConfigRecord { let name: String, depth: Int }
/// @Config var models: [ModelSpec] = []   // build -D 'models=[{"name": "deep", "depth": 9}]'
/// ```
public protocol ConfigRecord: ConfigContent, Decodable {}

extension ConfigRecord {
  /// Creates the structure that `setting` spells as JSON.
  public init?(setting: String) {
    guard let json = SettingValue(spelledBy: setting) else { return nil }
    self.init(json: json)
  }

  /// Creates the structure that the object `json` is.
  public init?(json: SettingValue) {
    guard let decoded = try? Self(from: SettingDecoder(json)) else { return nil }
    self = decoded
  }

  /// What the values are called.
  public static var settingType: String { "\(Self.self)" }
}
