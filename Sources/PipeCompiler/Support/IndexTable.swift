/// Numbers by their keys, in an open-addressing hash table: a dictionary without the generic parts,
/// which take a short run as long to set up as the rest of it.
package struct IndexTable: Sendable {
  /// The key in each slot; zero marks a free one.
  private var keys: [Int]
  /// The numbers, in the slots of their keys.
  private var numbers: [Int]
  /// How many keys there are.
  private var count = 0

  /// Creates an empty table with room for `capacity` keys, a power of two.
  package init(capacity: Int) {
    keys = [Int](repeating: 0, count: capacity * 2)
    numbers = [Int](repeating: 0, count: capacity * 2)
  }

  /// The number of `key`, which is not zero, or `nil` if there is none.
  package subscript(key: Int) -> Int? {
    let slot = slot(of: key)
    return keys[slot] == 0 ? nil : numbers[slot]
  }

  /// Makes `number` the one of `key`, which is not zero.
  package mutating func set(_ number: Int, for key: Int) {
    if (count + 1) * 2 > keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] == 0 { count += 1 }
    keys[slot] = key
    numbers[slot] = number
  }

  /// Returns the slot of `key`, or the free one where it belongs.
  private func slot(of key: Int) -> Int {
    let mask = keys.count - 1
    let product = UInt(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: product >> 32) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Doubles the table.
  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [Int](repeating: 0, count: oldKeys.count * 2)
    numbers = [Int](repeating: 0, count: oldKeys.count * 2)
    for (key, number) in zip(oldKeys, oldNumbers) where key != 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
