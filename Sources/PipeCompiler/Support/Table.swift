/// The position of an element in a `Table`, which cannot be mistaken for a position in another one.
package struct Index<Element>: Hashable, Sendable {
  /// The zero-based position.
  package let offset: UInt32

  /// Creates the index of the element at `offset`.
  package init(_ offset: Int) { self.offset = UInt32(truncatingIfNeeded: offset) }
}

/// A growable array addressed by typed indices.
package struct Table<Element: Sendable>: Sendable {
  /// The elements in the order they were added.
  package private(set) var elements: [Element] = []

  /// Creates an empty table.
  package init() {}

  /// The number of elements.
  package var count: Int { elements.count }

  /// The indices of all elements, in order.
  package var indices: some Sequence<Index<Element>> {
    elements.indices.lazy.map { Index($0) }
  }

  /// Adds `element` and returns its index.
  package mutating func append(_ element: consuming Element) -> Index<Element> {
    elements.append(element)
    return Index(elements.count - 1)
  }

  /// Makes room for `capacity` elements.
  mutating func reserve(_ capacity: Int) { elements.reserveCapacity(capacity) }

  /// The element at `index`.
  package subscript(index: Index<Element>) -> Element {
    get { elements[Int(index.offset)] }
    _modify { yield &elements[Int(index.offset)] }
  }
}

/// A run of neighbouring elements in one of a graph's flat arrays.
package struct Run: Hashable, Sendable {
  /// The position of the first element.
  package let start: UInt32
  /// The number of elements.
  package let count: UInt32

  /// Creates the run of `count` elements that begins at `start`.
  package init(start: Int, count: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.count = UInt32(truncatingIfNeeded: count)
  }

  /// The run without elements.
  package static var empty: Run { Run(start: 0, count: 0) }

  /// The positions of the elements.
  package var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
