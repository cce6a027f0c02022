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

/// The record, apart from the machine that it belongs to.
///
/// The compiler follows every field of a structure that can't be copied at each of its uses, down to the
/// fields of fields. Of the box it follows the pointer, and compiles lowering in a third of the time.
@safe
struct LoweringRecordBox: ~Copyable {
  /// Where the record lies.
  private let pointer: UnsafeMutablePointer<LoweringRecord>

  /// Puts `record` into a box.
  init(_ record: consuming LoweringRecord) {
    unsafe pointer = .allocate(capacity: 1)
    unsafe pointer.initialize(to: record)
  }

  // A list lets go of what it holds by a table. Done here, it would look up the types of all that a record
  // holds, which takes as long as lowering twenty steps.
  deinit {
    var last: [LoweringRecord] = []
    unsafe last.append(pointer.move())
    unsafe pointer.deallocate()
  }

  /// The record.
  var contents: LoweringRecord {
    @inline(__always) _read { yield unsafe pointer.pointee }
    @inline(__always) _modify { yield unsafe &pointer.pointee }
  }
}

// What lies in the box.
extension Lowering {
  /// The program.
  var program: Program { @inline(__always) _read { yield record.contents.program } }
  /// The syntax of the program.
  var tree: SyntaxTree { @inline(__always) _read { yield record.contents.tree } }
  /// The settings from outside.
  var options: CompilerOptions { @inline(__always) _read { yield record.contents.options } }
  /// The way to files that the program names.
  var loader: SourceLoader { @inline(__always) _read { yield record.contents.loader } }

  /// What the program declares.
  var declared: Declarations {
    @inline(__always) _read { yield record.contents.declared }
    @inline(__always) _modify { yield &record.contents.declared }
  }

  /// What was noted on the way.
  var notes: LoweringNotes {
    @inline(__always) _read { yield record.contents.notes }
    @inline(__always) _modify { yield &record.contents.notes }
  }
}
