import PipeDSL
import Testing

/// A program with settings and parameters of all types.
private struct Sample: PipelineProgram {
  @Config var region: String = "us-west-2"
  @Config var isLarge: Bool = false
  @Config("replica-count") var count: Int = 1
  @Config var note: String? = nil

  @Parameter var depth: Value<Int> = 5
  @Parameter var input: Value<String>
  @Parameter("Rate") var rate: Value<Double> = 0.5

  var pipelines: [Pipeline] {
    for index in 0..<count {
      Pipeline("sample-\(region)-\(index)", role: "arn:aws:iam::111122223333:role/R") {
        Lambda(
          "Send", functionArn: "arn:aws:lambda:us-west-2:111122223333:function:f",
          arguments: [
            "depth": Literal(depth), "input": Literal(input), "large": Literal(isLarge),
            "note": Literal(note ?? "none"), "rate": Literal(rate),
          ])
      }
    }
  }
}

/// What the properties of a program mean.
@Suite struct ProgramTests {
  @Test func `parameters are called as their properties, unless the attribute says otherwise`() {
    let definition = Sample.definition()
    #expect(definition.contains("\"Get\": \"Parameters.depth\""))
    #expect(definition.contains("\"Get\": \"Parameters.Rate\""))
    #expect(definition.contains("\"Get\": \"Parameters.input\""))
    let names = definition.split(separator: "\n").filter { $0.contains("\"Type\": \"") }
    #expect(names.count >= 3)
  }

  @Test func `settings have their defaults, or what is given`() {
    #expect(Sample.names == ["sample-us-west-2-0"])
    let definition = Sample.definition(settings: [("isLarge", "true"), ("note", "hi")])
    #expect(definition.contains("\"large\": true"))
    #expect(definition.contains("\"note\": \"hi\""))
    #expect(Sample.definition().contains("\"note\": \"none\""))
  }

  @Test func `a setting that nothing declares is reported with the nearest name`() {
    let complaints = Sample.complaints(settings: [("regoin", "eu-west-1")])
    #expect(complaints.contains { $0.contains("error[unknown-config]") }, "\(complaints)")
  }

  @Test func `a value of the wrong type is reported where the setting is declared`() {
    let complaints = Sample.complaints(settings: [("replica-count", "many")])
    let complaint = complaints.first ?? ""
    #expect(complaint.contains("error[wrong-type]"), "\(complaints)")
    #expect(complaint.hasPrefix("PipeDSLTests/ProgramTests.swift:8:"), "\(complaints)")
  }
}

/// A program with settings that are no single values, and profiles.
private struct Staged: PipelineProgram {
  /// Where the program goes.
  enum Stage: String, ConfigContent, CaseIterable { case dev, prod }

  /// A model that is tried.
  struct Model: ConfigRecord {
    let name: String
    let depth: Int
    let share: Float?
    let tags: [String]
  }

  @Config var stage: Stage = .dev
  @Config var regions: [String]
  @Config var models: [Model] = []
  @Config var first: Model = Model(name: "first", depth: 1, share: nil, tags: [])
  @Parameter var depth: Value<Int>

  static let base = Profile<Staged>("base") { $0.regions = ["us-west-2"] }
  static let profiles = [
    base,
    Profile("prod", basedOn: base) { staged in
      staged.stage = .prod
      staged.regions.append("eu-west-1")
    },
  ]

  init() {
    // What a profile gives is there already.
    _depth = Parameter(wrappedValue: Value(regions.count))
  }

  var pipelines: [Pipeline] {
    for region in regions {
      Pipeline("staged-\(stage)-\(region)", role: "arn:aws:iam::111122223333:role/R") {
        Assert(models.count < 3, "three models are too many")
        Lambda(
          "Send", functionArn: "arn:aws:lambda:us-west-2:111122223333:function:f",
          arguments: ["models": Literal(text), "first": Literal(first.name), "d": Literal(depth)])
      }
    }
  }

  /// The models, as a text.
  var text: String {
    models.map { "\($0.name)/\($0.depth)/\($0.share ?? 0)/\($0.tags.joined(separator: "+"))" }
      .joined(separator: " ")
  }
}

/// What settings can be beside single values, and who gives them.
@Suite struct SettingTests {
  @Test func `a profile gives what the one that it is based on gives, and more`() {
    #expect(Staged.names(profile: "base") == ["staged-dev-us-west-2"])
    #expect(
      Staged.names(profile: "prod") == ["staged-prod-us-west-2", "staged-prod-eu-west-1"])
  }

  @Test func `the command line counts more than a profile`() {
    let names = Staged.names(profile: "prod", settings: [("regions", "[\"x\"]"), ("stage", "dev")])
    #expect(names == ["staged-dev-x"])
  }

  @Test func `lists and records are given as JSON`() {
    let models = """
      [{"name": "a", "depth": 3, "share": 0.5, "tags": ["x", "y"]}, {"name": "b", "depth": 4, "tags": []}]
      """
    let definition = Staged.definition(
      settings: [
        ("regions", "[\"r\"]"), ("models", models),
        ("first", "{\"name\": \"q\", \"depth\": 1, \"tags\": []}"),
      ])
    #expect(definition.contains("\"models\": \"a/3/0.5/x+y b/4/0.0/\""), "\(definition)")
    #expect(definition.contains("\"first\": \"q\""))
    #expect(definition.contains("\"DefaultValue\": 1"))
  }

  @Test(arguments: [
    ("regions", "us-west-2"), ("regions", "[1]"), ("regions", "[\"a\""), ("models", "[{}]"),
    ("models", "[{\"name\": 1, \"depth\": 2, \"tags\": []}]"), ("models", "{}"),
    ("first", "[]"), ("first", "{\"name\": \"a\", \"depth\": \"b\", \"tags\": []}"),
    ("stage", "test"),
  ])
  func `what a setting can't be is reported where it is declared`(name: String, value: String) {
    let complaints = Staged.complaints(settings: [(name, value)])
    let mine = complaints.filter { $0.contains("`-D \(name)=") }
    #expect(mine.count == 1, "\(complaints)")
    #expect(mine.allSatisfy { $0.contains("ProgramTests.swift:") && $0.contains("wrong-type") })
  }

  @Test func `a setting that nothing gives a value is reported, and nothing else`() {
    let complaints = Staged.complaints()
    #expect(complaints.count == 1 && complaints[0].contains("error[missing-config]"))
    #expect(complaints[0].contains("`regions`"), "\(complaints)")
  }

  @Test func `a profile that there is not is reported with the nearest one`() {
    let complaints = Staged.complaints(profile: "prodd")
    #expect(complaints.contains { $0.contains("error[unknown-profile]") }, "\(complaints)")
  }

  @Test func `an assertion that does not hold is an error where it is written`() {
    let model = "{\"name\": \"a\", \"depth\": 3, \"tags\": []}"
    let complaints = Staged.complaints(
      settings: [("regions", "[\"r\"]"), ("models", "[\(model), \(model), \(model)]")])
    #expect(complaints.count == 1, "\(complaints)")
    #expect(complaints[0].contains("error[failed-assertion]: three models are too many"))
    #expect(complaints[0].contains("ProgramTests.swift:"))
  }
}
