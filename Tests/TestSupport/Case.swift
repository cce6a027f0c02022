package import PipeCompiler
import Testing

/// A pipeline of the corpus that compiles, with one file for each stage it goes through.
package struct ValidCase: Sendable, CustomTestStringConvertible {
  /// The name of the case's folder.
  package let name: String

  /// The case's folder, relative to the repository.
  package var folder: String { "Tests/Corpus/valid/\(name)" }

  /// The text of the pipeline, named so that no golden depends on where the repository lies.
  package var source: SourceFile {
    SourceFile(name: "input.pipe", bytes: Repository.bytes(at: "\(folder)/input.pipe") ?? [])
  }

  /// The way to the files that the pipeline names.
  package var loader: SourceLoader { .files(of: folder) }

  /// What a test run calls the case.
  package var testDescription: String { name }

  /// Returns the path of the golden file of `stage`.
  package func golden(_ stage: Stage) -> String { "\(folder)/\(stage.rawValue)" }
}

/// The stages of a compilation that the corpus keeps; the raw value is the name of the file.
package enum Stage: String, CaseIterable, Sendable {
  case tokens = "tokens.txt"
  case syntax = "syntax.txt"
  case formatted = "formatted.txt"
  case graph = "graph.txt"
  case imported = "imported.txt"
  case sagemaker = "pipeline.json"
  case ack = "pipeline.yaml"
  /// The runs, if there are any.
  case runs = "runs.yaml"
  /// What a run does of which nothing is given.
  case simulation = "simulation.txt"
  /// What it and its jobs have to be allowed.
  case permissions = "iam.txt"
  /// What is reported, if anything is.
  case warnings = "warnings.txt"
}

/// A short text of the corpus that does not compile, in a folder named for what it raises.
package struct InvalidCase: Sendable, CustomTestStringConvertible {
  /// The name of the folder: the diagnostic that has to be among those reported.
  package let folder: String
  /// The name of the file: `.pipe` for a text in the language, `.json` for a definition,
  /// `.yaml` for a manifest.
  package let file: String

  /// The diagnostic that the folder is named for, if there is one of that name.
  package var id: DiagnosticID? { DiagnosticID(rawValue: folder) }

  /// The text.
  package var source: SourceFile {
    SourceFile(
      name: file, bytes: Repository.bytes(at: "Tests/Corpus/invalid/\(folder)/\(file)") ?? [])
  }

  /// The way to the files that the text names, which lie in `lib` beside it.
  package var loader: SourceLoader { .files(of: "Tests/Corpus/invalid/\(folder)") }

  /// What the text is compiled with.
  package var options: CompilerOptions {
    id.map { CompilerOptions(raising: $0) } ?? CompilerOptions()
  }

  /// The path of the golden file of what is reported.
  package var golden: String { "Tests/Corpus/invalid/\(folder)/\(stem).diagnostics" }

  /// What a test run calls the case.
  package var testDescription: String { "\(folder)/\(stem)" }

  /// The name of the file without its extension.
  private var stem: Substring { file.prefix { $0 != "." } }
}

extension CompilerOptions {
  /// Creates the options without which no text raises `id`: the default ones for nearly all.
  package init(raising id: DiagnosticID) {
    self.init()
    if let group = id.group, id.isOffByDefault { levels.choices = [.group(group, .warning)] }
    if id == .newerThanService { serviceDate = ServiceDate("2020-12-31") }
    if id == .unknownConfig { config = [Setting("stagee", "prod")] }
  }
}

/// The data that tests run over: see `Tests/Corpus`.
package enum Corpus {
  /// The pipelines that compile.
  package static let valid: [ValidCase] = Repository.folders(in: "Tests/Corpus/valid")
    .map { ValidCase(name: $0) }

  /// The texts that don't.
  package static let invalid: [InvalidCase] =
    Repository.folders(in: "Tests/Corpus/invalid").flatMap { folder in
      let path = "Tests/Corpus/invalid/\(folder)"
      return
        (Repository.files(in: path, endingWith: ".pipe")
        + Repository.files(in: path, endingWith: ".json")
        + Repository.files(in: path, endingWith: ".yaml"))
        .map { InvalidCase(folder: folder, file: String($0.dropFirst(path.count + 1))) }
        .filter { !$0.file.contains("/") }
    }

  /// The texts about which there is nothing to say.
  package static let clean: [CorpusInput] =
    (Repository.files(in: "Tests/Corpus/clean", endingWith: ".pipe")
    + Repository.files(in: "Tests/Corpus/clean", endingWith: ".json")
    + Repository.files(in: "Tests/Corpus/clean", endingWith: ".yaml"))
    .map { CorpusInput(path: $0) }

  /// Every text in the language there is: those above, the examples, and what once crashed or hung.
  package static let texts: [CorpusInput] =
    (Repository.files(in: "Tests/Corpus", endingWith: ".pipe")
    + Repository.files(in: "Tests/Corpus/fuzz").filter { !$0.hasSuffix(".pipe") }
    + Repository.files(in: "examples", endingWith: ".pipe"))
    .map { CorpusInput(path: $0) }

  /// Every definition there is: what the pipelines above give, the wrong ones and the clean ones.
  package static let definitions: [CorpusInput] = Repository.files(
    in: "Tests/Corpus", endingWith: ".json"
  ).map { CorpusInput(path: $0) }

  /// Every manifest there is: what the pipelines above give, the wrong ones and the clean ones.
  package static let manifests: [CorpusInput] = Repository.files(
    in: "Tests/Corpus", endingWith: ".yaml"
  ).map { CorpusInput(path: $0) }

  /// Every input there is.
  package static let inputs: [CorpusInput] = texts + definitions + manifests
}

/// Any text that laws are checked over.
package struct CorpusInput: Sendable, CustomTestStringConvertible {
  /// The path, relative to the repository.
  package let path: String

  /// The text.
  package var source: SourceFile {
    SourceFile(name: path, bytes: Repository.bytes(at: path) ?? [])
  }

  /// What a test run calls the text.
  package var testDescription: String { path }
}
