/// An archive of files that depends on their names and bytes only: a ustar file (POSIX.1-1988) in a
/// gzip file (RFC 1952), of which nothing is compressed.
///
/// Compression would depend on who does it. Times, owners and permissions are the same everywhere.
struct Archive {
  /// The ustar file.
  private var tar: [UInt8] = []

  /// The number of bytes of the ustar file so far.
  var count: Int { tar.count }

  /// Adds the file called `name`, which holds `bytes`; returns `false` if the name is too long.
  mutating func add(_ name: String, _ bytes: [UInt8]) -> Bool {
    guard let (prefix, rest) = Self.split(Array(name.utf8)) else { return false }
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: some Sequence<UInt8>, at position: Int) {
      for (offset, byte) in text.enumerated() { header[position + offset] = byte }
    }
    put(rest, at: 0)
    put(Self.octal(0o644, digits: 7), at: 100)
    put(Self.octal(0, digits: 7), at: 108)
    put(Self.octal(0, digits: 7), at: 116)
    put(Self.octal(bytes.count, digits: 11), at: 124)
    put(Self.octal(0, digits: 11), at: 136)
    put("        ".utf8, at: 148)
    put("0".utf8, at: 156)
    put("ustar\u{0}00".utf8, at: 257)
    put(Self.octal(0, digits: 7), at: 329)
    put(Self.octal(0, digits: 7), at: 337)
    put(prefix, at: 345)
    let sum = header.reduce(0) { $0 + Int($1) }
    put(Self.octal(sum, digits: 6) + [0, 0x20], at: 148)
    tar += header
    tar += bytes
    tar += repeatElement(0, count: (512 - bytes.count % 512) % 512)
    return true
  }

  /// Returns the bytes of the archive.
  consuming func finish() -> [UInt8] {
    tar += repeatElement(0, count: 1_024)
    var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    output.reserveCapacity(tar.count + tar.count / 10_000 + 32)
    // A block of deflate that is stored has at most 65,535 bytes (RFC 1951).
    for start in stride(from: 0, to: tar.count, by: 65_535) {
      let end = min(start + 65_535, tar.count)
      output.append(end == tar.count ? 1 : 0)
      output += Self.littleEndian(UInt32(end - start), 2)
      output += Self.littleEndian(~UInt32(end - start), 2)
      output += tar[start..<end]
    }
    output += Self.littleEndian(Self.checksum(of: tar), 4)
    output += Self.littleEndian(UInt32(truncatingIfNeeded: tar.count), 4)
    return output
  }

  /// Returns the parts of `name` for the two fields that it has: a path, if need be, and the rest.
  private static func split(
    _ name: [UInt8]
  ) -> (prefix: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    if name.isEmpty { return nil }
    if name.count <= 100 { return ([], name[...]) }
    let slash = UInt8(ascii: "/")
    for position in name.indices where name[position] == slash && position <= 155 {
      let rest = name[(position + 1)...]
      if !rest.isEmpty, rest.count <= 100 { return (name[..<position], rest) }
    }
    return nil
  }

  /// Returns `number` in octal with `digits` digits.
  private static func octal(_ number: Int, digits: Int) -> [UInt8] {
    (0..<digits).reversed().map { UInt8(ascii: "0") + UInt8(number >> (3 * $0) & 7) }
  }

  /// Returns the `count` least significant bytes of `number`, the least one first.
  private static func littleEndian(_ number: UInt32, _ count: UInt32) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// Returns the CRC-32 of `bytes` (RFC 1952, section 8).
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    let table = (UInt32(0)..<256).map { number in
      (0..<8).reduce(number) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
    }
    var sum = ~UInt32(0)
    for byte in bytes { sum = sum >> 8 ^ table[Int(sum & 0xFF ^ UInt32(byte))] }
    return ~sum
  }
}
