public import CourseModel

/// What content may ask before it navigates (`adl.nav.request_valid`).
public enum NavigationQuestion: Hashable, Sendable {
    case `continue`, previous
    case choice(ActivityID)
    case jump(ActivityID)
}
