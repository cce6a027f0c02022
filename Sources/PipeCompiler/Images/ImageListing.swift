/// The names of all families of images, in the order of their letters.
public var imageFamilies: [String] {
  ImageTable.families
}

/// Returns a line for each image of `family`: its scope, its version, and what else it depends on.
public func imageListing(of family: String) throws(ImageFailure) -> [String] {
  guard let found = ImageFamily(family) else {
    throw .unknown(
      .name, family, "AWS publishes no image `\(family)` for SageMaker",
      among: ImageTable.families)
  }
  if found.isShared { return lines(of: found.group(for: "*"), found.scopes) }
  return found.scopes.flatMap { lines(of: found.group(for: $0), [$0]) }
}

/// Returns a line for each image of `group`, which serves for `scopes`.
private func lines(of group: ImageGroup, _ scopes: [String]) -> [String] {
  group.versions.flatMap { version in
    let names = [version] + group.aliases.filter { $0.version == version }.map(\.name)
    return group.images(of: version).map { image in
      let processors = group.processors.isEmpty ? image.processors : group.processors
      let facts = [
        (ImageArgument.scope, scopes), (.version, names.filter { !$0.isEmpty }),
        (.base, image.bases), (.python, image.pythons),
      ]
      let words = facts.filter { !$0.1.isEmpty }.map { argument, values in
        "\(argument.rawValue) \(values.joined(separator: ", "))"
      }
      return (words + (processors.isEmpty ? [] : ["for \(processors.joined(separator: ", "))"]))
        .joined(separator: "; ")
    }
  }
}
