/// The first element of each name in a table, found without hashing.
struct NameTable<Element: Sendable>: Sendable {
  /// One plus the position of the first element of each name, by the name's position.
  private var positions: [UInt32]

  /// Creates the lookup of `elements`, whose names `name` returns and `symbols` holds.
  init(of elements: [Element], in symbols: SymbolTable, name: (Element) -> Symbol) {
    positions = Array(repeating: 0, count: symbols.count)
    for position in elements.indices {
      let symbol = Int(name(elements[position]).offset)
      if positions[symbol] == 0 { positions[symbol] = UInt32(truncatingIfNeeded: position + 1) }
    }
  }

  /// Returns the first element called `name`, if there is one.
  subscript(name: Symbol) -> Index<Element>? {
    guard Int(name.offset) < positions.count else { return nil }
    let position = positions[Int(name.offset)]
    return position == 0 ? nil : Index(Int(position) - 1)
  }
}
