/// Returns `bytes` in base 64, with padding (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    var group: UInt32 = 0
    let count = min(3, bytes.count - start)
    for index in 0..<3 {
      group = group << 8 | (index < count ? UInt32(bytes[start + index]) : 0)
    }
    for index in 0..<4 {
      let digit = Int(group >> UInt32(18 - 6 * index) & 63)
      result.append(index <= count ? alphabet[digit] : UInt8(ascii: "="))
    }
  }
  return result
}
