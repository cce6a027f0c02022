import PipeCompiler

/// Compiles files and prints what is wrong with them.
func check(_ arguments: Arguments) throws(Failure) -> ExitStatus {
  let format = try arguments.format
  let options = try arguments.compilerOptions
  let files = try readInputs(arguments.operands, for: .check)
  let products = compileAll(files, options: options)
  let report = Report(products, as: format)
  try report.print()
  if !format.standsAlone { Terminal.complain("\(report.summary)\n") }
  return report.isFailure ? .problems : .clean
}
