// swift-tools-version: 6.2
import PackageDescription

/// What every target is held to.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One file without libraries starts three times faster than a dynamic executable, so releases are linked so.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-use-ld=lld", "-Xlinker", "--gc-sections", "-Xlinker", "-s"],
    .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "pipec",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "pipec", targets: ["pipec"]),
    .library(name: "PipeCompiler", targets: ["PipeCompiler"]),
    .library(name: "PipeDSL", targets: ["PipeDSL"]),
    .library(name: "PipeTesting", targets: ["PipeTesting"]),
  ],
  targets: [
    .target(name: "PipeCompiler", swiftSettings: strict),
    .target(
      name: "PipeDSL", dependencies: ["PipeCompiler", "PipeTool"], swiftSettings: strict),
    .target(name: "PipeTool", dependencies: ["PipeCompiler"], swiftSettings: strict),
    .target(
      name: "PipeTesting", dependencies: ["PipeCompiler", "PipeDSL", "PipeTool"],
      swiftSettings: strict),
    .executableTarget(
      name: "pipec", dependencies: ["PipeTool"], swiftSettings: strict,
      linkerSettings: standalone),
    .executableTarget(
      name: "pipec-bench", dependencies: ["PipeCompiler", "PipeDSL", "PipeTool"],
      path: "Benchmarks", swiftSettings: strict, linkerSettings: standalone),
    // Only a target of tests is left out of what `swift build` builds.
    .testTarget(
      name: "TestSupport", dependencies: ["PipeCompiler"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "PipeCompilerTests", dependencies: ["PipeCompiler", "TestSupport"],
      swiftSettings: strict),
    .target(
      name: "Examples", dependencies: ["PipeDSL"], path: "examples/Swift",
      swiftSettings: strict),
    .testTarget(
      name: "PipeDSLTests", dependencies: ["PipeDSL", "Examples", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "pipecTests", dependencies: ["pipec", "TestSupport"], swiftSettings: strict),
  ]
)
