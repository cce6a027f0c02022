import PipeCompiler

/// An option as it was given.
struct GivenOption {
  /// The option.
  let option: Option
  /// Its value; empty if it takes none.
  let value: String
}

/// What follows the command on the command line, told apart.
struct Arguments {
  /// What they are arguments of.
  let command: Command
  /// What takes the place of files: the pipelines of the program that this is; empty if it is `pipec`.
  let programs: [SourceFile]
  /// What to work on: everything that is neither an option nor the value of one.
  private(set) var operands: [String] = []
  /// The options as they were given, those without a value with an empty one.
  private(set) var options: [GivenOption] = []

  /// Reads `words` as arguments of `command`.
  ///
  /// Values follow their options as the next word, after `=`, or directly after one letter. `--`
  /// ends the options, and `-` is not one.
  init(
    _ words: ArraySlice<String>, of command: Command, compiling programs: [SourceFile]
  ) throws(Failure) {
    self.command = command
    self.programs = programs
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        operands.append(contentsOf: rest)
        return
      }
      if word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else {
        try readOption(word, of: command, followedBy: &rest)
      }
    }
  }

  /// Returns `true` iff `option` was given.
  func contains(_ option: Option) -> Bool { options.contains { $0.option == option } }

  /// Returns the values given to `option`, in order.
  func values(of option: Option) -> [String] {
    options.filter { $0.option == option }.map(\.value)
  }

  /// Reads the option `word` of `command`, and its value from `rest` if it has to be there.
  private mutating func readOption(
    _ word: String, of command: Command, followedBy rest: inout ArraySlice<String>
  ) throws(Failure) {
    let (name, attached) = Self.split(word)
    guard let option = command.option(spelled: name) else {
      throw Self.unknownOption(name, of: command)
    }
    guard option.takesValue else {
      if attached != nil { throw .usage("option `\(name)` takes no value") }
      options.append(GivenOption(option: option, value: ""))
      return
    }
    if let attached {
      options.append(GivenOption(option: option, value: attached))
    } else if let next = rest.first, !next.hasPrefix("--") {
      options.append(GivenOption(option: option, value: next))
      rest.removeFirst()
    } else {
      throw .usage("option `\(name)` needs a value: `pipec help \(command.name)` shows how")
    }
  }

  /// Returns the option's name in `word`, and the value if it is attached to it.
  private static func split(_ word: String) -> (name: String, value: String?) {
    if word == "-h" { return (Option.help.rawValue, nil) }
    if word.hasPrefix("--") {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
    }
    let (name, value) = (word.prefix(2), word.dropFirst(2))
    let isShort = Option.allCases.contains { $0.rawValue == name }
    guard isShort, !value.isEmpty else { return (word, nil) }
    return (String(name), String(value.first == "=" ? value.dropFirst() : value))
  }

  /// Returns what to say about `name`, which is not an option of `command`.
  private static func unknownOption(_ name: String, of command: Command) -> Failure {
    let what = "unknown option `\(name)` of `pipec \(command.name)`"
    // Any letter is near to any other, so that of single ones only case can have been mistaken.
    let known = (command.options + [.help]).map(\.rawValue).filter {
      name.utf8.count > 2 || $0.lowercased() == name.lowercased()
    }
    if let near = nearest(to: name, in: known) {
      return .usage("\(what): did you mean `\(near)`?")
    }
    return .usage("\(what): `pipec help \(command.name)` lists what there is")
  }
}

extension Arguments {
  /// The form of diagnostics that was asked for.
  var format: DiagnosticFormat {
    get throws(Failure) {
      guard let name = values(of: .format).last else { return .human }
      if let format = DiagnosticFormat(rawValue: name) { return format }
      throw Self.unknownValue(name, of: .format, among: DiagnosticFormat.allCases.map(\.rawValue))
    }
  }

  /// The forms of output that were asked for, in the order in which they are listed; `nil` if none.
  var targets: [Target]? {
    get throws(Failure) {
      guard contains(.emit) else { return nil }
      var wanted: [Target] = []
      for name in values(of: .emit).flatMap({ $0.split(separator: ",").map(String.init) }) {
        guard let target = Target(rawValue: name) else {
          throw Self.unknownValue(name, of: .emit, among: Target.allCases.map(\.rawValue))
        }
        wanted.append(target)
      }
      if wanted.isEmpty { throw .usage("option `--emit` needs a value") }
      return Target.allCases.filter(wanted.contains)
    }
  }

  /// What the compiler is told.
  var compilerOptions: CompilerOptions {
    get throws(Failure) {
      var options = CompilerOptions()
      options.levels = try levels
      if let day = values(of: .service).last {
        guard let date = ServiceDate(day) else {
          throw .usage("`--service \(day)` is no day or month, such as `2026-01-31` or `2026-01`")
        }
        options.serviceDate = date
      }
      if let profile = values(of: .profile).last { options.profile = profile }
      if let name = values(of: .optimization).last {
        guard let level = Optimization(rawValue: name) else {
          throw .usage("unknown level `-O\(name)`: there is `-O0`, `-O1` and `-O2`")
        }
        options.optimization = level
      }
      for value in values(of: .define) {
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else {
          throw .usage("`-D \(value)` is not of the form `-D name=value`")
        }
        options.config.append(Setting(String(parts[0]), String(parts[1])))
      }
      return options
    }
  }

  /// Returns what to say about `name`, which is not one of the `known` values of `option`.
  static func unknownValue(
    _ name: String, of option: Option, among known: [String]
  ) -> Failure {
    let what = "unknown value `\(name)` of option `\(option.rawValue)`"
    if let near = nearest(to: name, in: known) {
      return .usage("\(what): did you mean `\(near)`?")
    }
    return .usage("\(what): it takes \(known.joined(separator: ", "))")
  }
}
