/// How long something took when it was done several times.
struct Timing {
  /// The shortest time.
  let best: Duration
  /// The time that half of the runs stayed below.
  let median: Duration
  /// What the runs returned, added up.
  let witness: Int

  /// Times `body` until it ran for `budget` in all, at least 5 and at most 2,000 times.
  init(budget: Duration, _ body: () -> Int) {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var total = Duration.zero
    // One run beforehand touches the memory and fills the caches.
    var witness = body()
    while times.count < 5 || (total < budget && times.count < 2_000) {
      let time = clock.measure { witness &+= body() }
      times.append(time)
      total += time
    }
    times.sort()
    best = times[0]
    median = times[times.count / 2]
    self.witness = witness
  }
}

extension Duration {
  /// The length in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
