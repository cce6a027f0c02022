import PipeCompiler
import Testing

/// Condition and ForEach steps in the pipeline definition.
struct ControlFlowTests {
  @Test func `a condition step has conditions and both branches, empty ones too`() {
    var builder = GraphDraft()
    let (then, otherwise) = (builder.region(.then), builder.region(.otherwise))
    let mode = builder.parameter("Mode")
    let full = builder.string("full")
    let equals = builder.graph.conditions.append(.comparison(.equals, left: mode, right: full))
    builder.step("Gate", .condition, .condition([equals], then: then, otherwise: otherwise))
    builder.fail("Stop", "no", in: then)
    #expect(
      builder.emitted(as: .sagemaker) == """
        {
          "Version": "2020-12-01",
          "Steps": [
            {
              "Name": "Gate",
              "Type": "Condition",
              "Arguments": {
                "Conditions": [
                  {
                    "Type": "Equals",
                    "LeftValue": {
                      "Get": "Parameters.Mode"
                    },
                    "RightValue": "full"
                  }
                ],
                "IfSteps": [
                  {
                    "Name": "Stop",
                    "Type": "Fail",
                    "Arguments": {
                      "ErrorMessage": "no"
                    }
                  }
                ],
                "ElseSteps": []
              }
            }
          ]
        }

        """)
  }

  @Test func `memberships, negations and alternatives have the forms that the service reads`() {
    var builder = GraphDraft()
    let (then, otherwise) = (builder.region(.then), builder.region(.otherwise))
    let (one, two) = (builder.number("1"), builder.number("2"))
    let options = builder.graph.addElements([one, two])
    let member = builder.graph.conditions.append(.membership(query: one, options: options))
    let not = builder.graph.conditions.append(.not(member))
    let less = builder.graph.conditions.append(.comparison(.lessThan, left: one, right: two))
    builder.graph.conditionLists = [not, less]
    let or = builder.graph.conditions.append(.or(Run(start: 0, count: 2)))
    builder.step("Gate", .condition, .condition([or], then: then, otherwise: otherwise))
    #expect(
      builder.emitted(as: .sagemaker).contains(
        """
                "Conditions": [
                  {
                    "Type": "Or",
                    "Conditions": [
                      {
                        "Type": "Not",
                        "Condition": {
                          "Type": "In",
                          "QueryValue": 1,
                          "Values": [
                            1,
                            2
                          ]
                        }
                      },
                      {
                        "Type": "LessThan",
                        "LeftValue": 1,
                        "RightValue": 2
                      }
                    ]
                  }
                ],

        """))
  }

  @Test(arguments: Comparison.allCases)
  func `every comparison is emitted as its name`(comparison: Comparison) {
    var builder = GraphDraft()
    let (then, otherwise) = (builder.region(.then), builder.region(.otherwise))
    let (one, two) = (builder.number("1"), builder.string("b"))
    let condition = builder.graph.conditions.append(
      .comparison(comparison, left: one, right: two))
    builder.step("Gate", .condition, .condition([condition], then: then, otherwise: otherwise))
    #expect(
      builder.emitted(as: .sagemaker).contains(
        """
                  {
                    "Type": "\(comparison.rawValue)",
                    "LeftValue": 1,
                    "RightValue": "b"
                  }

        """))
  }

  @Test func `a loop has items, a limit, a selector and a body`() {
    var builder = GraphDraft()
    let body = builder.region(.body)
    let items = builder.parameter("Items")
    let limit = builder.number("5")
    let field = builder.reference(
      .iterationOutput(builder.symbol("Body")), .member(builder.symbol("OutputParameters")),
      .key(builder.symbol("score")))
    let selector = Selector(takesLargest: true, field: field)
    let loop = ForEach(items: items, maxConcurrency: limit, body: body, selector: selector)
    builder.step("Fan", .forEach, .forEach(loop))
    builder.fail("Body", "x", in: body)
    #expect(
      builder.emitted(as: .sagemaker).contains(
        """
              "Arguments": {
                "IterableItems": {
                  "Get": "Parameters.Items"
                },
                "MaxConcurrency": 5,
                "Selector": {
                  "Pick": "MaxBy",
                  "Field": {
                    "Get": "IterationOutput.Body.OutputParameters['score']"
                  }
                },
                "ForEachBody": [
                  {
                    "Name": "Body",

        """))
  }

  @Test func `a loop without a selector has none`() {
    var builder = GraphDraft()
    let body = builder.region(.body)
    let items = builder.list([])
    let loop = ForEach(items: items, maxConcurrency: nil, body: body, selector: nil)
    builder.step("Fan", .forEach, .forEach(loop))
    #expect(
      builder.emitted(as: .sagemaker).contains(
        """
              "Arguments": {
                "IterableItems": [],
                "ForEachBody": []
              }

        """))
  }
}
