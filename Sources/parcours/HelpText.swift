internal import ArgumentParser
internal import CourseModel

/// A help text in the language of the command line or the locale.
func words(_ french: String, _ english: String) -> String {
    Sentence(fr: french, en: english).text(Failure.language)
}

/// The help of an option or argument, likewise.
func help(_ french: String, _ english: String) -> ArgumentHelp { ArgumentHelp(words(french, english)) }
