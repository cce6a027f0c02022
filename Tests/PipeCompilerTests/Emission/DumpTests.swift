import PipeCompiler
import Testing

/// The graph as text.
struct DumpTests {
  @Test func `a dump shows everything once`() {
    var builder = GraphDraft("churn")
    builder.graph.header.role = builder.string("arn")
    builder.graph.header.tags = builder.texts(["team": "x"])
    let threshold = builder.number("0.5")
    builder.declare("Threshold", .float, threshold)
    let bucket = builder.parameter("Bucket")
    let uri = builder.join("/", [builder.string("s3:/"), bucket])
    let train = builder.object([
      "Uri": uri, "odd key": builder.list([builder.number("1"), builder.object(["A": bucket])]),
      "None": builder.list([]),
    ])
    let after = [builder.after("Prep"), builder.after("Other", .failed)]
    builder.step("Train", .training, .arguments(train)) { $0.dependencies = after }
    let (then, otherwise) = (builder.region(.then), builder.region(.otherwise))
    let report = builder.report("Train", "R", "mse")
    let limit = builder.parameter("Threshold")
    let less = builder.graph.conditions.append(.comparison(.lessThan, left: report, right: limit))
    let not = builder.graph.conditions.append(.not(less))
    builder.step("Gate", .condition, .condition([not, less], then: then, otherwise: otherwise))
    builder.fail("Stop", "a\nb", in: then)
    #expect(
      builder.graph.dump() == #"""
        pipeline "churn"
          role = "arn"
          tags
            team = "x"
        parameter Threshold: Float = 0.5
        step Train: Training
          after Prep
          after Other Failed
          Arguments
            Uri = join "/" ["s3:/", Parameters.Bucket]
            "odd key"
              - 1
              -
                A = Parameters.Bucket
            None = []
        step Gate: Condition
          if Not(LessThan(json(Steps.Train.PropertyFiles.R, "mse"), Parameters.Threshold))
          if LessThan(json(Steps.Train.PropertyFiles.R, "mse"), Parameters.Threshold)
          then
            step Stop: Fail
              Arguments
                ErrorMessage = "a\nb"
          else

        """#)
  }

  @Test func `a loop shows its items, its limit, its selector and its body`() {
    var builder = GraphDraft()
    let body = builder.region(.body)
    let items = builder.list([builder.string("a"), builder.string("b")])
    let limit = builder.number("5")
    let field = builder.reference(
      .iterationOutput(builder.symbol("B")), .key(builder.symbol("score")))
    let selector = Selector(takesLargest: false, field: field)
    let loop = ForEach(items: items, maxConcurrency: limit, body: body, selector: selector)
    builder.step("Fan", .forEach, .forEach(loop))
    builder.fail("B", "x", in: body)
    #expect(
      builder.graph.dump() == #"""
        pipeline "p"
        step Fan: ForEach
          items
            - "a"
            - "b"
          maxConcurrency = 5
          select min by IterationOutput.B['score']
          body
            step B: Fail
              Arguments
                ErrorMessage = "x"

        """#)
  }
}
