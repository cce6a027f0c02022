extension Diagnostic {
  /// What is said below the message, each with its name: the reason, what to do, and the fix.
  var notes: [(name: String, text: String)] {
    var notes: [(name: String, text: String)] = []
    if let why { notes.append(("why", why)) }
    if let help { notes.append(("help", help)) }
    if let fix { notes.append(("fix", fix.title)) }
    return notes
  }

  /// The message, the reason and what to do as sentences.
  var sentences: String {
    var sentences = sentence(message)
    if let why { sentences += " " + sentence(why) }
    if let remedy = help ?? fix?.title { sentences += " " + sentence(remedy) }
    return sentences
  }
}

/// Returns `text`, which is a part of a diagnostic, with a capital letter and a full stop.
func sentence(_ text: String) -> String {
  let capitalized = text.prefix(1).uppercased() + text.dropFirst()
  return [".", "?", "!"].contains(text.last) ? capitalized : capitalized + "."
}
