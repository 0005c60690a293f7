internal import CourseHost
internal import HTTPTypes

/// Every route of the shell: what is not here does not exist.
enum Routes {
    static let all: [Route] = courses + people

    /// Courses, and what helps with them.
    static let courses: [Route] = [
        Route(.get, "/", for: .browseCourses) { try await $0.catalogue() },
        Route(.get, "/courses/:course", for: .browseCourses) { try await $0.courseHome() },
        Route(.get, "/courses/:course/play", for: .learn) { try await $0.player() },
        Route(.post, "/courses/:course/play", for: .learn) { try await $0.play() },
        Route(.post, "/courses/:course/play/content", for: .learn) { try await $0.launchContent() },
        Route(.post, "/courses/:course/notes", for: .learn) { try await $0.keepNote() },
        Route(.get, "/courses/:course/files/:version/*path", for: .learn) { try await $0.courseFile() },
        Route(.get, "/me", for: .learn) { try await $0.myLearning() },
        Route(.get, "/search", for: .browseCourses) { try await $0.search() },
        Route(.get, "/launch", for: .learn) { try await $0.launchPage() },
        Route(.post, "/launch", for: .learn) { try await $0.launch() },
        Route(.get, "/import", for: .importCourse) { $0.importPage() },
        Route(.post, "/import", for: .importCourse) { try await $0.examineImport() },
        Route(.post, "/import/publish", for: .importCourse) { try await $0.publishImport() },
        Route(.post, "/api/import", for: .importCourse, answers: .api) { try await $0.importByProgram() },
        Route(.post, "/preferences", for: .readPublicPages) { try await $0.keepPreferences() },
        Route(.get, "/help", for: .readPublicPages) { $0.help() },
        Route(.get, "/accessibility", for: .readPublicPages) { $0.accessibility() },
        Route(.get, "/assets/:name", for: .readPublicPages) { try $0.asset() },
    ]

    /// Accounts, sessions and groups.
    static let people: [Route] = [
        Route(.get, "/sign-in", for: .readPublicPages) { try $0.signInPage() },
        Route(.post, "/sign-in", for: .readPublicPages) { try await $0.signIn() },
        Route(.post, "/sign-out", for: .readPublicPages) { try await $0.signOut() },
        Route(.get, "/invitation/:code", for: .readPublicPages) { try await $0.invitation() },
        Route(.post, "/invitation/:code", for: .readPublicPages) { try await $0.acceptInvitation() },
        Route(.get, "/account", for: .learn) { try await $0.accountPage() },
        Route(.post, "/account/password", for: .learn) { try await $0.changePassword() },
        Route(.post, "/account/sessions", for: .learn) { try await $0.endOtherSessions() },
        Route(.get, "/groups", for: .followGroup) { try await $0.groupList() },
        Route(.get, "/groups/:group", for: .followGroup) { try await $0.groupPage() },
    ]
}
