extension DiagnosticPage {
  /// The pages about images that AWS publishes.
  static let ofImages: [DiagnosticID: DiagnosticPage] = [
    .unknownImage: DiagnosticPage(
      "AWS publishes no image as `image(…)` asks for it.",
      why: "What there is comes from the configuration of SageMaker's SDK for Python, and from "
        + "nowhere else: a build does not ask AWS. A tag that is not there fails when the job "
        + "starts.",
      remedy: "Choose one of what the message lists; `pipec image NAME --all` prints it too. An "
        + "image that is newer than pipec can be written out as a string.",
      below: """
        step M: Model {
          PrimaryContainer: { Image: image("xgboost", "1.7-2", region: "eu-central-1") }
        }

        """),
    .ambiguousImage: DiagnosticPage(
      "Several images fit what `image(…)` says, or the region is not known.",
      why: "Images differ by region, and some by what they are for, by the version of Python, by "
        + "the processor of the instance and by the framework below. Where there is one only, it "
        + "need not be said.",
      remedy: "Say what the message asks for. The region may stand in the header, as "
        + "`kubernetes: { region: … }`, or be a `config region: String`.",
      below: """
        step M: Model {
          PrimaryContainer: { Image: image("pytorch", "2.3", region: "eu-central-1") }
        }

        """),
  ]
}
