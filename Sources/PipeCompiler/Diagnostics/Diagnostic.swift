/// How much a diagnostic matters.
public enum Severity: String, Hashable, Sendable {
  /// The input can't be compiled.
  case error
  /// The input compiles, and probably not to what its author wants.
  case warning
}

/// Something pipec has to say about an input: what is wrong, why, and what to do.
public struct Diagnostic: Sendable {
  /// Which of the things pipec can say this is.
  public let id: DiagnosticID
  /// How much it matters: by default as much as its kind, until it is reported.
  public internal(set) var severity: Severity
  /// What is wrong: lower case, no full stop, names in backticks.
  public let message: String
  /// Where it is wrong.
  public let origin: Origin
  /// What to write under the carets: at most eight words, or empty.
  public var label: String = ""
  /// Other places that matter, each with a few words.
  public var related: [Label] = []
  /// Why it is wrong, if that is not obvious.
  public var why: String?
  /// What to do about it.
  public var help: String?
  /// A change of the text that removes the diagnostic, if it is mechanical.
  public var fix: Fix?
  /// `true` iff the related places say by which uses of templates the mistake came about.
  var isTraced = false

  /// Creates a diagnostic.
  package init(
    _ id: DiagnosticID, _ message: String, at origin: Origin, label: String = "",
    related: [Label] = [], why: String? = nil, help: String? = nil, fix: Fix? = nil
  ) {
    self.id = id
    self.severity = id.severity
    self.message = message
    self.origin = origin
    self.label = label
    self.related = related
    self.why = why
    self.help = help
    self.fix = fix
  }

  /// Creates a diagnostic about `span`.
  package init(
    _ id: DiagnosticID, _ message: String, at span: SourceSpan, label: String = "",
    related: [Label] = [], why: String? = nil, help: String? = nil, fix: Fix? = nil
  ) {
    self.init(
      id, message, at: .text(span), label: label, related: related, why: why, help: help, fix: fix)
  }
}

/// A place that helps to understand a diagnostic, and what it has to do with it.
public struct Label: Hashable, Sendable {
  /// The place.
  public let origin: Origin
  /// At most eight words about it.
  public let text: String

  /// Creates the label `text` for `origin`.
  package init(_ text: String, at origin: Origin) {
    self.text = text
    self.origin = origin
  }
}
