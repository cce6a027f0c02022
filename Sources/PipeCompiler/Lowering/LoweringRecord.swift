/// What a pipeline is made from, what of it was found declared, and what was noted on the way.
struct LoweringRecord {
  /// The program.
  let program: Program
  /// The syntax of the program.
  let tree: SyntaxTree
  /// The settings from outside.
  let options: CompilerOptions
  /// The way to files that the program names.
  let loader: SourceLoader
  /// What the program declares.
  var declared = Declarations()
  /// What was noted on the way.
  var notes = LoweringNotes()

  /// Creates the record of a lowering of `program`.
  init(_ program: Program, _ options: CompilerOptions, _ loader: SourceLoader) {
    self.program = program
    self.options = options
    self.loader = loader
    tree = program.syntax
  }
}

/// The record, apart from the machine that it belongs to; whoever makes the machine frees it.
///
/// The compiler follows every field of a structure that can't be copied at each of its uses, down to the
/// fields of fields. Of the box it follows the pointer, and compiles lowering in a third of the time.
///
/// With a `deinit` here every field of the machine would be destroyed on its own, for which the types of all
/// of them are looked up: that takes as long as lowering ten steps.
@safe
struct LoweringRecordBox {
  /// Where the record lies.
  fileprivate let pointer: UnsafeMutablePointer<LoweringRecord>

  /// Puts `record` into a box.
  init(_ record: consuming LoweringRecord) {
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: record)
  }

  /// Frees the record, which is not used any more.
  func free() {
    // A list lets go of what it holds without looking up the types of its fields.
    var last: [LoweringRecord] = []
    unsafe last.append(pointer.move())
    unsafe pointer.deallocate()
  }
}

// What lies in the box.
extension Lowering {
  /// The program.
  var program: Program { @inline(__always) _read { yield unsafe record.pointer.pointee.program } }
  /// The syntax of the program.
  var tree: SyntaxTree { @inline(__always) _read { yield unsafe record.pointer.pointee.tree } }
  /// The settings from outside.
  var options: CompilerOptions {
    @inline(__always) _read { yield unsafe record.pointer.pointee.options }
  }
  /// The way to files that the program names.
  var loader: SourceLoader {
    @inline(__always) _read { yield unsafe record.pointer.pointee.loader }
  }

  /// What the program declares.
  var declared: Declarations {
    @inline(__always) _read { yield unsafe record.pointer.pointee.declared }
    @inline(__always) _modify { yield unsafe &record.pointer.pointee.declared }
  }

  /// What was noted on the way.
  var notes: LoweringNotes {
    @inline(__always) _read { yield unsafe record.pointer.pointee.notes }
    @inline(__always) _modify { yield unsafe &record.pointer.pointee.notes }
  }
}
