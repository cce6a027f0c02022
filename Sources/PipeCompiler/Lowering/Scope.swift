/// A part of the program in which names are visible.
struct Scope {
  /// The scope around this one; a file's lies in none, which is -1.
  let parent: Int
  /// The scope that the names of steps belong to which are declared here.
  let home: Int
  /// The scope of a file or of a template's instance that this one is part of, loops or not.
  let trunk: Int
  /// The instance of a template that the scope is part of, or -1.
  let instance: Int
  /// `true` iff the scope is that of a branch or a loop's body.
  var isRegion = false
}

/// What one `use` made of a template.
struct Instance {
  /// The `use`.
  let use: NodeIndex
  /// The template.
  let template: NodeIndex
  /// What the names of the steps begin with, before a hyphen.
  let prefix: String
  /// The scope that the `use` stands in.
  let caller: Int
  /// The scope of the results.
  var results = 0
}

/// A `defaults` block.
struct DefaultsBlock {
  /// The declaration.
  let node: NodeIndex
  /// The scope that its items are read in.
  let scope: Int
  /// The scope whose steps it is about.
  let home: Int
}
