/// Puts a text into a file for people: the file is complete or as before, never half.
public func writeWhole(_ text: String, to path: String) throws(JournalError) {
    try SmallFile.replace(path, with: Array(text.utf8))
}
