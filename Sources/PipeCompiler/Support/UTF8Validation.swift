/// Returns the position of the first byte in `bytes` that is not part of well-formed UTF-8.
package func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  // Most sources are plain ASCII, and finding that out takes a machine no time.
  var union: UInt8 = 0
  for byte in bytes { union |= byte }
  if union < 0x80 { return nil }
  var position = 0
  while position < bytes.count {
    if bytes[position] < 0x80 {
      position += 1
      continue
    }
    let length = sequenceLength(in: bytes, at: position)
    if length == 0 { return position }
    position += length
  }
  return nil
}

/// Returns the length of the well-formed sequence of several bytes at `position`, or zero.
private func sequenceLength(in bytes: [UInt8], at position: Int) -> Int {
  let lead = bytes[position]
  let (length, second): (Int, ClosedRange<UInt8>) =
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0...0)
    }
  guard length > 0, position + length <= bytes.count, second.contains(bytes[position + 1]) else {
    return 0
  }
  for offset in 2..<max(length, 2) where bytes[position + offset] & 0xC0 != 0x80 { return 0 }
  return length
}
