/// The way from a step, or from the item of a loop, to what is read there.
public struct PropertyPath: Sendable {
  /// Where the way begins.
  enum Root: Sendable {
    /// At the properties of a step.
    case step(StepNode)
    /// At the item of the loop that reads it.
    case item
  }

  /// A part of the way.
  enum Part: Sendable {
    /// `.Member`
    case member(String)
    /// `[0]`
    case index(Int)
    /// `['key']`
    case key(String)
  }

  /// Where the way begins.
  let root: Root
  /// The parts.
  var parts: [Part] = []

  /// Returns the way that goes on to the member `name`.
  public func member(_ name: String) -> PropertyPath { appending(.member(name)) }

  /// Returns the way that goes on to `part`.
  func appending(_ part: Part) -> PropertyPath {
    var path = self
    path.parts.append(part)
    return path
  }
}

/// Something that can be read once a step has run.
public protocol Readable: Sendable {
  /// Creates what is read at `path`.
  init(at path: PropertyPath)
}

extension Value: Readable {
  /// Creates the value that is read at `path`.
  public init(at path: PropertyPath) { self.init(.property(path)) }

  /// Creates the value that `property` is, whatever its type.
  public init(_ property: AnyProperty) { self.init(property.expression) }
}

/// A list that can be read once a step has run.
public struct PropertyList<Element: Readable>: Readable {
  /// The way to the list.
  let path: PropertyPath

  /// Creates what is read at `path`.
  public init(at path: PropertyPath) { self.path = path }

  /// The entry at `position`, from 0.
  public subscript(position: Int) -> Element { Element(at: path.appending(.index(position))) }

  /// The entry called `name`, in lists whose entries the service finds by a name, such as outputs.
  public subscript(name: String) -> Element { Element(at: path.appending(.key(name))) }
}

/// Names and their values, which can be read once a step has run.
public struct PropertyMap<Element: Readable>: Readable {
  /// The way to the map.
  let path: PropertyPath

  /// Creates what is read at `path`.
  public init(at path: PropertyPath) { self.path = path }

  /// The value called `name`.
  public subscript(name: String) -> Element { Element(at: path.appending(.key(name))) }
}

/// Something that can be read in a run and whose type nobody has described.
///
/// Its members are called as in the definition: `loop.selected.Train.ModelArtifacts`.
@dynamicMemberLookup
public struct AnyProperty: Readable, Expressible {
  /// The way to it.
  let path: PropertyPath

  /// What it is.
  public var expression: Expression { Expression(.property(path)) }

  /// Creates what is read at `path`.
  public init(at path: PropertyPath) { self.path = path }

  /// The member called `name`.
  public subscript(dynamicMember name: String) -> AnyProperty {
    AnyProperty(at: path.member(name))
  }

  /// The entry at `position`, from 0.
  public subscript(position: Int) -> AnyProperty {
    AnyProperty(at: path.appending(.index(position)))
  }

  /// The value called `name`.
  public subscript(name: String) -> AnyProperty { AnyProperty(at: path.appending(.key(name))) }
}
