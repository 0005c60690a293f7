import CourseModel

/// An identifier or a path of the package.
struct ExactName: Identifier {
    let text: String

    init(_ text: String) { self.text = text }
}
