/// Returns `noun` behind the indefinite article that it takes: "a Training step", "an EMR step".
func withArticle(_ noun: String) -> String {
  // The names of step types are read as words or letter by letter; both ways these take "an".
  let takesAn = noun.utf8.first.map { "AEIO".utf8.contains($0) } ?? false
  return "\(takesAn ? "an" : "a") \(noun)"
}
