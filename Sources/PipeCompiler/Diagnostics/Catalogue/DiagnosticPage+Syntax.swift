extension DiagnosticPage {
  /// The pages about the text of a file: what its characters and words are.
  static let ofSyntax: [DiagnosticID: DiagnosticPage] = [
    .sourceTooLarge: DiagnosticPage(
      "The file is longer than 32 MiB, and is not read.",
      why: "A pipeline definition has at most 1,048,576 characters (service model), so a text of "
        + "that size is no pipeline.",
      remedy: "Check that the file is the one you meant.", below: ""),
    .invalidUTF8: DiagnosticPage(
      "The file is not valid UTF-8.",
      why: "Texts of pipelines end up in JSON, which is UTF-8 (RFC 8259).",
      remedy: "Save the file as UTF-8; the message points at the first byte that is wrong.",
      below: ""),
    .unexpectedCharacter: DiagnosticPage(
      "A character begins nothing that the language knows.",
      why: "Outside of strings and comments, texts consist of ASCII letters, digits, `_` and the "
        + "operators. Quotes of other shapes and spaces that do not break often come from web "
        + "pages and word processors.",
      remedy: "Put texts between `\"` and `\"`, begin comments with `//`, and combine conditions "
        + "with `&&` and `||`.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { mode: 'full' }
        }

        """),
    .unterminatedString: DiagnosticPage(
      "A string, or an expression inside of one, does not end.",
      why:
        "A string between `\"` and `\"` ends in the line in which it begins, so that one missing "
        + "quote does not swallow the rest of the file.",
      remedy: "Close the string, or the parenthesis after `\\(`. A text of several lines stands "
        + "between `\"\"\"` and `\"\"\"`.",
      below: """
        let bucket = "my-bucket
        step A: Lambda { \(exampleFunction) }

        """),
    .unterminatedComment: DiagnosticPage(
      "A comment that begins with `/*` does not end.",
      why: "Everything after it would be ignored.",
      remedy: "Close it with `*/`. Such comments do not nest; the first `*/` ends them.",
      below: """
        step A: Lambda { \(exampleFunction) }
        /* not needed any more

        """),
    .invalidEscape: DiagnosticPage(
      "A backslash in a string stands before something that has no meaning after it.",
      why:
        "The escapes are those of JSON (RFC 8259), `\\u{…}`, and `\\(…)`, which puts a value into "
        + "the string. Others are refused, so that none of them can be misread.",
      remedy: "Write `\\\\` for a backslash, or `#\"…\"#`, in which a backslash stands for itself.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { pattern: "\\d+" }
        }

        """),
    .invalidNumber: DiagnosticPage(
      "Something that begins with a digit is neither a number nor a length of time.",
      why:
        "Numbers are spelled as in JSON (RFC 8259), so they do not begin with a zero and have no "
        + "unit; lengths of time are a whole number and one of `d`, `h`, `m` and `s`.",
      remedy: "Put texts such as account numbers in quotes; write `90m` for ninety minutes.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { account: 012345678901 }
        }

        """),
    .syntaxError: DiagnosticPage(
      "Something else stands here than the grammar of the language allows.",
      why:
        "What follows is read as well as possible, and further mistakes are reported, but nothing "
        + "is built from a text that is not understood.",
      remedy: "Write what the message expects. A missing bracket is reported where it is missed, "
        + "which may be long after the place where it should stand.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args { mode: "full" }
        }

        """),
    .nestingTooDeep: DiagnosticPage(
      "Brackets, blocks, operators or strings are nested too deeply.",
      why: "The depth is limited, to 160 levels and to 32 strings inside of strings, and to 1,000 "
        + "levels in definitions, so that every text is read in bounded time and memory.",
      remedy: "Give inner parts a name with `let`.",
      below: """
        let deep = \(String(repeating: "[", count: 170))\(String(repeating: "]", count: 170))
        step A: Lambda { \(exampleFunction) }

        """),
  ]
}
