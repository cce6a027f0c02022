extension DiagnosticPage {
  /// The pages about names, values and what stands in steps.
  static let ofNames: [DiagnosticID: DiagnosticPage] = [
    ofFiles, ofNaming, ofValues, ofEvaluation, ofItems, ofReferences,
  ].reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

  /// The pages about names that are missing, double or circular.
  static let ofNaming: [DiagnosticID: DiagnosticPage] = [
    .unknownName: DiagnosticPage(
      "A name is used that nothing declares.",
      why: "A word without quotes is a name. Names declared in a block or step are visible there "
        + "only.",
      remedy:
        "Correct the name, declare it with `param`, `config` or `let`, or put it in quotes if "
        + "it is a text.",
      below: """
        let bucket = "my-bucket"
        step A: Lambda {
          \(exampleFunction)
          args: { bucket: buckt }
        }

        """),
    .duplicateName: DiagnosticPage(
      "Two things of a file, or two inputs or outputs of a step, have the same name.",
      why: "Settings, values, functions, parameters and steps share their names, so that each name "
        + "means one thing.",
      remedy: "Rename one of them. The name that AWS gets may differ: `step A2 \"A\": …`.",
      below: """
        let size = 1
        let size = 2
        step A: Lambda {
          \(exampleFunction)
          args: { size: size }
        }

        """),
    .recursiveDefinition: DiagnosticPage(
      "A value is defined by itself, directly or by way of others.",
      why: "Values are computed at build time, and this computation would not end.",
      remedy: "Break the circle with a value that depends on none of the others.",
      below: """
        let first = "\\(second)-a"
        let second = "\\(first)-b"
        step A: Lambda { \(exampleFunction) }

        """),
    .missingConfig: DiagnosticPage(
      "A setting has neither a default nor a value for this build.",
      why:
        "A `config` is an input of the build; what it becomes in the definition has to be known.",
      remedy: "Give it with `-D name=value`, or write a default.",
      below: """
        config bucket: String
        step A: Lambda {
          \(exampleFunction)
          args: { bucket: bucket }
        }

        """),
    .unknownProfile: DiagnosticPage(
      "A profile is asked for, or named as the base of another one, that nothing declares.",
      why: "Settings that it should give would be missing, or have the values of their defaults.",
      remedy: "Correct the name, declare the profile, or import the file that does.",
      below: """
        config stage: String = "dev"
        profile base { stage = "test" }
        profile prod: bsae { stage = "prod" }
        step A: Lambda {
          \(exampleFunction)
          args: { stage: stage }
        }

        """),
    .unknownConfig: DiagnosticPage(
      "The command line gives a setting that the file does not declare.",
      why: "A misspelt `-D` would be ignored otherwise, and the default be built.",
      remedy: "Correct the name after `-D`, or declare it with `config`.", below: ""),
  ]

  /// The pages about what a file declares as a whole.
  static let ofFiles: [DiagnosticID: DiagnosticPage] = [
    .unreadableFile: DiagnosticPage(
      "A file that the source names can't be read, or lies outside of the project.",
      why: "A build reads files of the project only: those below the directory in which pipec is "
        + "started, or below that of the compiled file if it lies elsewhere. So sources from a "
        + "stranger can be built.",
      remedy: "Correct the path, which is relative to the file that it stands in.",
      below: "import \"missing.pipe\"\n"),
    .importCycle: DiagnosticPage(
      "A file imports itself, directly or by way of others.",
      why: "What the file means would depend on itself.",
      remedy: "Move what both files need into a third one.", below: ""),
    .invalidImport: DiagnosticPage(
      "A file is imported that declares a pipeline, or steps outside of templates.",
      why: "What is imported holds names for others to use; by itself it makes no step.",
      remedy: "Move what both files need into a third one, and steps into a `template`.",
      below: ""),
    .missingPipeline: DiagnosticPage(
      what: "The file has no `pipeline` header.",
      why: "A file is a pipeline if it has a header; without one it is a library for others.",
      remedy: "Begin the file with `pipeline \"name\" { role: \"…\" }`.",
      example: "step A: Lambda { \(exampleFunction) }\n"),
    .duplicatePipeline: DiagnosticPage(
      "The file has two `pipeline` headers.",
      why: "A file is built into one definition.",
      remedy: "Put every pipeline into a file of its own.",
      below: """
        pipeline "q" { role: "arn:aws:iam::111122223333:role/R" }
        step A: Lambda { \(exampleFunction) }

        """),
    .unknownHeaderField: DiagnosticPage(
      what:
        "The header, or its `kubernetes`, has a field that does not exist or is not yours to set.",
      why: "Words in lower case are pipec's, and their set is closed. `Version`, `Parameters` and "
        + "`Steps` of the definition follow from the file.",
      remedy: "Use one of the words in the message.",
      example: """
        pipeline "p" {
          role: "arn:aws:iam::111122223333:role/R"
          paralellism: 4
        }
        step A: Lambda { \(exampleFunction) }

        """),
  ]
}
