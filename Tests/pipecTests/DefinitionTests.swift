import Testing

/// Definitions in JSON through the tool.
@Suite struct DefinitionTests {
  /// Returns the definition of a small pipeline whose only step fails with `message`.
  private static func definition(failingWith message: String) -> String {
    """
    {
      "Version": "2020-12-01",
      "Steps": [{ "Name": "Stop", "Type": "Fail", "Arguments": { "ErrorMessage": \(message) } }]
    }

    """
  }

  /// A definition without a mistake.
  private static let clean = definition(failingWith: #""stop""#)

  @Test func `a definition is known by its name, or by the brace that it begins with`() throws {
    let workspace = try Workspace(["a.json": Self.clean, "a": Self.clean, "b.pipe": Self.clean])
    for path in ["a.json", "a"] {
      let run = try workspace.run("check", path)
      #expect(run.errors == "no problems in 1 file\n" && run.status == 0)
    }
    let input = try workspace.run("check", "-", input: "\u{FEFF}\n\t " + Self.clean)
    #expect(input.errors == "no problems in 1 file\n" && input.status == 0)
    let text = try workspace.run("check", "b.pipe", "--format=concise")
    #expect(text.errors.contains("b.pipe:1:1: error[syntax-error]"))
  }

  @Test func `a mistake in a definition is reported where it stands`() throws {
    let workspace = try Workspace(["a.json": Self.definition(failingWith: "5")])
    let run = try workspace.run("check", "a.json", "--format=concise")
    #expect(run.errors.hasPrefix("a.json:3:78: error["))
    #expect(run.errors.hasSuffix("\n1 error in 1 file\n"))
    #expect(run.status == 1)
  }

  @Test func `a definition is built into the manifest that holds it`() throws {
    let role = "arn:aws:iam::111122223333:role/R"
    let workspace = try Workspace(["my def.v2.json": Self.clean])
    let run = try workspace.run("build", "my def.v2.json", "--role", role, "-o", "-")
    #expect(
      run.output == """
        apiVersion: sagemaker.services.k8s.aws/v1alpha1
        kind: Pipeline
        metadata:
          name: my-def
          annotations:
            services.k8s.aws/adoption-policy: adopt-or-create
        spec:
          pipelineName: my-def
          pipelineDisplayName: my-def
          roleARN: "arn:aws:iam::111122223333:role/R"
          pipelineDefinition: |
            {
              "Version": "2020-12-01",
              "Steps": [
                {
                  "Name": "Stop",
                  "Type": "Fail",
                  "Arguments": {
                    "ErrorMessage": "stop"
                  }
                }
              ]
            }

        """)
    #expect(run.errors == "" && run.status == 0)
    let bare = try workspace.run("build", "my def.v2.json", "--name", "b", "--format=concise")
    #expect(
      bare.errors
        == "my def.v2.json:3:4: warning[missing-role]: the pipeline `b` has no role\n"
        + "wrote out/b.json, out/b.yaml\n")
    let manifest = try workspace.run("build", "out/b.yaml", "--emit", "sagemaker", "-o", "-")
    #expect(manifest.output == (try workspace.read("out/b.json")) && manifest.status == 0)
    let again = try workspace.run("build", "out/b.yaml", "-o", "-")
    #expect(again.errors.contains("`out/b.yaml` is a manifest already") && again.status == 2)
    let both = try workspace.run("build", "out/b.yaml", "-o", "both", "--allow", "invalid-role")
    #expect(both.errors == "wrote both/b.json\n")
    let map = try workspace.run("build", "out/b.json", "--source-map")
    #expect(map.errors.contains("`--source-map` is for sources") && map.status == 2)
  }

  @Test func `what came after the day of the service is reported`() throws {
    let workspace = try Workspace(["a.json": Self.clean])
    func outcome(_ date: String) throws -> String {
      let run = try workspace.run("check", "a.json", "--format=concise", "--service", date)
      return "\(run.status): \(run.errors)"
    }
    #expect(try outcome("2022-02") == "0: no problems in 1 file\n")
    #expect(try outcome("2022-02-17") == "0: no problems in 1 file\n")
    #expect(try outcome("2022-02-16").contains("error[newer-than-service]"))
    #expect(try outcome("2022-01").hasPrefix("1: "))
  }
}

/// What the tool says about steps.
@Suite struct SchemaTests {
  @Test func `without a type the types are listed`() throws {
    let workspace = try Workspace()
    let types = try workspace.run("schema").output.split(separator: "\n").dropFirst()
      .map { String($0.dropFirst(2)) }
    #expect(types.first == "Processing" && types.contains("ForEach"))
    for type in types {
      let page = try workspace.run("schema", type)
      #expect(page.output.hasPrefix("\(type): step\n") && page.status == 0)
      let properties = try workspace.run("schema", type, "--properties")
      #expect(properties.output.hasPrefix("\(type): step\n") && properties.status == 0)
    }
  }

  @Test func `an object for programs has what the text has`() throws {
    let workspace = try Workspace()
    let text = try workspace.run("schema", "Training.StoppingCondition").output
    let json = try workspace.run("schema", "Training.StoppingCondition", "--format=json").output
    #expect(json.hasPrefix(#"{"path":"Training.StoppingCondition","type":"object","#))
    for line in text.split(separator: "\n").dropFirst() {
      let name = line.split(separator: " ")[0]
      #expect(json.contains("{\"name\":\"\(name)\",\"required\":false,"))
    }
  }
}
