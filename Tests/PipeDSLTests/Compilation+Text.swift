import PipeCompiler
import PipeDSL
import TestSupport

// What tests that know only the library's names want to know of compilations.

extension Pipeline {
  /// The definition, or nothing if there is an error.
  var definition: String { compiled(options: .sketch).definition }

  /// What there is to say, a line for each.
  var complaints: [String] { compiled(options: .sketch).complaints }

  /// What there is to say, as people read it.
  var report: String {
    let compilation = compiled(options: .sketch)
    return String(
      decoding: render(compilation.diagnostics, of: compilation.sources), as: UTF8.self)
  }

  /// The names of the steps in the definition, in order, each block in braces behind its owner.
  var outline: String { lowered().outline(of: PipelineGraph.root) }
}

extension PipelineProgram {
  /// The definition of the first pipeline with `settings`, or nothing if there is an error.
  static func definition(profile: String? = nil, settings: [(String, String)] = []) -> String {
    compiled(profile, settings).definition
  }

  /// What there is to say with `settings`, a line for each.
  static func complaints(profile: String? = nil, settings: [(String, String)] = []) -> [String] {
    compiled(profile, settings).complaints
  }

  /// The names of the pipelines.
  static var names: [String] { names(profile: nil) }

  /// Returns the names of the pipelines with `settings`.
  static func names(profile: String?, settings: [(String, String)] = []) -> [String] {
    compiled(profile, settings).pipelines.map(\.name)
  }

  /// Returns what the program compiles to with `settings`.
  private static func compiled(
    _ profile: String?, _ settings: [(String, String)]
  ) -> Compilation {
    var options = CompilerOptions.sketch
    options.profile = profile
    options.config = settings.map { Setting($0.0, $0.1) }
    return compiled(options: options)
  }
}

extension Compilation {
  /// The first definition, or nothing if there is an error.
  fileprivate var definition: String {
    String(decoding: outputs.first?.bytes ?? [], as: UTF8.self)
  }

  /// What there is to say, a line for each.
  fileprivate var complaints: [String] {
    String(decoding: render(diagnostics, of: sources, as: .concise), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }
}

extension PipelineGraph {
  /// Returns the names of the steps of `region`, in order, each block in braces behind its owner.
  fileprivate func outline(of region: Index<Region>) -> String {
    regions[region].steps.map { step in
      let blocks = regions.indices.filter { regions[$0].owner == step }
      return text(steps[step].name) + blocks.map { " {\(outline(of: $0))}" }.joined()
    }.joined(separator: " ")
  }
}
