/// What a pipeline is made from, which lowering only reads.
///
/// It is a class because the compiler follows every field of the machine at every use of it, down to
/// those of structures in structures: behind a reference they cost neither that nor a copy.
final class LoweringInput {
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

// What the machine reads of it.
extension Lowering {
  /// The program.
  var program: Program { @inline(__always) get { input.program } }
  /// The syntax of the program.
  var tree: SyntaxTree { @inline(__always) get { input.tree } }
  /// The settings from outside.
  var options: CompilerOptions { @inline(__always) get { input.options } }
  /// The way to files that the program names.
  var loader: SourceLoader { @inline(__always) get { input.loader } }
}
