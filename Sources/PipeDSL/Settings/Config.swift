/// A setting: a value that is known when a pipeline is built, and that the command line may give.
///
/// Declare it as a property of a ``PipelineProgram``. `-D` gives another value than the one after `=`, and so
/// may a ``Profile``; without a value after `=` one of the two has to:
///
/// ```swift
/// @Config var bucket: String = "my-bucket"     // build -D bucket=other-bucket
/// @Config var regions: [String]                // build -D 'regions=["us-west-2"]'
/// ```
@propertyWrapper
public struct Config<Content: ConfigContent>: Sendable {
  /// Returns the value if none is given, or what stands in for it.
  let fallback: @Sendable () -> Content
  /// `true` iff the setting has a value without being given one.
  let hasDefault: Bool
  /// The name, if it is not that of the property.
  let name: String?
  /// Where the setting is declared, by which it is told from others.
  let place: Place
  /// The value that a profile gives.
  private(set) var given: Content?

  /// The value; what is assigned counts if the command line gives no other.
  public var wrappedValue: Content {
    get {
      (Settings.current[place] as? Settings.Held<Content>)?.value ?? given ?? fallback()
    }
    set { given = newValue }
  }

  /// Declares the setting `name`, whose value is `wrappedValue` if none is given.
  public init(
    wrappedValue: Content, _ name: String? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    fallback = { wrappedValue }
    hasDefault = true
    self.name = name
    place = Place(file, line, column)
  }

  /// Lets Swift see that a property may do without a value after `=`; where it may, the initializer with a
  /// place is called.
  @available(*, unavailable, message: "a setting of this type needs a value after `=`")
  public init() {
    fallback = Self.nothing
    hasDefault = false
    name = nil
    place = Place("", 0, 0)
  }

  /// Stands for a value that nobody asks for, since nobody can call the initializer that has it.
  private static var nothing: @Sendable () -> Content { { Self.nothing() } }
}

extension Config where Content: ConfigPlaceholder {
  /// Declares the setting `name`, which the command line or a profile has to give.
  public init(
    _ name: String? = nil,
    file: String = #fileID, line: UInt32 = #line, column: UInt32 = #column
  ) {
    fallback = { Content.placeholder }
    hasDefault = false
    self.name = name
    place = Place(file, line, column)
  }
}

/// The values that the command line and the profile give.
enum Settings {
  /// A value.
  struct Held<Content: ConfigContent>: Sendable {
    /// The value.
    let value: Content
  }

  /// The values, by the places of the declarations.
  @TaskLocal static var current: [Place: any Sendable] = [:]
}

/// A property wrapper that declares a setting, whatever its type.
protocol ConfigDeclaring {
  /// The name, if it is not that of the property.
  var name: String? { get }
  /// Where the setting is declared.
  var place: Place { get }
  /// What the values are called.
  var typeName: String { get }
  /// `true` iff the setting has a value without being given one.
  var hasDefault: Bool { get }
  /// The value that was assigned to the setting, if one was, as `Settings.current` holds it.
  var assigned: (any Sendable)? { get }
  /// Returns the value that `text` spells, as `Settings.current` holds it, or `nil` if it spells none.
  func value(of text: String) -> (any Sendable)?
}

extension Config: ConfigDeclaring {
  /// What the values are called.
  var typeName: String { Content.settingType }

  /// The value that was assigned to the setting, if one was.
  var assigned: (any Sendable)? { given.map { Settings.Held(value: $0) } }

  /// Returns the value that `text` spells, or `nil` if it spells none.
  func value(of text: String) -> (any Sendable)? {
    Content(setting: text).map { Settings.Held(value: $0) }
  }
}
