/// Returns the name of the Kubernetes resource that stands for the pipeline `pipelineName`.
///
/// Kubernetes takes lower case only, and 253 bytes at most. A name that had to be changed ends in a
/// hash of the original, so that two pipelines never share a resource, and a renamed pipeline is a
/// new resource: the controller would leave the old pipeline behind otherwise.
package func kubernetesName(for pipelineName: String) -> String {
  let original = Array(pipelineName.utf8)
  let name = original.map(dnsByte)
  if name == original, name.count <= 253, isLabelLike(name) { return pipelineName }
  let stem = trimmed(Array(trimmed(name).prefix(244)))
  let hash = fingerprint(of: original)
  return stem.isEmpty ? "p-\(hash)" : String(decoding: stem, as: UTF8.self) + "-\(hash)"
}

/// Returns the byte that stands for `byte` in a resource's name.
private func dnsByte(_ byte: UInt8) -> UInt8 {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
  default: UInt8(ascii: "-")
  }
}

/// Returns `true` iff `name` is not empty and neither begins nor ends with a hyphen.
private func isLabelLike(_ name: [UInt8]) -> Bool {
  !name.isEmpty && trimmed(name).count == name.count
}

/// Returns `name` without hyphens at its start and end.
private func trimmed(_ name: [UInt8]) -> [UInt8] {
  let hyphen = UInt8(ascii: "-")
  guard let start = name.firstIndex(where: { $0 != hyphen }),
    let end = name.lastIndex(where: { $0 != hyphen })
  else { return [] }
  return Array(name[start...end])
}

/// Returns the 64-bit FNV-1a hash of `bytes`, folded to eight hexadecimal digits.
private func fingerprint(of bytes: [UInt8]) -> String {
  let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
    ($0 ^ UInt64($1)) &* 0x100_0000_01b3
  }
  let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  let digits = String(folded, radix: 16)
  return String(repeating: "0", count: 8 - digits.utf8.count) + digits
}
