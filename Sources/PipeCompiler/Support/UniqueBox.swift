/// A value that lies apart from the structure that it is a part of, and that nothing else refers to.
///
/// The compiler follows every field of a structure that can't be copied at each of its uses, down to the
/// fields of fields. Of a box it follows the pointer, which halved the time that `Lowering` takes to compile.
@safe
struct UniqueBox<Contents>: ~Copyable {
  /// Where the value lies.
  private let pointer: UnsafeMutablePointer<Contents>

  /// Puts `contents` into a box.
  init(_ contents: consuming Contents) {
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: contents)
  }

  deinit {
    unsafe pointer.deinitialize(count: 1)
    unsafe pointer.deallocate()
  }

  /// The value.
  var contents: Contents {
    @inline(__always) _read { yield unsafe pointer.pointee }
    @inline(__always) _modify { yield unsafe &pointer.pointee }
  }
}
