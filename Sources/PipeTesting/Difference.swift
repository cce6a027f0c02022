public import PipeCompiler
public import PipeDSL
import PipeTool

/// Returns how what `program` builds differs from the files in `directory`: a unified diff, or the
/// errors if there are any; empty iff all is well.
///
/// It works in tests of any kind, since it knows none:
///
/// ```swift
/// let difference = differenceFromFiles(of: Nightly.self, in: "../../out")
/// #expect(difference.isEmpty, "\(difference)")        // Swift Testing
/// XCTAssertEqual(difference, "")                      // XCTest
/// ```
///
/// With `PIPEC_UPDATE_GOLDENS=1` in the environment the files are written instead.
///
/// - Parameters:
///   - program: The program.
///   - directory: The directory with `<pipeline>.json` and `<pipeline>.yaml`, absolute or relative to
///     that of the file of the call.
///   - options: What is chosen about the compilation, such as the values of settings.
///   - file: The file of the call.
/// - Returns: The difference, as text.
public func differenceFromFiles<Program: PipelineProgram>(
  of program: Program.Type, in directory: String, options: CompilerOptions = CompilerOptions(),
  file: String = #filePath
) -> String {
  let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
  let path = directory.hasPrefix("/") ? directory : folder + directory
  return Goldens.difference(of: Program.compiledInPlace(options: options), from: path)
}
