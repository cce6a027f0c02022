/// Returns the pipelines that `file` describes: one that is a definition, those in the manifests of
/// Kubernetes, or the one in the answer of DescribePipeline.
///
/// Other resources in the file are passed over, unless `isTakingAll`: then those of a document are in a graph
/// behind its pipelines, which is no pipeline.
package func importPipelines(
  _ file: SourceFile, with options: CompilerOptions = CompilerOptions(), isTakingAll: Bool = false,
  reportingTo diagnostics: inout Diagnostics
) -> [ReadPipeline] {
  reportSettings(options, reportingTo: &diagnostics)
  guard file.bytes.count <= SourceFile.maximumLength else {
    diagnostics.report(.sourceTooLarge())
    return []
  }
  if let position = firstInvalidUTF8(in: file.bytes) {
    diagnostics.report(.invalidUTF8(at: position, in: file.bytes))
    return []
  }
  guard file.form == .yaml else {
    return importJSON(file, isTakingAll: isTakingAll, reportingTo: &diagnostics)
  }
  let hadErrors = diagnostics.containsErrors
  var (pipelines, isForeign): ([ReadPipeline], Bool) = ([], true)
  for document in readYAML(file, reportingTo: &diagnostics) {
    var importer = YAMLImporter(document, diagnostics)
    let root = importer.run()
    var resources = ResourceImporter(importer.graph, importer.diagnostics) {
      importer.text(of: $0)
    }
    resources.isTakingAll = isTakingAll
    if let root { pipelines += resources.everything(in: root) }
    isForeign = isForeign && resources.foundNothing
    diagnostics = resources.diagnostics
  }
  if isForeign, hadErrors == diagnostics.containsErrors { diagnostics.report(.noPipelines()) }
  return pipelines
}

/// Returns the pipelines that the JSON text in `file` describes.
private func importJSON(
  _ file: SourceFile, isTakingAll: Bool, reportingTo diagnostics: inout Diagnostics
) -> [ReadPipeline] {
  var reader = JSONReader(file.bytes, into: .ofDefinition(), diagnostics)
  let root = reader.read()
  guard let root else {
    diagnostics = reader.diagnostics
    return []
  }
  if ResourceImporter.isResource(root, in: reader.graph) {
    let outer = reader.graph
    var resources = ResourceImporter(outer, reader.diagnostics) {
      outer.origin(of: $0).span.map { EmbeddedText(jsonStringAt: $0, in: file.bytes) }
    }
    resources.isTakingAll = isTakingAll
    let pipelines = resources.everything(in: root)
    diagnostics = resources.diagnostics
    if resources.foundNothing, !diagnostics.containsErrors { diagnostics.report(.noPipelines()) }
    return pipelines
  }
  var importer = DefinitionImporter(reader.graph, reader.diagnostics)
  importer.run(root)
  diagnostics = importer.diagnostics
  guard importer.isDefinition else { return [] }
  return [ReadPipeline(graph: importer.graph, definition: file.bytes)]
}

/// Reports the settings in `options`, which nothing but a text in pipec's language declares.
private func reportSettings(
  _ options: CompilerOptions, reportingTo diagnostics: inout Diagnostics
) {
  for setting in options.config {
    diagnostics.report(
      Diagnostic(
        .unknownConfig, "`-D` gives the setting `\(setting.name)`, which nothing declares",
        at: .synthesized, help: "a definition has no settings"))
  }
}

extension PipelineGraph {
  /// Returns a graph for what a definition says, which is neither a name nor a role.
  static func ofDefinition() -> PipelineGraph {
    var graph = PipelineGraph(
      symbols: .ofGraph, header: PipelineHeader(name: SymbolTable.empty, origin: .synthesized))
    graph.notation = .definition
    graph.header.isDeclared = false
    graph.header.hasMetadata = false
    return graph
  }
}

extension Diagnostic {
  /// Says that there is nothing to read in a file of resources.
  static func noPipelines() -> Diagnostic {
    Diagnostic(
      .missingPipeline, "nothing in the file is a pipeline", at: SourceSpan(0, 0),
      why: "pipec reads resources of the kind `Pipeline` of `sagemaker.services.k8s.aws`, and the "
        + "answer of `aws sagemaker describe-pipeline`",
      help: "check that this is the file you meant; `pipec import` makes sources of other "
        + "resources, which can be checked")
  }
}
