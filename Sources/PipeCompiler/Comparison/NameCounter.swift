/// Tells things of one name apart, by how many came before, so that the second of two corresponds to the
/// second of two.
struct NameCounter {
  /// How many things of each name there were.
  private var counts: [String: Int] = [:]

  /// Returns the key of the next thing called `name`, which is its name if it is the first one.
  mutating func key(for name: String) -> String {
    let count = counts[name, default: 0]
    counts[name] = count + 1
    return count == 0 ? name : "\(name)\u{0}\(count)"
  }

  /// Returns the keys of things called `names`, in their order.
  static func keys(for names: [String]) -> [String] {
    var counter = NameCounter()
    return names.map { counter.key(for: $0) }
  }
}
