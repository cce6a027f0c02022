import PipeCompiler

/// What the properties of a program declare.
struct Declarations {
  /// The parameters, with the names of their properties, in the order of the properties.
  private(set) var parameters: [NamedParameter] = []
  /// The settings, with their names.
  private(set) var settings: [(name: String, declaration: any ConfigDeclaring)] = []

  /// Finds the declarations among the properties of `program`.
  init(of program: some PipelineProgram) {
    for child in Mirror(reflecting: program).children {
      // The storage of a wrapped property is called as the property is, behind an underscore.
      let name = String((child.label ?? "").drop { $0 == "_" })
      if let parameter = child.value as? any ParameterDeclaring {
        parameters.append(NamedParameter(name: name, declaration: parameter.declaration))
      } else if let setting = child.value as? any ConfigDeclaring {
        settings.append((setting.name ?? name, setting))
      }
    }
  }

  /// The values that were assigned to settings, by their places.
  var assigned: [Place: any Sendable] {
    var values: [Place: any Sendable] = [:]
    for setting in settings { values[setting.declaration.place] = setting.declaration.assigned }
    return values
  }
}

/// The values of the settings of a program, and what is wrong with them.
struct ChosenSettings {
  /// The values, by the places of the declarations.
  private(set) var values: [Place: any Sendable] = [:]
  /// What is wrong.
  private(set) var complaints: [Complaint] = []
  /// `true` iff a setting has no value, so there is nothing to make pipelines with.
  private(set) var lacksValues = false

  /// Finds the values that `options` choose for the settings of `Program`.
  init<Program: PipelineProgram>(of program: Program.Type, from options: CompilerOptions) {
    let settings = Declarations(of: Program()).settings
    let profiles = Program.profiles
    if let wanted = options.profile {
      if let profile = profiles.first(where: { $0.name == wanted }) {
        var assigned = Program()
        profile.assign(&assigned)
        values = Declarations(of: assigned).assigned
      } else {
        complaints.append(.unknownProfile(wanted, known: profiles.map(\.name)))
      }
    }
    for setting in options.config {
      guard let found = settings.first(where: { $0.name == setting.name }) else {
        complaints.append(.unknown(setting.name, known: settings.map(\.name)))
        continue
      }
      let place = found.declaration.place
      if let value = found.declaration.value(of: setting.value) {
        values[place] = value
      } else {
        complaints.append(
          .wrongType(
            setting.name, setting.value, wanted: found.declaration.typeName, at: place))
      }
    }
    // What has been said already need not be said again.
    let refused = complaints.map(\.setting)
    for (name, setting) in settings where !setting.hasDefault && values[setting.place] == nil {
      lacksValues = true
      if refused.contains(name) { continue }
      complaints.append(.missing(name, profiles: profiles.map(\.name), at: setting.place))
    }
  }
}

/// What can be wrong with the values that are given to settings.
enum Complaint: Sendable {
  /// There is no such setting.
  case unknown(String, known: [String])
  /// There is no such profile.
  case unknownProfile(String, known: [String])
  /// The value is none of the setting's type.
  case wrongType(String, String, wanted: String, at: Place)
  /// The setting has no value.
  case missing(String, profiles: [String], at: Place)

  /// The setting that it is about, if it is declared.
  var setting: String? {
    if case .wrongType(let name, _, _, _) = self { return name }
    return nil
  }

  /// Where the setting is declared, if it is.
  var place: Place? {
    switch self {
    case .unknown, .unknownProfile: nil
    case .wrongType(_, _, _, let place), .missing(_, _, let place): place
    }
  }

  /// Returns what to say, where `map` says where things are.
  func diagnostic(in map: inout SourceMap) -> Diagnostic {
    switch self {
    case .unknown(let name, let known):
      let near = nearest(to: name, in: known).map { "did you mean `-D \($0)=…`?" }
      return Diagnostic(
        .unknownConfig, "`-D` gives the setting `\(name)`, which nothing declares",
        at: .synthesized, help: near ?? "declare it with `@Config var \(name): String = \"…\"`")
    case .unknownProfile(let name, let known):
      let near = nearest(to: name, in: known).map { "did you mean `--profile \($0)`?" }
      let listed = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
      return Diagnostic(
        .unknownProfile, "there is no profile `\(name)`", at: .synthesized,
        help: near
          ?? (known.isEmpty
            ? "list it in `static let profiles` of the program" : "there are \(listed)"))
    case .wrongType(let name, let value, let wanted, let place):
      let article = wanted.first.map { "AEIO".contains($0) } ?? false ? "an" : "a"
      let isStructured = wanted.hasPrefix("[") || value.hasPrefix("{")
      return Diagnostic(
        .wrongType, "`-D \(name)=\(value)` must be \(article) \(wanted)",
        at: map.origin(of: place),
        help: isStructured
          ? "write it as JSON, as in `-D '\(name)=[\"a\", \"b\"]'`"
          : "write `-D \(name)=…` with such a value")
    case .missing(let name, let profiles, let place):
      let choice = profiles.prefix(4).map { "`--profile \($0)`" }.joined(separator: " or ")
      return Diagnostic(
        .missingConfig, "the setting `\(name)` has no value", at: map.origin(of: place),
        help: "give it with `-D \(name)=…`"
          + (choice.isEmpty ? "" : ", choose a profile that does: \(choice)")
          + ", or write a default behind `=`")
    }
  }
}
