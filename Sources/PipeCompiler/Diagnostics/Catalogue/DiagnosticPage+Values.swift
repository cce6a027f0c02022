extension DiagnosticPage {
  /// The pages about the types of values, and about when they are known.
  static let ofValues: [DiagnosticID: DiagnosticPage] = [
    .wrongType: DiagnosticPage(
      "A value is of another type than is needed where it stands.",
      why: "The types are those of the API: String, Integer, Float and Boolean, and at build time "
        + "lists and records. None is converted silently; an Integer may stand for a Float.",
      remedy: "Write a value of the type that the message names, or put it into a string as in "
        + "`\"\\(size)\"`.",
      below: """
        config epochs: Integer = "three"
        step A: Lambda {
          \(exampleFunction)
          args: { epochs: epochs }
        }

        """),
    .wrongPhase: DiagnosticPage(
      "A value that only a run knows is used where the build needs it.",
      why:
        "Parameters, results of steps and execution variables have no value while the definition "
        + "is written. The names of steps, calculations and the answers of `? :` have to be known "
        + "then, since a definition has no expressions for them.",
      remedy:
        "Use a `config` or `let` if the value is the same for all runs, or decide in a run with "
        + "`condition … if`.",
      below: """
        param Epochs: Integer = 3
        step A: Lambda {
          \(exampleFunction)
          args: { epochs: Epochs * 2 }
        }

        """),
    .failedAssertion: DiagnosticPage(
      "Something does not hold that the file asserts.",
      why: "Whoever wrote the `assert` knows what goes wrong otherwise; the message says it.",
      remedy: "Give settings with which it holds, or correct the assertion. What a run takes at "
        + "most is known if every job has a limit, and what says how many there are has a default.",
      below: """
        let models = ["a", "b", "c"]
        assert "d" in models, "there has to be a model d"

        """),
    .constraintViolated: DiagnosticPage(
      "The value of a setting, or the default of a parameter, breaks the rule behind `where`.",
      why: "The file states which values make sense; this one does not.",
      remedy: "Choose another value, or correct the rule.",
      below: """
        param Epochs: Integer = 0 where it > 0
        step A: Lambda {
          \(exampleFunction)
          args: { epochs: Epochs }
        }

        """),
    .duplicateKey: DiagnosticPage(
      "A key stands twice in one object, step or header.",
      why: "JSON leaves open which of the two counts (RFC 8259), and readers keep one silently.",
      remedy: "Remove one of them.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { mode: "full", mode: "dry" }
        }

        """),
    .misplacedDuration: DiagnosticPage(
      "A length of time such as `30d` stands where nothing says how to spell it.",
      why:
        "The API counts seconds in `…InSeconds`, minutes in `…Minutes` and `ExpireAfterMin`, and "
        + "writes `P30D` in `ExpireAfter` (service model and developer guide); only the name of "
        + "the member tells which.",
      remedy: "Write the number or string that AWS wants there.",
      below: """
        step A: Lambda {
          \(exampleFunction)
          args: { pause: 90s }
        }

        """),
  ]

  /// The pages about computing values at build time.
  static let ofEvaluation: [DiagnosticID: DiagnosticPage] = [
    .arithmeticError: DiagnosticPage(
      "A calculation has no result that can be written.",
      why: "It divides by zero, or leaves the range: Integers have 64 bits, Floats are finite, and "
        + "lengths of time have at most 49,710 days.",
      remedy: "Correct the operands.",
      below: """
        let shards = 0
        step A: Lambda {
          \(exampleFunction)
          args: { size: 100 / shards }
        }

        """),
    .wrongArguments: DiagnosticPage(
      "A function is called with arguments that it does not take, or without one that it needs.",
      why: "Arguments are assigned by position or by name, and each is given once.",
      remedy: "Give what the message lists.",
      below: """
        func uri(bucket, name) = "s3://\\(bucket)/\\(name)"
        step A: Lambda {
          \(exampleFunction)
          args: { data: uri("my-bucket") }
        }

        """),
    .evaluationLimit: DiagnosticPage(
      "A value is too large, or its computation takes too long.",
      why: "Building is bounded, so that a file of a stranger can be built: a value stands for at "
        + "most 4,000,000 others, a string has at most 1,048,576 bytes, as has a definition "
        + "(service model), and functions are called at most 100,000 times.",
      remedy: "Make the value smaller, or shorten the chain of values that it depends on.",
      below: """
        func twice(x) = [x, x]
        let many = \(String(repeating: "twice(", count: 23))1\(String(repeating: ")", count: 23))
        step A: Lambda { \(exampleFunction) }

        """),
  ]
}
