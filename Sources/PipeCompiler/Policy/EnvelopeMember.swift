/// The members that steps of every type may have beside their arguments.
enum EnvelopeMember {
  /// Their names. Source: `Step` and `ConfigurableRetryStep` of the SageMaker Python SDK.
  static let names = ["DisplayName", "Description", "DependsOn", "RetryPolicies", "CacheConfig"]
}
