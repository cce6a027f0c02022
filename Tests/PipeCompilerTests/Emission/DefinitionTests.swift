import PipeCompiler
import Testing

/// The pipeline definition around its steps, and the steps' envelopes.
struct DefinitionTests {
  @Test func `a pipeline without anything has a version and an empty list of steps`() {
    #expect(
      GraphDraft().emitted(as: .sagemaker) == """
        {
          "Version": "2020-12-01",
          "Steps": []
        }

        """)
  }

  @Test func `the header's fields stand in the service's order`() {
    var builder = GraphDraft()
    let other = builder.texts(["A": "b"])
    let mlflow = builder.texts(["MlflowResourceArn": "arn"])
    let experiment = builder.value(.null)
    let metadata = builder.texts(["team": "x"])
    builder.graph.header.fields = [
      Member(builder.symbol("Later"), other), Member(builder.symbol("MlflowConfig"), mlflow),
      Member(builder.symbol("PipelineExperimentConfig"), experiment),
      Member(builder.symbol("Metadata"), metadata),
    ]
    builder.declare("N", .string)
    #expect(
      builder.emitted(as: .sagemaker) == """
        {
          "Version": "2020-12-01",
          "Metadata": {
            "team": "x"
          },
          "Parameters": [
            {
              "Name": "N",
              "Type": "String"
            }
          ],
          "PipelineExperimentConfig": null,
          "MlflowConfig": {
            "MlflowResourceArn": "arn"
          },
          "Later": {
            "A": "b"
          },
          "Steps": []
        }

        """)
  }

  @Test func `empty metadata are emitted as they are given`() {
    var builder = GraphDraft()
    let metadata = builder.object([:])
    builder.graph.header.fields = [Member(builder.symbol("Metadata"), metadata)]
    #expect(builder.emitted(as: .sagemaker).contains("\n  \"Metadata\": {},\n"))
  }

  @Test func `a parameter has a name, a type, a default value and its values, in this order`() {
    var builder = GraphDraft()
    let values = builder.list([builder.string("a"), builder.string("b")])
    let mode = builder.string("a")
    builder.declare("Mode", .string, mode, in: values)
    let flag = builder.value(.boolean(false))
    builder.declare("Flag", .boolean, flag)
    let count = builder.number("3")
    builder.declare("Count", .integer, count)
    #expect(
      builder.emitted(as: .sagemaker) == """
        {
          "Version": "2020-12-01",
          "Parameters": [
            {
              "Name": "Mode",
              "Type": "String",
              "DefaultValue": "a",
              "EnumValues": [
                "a",
                "b"
              ]
            },
            {
              "Name": "Flag",
              "Type": "Boolean",
              "DefaultValue": false
            },
            {
              "Name": "Count",
              "Type": "Integer",
              "DefaultValue": 3
            }
          ],
          "Steps": []
        }

        """)
  }

  @Test(arguments: [("6", "6.0"), ("-6", "-6.0"), ("0.5", "0.5"), ("1e3", "1e3"), ("2E-1", "2E-1")])
  func `the default of a float never looks like an integer`(lexeme: String, emitted: String) {
    var builder = GraphDraft()
    let value = builder.number(lexeme)
    builder.declare("F", .float, value)
    #expect(builder.emitted(as: .sagemaker).contains("\"DefaultValue\": \(emitted)\n"))
  }

  @Test func `a step's members stand in the service's order`() {
    var builder = GraphDraft()
    let arguments = builder.object([:])
    let text = builder.string("t")
    let policies = builder.list([builder.texts(["A": "b"])])
    let cache = builder.object(["Enabled": builder.value(.boolean(true))])
    let after = [builder.after("B"), builder.after("C", .failed), builder.after("D", .any)]
    let fields = builder.graph.addMembers([Member(builder.symbol("PropertyFiles"), text)])
    builder.step("A", .processing, .arguments(arguments)) {
      $0.dependencies = after
      $0.displayName = text
      $0.description = text
      $0.retryPolicies = policies
      $0.cacheConfig = cache
      $0.fields = fields
    }
    #expect(
      builder.emitted(as: .sagemaker) == """
        {
          "Version": "2020-12-01",
          "Steps": [
            {
              "Name": "A",
              "Type": "Processing",
              "Arguments": {},
              "DependsOn": [
                "B",
                {
                  "Step": "C",
                  "Trigger": "Failed"
                },
                {
                  "Step": "D",
                  "Trigger": "Any"
                }
              ],
              "DisplayName": "t",
              "Description": "t",
              "RetryPolicies": [
                {
                  "A": "b"
                }
              ],
              "CacheConfig": {
                "Enabled": true
              },
              "PropertyFiles": "t"
            }
          ]
        }

        """)
  }

  @Test func `a step without arguments has none, not empty ones`() {
    var builder = GraphDraft()
    builder.step("A", .callback, .arguments(nil))
    #expect(!builder.emitted(as: .sagemaker).contains("Arguments"))
  }

  @Test(arguments: StepKind.allCases.filter { $0 != .other })
  func `every type is emitted as its name`(kind: StepKind) {
    var builder = GraphDraft()
    builder.step("A", kind, .arguments(nil))
    #expect(builder.emitted(as: .sagemaker).contains("\"Type\": \"\(kind.rawValue)\"\n"))
  }

  @Test func `an unknown type keeps its name`() {
    var builder = GraphDraft()
    let name = builder.symbol("Teleport")
    builder.step("A", .other, .arguments(nil)) { $0.typeName = name }
    #expect(builder.emitted(as: .sagemaker).contains("\"Type\": \"Teleport\"\n"))
  }
}
