import PipeTool

/// The command-line tool.
@main
enum Pipec {
  /// Runs what the command line asks for and ends the process.
  static func main() { Tool.main() }
}
