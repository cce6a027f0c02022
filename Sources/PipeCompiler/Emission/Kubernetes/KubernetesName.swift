/// Returns the name of the Kubernetes resource that stands for what AWS calls `awsName`.
///
/// Kubernetes takes lower case only, and 253 bytes at most. A name that had to be changed ends in a
/// hash of the original, so that two of them never share a resource, and a renamed pipeline is a
/// new resource: the controller would leave the old pipeline behind otherwise.
package func kubernetesName(for awsName: String) -> String {
  let original = Array(awsName.utf8)
  let name = original.map(dnsByte)
  if name == original, name.count <= 253, isLabelLike(name) { return awsName }
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

/// Returns `stem`, in lower case and cut short, with `ending` behind a hyphen, at most 63 bytes long.
func kubernetesName(_ stem: String, endingIn ending: String, atMost limit: Int = 63) -> String {
  let name = trimmed(Array(Array(stem.utf8).map(dnsByte).prefix(limit - 1 - ending.utf8.count)))
  return name.isEmpty ? "r-\(ending)" : String(decoding: name, as: UTF8.self) + "-\(ending)"
}
