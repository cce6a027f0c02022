// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Nightly",
  platforms: [.macOS(.v26)],
  dependencies: [
    // In a repository of your own, name the place that you have pipec from:
    // .package(url: "https://git.example.com/pipec.git", from: "0.1.0")
    .package(name: "pipec", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "Nightly", dependencies: [.product(name: "PipeDSL", package: "pipec")]),
    .testTarget(
      name: "NightlyTests",
      dependencies: ["Nightly", .product(name: "PipeTesting", package: "pipec")]),
  ]
)
