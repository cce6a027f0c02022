import PipeCompiler

/// Where places in Swift files are in the positions that diagnostics count in.
///
/// A file whose text can't be read has positions all the same, as if it were all blank.
struct SourceMap: Sendable {
  /// A file.
  struct File: Sendable {
    /// How `#fileID` calls it.
    let id: String
    /// How diagnostics call it.
    let name: String
    /// The text, if it could be read.
    let bytes: [UInt8]?
    /// Where its lines begin, if it could be read.
    let lines: LineTable?
    /// The position of its first byte.
    let base: Int

    /// The number of bytes.
    var length: Int { bytes?.count ?? SourceMap.blankWidth * SourceMap.blankCount }
  }

  /// The number of columns of a line of a file that can't be read, and of such lines.
  fileprivate static let (blankWidth, blankCount) = (256, 4_096)

  /// The files, in the order in which they were met.
  private(set) var files: [File] = []
  /// The position of each file in `files`.
  private var numbers: [String: Int] = [:]
  /// The calls whose arguments were looked for.
  private var calls: [Place: SwiftCall] = [:]
  /// The file that was asked for last, and the call: both are asked for again and again.
  private var (lastFile, lastCall): (Int, (place: Place, arguments: SwiftCall)?) = (0, nil)
  /// Where the files are found.
  private let found: SwiftFiles

  /// Creates the map of `files`, of which the main one is the first.
  init(_ files: SwiftFiles) {
    found = files
    _ = number(ofFileCalled: files.main)
  }

  /// Returns what diagnostics say `place` is.
  mutating func origin(of place: Place?) -> Origin {
    guard let place else { return .synthesized }
    let number = number(ofFileCalled: place.file)
    let base = files[number].base
    let (line, column) = (Int(place.line) - 1, Int(place.column) - 1)
    guard let bytes = files[number].bytes, let lines = files[number].lines else {
      let row = min(max(line, 0), Self.blankCount - 1)
      let start = base + row * Self.blankWidth + min(max(column, 0), Self.blankWidth - 2)
      return .text(
        SourceSpan(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: start + 1)))
    }
    guard line >= 0, line < lines.count else { return .synthesized }
    let range = lines.range(ofLine: line)
    var start = min(range.lowerBound + max(column, 0), range.upperBound)
    // Swift gives the place of the parenthesis; what is called stands before it.
    if start < range.upperBound, bytes[start] == UInt8(ascii: "(") {
      while start > range.lowerBound, bytes[start - 1].isWordPart { start -= 1 }
    }
    var end = start
    while end < range.upperBound, bytes[end].isWordPart { end += 1 }
    return .text(
      SourceSpan(
        UInt32(truncatingIfNeeded: base + start),
        UInt32(truncatingIfNeeded: base + max(end, min(start + 1, range.upperBound)))))
  }

  /// Returns what diagnostics say the argument for the member `name` of the call at `place` is: its label,
  /// and its value; `nil` if there is no such argument there.
  mutating func argument(_ name: String, ofCallAt place: Place?) -> (name: Origin, value: Origin)? {
    guard let place, let call = call(at: place) else { return nil }
    let labels = [swiftName(of: name)] + (Self.shortLabels[name] ?? [])
    guard let found = labels.lazy.compactMap({ call.arguments.argument($0) }).first else {
      return nil
    }
    return (span(of: found.name, from: call.base), span(of: found.value, from: call.base))
  }

  /// Returns what diagnostics say the name of the step made by the call at `place` is: the argument without
  /// a label at `position`.
  mutating func nameOrigin(ofStepAt place: Place, argument position: Int = 0) -> Origin {
    argumentOrigin(position, ofCallAt: place) ?? origin(of: place)
  }

  /// Returns what diagnostics say the argument without a label at `position` of the call at `place` is; `nil`
  /// if there is no such argument there.
  mutating func argumentOrigin(_ position: Int = 0, ofCallAt place: Place) -> Origin? {
    guard let call = call(at: place) else { return nil }
    let arguments = call.arguments.arguments
    guard position < arguments.count, arguments[position].label.isEmpty else { return nil }
    return span(of: arguments[position].value, from: call.base)
  }

  /// How short forms call what the API calls so.
  private static let shortLabels: [String: [String]] = [
    "S3Uri": ["from", "to"], "LocalPath": ["at"], "ContentType": ["as"], "FilePath": ["file"],
    "OutputName": ["in"], "MaxAttempts": ["attempts"], "IntervalSeconds": ["every"],
    "BackoffRate": ["backoff"], "ExpireAfterMin": ["until"],
  ]

  /// Returns the arguments of the call at `place`, and the position at which its file begins.
  private mutating func call(at place: Place) -> (arguments: SwiftCall, base: Int)? {
    let number = number(ofFileCalled: place.file)
    let base = files[number].base
    if let lastCall, lastCall.place == place { return (lastCall.arguments, base) }
    guard let bytes = files[number].bytes, case .text(let span) = origin(of: place) else {
      return nil
    }
    let found = calls[place] ?? SwiftCall(in: bytes, at: Int(span.start) - base)
    calls[place] = found
    lastCall = (place, found)
    return (found, base)
  }

  /// Returns what diagnostics say `range` of the file that begins at `base` is.
  private func span(of range: Range<Int>, from base: Int) -> Origin {
    .text(
      SourceSpan(
        UInt32(truncatingIfNeeded: base + range.lowerBound),
        UInt32(truncatingIfNeeded: base + range.upperBound)))
  }

  /// Returns the number of the file that `#fileID` calls `name`, which is read if it is met for the first
  /// time.
  private mutating func number(ofFileCalled name: String) -> Int {
    if lastFile < files.count, files[lastFile].id == name { return lastFile }
    if let number = numbers[name] {
      lastFile = number
      return number
    }
    let (shown, bytes) = found.file(called: name)
    let base = files.last.map { $0.base + $0.length + 1 } ?? 0
    let file = File(
      id: name, name: shown, bytes: bytes, lines: bytes.map { LineTable($0) }, base: base)
    (numbers[name], lastFile) = (files.count, files.count)
    files.append(file)
    return lastFile
  }

  /// The files, as diagnostics are shown with; blank ones only if that is going to happen.
  func sources(forDiagnostics areShown: Bool) -> Sources {
    let texts = files.map { file in
      let blank = [UInt8](repeating: UInt8(ascii: " "), count: Self.blankWidth - 1) + [0x0A]
      let bytes =
        file.bytes
        ?? (areShown
          ? Array(repeatElement(blank, count: Self.blankCount).joined()) : [])
      return SourceFile(name: file.name, bytes: bytes)
    }
    var sources = Sources(texts[0])
    for text in texts.dropFirst() { _ = sources.append(text) }
    return sources
  }
}
