#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Returns what `transform` makes of each of `items`, in their order, using up to `workers` threads.
///
/// The calling thread is one of them and, between its own items, tells `progress` how many items
/// are probably done. With one worker no thread is started. Threads rather than queues, because
/// the parser needs more stack than a queue's threads are sure to have.
func concurrentMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], workers: Int, progress: (Int) -> Void = { _ in },
  _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let workers = max(1, min(workers, items.count))
  var own: [Result] = []
  if workers == 1 {
    for (index, item) in items.enumerated() {
      progress(index)
      own.append(transform(item))
    }
    return own
  }
  let shares = (1..<workers).map { Share(items, from: $0, by: workers, transform) }
  let threads = shares.map { share in Thread { share.run() } }
  for index in stride(from: 0, to: items.count, by: workers) {
    progress(index)
    own.append(transform(items[index]))
  }
  for thread in threads { thread.join() }
  return items.indices.map { index in
    let worker = index % workers
    return worker == 0 ? own[index / workers] : shares[worker - 1].results[index / workers]
  }
}

/// Returns how many workers are worth their start for `byteCount` bytes in `fileCount` files.
func workerCount(forBytes byteCount: Int, inFiles fileCount: Int) -> Int {
  let processors = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  return max(1, min(processors, 8, fileCount, 1 + byteCount / 32_768))
}

/// Every n-th of some items, and what was made of them.
private final class Share<Item: Sendable, Result: Sendable>: @unchecked Sendable {
  /// What has been made so far; touched by one thread only, until that one has been joined.
  private(set) var results: [Result] = []
  /// All items.
  private let items: [Item]
  /// Which of them belong to this share.
  private let indices: StrideTo<Int>
  /// What to make of them.
  private let transform: @Sendable (Item) -> Result

  /// Creates the share that consists of every `step`-th of `items`, beginning at `start`.
  init(
    _ items: [Item], from start: Int, by step: Int,
    _ transform: @escaping @Sendable (Item) -> Result
  ) {
    self.items = items
    self.indices = stride(from: start, to: items.count, by: step)
    self.transform = transform
  }

  /// Does the work.
  func run() { for index in indices { results.append(transform(items[index])) } }
}

/// A thread with a stack as large as deeply nested sources need.
private struct Thread {
  /// The size of the stack, in bytes; untouched pages cost nothing.
  private static let stackSize = 16 * 1_048_576
  /// The system's handle; `nil` if there was no thread to be had and the work is already done.
  private let handle: pthread_t?

  /// Starts a thread that runs `body`.
  init(_ body: @escaping @Sendable () -> Void) {
    let job = Job(body)
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, Self.stackSize)
    defer { unsafe pthread_attr_destroy(&attributes) }
    let context = unsafe Unmanaged.passRetained(job)
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    let failure = unsafe pthread_create(&handle, &attributes, runJob, context.toOpaque())
    if failure == 0 {
      self.handle = handle
    } else {
      unsafe context.release()
      job.body()
      self.handle = nil
    }
  }

  /// Waits until the work is done.
  func join() {
    if let handle { pthread_join(handle, nil) }
  }
}

/// What a thread is to do, in a form that survives the trip through C.
private final class Job: Sendable {
  /// The work.
  let body: @Sendable () -> Void

  /// Creates a job that consists of `body`.
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

#if canImport(Darwin)
  /// Runs the job at `context` on a new thread.
  private func runJob(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
    return nil
  }
#else
  /// Runs the job at `context` on a new thread.
  private func runJob(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context = unsafe context {
      unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().body()
    }
    return nil
  }
#endif
