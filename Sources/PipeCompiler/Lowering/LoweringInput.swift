/// What a pipeline is made from, which lowering only reads.
struct LoweringInput {
  /// The program.
  let program: Program
  /// The syntax of the program.
  let tree: SyntaxTree
  /// The settings from outside.
  let options: CompilerOptions
  /// The way to files that the program names.
  let loader: SourceLoader

  /// Creates the input of `program`.
  init(_ program: Program, _ options: CompilerOptions, _ loader: SourceLoader) {
    self.program = program
    self.options = options
    self.loader = loader
    tree = program.syntax
  }
}

// What lies in boxes.
extension Lowering {
  /// The program.
  var program: Program { @inline(__always) _read { yield input.contents.program } }
  /// The syntax of the program.
  var tree: SyntaxTree { @inline(__always) _read { yield input.contents.tree } }
  /// The settings from outside.
  var options: CompilerOptions { @inline(__always) _read { yield input.contents.options } }
  /// The way to files that the program names.
  var loader: SourceLoader { @inline(__always) _read { yield input.contents.loader } }

  /// What the program declares.
  var declared: Declarations {
    @inline(__always) _read { yield declarations.contents }
    @inline(__always) _modify { yield &declarations.contents }
  }

  /// What was noted on the way.
  var notes: LoweringNotes {
    @inline(__always) _read { yield noteBox.contents }
    @inline(__always) _modify { yield &noteBox.contents }
  }
}
