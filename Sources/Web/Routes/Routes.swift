internal import HTTPTypes

/// Every route of the shell: what is not here does not exist.
enum Routes {
    static let all: [Route] = [
        Route(.get, "/", for: .learner) { try await $0.catalogue() },
        Route(.get, "/courses/:course", for: .learner) { try await $0.courseHome() },
        Route(.get, "/courses/:course/play", for: .learner) { try await $0.player() },
        Route(.post, "/courses/:course/play", for: .learner) { try await $0.play() },
        Route(.post, "/courses/:course/play/content", for: .learner) { try await $0.launchContent() },
        Route(.post, "/courses/:course/notes", for: .learner) { try await $0.keepNote() },
        Route(.get, "/courses/:course/files/:version/*path", for: .learner) { try await $0.courseFile() },
        Route(.get, "/me", for: .learner) { try await $0.myLearning() },
        Route(.get, "/search", for: .learner) { try await $0.search() },
        Route(.get, "/launch", for: .learner) { try await $0.launchPage() },
        Route(.post, "/launch", for: .learner) { try await $0.launch() },
        Route(.post, "/api/import", for: .learner, answers: .api) { try await $0.importByProgram() },
        Route(.post, "/preferences", for: .everyone) { try await $0.keepPreferences() },
        Route(.get, "/help", for: .everyone) { $0.help() },
        Route(.get, "/accessibility", for: .everyone) { $0.accessibility() },
        Route(.get, "/assets/:name", for: .everyone) { try $0.asset() },
    ]
}
