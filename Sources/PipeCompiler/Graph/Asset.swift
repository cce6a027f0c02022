/// A file or directory of the project that jobs read from S3, and where it belongs there.
///
/// The destination holds the digest of what is there, so whatever changes goes to a new place.
public struct Asset: Hashable, Sendable {
  /// The path of the file or directory, from the directory of the compiled file on.
  public let path: String
  /// The path by which it was read.
  public let localPath: String
  /// The SHA-256 digest of what is uploaded, in hexadecimal digits.
  public let digest: String
  /// The number of bytes that are uploaded.
  public let size: Int
  /// The URI of the object on S3.
  public let destination: String
  /// What is uploaded of a directory; of a file it is the file.
  public let archive: [UInt8]?

  /// Creates the asset at `path`, read at `localPath`, of which `bytes` belong below the URI `folder`.
  init(_ path: String, localPath: String, bytes: [UInt8], isArchive: Bool, below folder: String) {
    self.path = path
    self.localPath = localPath
    digest = SHA256.hexadecimal(of: bytes)
    size = bytes.count
    archive = isArchive ? bytes : nil
    let name = path.split(separator: "/").last.map(String.init) ?? path
    destination = "\(folder)/\(digest.prefix(16))/\(name)\(isArchive ? ".tar.gz" : "")"
  }

  /// The path of the archive among the files that a build writes; `nil` if there is none.
  public var archivePath: String? {
    guard archive != nil else { return nil }
    let parts = destination.split(separator: "/").suffix(2)
    return "assets/" + parts.joined(separator: "/")
  }
}
