package import PipeCompiler

/// Returns everything that was reported about `compilation`, one fact a line.
package func transcript(of compilation: Compilation) -> String {
  var lines = compilation.diagnostics.sorted.map { transcript(of: $0, in: compilation.sources) }
  if compilation.diagnostics.dropped > 0 {
    lines.append("and \(compilation.diagnostics.dropped) more\n")
  }
  return lines.joined(separator: "\n")
}

/// Returns what `diagnostic` says about `file`: place and message, then a line for each detail.
package func transcript(of diagnostic: Diagnostic, in file: SourceFile) -> String {
  transcript(of: diagnostic, in: Sources(file))
}

/// Returns what `diagnostic` says about `sources`: place and message, then a line for each detail.
package func transcript(of diagnostic: Diagnostic, in sources: Sources) -> String {
  let number = diagnostic.origin.span.map { sources.fileNumber(at: $0.start) } ?? 0
  let file = sources.files[number]
  func place(_ origin: Origin) -> String {
    guard let span = origin.span else { return "-" }
    let (other, range) = sources.place(of: span)
    let bytes = sources.files[other].bytes
    let lines = LineTable(bytes)
    let start = lines.location(of: UInt32(range.lowerBound), in: bytes)
    let end = lines.location(of: UInt32(range.upperBound), in: bytes)
    let name = other == number ? "" : "\(sources.files[other].name):"
    return "\(name)\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
  let id = "\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]"
  var text = "\(file.name):\(place(diagnostic.origin)): \(id): \(diagnostic.message)\n"
  if !diagnostic.label.isEmpty { text += "  label: \(diagnostic.label)\n" }
  for label in diagnostic.related { text += "  \(place(label.origin)): \(label.text)\n" }
  if let why = diagnostic.why { text += "  why: \(why)\n" }
  if let help = diagnostic.help { text += "  help: \(help)\n" }
  if let fix = diagnostic.fix {
    let edits = fix.edits.map { "\(place(.text($0.span))) -> \($0.replacement)" }
    text += "  fix: \(fix.title): \(edits.joined(separator: ", "))\n"
  }
  return text
}

/// Returns everything that follows from compiling `file`: what is reported, and every target.
package func outcome(of file: SourceFile) -> [UInt8] {
  outcome(of: compile(file, loader: .repository))
}

/// Returns everything that follows from `compilation`: what is reported, and every target.
package func outcome(of compilation: Compilation) -> [UInt8] {
  var bytes = Array(transcript(of: compilation).utf8)
  for pipeline in compilation.pipelines {
    for target in Target.allCases { bytes += emit(pipeline.graph, as: target) }
  }
  return bytes
}
