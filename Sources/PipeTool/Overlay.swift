import PipeCompiler

/// A variant of what is built: an overlay of Kustomize.
struct Overlay: Sendable {
  /// The name, which is that of its folder.
  let name: String
  /// The values that make it.
  let settings: [Setting]
}

extension Arguments {
  /// How manifests are to be put into files.
  var layout: Layout {
    get throws(Failure) {
      guard let name = values(of: .layout).last else { return .single }
      if let layout = Layout(rawValue: name) { return layout }
      throw Self.unknownValue(name, of: .layout, among: Layout.allCases.map(\.rawValue))
    }
  }

  /// The variants that are asked for.
  var overlays: [Overlay] {
    get throws(Failure) {
      var overlays: [Overlay] = []
      for value in values(of: .overlay) {
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        let isPlain = name.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        }
        guard isPlain, !name.isEmpty, !overlays.contains(where: { $0.name == name }) else {
          throw .usage("`--overlay \(value)` needs a name of its own, of letters, digits and `-`")
        }
        var settings: [Setting] = []
        for setting in parts.dropFirst().flatMap({ $0.split(separator: ",") }) {
          let pair = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          guard pair.count == 2, !pair[0].isEmpty else {
            throw .usage("`--overlay \(value)` is not of the form `--overlay NAME:setting=value,…`")
          }
          settings.append(Setting(String(pair[0]), String(pair[1])))
        }
        overlays.append(Overlay(name: name, settings: settings))
      }
      if !overlays.isEmpty, try layout != .kustomize {
        throw .usage("`--overlay` belongs to `--layout kustomize`")
      }
      return overlays
    }
  }
}

/// Compiles `files` once more as `overlay` wants them, and adds to `products`, which they were compiled
/// to with `options`, what makes one of the other.
func add(
  _ overlay: Overlay, to products: inout [Product], of files: [SourceFile],
  _ options: CompilerOptions
) {
  var options = options
  // A variant without values of its own is the profile that is called so.
  if overlay.settings.isEmpty { options.profile = overlay.name }
  options.config += overlay.settings
  options.targets = [.execution]
  let variants = compileAll(files, options: options)
  for index in products.indices {
    let variant = variants[index]
    if variant.diagnostics.containsErrors || variant.pipelines.isEmpty {
      products[index].diagnostics = variant.diagnostics
      continue
    }
    for (base, other) in zip(products[index].pipelines, variant.pipelines) {
      let folder = "kustomize/\(base.name)/overlays/\(overlay.name)"
      products[index].overlays += emitOverlay(overlay.name, of: base.graph, making: other.graph)
      products[index].overlayRuns += other.outputs.map { run in
        OutputFile(name: "\(folder)/\(run.file ?? "")", bytes: run.bytes)
      }
    }
  }
}
