internal import ArgumentParser
internal import CourseModel

/// A help text in the language of the command line or the locale.
func words(_ french: String, _ english: String) -> String {
    switch Failure.language {
    case .french: french
    case .english: english
    }
}

/// The help of an option or argument, likewise.
func help(_ french: String, _ english: String) -> ArgumentHelp { ArgumentHelp(words(french, english)) }
