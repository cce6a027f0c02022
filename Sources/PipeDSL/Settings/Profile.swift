/// Settings that are chosen together, by `--profile`.
///
/// A profile assigns to the settings of a program, so a misspelt one does not compile. Each gives what the one
/// that it is based on gives, and more:
///
/// ```swift
/// static let base = Profile<Churn>("base") { $0.parallel = 4 }
/// static let profiles = [
///   Profile("dev", basedOn: base) { $0.regions = ["us-west-2"] },
///   Profile("prod", basedOn: base) { $0.regions = ["us-west-2", "eu-west-1"] },
/// ]
/// ```
public struct Profile<Program: PipelineProgram>: Sendable {
  /// The name by which it is chosen.
  let name: String
  /// Assigns to the settings.
  let assign: @Sendable (inout Program) -> Void

  /// Creates the profile called `name`, which assigns what `base` does, and then what `assign` does.
  public init(
    _ name: String, basedOn base: Profile? = nil,
    _ assign: @escaping @Sendable (inout Program) -> Void
  ) {
    self.name = name
    self.assign = { program in
      base?.assign(&program)
      assign(&program)
    }
  }
}
