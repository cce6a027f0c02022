extension Diagnostic {
  /// Says that `what` is part of the language and not lowered yet.
  static func notSupportedYet(_ what: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .notSupportedYet, "\(what) is not supported yet", at: span,
      why: "it is part of the language and can be parsed, and this version can't compile it")
  }
}
