import CourseModel

extension ManifestReader {
    mutating func readCourseStructure(_ root: Element, summary: inout PackageSummary) -> Course? { nil }
}
