import PipeCompiler

extension Command {
  /// To look up the URIs of AWS's container images.
  static let image = Command(
    name: "image", usage: "image NAME [VERSION]",
    summary: "print the URI of a container image that AWS publishes",
    options: [.region] + imageOptions.map(\.option) + [.all], help: imageHelp
  ) { arguments throws(Failure) in try PipeTool.image(arguments) }

  /// The options that say which image is meant, with the arguments that they stand for.
  fileprivate static let imageOptions: [(option: Option, argument: ImageArgument)] = [
    (.instance, .instance), (.python, .python), (.scope, .scope), (.base, .base),
    (.container, .container), (.accelerator, .accelerator), (.tool, .tool), (.sdk, .sdk),
    (.smdistributed, .smdistributed), (.compiler, .compiler), (.serverless, .serverless),
  ]

  /// The help on `image`.
  private static let imageHelp = """
    pipec image: print the URI of a container image that AWS publishes for SageMaker

    usage: pipec image NAME [VERSION] --region REGION [OPTION]…
           pipec image -            read such lines from standard input, print a URI for each
           pipec image              list the names
           pipec image NAME --all   list what there is of that name

      --region REGION       where the image is pulled, which decides on the account
      --instance TYPE       what runs it: `ml.g5.xlarge` has a GPU, `ml.m5.xlarge` has none
      --python VERSION      as in `py310`
      --scope SCOPE         training, inference, processing, …
      --base FRAMEWORK      what an image of Hugging Face is built on: `pytorch2.1`
      --container TEXT      the end of the tag, where only the user can know it
      --accelerator TYPE    an Elastic Inference accelerator: `ml.eia2.medium`
      --tool TOOL           neuron or neuronx, for AWS's own chips
      --sdk VERSION         the version of the Neuron SDK: `sdk2.20.0`; the latest if not given
      --smdistributed       with SageMaker's distribution libraries
      --compiler            with SageMaker's training compiler
      --serverless          for an endpoint without instances

    Nothing is asked of AWS: the answers come from a table, and are those of SageMaker's SDK for
    Python. With `-`, a line without an answer gives an empty line, and a message.

    example: pipec image xgboost 1.7-1 --region eu-central-1

    """
}

/// Prints the URIs of the images that are asked for, or which there are.
func image(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  if arguments.operands == ["-"] { return try answerLines() }
  guard let name = arguments.operands.first else {
    try Terminal.print(imageFamilies.map { "\($0)\n" }.joined())
    return .clean
  }
  guard arguments.contains(.all) else {
    try Terminal.print(try uri(for: arguments) + "\n")
    return .clean
  }
  guard arguments.operands.count == 1 else {
    throw .usage("`--all` lists all versions: leave out the version")
  }
  let lines: [String]
  do throws(ImageFailure) { lines = try imageListing(of: name) } catch {
    throw .usage(line(about: error))
  }
  try Terminal.print(lines.map { "\($0)\n" }.joined())
  return .clean
}

/// Returns the URI of the image that `arguments` ask for.
private func uri(for arguments: Arguments) throws(Failure) -> String {
  let operands = arguments.operands
  guard let name = operands.first, operands.count <= 2 else {
    throw .usage("`pipec image` takes a name and a version, such as `xgboost 1.7-1`")
  }
  guard let region = arguments.values(of: .region).last else {
    throw .usage("`pipec image` needs a region: `--region us-east-1`")
  }
  var query = ImageQuery(
    family: name, version: operands.count == 2 ? operands[1] : nil, region: region)
  for (option, argument) in Command.imageOptions where arguments.contains(option) {
    if argument.isFlag {
      query.flags.insert(argument)
    } else {
      query.texts[argument] = arguments.values(of: option).last
    }
  }
  do throws(ImageFailure) { return try imageURI(for: query) } catch {
    throw .usage(line(about: error))
  }
}

/// Prints a URI for each line of standard input, which is read like a command line.
private func answerLines() throws(Failure) -> ExitStatus {
  let input: [UInt8]
  do throws(FileError) { input = try FileSystem.readStandardInput(limit: 1 << 28) } catch {
    throw .file(error)
  }
  var status = ExitStatus.clean
  var output = ""
  let lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  for (number, line) in lines.enumerated() where number < lines.count - 1 || !line.isEmpty {
    let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    do throws(Failure) {
      output += try uri(for: Arguments(words[...], of: .image, compiling: [])) + "\n"
    } catch {
      status = .problems
      output += "\n"
      Terminal.complain("<stdin>:\(number + 1): \(error.line ?? "")\n")
    }
    if output.utf8.count > 65_536 {
      try Terminal.print(output)
      output = ""
    }
  }
  try Terminal.print(output)
  return status
}

/// Returns the line that says why there is no image.
private func line(about failure: ImageFailure) -> String {
  if let near = failure.nearest { return "\(failure.message): did you mean `\(near)`?" }
  return [failure.message, failure.help].compactMap { $0 }.joined(separator: ": ")
}
