import Testing

@Suite struct CommandLineTests {
  @Test func `without a command the help goes to standard error`() throws {
    let run = try Workspace().run()
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("pipec compiles Amazon SageMaker pipelines.\n"))
  }

  @Test(arguments: [["help"], ["--help"], ["-h"]])
  func `help goes to standard output`(arguments: [String]) throws {
    let run = try Workspace().run(arguments[0])
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("usage: pipec COMMAND"))
  }

  @Test(arguments: [
    "build", "check", "run", "fmt", "import", "expand", "diff", "graph", "simulate", "test", "iam",
    "explain", "explain-error", "schema", "image", "help", "version",
  ])
  func `every command has a screen of help with an example`(command: String) throws {
    let workspace = try Workspace()
    let run = try workspace.run("help", command)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("pipec \(command): "))
    #expect(run.output.contains("\nexample: pipec \(command)"))
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 25)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(try workspace.run(command, "--help").output == run.output)
  }

  @Test(arguments: ["version", "--version"])
  func `the version is printed`(argument: String) throws {
    let run = try Workspace().run(argument)
    #expect(run.output == "pipec 0.1.0\n")
    #expect(run.status == 0)
  }

  /// Command lines that are wrong, and what is said about them.
  static let mistakes: [(line: String, message: String)] = [
    ("biuld x.pipe", "unknown command `biuld`: did you mean `build`?"),
    ("frobnicate", "unknown command `frobnicate`: `pipec help` lists what there is"),
    ("x.pipe", "unknown command `x.pipe`: did you mean `pipec build x.pipe`?"),
    ("--hlep", "unknown option `--hlep`: did you mean `--help`?"),
    ("help biuld", "unknown command `biuld`: did you mean `build`?"),
    ("help a b", "`help` takes one command"),
    (
      "build --emti=ack x.pipe",
      "unknown option `--emti` of `pipec build`: did you mean `--emit`?"
    ),
    (
      "check -x x.pipe",
      "unknown option `-x` of `pipec check`: `pipec help check` lists what there is"
    ),
    ("check -d a=b x.pipe", "unknown option `-d` of `pipec check`: did you mean `-D`?"),
    (
      "check --bananas x.pipe",
      "unknown option `--bananas` of `pipec check`: `pipec help check` lists what there is"
    ),
    ("build", "`pipec build` needs a file, or `-` for standard input"),
    ("build x.pipe -o", "option `-o` needs a value: `pipec help build` shows how"),
    ("build x.pipe -o --check", "option `-o` needs a value: `pipec help build` shows how"),
    ("build x.pipe --check=yes", "option `--check` takes no value"),
    (
      "build x.pipe --emit sagemakr",
      "unknown value `sagemakr` of option `--emit`: did you mean `sagemaker`?"
    ),
    (
      "build x.pipe --emit zzz",
      "unknown value `zzz` of option `--emit`: it takes sagemaker, ack, execution, assets, iam"
    ),
    ("build x.pipe --emit=", "option `--emit` needs a value"),
    ("build x.pipe -D bucket", "`-D bucket` is not of the form `-D name=value`"),
    ("build x.pipe -D=", "`-D ` is not of the form `-D name=value`"),
    (
      "build x.pipe -o - --emit sagemaker,ack",
      "`-o -` prints one target: choose one of `--emit sagemaker`, `--emit ack`, `--emit execution`, `--emit assets`, `--emit iam`"
    ),
    (
      "build x.pipe -o - --check",
      "`--check` compares with files and doesn't go with `-o -`"
    ),
    ("check - -", "standard input (`-`) can only be read once"),
    (
      "check --format jsno x.pipe",
      "unknown value `jsno` of option `--format`: did you mean `json`?"
    ),
    (
      "check --allow constnt-condition x.pipe",
      "unknown diagnostic `constnt-condition` of option `--allow`: did you mean "
        + "`constant-condition`?"
    ),
    (
      "check --warn securty x.pipe",
      "unknown diagnostic `securty` of option `--warn`: did you mean `security`?"
    ),
    (
      "build --deny zzz x.pipe",
      "unknown diagnostic `zzz` of option `--deny`: `pipec explain --all` lists what there is"
    ),
    ("check --allow=, x.pipe", "option `--allow` needs a value"),
    (
      "check --allow missing-role,unknown-name x.pipe",
      "`unknown-name` can't be allowed: only warnings and errors of the service model can"
    ),
    (
      "check --warn unknown-name x.pipe",
      "`unknown-name` can't be a warning: only errors of the service model can"
    ),
    (
      "check --service-model lenient x.pipe",
      "unknown value `lenient` of option `--service-model`: it takes strict, permissive"
    ),
    ("check --warnings-as-errors=no x.pipe", "option `--warnings-as-errors` takes no value"),
    (
      "check --service today x.pipe",
      "`--service today` is no day or month, such as `2026-01-31` or `2026-01`"
    ),
    ("fmt x.json", "can't fmt `x.json`: only `.pipe` files are read so far"),
    (
      "build --name a x.pipe",
      "`--name` and `--role` are for definitions: sources say both themselves"
    ),
    (
      "check x.txt",
      "can't check `x.txt`: only `.pipe`, `.json`, `.yaml` and `.yml` files are read so far"
    ),
    ("check missing.pipe", "can't read `missing.pipe`: No such file or directory"),
    ("check x.pipe missing.pipe", "can't read `missing.pipe`: No such file or directory"),
    ("check .", "can't read `.`: Is a directory"),
    ("run", "`pipec run` takes one file: `pipec help run` shows how"),
    ("run x.pipe -p a", "`-p a` is not of the form `-p NAME=VALUE`"),
    ("run x.pipe --select ,", "option `--select` needs a value"),
    ("run x.pipe --name a --generate-name", "`--name` and `--generate-name` exclude each other"),
    (
      "build x.pipe --layout z",
      "unknown value `z` of option `--layout`: it takes single, split, kustomize"
    ),
    ("build x.pipe --overlay a", "`--overlay` belongs to `--layout kustomize`"),
    (
      "build x.pipe --layout kustomize --overlay a:b",
      "`--overlay a:b` is not of the form `--overlay NAME:setting=value,…`"
    ),
    (
      "build x.pipe --layout kustomize --overlay a/b",
      "`--overlay a/b` needs a name of its own, of letters, digits and `-`"
    ),
    ("build x.pipe --layout split -o -", "`--layout split` writes several files: leave out `-o -`"),
    ("explain-error", "`pipec explain-error` takes one file, or `-` for standard input"),
    ("explain", "`pipec explain` takes one diagnostic's ID, or `--all`"),
    ("explain unknwon-name", "unknown diagnostic `unknwon-name`: did you mean `unknown-name`?"),
    ("explain zzz", "unknown diagnostic `zzz`: `pipec explain --all` lists what there is"),
    ("explain --all x", "`--all` explains every diagnostic: leave out the ID"),
    ("schema Trainng", "unknown type of step `Trainng`: did you mean `Training`?"),
    ("schema Zzz", "unknown type of step `Zzz`: `pipec schema` lists what there is"),
    (
      "schema Training.ResourceConfg",
      "`Training` has no member `ResourceConfg`: did you mean `ResourceConfig`?"
    ),
    (
      "schema Training.RoleArn.x", "`Training.RoleArn` has no member `x`, since it is no object"
    ),
    (
      "schema Training Model",
      "`pipec schema` takes one place, such as `Training.ResourceConfig`"
    ),
    (
      "schema Training --format yaml",
      "unknown value `yaml` of option `--format`: `pipec schema` takes text, json"
    ),
  ]

  @Test(arguments: mistakes)
  func `a wrong command line is answered with one clear line`(
    line: String, message: String
  ) throws {
    let workspace = try Workspace(["x.pipe": ""])
    let run = try workspace.run(words: line.split(separator: " ").map(String.init))
    #expect(run.errors == "pipec: \(message)\n")
    #expect(run.output == "")
    #expect(run.status == 2)
    #expect(try workspace.list(".") == ["x.pipe"])
  }

  @Test func `after two dashes everything is a file`() throws {
    let run = try Workspace().run("check", "--", "--format")
    #expect(run.errors == "pipec: can't read `--format`: No such file or directory\n")
  }

  @Test func `a hostile argument can't reach the terminal`() throws {
    let run = try Workspace().run("check", "\u{1B}[31m\n.pipe")
    #expect(run.errors == "pipec: can't read `�[31m .pipe`: No such file or directory\n")
  }

  @Test func `a diagnostic is explained`() throws {
    let run = try Workspace().run("explain", "unknown-name")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("## unknown-name (error)\n"))
  }

  @Test func `all diagnostics are explained in their order`() throws {
    let run = try Workspace().run("explain", "--all")
    #expect(run.output.hasPrefix("## source-too-large (error)\n"))
    #expect(run.output.contains("\n\n## missing-role (warning)\n"))
  }
}
