extension Check {
  /// No credential stands in the pipeline as plain text.
  static let credentials = Check { graph, _, diagnostics in
    // Each text is looked at once, however often it occurs.
    var verdicts = [UInt8](repeating: unknown, count: graph.symbols.count)
    for (position, value) in graph.values.elements.enumerated() {
      guard case .string(let symbol) = value else { continue }
      let index = Index<Value>(position)
      let slot = Int(symbol.offset)
      if verdicts[slot] == unknown {
        verdicts[slot] = Credential.isIn(graph.symbols[symbol]) ? 1 : 0
      }
      if verdicts[slot] == 1 { diagnostics.report(diagnostic(graph.origin(of: index), graph)) }
    }
    var names = [UInt8](repeating: unknown, count: graph.symbols.count)
    for member in graph.members {
      let slot = Int(member.key.offset)
      // None of the words that definitions are made of is the name of a secret.
      guard slot >= Word.count else { continue }
      if names[slot] == unknown {
        names[slot] = Credential.isName(graph.symbols[member.key]) ? 1 : 0
      }
      guard names[slot] == 1, case .string(let text) = graph.values[member.value],
        verdicts[Int(text.offset)] != 1, Credential.mayBeSecret(graph.symbols[text])
      else { continue }
      diagnostics.report(diagnostic(graph.origin(of: member.value), graph, named: member.key))
    }
    for parameter in graph.parameters.elements {
      guard let value = parameter.defaultValue, let text = graph.symbol(value),
        verdicts[Int(text.offset)] != 1, Credential.isName(graph.symbols[parameter.name]),
        Credential.mayBeSecret(graph.symbols[text])
      else { continue }
      diagnostics.report(diagnostic(graph.origin(of: value), graph, named: parameter.name))
    }
  }

  /// What stands for a verdict that was not asked for.
  private static let unknown: UInt8 = 2

  /// Returns what to say about the credential at `origin`, which is the value of the member `name`.
  private static func diagnostic(
    _ origin: Origin, _ graph: PipelineGraph, named name: Symbol? = nil
  ) -> Diagnostic {
    Diagnostic(
      .plainCredential,
      name.map { "`\(graph.text($0))` looks like a credential, and stands here as plain text" }
        ?? "this looks like a credential, and stands here as plain text",
      at: origin,
      why: "whoever may describe the pipeline can read it",
      help: "keep it in AWS Secrets Manager, and give the job its name or the right by a role")
  }
}

/// What texts and names of credentials look like.
private enum Credential {
  /// Returns `true` iff `text` holds something that is a credential by its form.
  ///
  /// The forms are those that AWS, GitHub, GitLab, Slack, Hugging Face, OpenAI, Google and npm
  /// document for their keys, those of private keys and signed requests, and passwords in URIs.
  static func isIn(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 20 else { return false }
    for position in text.indices {
      switch text[position] {
      case UInt8(ascii: "A"):
        if isKey(text, position, "AKIA", 16, isUpper) || isKey(text, position, "ASIA", 16, isUpper)
          || isKey(text, position, "AIza", 35, isTokenByte)
        {
          return true
        }
      case UInt8(ascii: "g"):
        if isKey(text, position, "ghp_", 36, isTokenByte)
          || isKey(text, position, "gho_", 36, isTokenByte)
          || isKey(text, position, "ghs_", 36, isTokenByte)
          || isKey(text, position, "github_pat_", 50, isTokenByte)
          || isKey(text, position, "glpat-", 20, isTokenByte)
        {
          return true
        }
      case UInt8(ascii: "x"):
        if isKey(text, position, "xoxb-", 20, isTokenByte)
          || isKey(text, position, "xoxp-", 20, isTokenByte)
        {
          return true
        }
      case UInt8(ascii: "h"):
        if isKey(text, position, "hf_", 30, TextPattern.isAlphanumeric) { return true }
      case UInt8(ascii: "s"):
        if isKey(text, position, "sk-", 32, isTokenByte) { return true }
      case UInt8(ascii: "n"):
        if isKey(text, position, "npm_", 36, TextPattern.isAlphanumeric) { return true }
      case UInt8(ascii: "X"):
        if starts(text, position, "X-Amz-Signature=") { return true }
      case UInt8(ascii: "-"):
        if isPrivateKey(text, position) { return true }
      case UInt8(ascii: ":"):
        if starts(text, position, "://"), hasPassword(text[(position + 3)...]) { return true }
      default: continue
      }
    }
    return false
  }

