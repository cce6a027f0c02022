extension Command {
  /// To print which version this is.
  static let version = Command(
    name: "version", usage: "version", summary: "print the version", options: [],
    help: versionHelp
  ) { _ throws(Failure) in try printVersion() }

  /// The help on `version`.
  private static let versionHelp = """
    pipec version: print the version

    usage: pipec version

    example: pipec version

    """
}

/// Prints the version.
func printVersion() throws(Failure) -> ExitStatus {
  try Terminal.print("pipec \(Tool.version)\n")
  return .clean
}
