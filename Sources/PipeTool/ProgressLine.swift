/// A line that says how far something long has got, while somebody watches; nothing if it is short.
struct ProgressLine {
  /// What is done.
  private let what: String
  /// How many files there are.
  private let count: Int
  /// `true` iff there is much to do and somebody watches.
  private let isWatched: Bool
  /// How many files were done when the line was written last.
  private var announced = 0

  /// Creates the line of `what`, which is done to `count` files.
  init(_ what: String, of count: Int) {
    self.what = what
    self.count = count
    isWatched = count >= 20 && Terminal.isInteractive
  }

  /// Says that `done` files are done, if that is news.
  mutating func show(_ done: Int) {
    guard isWatched, done - announced > count / 100 else { return }
    announced = done
    Terminal.complain("\r\(what): \(done) of \(count) files")
  }

  /// Takes the line away.
  func clear() {
    if isWatched { Terminal.complain("\r\u{1B}[K") }
  }
}
