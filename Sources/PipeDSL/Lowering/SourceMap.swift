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
  private var calls: [PlacedCall] = []
  /// The position in `calls` of the call at each place, by the place's key.
  private var positions = IndexTable(capacity: 16)
  /// The file that was asked for last: it is asked for again and again.
  private var lastFile = 0
  /// The key of the call that was asked for last, and its position in `calls`; the key is zero before the first.
  private var lastCall = (key: 0, position: 0)
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
  mutating func argument(_ name: String, ofCallAt place: Place) -> (name: Origin, value: Origin)? {
    call(at: place)?.argument(name)
  }

  /// Returns what diagnostics say the name of the step made by the call at `place` is: the argument without
  /// a label at `position`.
  mutating func nameOrigin(ofStepAt place: Place, argument position: Int = 0) -> Origin {
    argumentOrigin(position, ofCallAt: place) ?? origin(of: place)
  }

  /// Returns what diagnostics say the argument without a label at `position` of the call at `place` is; `nil`
  /// if there is no such argument there.
  mutating func argumentOrigin(_ position: Int = 0, ofCallAt place: Place) -> Origin? {
    call(at: place)?.argument(position)
  }

  /// Returns the call at `place`, if its file can be read.
  mutating func call(at place: Place) -> PlacedCall? {
    let number = number(ofFileCalled: place.file)
    let key = Self.key(of: place, inFile: number)
    if let key {
      if lastCall.key == key { return calls[lastCall.position] }
      if let known = positions[key] {
        lastCall = (key, known)
        return calls[known]
      }
    }
    guard let bytes = files[number].bytes else { return nil }
    let origin = origin(of: place)
    guard case .text(let span) = origin else { return nil }
    let base = files[number].base
    let call = PlacedCall(
      SwiftCall(in: bytes, at: Int(span.start) - base), at: origin, inFileFrom: base)
    if let key {
      positions.set(calls.count, for: key)
      lastCall = (key, calls.count)
      calls.append(call)
    }
    return call
  }

  /// Returns a number, not zero, that no other place has than `place` in the file with the number `file`; `nil`
  /// in endless lines and files.
  private static func key(of place: Place, inFile file: Int) -> Int? {
    guard file < 1 << 14, place.line < 1 << 28, place.column < 1 << 20 else { return nil }
    return ((file + 1) << 28 | Int(place.line)) << 20 | Int(place.column)
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

/// A call in a Swift file, in the positions that diagnostics count in.
struct PlacedCall: Sendable {
  /// The call in its file.
  private let call: SwiftCall
  /// What diagnostics say the call is: the name of what is called.
  let origin: Origin
  /// The position at which the file begins.
  private let base: Int

  /// Creates the call `call`, which is at `origin`, in the file that begins at `base`.
  init(_ call: SwiftCall, at origin: Origin, inFileFrom base: Int) {
    self.call = call
    self.origin = origin
    self.base = base
  }

  /// Returns what diagnostics say the argument for the member `name` is: its label, and its value; `nil` if
  /// there is no such argument.
  func argument(_ name: String) -> (name: Origin, value: Origin)? {
    guard let found = call.position(ofMember: name) else { return nil }
    return (span(of: call.arguments[found].name), span(of: call.arguments[found].value))
  }

  /// Returns what diagnostics say the argument without a label at `position` is; `nil` if there is no such
  /// argument.
  func argument(_ position: Int) -> Origin? {
    guard position < call.arguments.count, call.arguments[position].label.isEmpty else {
      return nil
    }
    return span(of: call.arguments[position].value)
  }

  /// Returns what diagnostics say `range` of the file is.
  private func span(of range: Range<Int>) -> Origin {
    .text(
      SourceSpan(
        UInt32(truncatingIfNeeded: base + range.lowerBound),
        UInt32(truncatingIfNeeded: base + range.upperBound)))
  }
}
