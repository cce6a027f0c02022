import PipeCompiler

extension ContentType {
  /// The type, as graphs have it.
  var scalarType: ScalarType {
    switch self {
    case .string: .string
    case .integer: .integer
    case .float: .float
    case .boolean: .boolean
    }
  }
}
