import PipeCompiler

let help = """
  pipec-bench [--quick] [PHASE…]         times the phases on generated workloads
  pipec-bench generate N [SHAPE] [SEED]  prints the workload of N steps: chain, wide or diamond
  Phases: \(Phase.all.map(\.name).joined(separator: ", "))
  """

/// Times the phases called `names`, or all, on workloads of the given sizes.
func time(_ names: [String], sizes: [Int], budget: Duration) {
  Report.printHead()
  for phase in Phase.all where names.isEmpty || names.contains(phase.name) {
    for shape in Shape.allCases {
      for steps in sizes {
        let workload = Workload(shape, steps: steps)
        let body = phase.prepare(workload.source)
        Report.printRow(phase, workload, body.map { Timing(budget: budget, $0) })
      }
    }
  }
}

/// Does what the command line says and returns whether that was understood.
func run(_ arguments: [String]) -> Bool {
  if arguments.first == "generate" {
    guard arguments.count > 1, let steps = Int(arguments[1]), (0...1_000_000).contains(steps),
      let shape = Shape(rawValue: arguments.count > 2 ? arguments[2] : "chain"),
      let seed = UInt64(arguments.count > 3 ? arguments[3] : "1")
    else { return false }
    let source = Workload(shape, steps: steps, seed: seed).source
    print(String(decoding: source.bytes, as: UTF8.self), terminator: "")
    return true
  }
  let names = arguments.filter { $0 != "--quick" }
  guard names.allSatisfy({ name in Phase.all.contains { $0.name == name } }) else { return false }
  let isQuick = arguments.contains("--quick")
  time(
    names, sizes: isQuick ? [10, 500] : [10, 50, 500, 5_000],
    budget: .milliseconds(isQuick ? 20 : 500))
  return true
}

if !run(Array(CommandLine.arguments.dropFirst())) { print(help) }
