/// The escape sequences that color the human form of diagnostics.
public struct DiagnosticStyle: Sendable {
  /// Begins what belongs to an error.
  let error: String
  /// Begins what belongs to a warning.
  let warning: String
  /// Begins a message.
  let emphasis: String
  /// Begins line numbers, frames and the names of notes.
  let frame: String
  /// Ends any of the above.
  let reset: String

  /// The style without colors.
  public static var plain: DiagnosticStyle {
    DiagnosticStyle(error: "", warning: "", emphasis: "", frame: "", reset: "")
  }

  /// The style for terminals: ANSI colors from the basic eight, which every theme defines.
  public static var colored: DiagnosticStyle {
    DiagnosticStyle(
      error: "\u{1B}[1;31m", warning: "\u{1B}[1;33m", emphasis: "\u{1B}[1m",
      frame: "\u{1B}[34m", reset: "\u{1B}[0m")
  }

  /// Returns the sequence that begins what belongs to a diagnostic of `severity`.
  func color(of severity: Severity) -> String {
    switch severity {
    case .error: error
    case .warning: warning
    }
  }
}
