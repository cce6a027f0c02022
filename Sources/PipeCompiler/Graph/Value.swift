/// An argument value: what JSON can say, and what is only known at run time.
///
/// Lists, objects and joins are runs in the graph's flat arrays, so a value is 13 bytes and two
/// places may share one.
package enum Value: Hashable, Sendable {
  /// JSON's `null`.
  case null
  /// `true` or `false`.
  case boolean(Bool)
  /// A number, spelled as it is to be emitted.
  case number(Symbol)
  /// A string known at build time.
  case string(Symbol)
  /// A list; the run is in `elements`.
  case list(Run)
  /// An object; the run is in `members`.
  case object(Run)
  /// A value known at run time, by its path: `Get`.
  case reference(Index<Reference>)
  /// The texts of several values with a separator between them: `Std:Join`; the run is in `elements`.
  case join(separator: Symbol, Run)
  /// A value inside a JSON file that a step writes: `Std:JsonGet`.
  case jsonGet(Index<JSONGet>)
  /// A length of time in seconds, until the field that takes it decides its spelling.
  ///
  /// Nothing in a finished graph uses one.
  case duration(UInt32)
}

/// A name and the value it has in an object.
package struct Member: Hashable, Sendable {
  /// The name.
  package let key: Symbol
  /// The value.
  package let value: Index<Value>
  /// Where the name is written, without quotes around it.
  package let origin: Origin
  /// `true` iff the author wants the member as it is, whatever pipec knows about it.
  package let isRaw: Bool

  /// Creates the member `key: value`.
  package init(
    _ key: Symbol, _ value: Index<Value>, at origin: Origin = .synthesized, isRaw: Bool = false
  ) {
    self.key = key
    self.value = value
    self.origin = origin
    self.isRaw = isRaw
  }
}

/// What a `Get` reads: a root, and a path from there.
package struct Reference: Hashable, Sendable {
  /// Where the path starts.
  package let root: ReferenceRoot
  /// The steps of the path; the run is in `segments`.
  package let path: Run

  /// Creates the reference that walks `path` from `root`.
  package init(_ root: ReferenceRoot, path: Run = .empty) {
    self.root = root
    self.path = path
  }
}

/// Where the path of a reference starts.
package enum ReferenceRoot: Hashable, Sendable {
  /// `Parameters.<name>`
  case parameter(Symbol)
  /// `Execution.<name>`
  case execution(Symbol)
  /// `PipelineExperimentConfig.<name>`
  case experiment(Symbol)
  /// `Steps.<name>`
  case step(Symbol)
  /// `ForEach.CurrentItem`
  case currentItem
  /// `IterationOutput.<step of the body>`, in the selector of a ForEach step
  case iterationOutput(Symbol)
  /// Text that follows none of these forms, kept as it was written.
  case unreadable(Symbol)
}

/// One step of a reference's path.
package enum PathSegment: Hashable, Sendable {
  /// `.Member`
  case member(Symbol)
  /// `[0]`, spelled as written
  case index(Symbol)
  /// `['key']`
  case key(Symbol)
}

/// What a `Std:JsonGet` reads.
package struct JSONGet: Hashable, Sendable {
  /// The file.
  package let file: JSONGetFile
  /// The path inside the file, as the service wants it: `metrics.mse.value`.
  package let path: Symbol

  /// Creates the value at `path` in `file`.
  package init(_ file: JSONGetFile, path: Symbol) {
    self.file = file
    self.path = path
  }
}

/// Which file a `Std:JsonGet` reads.
package enum JSONGetFile: Hashable, Sendable {
  /// The property file `name` that the step `step` declares.
  case propertyFile(step: Symbol, name: Symbol)
  /// The file at an S3 URI.
  case uri(Index<Value>)
}
