/// Why a comment that begins with `//pipec:` allows nothing.
enum AllowanceMistake {
  /// The comment, as the text says, begins with another `word` than `allow`.
  case isUnknown(String, word: String, at: Range<Int>)
  /// There is blank space where none may be.
  case hasBlanks
  /// Nothing stands behind `allow`.
  case namesNothing
  /// No diagnostic has the name.
  case namesUnknown(String)
  /// The name is that of a group.
  case namesGroup(String)
  /// The name is that of an error after which there is no pipeline.
  case namesError(DiagnosticID)
  /// Nothing stands behind the name.
  case givesNoReason(DiagnosticID)
  /// There are more of them than are read.
  case isOneTooMany
}

extension AllowanceMistake {
  /// What an allowance looks like.
  private static let form = "write `//pipec:allow ID REASON`"

  /// Returns what to say about a comment that is wrong in the part at `span`.
  func diagnostic(at span: SourceSpan) -> Diagnostic {
    var diagnostic = Diagnostic(.invalidAllowance, message, at: span, why: why, help: help)
    switch self {
    case .hasBlanks:
      diagnostic.fix = Fix("write `//pipec:allow`", replacing: span, with: "//pipec:allow")
    case .isUnknown(_, let word, let range):
      guard nearest(to: word, in: ["allow"]) != nil else { break }
      let start = UInt32(truncatingIfNeeded: range.lowerBound)
      diagnostic.fix = Fix(
        "write `allow`", replacing: SourceSpan(start, span.end), with: "allow")
    case .namesUnknown(let name):
      let known = DiagnosticID.allCases.filter(\.canBeAllowed).map(\.rawValue)
      guard let near = nearest(to: name, in: known) else { break }
      diagnostic.label = "did you mean `\(near)`?"
      diagnostic.help = nil
      diagnostic.fix = Fix("write `\(near)`", replacing: span, with: near)
    default: break
    }
    return diagnostic
  }

  /// What is wrong.
  private var message: String {
    switch self {
    case .isUnknown(let text, _, _): "`\(text)` is not known to pipec"
    case .hasBlanks: "an allowance begins with `//pipec:allow`, without blanks"
    case .namesNothing: "the allowance names no diagnostic"
    case .namesUnknown(let name): "unknown diagnostic `\(name)`"
    case .namesGroup(let name): "`\(name)` is a group, and this allows one diagnostic"
    case .namesError(let id): "`\(id.rawValue)` can't be allowed"
    case .givesNoReason(let id): "the allowance of `\(id.rawValue)` gives no reason"
    case .isOneTooMany: "the file has more than \(AllowanceReader.limit) allowances"
    }
  }

  /// Why that is wrong, if it is not obvious.
  private var why: String? {
    switch self {
    case .namesError: "only warnings and errors of the service model can be"
    case .givesNoReason: "without one, nobody can tell later whether it still holds"
    case .isOneTooMany: "this one and those below are not read, so that any input ends quickly"
    default: nil
    }
  }

  /// What to do about it.
  private var help: String? {
    switch self {
    case .isUnknown: Self.form
    case .hasBlanks: nil
    case .namesNothing:
      Self.form + "; the ID stands in brackets behind `warning` or `error`"
    case .namesUnknown: "`pipec explain --all` lists what there is"
    case .namesGroup: "name the diagnostic; the command line takes groups, as in `--allow`"
    case .namesError: "correct what is reported, and remove the allowance"
    case .givesNoReason: "write the reason behind the name, in a few words"
    case .isOneTooMany: "use `--allow ID` for what is all over the file"
    }
  }
}

extension Diagnostics {
  /// Hides what is called `name` where it begins at one of `positions`, since a program in Swift gives a `reason`
  /// for that at `origin`; reports it if that allows nothing.
  package mutating func allow(
    _ name: String, because reason: String, at origin: Origin, beginningAt positions: Set<UInt32>
  ) {
    guard let span = origin.span else { return }
    let mistake: AllowanceMistake
    if let id = DiagnosticID(rawValue: name) {
      let hasReason = reason.unicodeScalars.contains { !$0.properties.isWhitespace }
      if id.canBeAllowed, hasReason { return hide(id, for: span, at: positions) }
      mistake = id.canBeAllowed ? .givesNoReason(id) : .namesError(id)
    } else {
      mistake = DiagnosticGroup(rawValue: name) == nil ? .namesUnknown(name) : .namesGroup(name)
    }
    report(mistake.diagnostic(at: span))
  }
}
