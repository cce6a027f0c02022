extension DiagnosticPage {
  /// The pages about resources beside the pipeline.
  static let ofResources: [DiagnosticID: DiagnosticPage] = [
    .unknownKind: DiagnosticPage(
      "A `resource` is of a kind that the ACK controller for SageMaker does not have.",
      why:
        "The resource definitions of its chart 1.9.1 are 26; the API server knows no other kind.",
      remedy: "Use one of the kinds that the message lists, or make it with a step or with AWS's "
        + "tools.",
      below: """
        step A: Lambda { \(exampleFunction) }
        resource Served: Endpoints { EndpointConfigName: "churn" }

        """),
    .duplicateResource: DiagnosticPage(
      "Two resources of one kind have the same name.",
      why: "They would be the same object, of which the last one that is applied remains.",
      remedy: "Rename one of them.",
      below: """
        step A: Lambda { \(exampleFunction) }
        resource First "churn": Endpoint { EndpointConfigName: "a" }
        resource Second "churn": Endpoint { EndpointConfigName: "b" }

        """),
    .fixedName: DiagnosticPage(
      "A resource that can't be changed is given a name that stays the same.",
      why: "The controller ends an update of such a kind with the condition `ACK.Terminal` "
        + "(`pkg/resource/*/sdk.go` of its chart 1.9.1), and names of jobs are unique for ever.",
      remedy:
        "Leave the member out: pipec makes a name with a hash of what the resource holds, and "
        + "what mentions the resource by `.name` follows.",
      below: """
        step A: Lambda { \(exampleFunction) }
        resource Config: EndpointConfig {
          EndpointConfigName: "churn"
          ProductionVariants: [{
            VariantName: "all", ModelName: "churn"
            InstanceType: "ml.m5.large", InitialInstanceCount: 1
          }]
        }

        """),
  ]

  /// The pages about what the ACK controller makes of the service's model.
  static let ofServedMembers: [DiagnosticID: DiagnosticPage] = [
    .unservedMember: DiagnosticPage(
      "A member of the request can't be said in a resource of the ACK controller.",
      why: "The resource definitions of its chart 1.9.1 leave it out, and the API server refuses "
        + "fields that it does not know. If this is allowed, the member is left out.",
      remedy:
        "Remove it, or make the resource in a step of the pipeline, or with AWS's tools. With "
        + "a newer controller, write it as `raw` in the controller's spelling.",
      below: """
        step A: Lambda { \(exampleFunction) }
        resource Served "churn": Endpoint {
          EndpointConfigName: "churn"
          DeploymentConfig: { RollingUpdatePolicy: {
            MaximumBatchSize: { Type: "INSTANCE_COUNT", Value: 1 }, WaitIntervalInSeconds: 60
          } }
        }
        resource Config: EndpointConfig {
          ShadowProductionVariants: []
          ProductionVariants: [{
            VariantName: "all", ModelName: "churn"
            InstanceType: "ml.m5.large", InitialInstanceCount: 1
          }]
        }

        """)
  ]
}
