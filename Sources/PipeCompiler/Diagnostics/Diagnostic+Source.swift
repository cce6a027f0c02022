// What can be wrong with any file, whatever it should hold.

extension Diagnostic {
  /// Says that the file that begins at `base` is too long to be read.
  static func sourceTooLarge(at base: UInt32 = 0) -> Diagnostic {
    Diagnostic(
      .sourceTooLarge,
      "the file has more than \(SourceFile.maximumLength) bytes, which are the most that are read",
      at: SourceSpan(base, base),
      why: "a pipeline definition may have 1,048,576 characters, so no useful source is that long",
      help: "check that this is the file you meant")
  }

  /// Says that the byte at `position` of the file that begins at `base` is not UTF-8.
  static func invalidUTF8(
    at position: Int, in bytes: [UInt8], from base: Int = 0
  ) -> Diagnostic {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let start = UInt32(truncatingIfNeeded: base + position)
    return Diagnostic(
      .invalidUTF8, "the file is not valid UTF-8", at: SourceSpan(start, start + 1),
      label: "the first byte that is wrong",
      help: isUTF16 ? "it is UTF-16; save it as UTF-8" : "save it as UTF-8")
  }
}
