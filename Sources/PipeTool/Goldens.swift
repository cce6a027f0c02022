package import PipeCompiler

/// The files that a program's outputs are compared with in its author's tests.
package enum Goldens {
  /// Returns how the outputs of `compilation` differ from the files in the directory at `path`, as a
  /// unified diff, or the errors if there are any; nothing if all is well.
  ///
  /// If the environment has `PIPEC_UPDATE_GOLDENS`, and it is not `0`, the files are written instead.
  package static func difference(of compilation: Compilation, from path: String) -> String {
    if compilation.pipelines.isEmpty {
      let bytes = render(compilation.diagnostics, of: compilation.sources)
      return String(decoding: bytes, as: UTF8.self)
    }
    let directory = OutputDirectory(path: path)
    let files = compilation.pipelines.flatMap { pipeline in
      pipeline.outputs.map { output in
        OutputFile(
          name: output.file ?? "\(pipeline.fileStem).\(output.target.fileExtension)",
          bytes: output.bytes)
      }
    }
    do throws(FileError) {
      if let update = Terminal.environment("PIPEC_UPDATE_GOLDENS"), update != "0" {
        _ = try directory.write(files)
        return ""
      }
      return try difference(of: files, from: directory)
    } catch {
      return "\(error)\n"
    }
  }

  /// Returns how `files` differ from those in `directory`.
  private static func difference(
    of files: [OutputFile], from directory: OutputDirectory
  ) throws(FileError) -> String {
    var text = ""
    for difference in try directory.differences(from: files, targets: Target.usual) {
      let path = directory.path(of: difference.name)
      let bytes = unifiedDiff(
        from: difference.old, named: difference.kind == .missing ? "/dev/null" : path,
        to: difference.new, named: difference.kind == .leftOver ? "/dev/null" : "\(path) (built)")
      text += String(decoding: bytes, as: UTF8.self)
    }
    return text
  }
}
