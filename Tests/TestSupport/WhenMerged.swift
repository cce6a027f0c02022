package import Testing

/// `true` iff `compile` runs all phases.
package let frontEndIsMerged = true

extension Trait where Self == ConditionTrait {
  /// Marks a test that needs a `compile` which really compiles.
  package static var whenMerged: Self {
    .enabled(if: frontEndIsMerged, "until the front end is merged")
  }
}
