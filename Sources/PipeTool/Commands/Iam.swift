import PipeCompiler

extension Command {
  /// To print what a pipeline has to be allowed.
  static let iam = Command(
    name: "iam", usage: "iam FILE",
    summary: "print the policies that a pipeline and its jobs need",
    options: [.trust, .check, .pipeline] + compiling, help: iamHelp
  ) { arguments throws(Failure) in try printPermissions(arguments) }

  /// The help on `iam`.
  private static let iamHelp = """
    pipec iam: print the policies that a pipeline and its jobs need

    usage: pipec iam FILE [--check POLICY] [OPTION]…

      --trust           print who may assume the roles instead
      --check POLICY    compare with the policy in the JSON file POLICY, that of the pipeline's role:
                        what is missing, for which steps, and what is more than needed
      --format FORMAT   text: each policy, with comments that say which steps need what; or json: one
                        object with policies, trust policies and notes
      --pipeline NAME   which pipeline, if FILE holds several
      -D NAME=VALUE     give the `config` called NAME a value; `--profile NAME` gives many

    FILE is a pipeline or a definition in JSON. What only a run knows is a star in a resource, and a
    note says what it stands for. With `--check`, the exit status is 1 if something is missing. The
    options about diagnostics are those of `check`.

    example: pipec iam pipelines/train.pipe --check policy.json

    """
}

/// Prints what a pipeline has to be allowed, or what a policy lacks.
func printPermissions(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let isJSON = try arguments.wantsJSON(of: .iam)
  let paths = arguments.operands
  let isComparison = arguments.contains(.check)
  let count = arguments.programs.isEmpty ? 2 : 1
  if isComparison, paths.count != count {
    throw .usage("`pipec iam --check` takes a pipeline and a policy: `FILE --check POLICY`")
  }
  let pipeline = isComparison ? Array(paths.dropLast()) : paths
  guard let graph = try soleGraph(arguments, at: pipeline) else { return .problems }
  let permissions = permissions(of: graph)
  if isComparison { return try compare(permissions, withPolicyAt: paths[count - 1]) }
  if isJSON {
    try Terminal.print(permissions.json)
  } else {
    try Terminal.print(permissions.text(trust: arguments.contains(.trust)))
  }
  return .clean
}

/// Prints what the policy at `path` lacks of `permissions`, and what it has beyond them.
private func compare(
  _ permissions: Permissions, withPolicyAt path: String
) throws(Failure) -> ExitStatus {
  let bytes: [UInt8]
  do throws(FileError) {
    bytes = try FileSystem.read(path, limit: SourceFile.maximumLength + 1)
  } catch {
    throw .file(error)
  }
  guard let role = permissions.roles.first,
    let comparison = PolicyComparison(of: role, with: String(decoding: bytes, as: UTF8.self))
  else { throw .usage("`\(path)` is no policy: it has no `Statement`") }
  var lines: [String] = []
  lines += comparison.missing.map { "missing: \($0)" }
  lines += comparison.excess.map { "more than needed: \($0)" }
  lines += comparison.notes.map { "note: \($0)" }
  lines.append(
    "\(comparison.missing.count) missing, \(comparison.excess.count) more than needed")
  try Terminal.print(lines.map { $0.safeLine() }.joined(separator: "\n") + "\n")
  return comparison.missing.isEmpty ? .clean : .problems
}
