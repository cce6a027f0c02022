/// Names and their values, in the order in which they are written.
public struct Map<Element: Expressible>: Expressible, ExpressibleByDictionaryLiteral {
  /// The names and values; none if they are read from a file by the build.
  public private(set) var pairs: [(name: String, value: Element)]
  /// What the map is if it is read from a file.
  private var whole: Expression?

  /// The object of the names and values.
  public var expression: Expression {
    if let whole { return whole }
    var members = Members(at: nil)
    for pair in pairs { members.add(pair.name, pair.value) }
    return Expression(.object(members))
  }

  /// Creates the map of `pairs`, whose names are different from each other.
  public init(_ pairs: [(name: String, value: Element)]) { self.pairs = pairs }

  /// Creates the map that `expression` stands for.
  init(_ expression: Expression) {
    pairs = []
    whole = expression
  }

  /// Creates the map of `elements`.
  public init(dictionaryLiteral elements: (String, Element)...) {
    pairs = elements.map { (name: $0.0, value: $0.1) }
  }

  /// The value called `name`; a new one goes to the end, and `nil` takes it away.
  public subscript(name: String) -> Element? {
    get { pairs.first { $0.name == name }?.value }
    set {
      let position = pairs.firstIndex { $0.name == name }
      switch (position, newValue) {
      case (let position?, let value?): pairs[position].value = value
      case (let position?, nil): pairs.remove(at: position)
      case (nil, let value?): pairs.append((name: name, value: value))
      case (nil, nil): break
      }
    }
  }
}
