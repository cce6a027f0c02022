/// An image that was found, and what its tag is made of.
struct FoundImage {
  /// What the table says about it.
  let image: Image
  /// The version, as it is asked for.
  let version: String
  /// The version that this is another name of, or the version.
  let resolved: String
  /// The version of Python that is part of the tag.
  let python: String?
  /// What it is for, as far as that is said.
  let scope: String?
  /// The processor that it is for, if there are several.
  let processor: String?
}

// Which of a version's images is meant.
extension ImageSearch {
  /// Returns the image of `version` in `group` that is meant, with its version of Python.
  func image(
    of version: String, in group: ImageGroup
  ) throws(ImageFailure) -> (image: Image, python: String?) {
    let images = try imagesOnBase(group.images(of: group.resolved(version)), version)
    let pythons = images.flatMap(\.pythons)
    let given = query[.python]
    // Images for Spark have two versions of Python, and neither is part of their tags by default.
    guard let first = images.first, !pythons.isEmpty, given != nil || named.name != "spark" else {
      return (try known(images.first, version), nil)
    }
    if given == nil, pythons.count == 1 { return (first, pythons[0]) }
    guard let given else {
      throw .missing(
        .python, "`\(named.name)` \(version) has images for several versions of Python",
        among: pythons)
    }
    guard let image = images.first(where: { $0.pythons.contains(given) }) else {
      throw .unknown(
        .python, given, "`\(named.name)` \(version) has no image with Python `\(given)`",
        among: pythons)
    }
    return (image, given)
  }

  /// Returns `image`, which another name of `version` may not lead to.
  private func known(_ image: Image?, _ version: String) throws(ImageFailure) -> Image {
    guard let image else {
      throw .unfit(.version, "`\(named.name)` \(version) is a name without an image")
    }
    return image
  }

  /// Returns those of `images` that are built on the framework that the query names.
  private func imagesOnBase(
    _ images: [Image], _ version: String
  ) throws(ImageFailure) -> [Image] {
    let bases = images.flatMap(\.bases)
    if bases.isEmpty { return images }
    guard named.name == "huggingface" else {
      throw .unfit(
        .name, "images of `\(named.name)` are looked up as `huggingface` with `tool`, or `compiler`"
      )
    }
    guard let base = query[.base] else {
      throw .missing(
        .base, "images of `huggingface` \(version) are built on another framework", among: bases)
    }
    guard bases.contains(base) else {
      throw .unknown(
        .base, base, "`huggingface` \(version) has no image on `\(base)`", among: bases)
    }
    return images.filter { $0.bases.contains(base) }
  }

  /// Returns the word for the processor in the tags of `image`, one of `version` in `group`.
  func processor(
    of image: Image, in group: ImageGroup, _ version: String
  ) throws(ImageFailure) -> String? {
    let processors = group.processors.isEmpty ? image.processors : group.processors
    guard let first = processors.first else { return nil }
    if instance == nil, processors.count == 1 { return first }
    if query.flags.contains(.serverless) { return "cpu" }
    guard let instance else {
      throw .missing(
        .instance,
        "`\(named.name)` \(version) has different images for \(processors.joined(separator: ", "))")
    }
    guard let processor = instance.processor(among: processors) else {
      throw .unfit(.instance, "`\(instance.name)` is no type of instance, such as `ml.m5.xlarge`")
    }
    guard processors.contains(processor) else {
      throw .unfit(
        .instance,
        "`\(named.name)` \(version) has no image for `\(processor)`, which `\(instance.name)` has,"
          + " but for \(processors.joined(separator: ", "))")
    }
    return processor
  }
}
