import TestSupport
import Testing

/// `pipec image`.
@Suite struct ImageTests {
  @Test func `a line of standard input is a query, and has a line of output`() throws {
    let run = try Workspace().run(
      "image", "-",
      input: """
        xgboost 1.7-1 --region eu-central-1
        xgbost 1.7-1 --region eu-central-1
        kmeans --regin eu-central-1
        kmeans --region eu-central-1
        """)
    #expect(
      run.output == """
        492215442770.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-xgboost:1.7-1


        664544806723.dkr.ecr.eu-central-1.amazonaws.com/kmeans:1

        """)
    #expect(
      run.errors == """
        <stdin>:2: AWS publishes no image `xgbost` for SageMaker: did you mean `xgboost`?
        <stdin>:3: unknown option `--regin` of `pipec image`: did you mean `--region`?

        """)
    #expect(run.status == 1)
  }

  @Test func `a query without an answer is wrong usage`() throws {
    let run = try Workspace().run("image", "kmeans")
    #expect(run.output == "" && run.status == 2)
    #expect(run.errors == "pipec: `pipec image` needs a region: `--region us-east-1`\n")
  }

  @Test func `every name that is listed has versions`() throws {
    let workspace = try Workspace()
    let names = try workspace.run("image").output.split(separator: "\n")
    #expect(names.count > 80)
    for name in names.prefix(5) {
      let run = try workspace.run("image", String(name), "--all")
      #expect(run.status == 0 && run.output.contains("version "))
    }
  }
}
