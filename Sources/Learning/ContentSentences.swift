internal import CourseModel

/// What the engine says of content that talks to it out of turn.
enum ContentSentences {
    static let elsewhere = Sentence(
        fr: "Cette activité n’est plus celle qui est ouverte : elle l’est dans une autre fenêtre, ou elle est finie.",
        en: "This activity is no longer the one that is open: it is open in another window, or finished.")
    static let terminated = Sentence(
        fr: "Cette activité s’est terminée ; ouvrez-la de nouveau pour continuer.",
        en: "This activity has terminated; open it again to go on.")
}