  /// Returns `true` iff `name` says that its value is secret.
  static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard name.indices.contains(where: { isWord(name, $0) }) else { return false }
    // What is called so is not the secret, but where it is.
    return !["arn", "name", "id", "path", "file", "uri"].contains { (end: StaticString) in
      let tail = name.suffix(end.utf8CodeUnitCount)
      return says(tail, tail.startIndex, end)
    }
  }

  /// Returns `true` iff at `position` of `name` a word begins that names of secrets contain.
  private static func isWord(_ name: ArraySlice<UInt8>, _ position: Int) -> Bool {
    switch name[position] | 0x20 {
    case UInt8(ascii: "a"):
      says(name, position, "apikey") || says(name, position, "accesskey")
        || says(name, position, "authtoken") || says(name, position, "accesstoken")
        || says(name, position, "apitoken")
    case UInt8(ascii: "c"): says(name, position, "credential")
    case UInt8(ascii: "h"): says(name, position, "hubtoken") || says(name, position, "hftoken")
    case UInt8(ascii: "p"):
      says(name, position, "password") || says(name, position, "passwd")
        || says(name, position, "passphrase") || says(name, position, "privatekey")
    case UInt8(ascii: "s"): says(name, position, "secret")
    case UInt8(ascii: "t"): name.count == 5 && says(name, position, "token")
    default: false
    }
  }

  /// Returns `true` iff `name` has `word` at `position`, whatever the case, and with hyphens and
  /// underscores anywhere.
  private static func says(
    _ name: ArraySlice<UInt8>, _ position: Int, _ word: StaticString
  ) -> Bool {
    let word = StaticText(word)
    var position = position
    for index in 0..<word.count {
      let letter = word[index]
      while position < name.endIndex,
        name[position] == UInt8(ascii: "_")
          || name[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      guard position < name.endIndex, name[position] | 0x20 == letter else { return false }
      position += 1
    }
    return true
  }

  /// Returns `true` iff `text` may be a secret, and is no name of one and no key that may be seen.
  static func mayBeSecret(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 6, !ScalarVerdict.isTemplate(text) else { return false }
    for prefix in ["arn:", "s3://", "-----BEGIN PUBLIC", "/", "{{resolve:", "true", "false"]
    where starts(text, text.startIndex, prefix) {
      return false
    }
    return !text.contains(UInt8(ascii: " "))
  }

  /// Returns `true` iff `text` begins at `position` with `prefix` and `count` bytes that `accepts`,
  /// and no word begins before it.
  private static func isKey(
    _ text: ArraySlice<UInt8>, _ position: Int, _ prefix: String, _ count: Int,
    _ accepts: (UInt8) -> Bool
  ) -> Bool {
    guard starts(text, position, prefix),
      position == text.startIndex || !TextPattern.isAlphanumeric(text[position - 1])
    else { return false }
    let rest = text[(position + prefix.utf8.count)...].prefix(while: accepts)
    // The identifiers of AWS have exactly this length.
    return prefix.hasSuffix("IA") ? rest.count == count : rest.count >= count
  }

  /// Returns `true` iff a private key in PEM form begins at `position`.
  private static func isPrivateKey(_ text: ArraySlice<UInt8>, _ position: Int) -> Bool {
    guard starts(text, position, "-----BEGIN ") else { return false }
    let line = text[(position + 11)...].prefix(40)
    return line.indices.contains { starts(text, $0, "PRIVATE KEY") }
  }

  /// Returns `true` iff `rest`, what follows `://`, begins with a user, a colon and a password.
  private static func hasPassword(_ rest: ArraySlice<UInt8>) -> Bool {
    let user = rest.prefix { isTokenByte($0) || $0 == UInt8(ascii: ".") }
    guard !user.isEmpty, user.endIndex < rest.endIndex,
      rest[user.endIndex] == UInt8(ascii: ":")
    else { return false }
    let password = rest[(user.endIndex + 1)...].prefix {
      $0 != UInt8(ascii: "@") && $0 != UInt8(ascii: "/") && $0 > 0x20 && $0 != UInt8(ascii: "$")
    }
    return password.count >= 4 && password.endIndex < rest.endIndex
      && rest[password.endIndex] == UInt8(ascii: "@")
  }

  /// Returns `true` iff `text` has `prefix` at `position`.
  private static func starts(
    _ text: ArraySlice<UInt8>, _ position: Int, _ prefix: String
  ) -> Bool {
    text[position...].starts(with: prefix.utf8)
  }

  /// Returns `true` iff `byte` is a capital letter or a digit.
  private static func isUpper(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || TextPattern.isDigit(byte)
  }

  /// Returns `true` iff `byte` may stand in a token.
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    TextPattern.isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
