/// A setting: a value that is known when a pipeline is built, and that the command line may give.
///
/// Declare it as a property of a ``PipelineProgram``. `-D` gives another value than the one after `=`:
///
/// ```swift
/// @Config var bucket: String = "my-bucket"     // build -D bucket=other-bucket
/// ```
@propertyWrapper
public struct Config<Content: ConfigContent>: Sendable {
  /// The value if none is given.
  let defaultValue: Content
  /// The name, if it is not that of the property.
  let name: String?
  /// Where the setting is declared, by which it is told from others.
  let place: Place

  /// The value.
  public var wrappedValue: Content {
    Settings.current[place].flatMap { Content(setting: $0) } ?? defaultValue
  }

  /// Declares the setting `name`, whose value is `wrappedValue` if none is given.
  public init(
    wrappedValue: Content, _ name: String? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    defaultValue = wrappedValue
    self.name = name
    place = Place(file, line, column)
  }
}

/// What a setting can be.
public protocol ConfigContent: Sendable {
  /// Creates the value that `setting` spells, or `nil` if it spells none.
  init?(setting: String)
  /// What the values are called.
  static var settingType: String { get }
}

extension String: ConfigContent {
  /// Creates the text itself.
  public init?(setting: String) { self = setting }
  /// What the values are called.
  public static var settingType: String { "String" }
}

extension Int: ConfigContent {
  /// Creates the number that `setting` spells.
  public init?(setting: String) { self.init(setting) }
  /// What the values are called.
  public static var settingType: String { "Integer" }
}

extension Double: ConfigContent {
  /// Creates the number that `setting` spells.
  public init?(setting: String) { self.init(setting) }
  /// What the values are called.
  public static var settingType: String { "Float" }
}

extension Bool: ConfigContent {
  /// Creates the truth that `setting` spells: `true` or `false`.
  public init?(setting: String) { self.init(setting) }
  /// What the values are called.
  public static var settingType: String { "Boolean" }
}

extension Optional: ConfigContent where Wrapped: ConfigContent {
  /// Creates the value that `setting` spells.
  public init?(setting: String) {
    guard let value = Wrapped(setting: setting) else { return nil }
    self = .some(value)
  }
  /// What the values are called.
  public static var settingType: String { Wrapped.settingType }
}

/// The values that the command line gives.
enum Settings {
  /// The values, by the places of the declarations.
  @TaskLocal static var current: [Place: String] = [:]
}

/// A property wrapper that declares a setting, whatever its type.
protocol ConfigDeclaring {
  /// The name, if it is not that of the property.
  var name: String? { get }
  /// Where the setting is declared.
  var place: Place { get }
  /// What the values are called.
  var typeName: String { get }
  /// Returns `true` iff `text` spells a value.
  func accepts(_ text: String) -> Bool
}

extension Config: ConfigDeclaring {
  /// What the values are called.
  var typeName: String { Content.settingType }
  /// Returns `true` iff `text` spells a value.
  func accepts(_ text: String) -> Bool { Content(setting: text) != nil }
}
