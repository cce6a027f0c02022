/// Names and their values, in the order in which they are written.
public struct Map<Element: Expressible>: Expressible, ExpressibleByDictionaryLiteral {
  /// The names and values; none if they are read from a file by the build.
  public var pairs: [(name: String, value: Element)] { entries.map { (name: $0.0, value: $0.1) } }
  /// The names and values, as a literal hands them over.
  private var entries: [(String, Element)]
  /// What the map is if it is read from a file.
  private var whole: Expression?

  /// The object of the names and values.
  public var expression: Expression {
    if let whole { return whole }
    var members = Members(at: nil)
    members.reserve(entries.count)
    for (name, value) in entries { members.add(name, value) }
    return Expression(.object(members))
  }

  /// Creates the map of `pairs`, whose names are different from each other.
  public init(_ pairs: [(name: String, value: Element)]) { entries = pairs.map { ($0, $1) } }

  /// Creates the map that `expression` stands for.
  init(_ expression: Expression) {
    entries = []
    whole = expression
  }

  /// Creates the map of `elements`.
  public init(dictionaryLiteral elements: (String, Element)...) { entries = elements }

  /// The value called `name`; a new one goes to the end, and `nil` takes it away.
  public subscript(name: String) -> Element? {
    get { entries.first { $0.0 == name }?.1 }
    set {
      let position = entries.firstIndex { $0.0 == name }
      switch (position, newValue) {
      case (let position?, let value?): entries[position].1 = value
      case (let position?, nil): entries.remove(at: position)
      case (nil, let value?): entries.append((name, value))
      case (nil, nil): break
      }
    }
  }
}
