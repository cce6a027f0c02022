import TestSupport
import Testing

@Suite struct GraphTests {
  /// A pipeline of two steps, which are ordered.
  private static let source = """
    pipeline "two" { role: "arn:aws:iam::111122223333:role/R" }
    step A: Lambda { FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:f" }
    step B: Lambda {
      FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:f"
      after: A
    }
    step C: Lambda { FunctionArn: "arn:aws:lambda:us-east-1:111122223333:function:f" }

    """

  @Test func `a pipeline is drawn as text unless another form is asked for`() throws {
    let workspace = try Workspace(["two.pipe": Self.source])
    let text = try workspace.run("graph", "two.pipe")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("two: 3 steps in 2 layers"))
    for (form, start) in [("mermaid", "flowchart TD\n"), ("dot", "digraph"), ("svg", "<svg ")] {
      let run = try workspace.run("graph", "two.pipe", "--format", form)
      #expect(run.status == 0 && run.output.hasPrefix(start), "\(form)")
    }
  }

  @Test func `a drawing is written to a file, and only if it changes`() throws {
    let workspace = try Workspace(["two.pipe": Self.source])
    let first = try workspace.run("graph", "two.pipe", "--format", "svg", "-o", "two.svg")
    #expect(first.output == "" && first.errors == "wrote two.svg\n")
    let second = try workspace.run("graph", "two.pipe", "--format", "svg", "-o", "two.svg")
    #expect(second.errors == "two.svg unchanged\n")
    #expect(try workspace.read("two.svg").hasSuffix("</svg>\n"))
  }

  @Test func `one of several pipelines is chosen by its name, with the values of a profile`() throws
  {
    let source = """
      config regions: [String]
      profile eu { regions = ["eu-west-1", "eu-north-1"] }
      pipeline "p-\\(region)" for region in regions { role: "arn:aws:iam::111122223333:role/R" }
      step A: Lambda { FunctionArn: "arn:aws:lambda:\\(region):111122223333:function:f" }

      """
    let workspace = try Workspace(["p.pipe": source])
    for command in ["graph", "simulate", "iam"] {
      let run = try workspace.run(command, "p.pipe", "--profile=eu", "--pipeline=p-eu-north-1")
      #expect(run.status == 0 && run.errors == "", "\(command)")
      #expect(run.output != "", "\(command)")
      let open = try workspace.run(command, "p.pipe", "--profile", "eu")
      #expect(open.errors.hasSuffix("`--pipeline NAME`, of p-eu-west-1, p-eu-north-1\n"))
      #expect(open.status == 2)
      let wrong = try workspace.run(command, "p.pipe", "--profile=eu", "--pipeline=p-eu-nort-1")
      #expect(wrong.status == 2 && wrong.errors.contains("did you mean `p-eu-north-1`?"))
    }
    #expect(try workspace.run("test", "p.pipe", "--profile", "eu").errors == "")
    #expect(try workspace.run("diff", "p.pipe", "p.pipe", "--profile", "eu").status == 0)
  }

  @Test func `resources without a pipeline are no pipeline`() throws {
    let source = """
      resource M "m": Model {
        PrimaryContainer: { Image: "111122223333.dkr.ecr.us-west-2.amazonaws.com/churn:1" }
        ExecutionRoleArn: "arn:aws:iam::111122223333:role/R"
      }

      """
    let workspace = try Workspace(["m.pipe": source])
    for command in ["graph", "simulate", "iam"] {
      let run = try workspace.run(command, "m.pipe")
      #expect(run.errors == "pipec: `m.pipe` has no pipeline: `pipec \(command)` needs one\n")
      #expect(run.status == 2 && run.output == "")
    }
  }

  @Test func `nothing is drawn of what has an error`() throws {
    let workspace = try Workspace(["wrong.pipe": "step A: Lambda {"])
    let run = try workspace.run("graph", "wrong.pipe", "-o", "wrong.txt")
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.hasSuffix("nothing drawn\n"))
    #expect(try workspace.list(".") == ["wrong.pipe"])
  }

  @Test func `the reasons of an order are given with their places`() throws {
    let workspace = try Workspace(["two.pipe": Self.source])
    let direct = try workspace.run("graph", "two.pipe", "--why", "A", "B")
    #expect(direct.output == "`B` waits for `A`:\n  two.pipe:5:10: comes after it\n")
    let reversed = try workspace.run("graph", "two.pipe", "--why", "B", "A")
    #expect(reversed.output.hasPrefix("`A` does not wait for `B`, but `B` waits for `A`:\n"))
    let none = try workspace.run("graph", "two.pipe", "--why", "A", "C")
    #expect(none.status == 0 && none.output == "neither of `A` and `C` waits for the other\n")
  }

  @Test func `a step or form that there is not is a wrong use`() throws {
    let workspace = try Workspace(["two.pipe": Self.source])
    let step = try workspace.run("graph", "two.pipe", "--why", "A", "D")
    #expect(step.status == 2 && step.errors.hasPrefix("pipec: there is no step `D`"))
    let form = try workspace.run("graph", "two.pipe", "--format", "sgv")
    #expect(form.status == 2 && form.errors.contains("did you mean `svg`?"))
    #expect(try workspace.run("graph", "two.pipe", "--why", "A").status == 2)
    #expect(try workspace.run("graph", "two.pipe", "two.pipe").status == 2)
  }
}
