/// The files of one compilation, end to end in one space of positions.
///
/// The bytes of a file have the positions from its base on, and one position more is the file's end.
/// The first file is the one that is compiled, and its base is zero; the others are what it names.
public struct Sources: Sendable {
  /// The files, in the order in which they were read.
  public private(set) var files: [SourceFile]
  /// The position of the first byte of each file.
  public private(set) var bases: [UInt32] = [0]

  /// Creates the sources of a compilation that has read `file` only.
  public init(_ file: SourceFile) { files = [file] }

  /// The file that is compiled.
  public var main: SourceFile { files[0] }

  /// The number of positions that are taken.
  package var length: Int { Int(bases[bases.count - 1]) + files[files.count - 1].bytes.count + 1 }

  /// Adds `file` behind the others and returns its base.
  package mutating func append(_ file: SourceFile) -> UInt32 {
    let base = UInt32(truncatingIfNeeded: length)
    files.append(file)
    bases.append(base)
    return base
  }

  /// Returns the number of the file that `position` lies in, or at the end of which it is.
  public func fileNumber(at position: UInt32) -> Int {
    var (low, high) = (0, bases.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if bases[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// Returns the file that `position` lies in.
  public func file(at position: UInt32) -> SourceFile { files[fileNumber(at: position)] }

  /// Returns the number of the file in which `span` begins, and its bytes there.
  public func place(of span: SourceSpan) -> (file: Int, range: Range<Int>) {
    let number = fileNumber(at: span.start)
    let base = Int(bases[number])
    let end = files[number].bytes.count
    return (number, min(span.range.lowerBound - base, end)..<min(span.range.upperBound - base, end))
  }
}
