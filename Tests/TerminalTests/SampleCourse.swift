import Assessment
import CourseModel
import Learning

@testable import Terminal

/// A small course about the SPASER and an engine of a few lines, to draw and to drive.
struct SampleCourse {
    var view = SampleCourse.start
    var asked: [LearnerRequest] = []

    static let lesson = Lesson(
        title: "Qu’est-ce qu’un SPASER ?", objectives: [Lesson.Objective("O1.1")], durationSeconds: 480,
        sources: ["CCP, art. L. 2111-3"],
        screens: [
            .init(blocks: [
                .heading(level: 1, [.text("Un schéma, pas un marché")]),
                .paragraph([
                    .text("Le "), .strong([.text("SPASER")]),
                    .text(
                        " détermine les objectifs de politique d’achat «\u{A0}comportant des éléments à caractère social "
                    ),
                    .emphasis([.text("et")]), .text(" écologique\u{A0}» ; il est "),
                    .link(destination: "https://example.fr/l2111-3", [.text("public")]),
                    .text("."),
                ]),
                .list(
                    start: nil,
                    items: [
                        [.paragraph([.text("Plus de 50 M€ HT de dépenses par an : obligatoire.")])],
                        [
                            .paragraph([.text("En dessous : volontaire,")]),
                            .list(
                                start: 1,
                                items: [
                                    [.paragraph([.text("seul ;")])], [.paragraph([.text("ou conjoint.")])],
                                ]),
                        ],
                    ]),
                .callout(
                    kind: .exemple, title: "Nantes",
                    [.paragraph([.text("La ville, la métropole et des communes voisines ont un schéma conjoint.")])]),
            ]),
            .init(blocks: [
                .table(
                    Table(
                        alignments: [.leading, .trailing, .leading],
                        header: [[.text("Texte")], [.text("Année")], [.text("Apport")]],
                        rows: [
                            [[.text("Loi ESS")], [.text("2014")], [.text("crée le schéma, avec un volet social")]],
                            [
                                [.text("Loi industrie verte")], [.text("2023")],
                                [.text("tous les acheteurs, schéma conjoint")],
                            ],
                        ])),
                .quote([.paragraph([.text("Ce schéma est rendu public.")])]),
                .callout(kind: .attention, title: nil, [.paragraph([.text("La population n’est pas un critère.")])]),
                .callout(kind: .activite, title: nil, [.paragraph([.text("Cherchez le montant de vos marchés.")])]),
                .code(language: "text", "part = 29,2 %\n\tsoit 3 contrats sur 10"),
                .image(path: "media/frise.png", alternative: "Frise de 2014 à 2026", title: nil),
            ]),
        ])

    static let quiz = Quiz(
        title: "Quiz du module 1", mastery: Measure(0.8), attempts: 3,
        items: [
            Item(
                id: "m1-q1", points: 1,
                prompt: [.paragraph([.text("Exactement 50 M€ de dépenses : un SPASER est-il obligatoire ?")])],
                interaction: .choice(
                    Choice(
                        isMultiple: false,
                        options: [
                            .init(
                                id: "A", text: [.text("Oui, car le seuil est atteint.")], isCorrect: false,
                                feedback: [.paragraph([.text("Le texte exige un montant supérieur au seuil.")])]),
                            .init(
                                id: "B", text: [.text("Non, il faut dépasser 50 M€ HT.")], isCorrect: true,
                                feedback: [.paragraph([.text("Exact : L. 2111-3 combiné à D. 2111-3.")])]),
                        ]))),
            Item(
                id: "m1-q3", points: 2,
                prompt: [.paragraph([.text("Que doit contenir un SPASER selon le code ?")])],
                interaction: .choice(
                    Choice(
                        isMultiple: true,
                        options: [
                            .init(id: "A", text: [.text("Des objectifs sociaux")], isCorrect: true),
                            .init(id: "B", text: [.text("Une durée fixe de cinq ans")], isCorrect: false),
                            .init(id: "C", text: [.text("Des indicateurs précis")], isCorrect: true),
                        ]))),
            Item(
                id: "m1-q5", points: 1,
                prompt: [.paragraph([.text("Quel article institue le SPASER ?")])],
                interaction: .textEntry(TextEntry(accepted: ["L. 2111-3"]))),
            Item(
                id: "m1-q6", points: 2,
                prompt: [.paragraph([.text("Quel montant comparez-vous au seuil (en M€) ?")])],
                interaction: .numericEntry(NumericEntry(value: 47.3, tolerance: 0.05)),
                generalFeedback: [.paragraph([.text("21,4 + 9,8 + 17,3 − 1,2 = 47,3.")])]),
        ])

    static let lock = Lock(
        reason: "SB.2.9-3",
        sentence: Sentence(
            fr: "Réussissez d’abord le quiz du module 1 (80 %).", en: "Pass the quiz of module 1 first (80%)."),
        wayOut: ["quiz"])

    private static let progress: ProgressMeasure = {
        guard let progress = ProgressMeasure(0.2) else { preconditionFailure("0.2 lies between 0 and 1") }
        return progress
    }()

    static let start = SessionView(
        courseTitle: "Mission SPASER", outline: outline(at: "l1"), progress: progress,
        current: .lesson(id: "l1", lesson, screen: 0), canContinue: true, canPrevious: false)

    static func outline(at current: ActivityID) -> [OutlineEntry] {
        func entry(
            _ id: ActivityID, _ title: String, _ depth: Int, isLeaf: Bool = true,
            _ status: OutlineEntry.Status = .notStarted, lock: Lock? = nil, seconds: Int64? = nil,
            measure: Double? = nil
        ) -> OutlineEntry {
            OutlineEntry(
                id: id, title: title, depth: depth, isLeaf: isLeaf, status: status, isCurrent: id == current,
                isOpen: isLeaf && lock == nil, lock: lock, durationSeconds: seconds,
                measure: measure.flatMap { Measure($0) })
        }
        return [
            entry("course", "Mission SPASER", 0, isLeaf: false, .inProgress),
            entry("m1", "Module 1 – Comprendre", 1, isLeaf: false, .inProgress, seconds: 2700),
            entry("l0", "Bienvenue", 2, .completed, seconds: 120),
            entry("l1", "Qu’est-ce qu’un SPASER ?", 2, .inProgress, seconds: 480),
            entry(
                "web", "Vidéo : la parole aux élus, aux acheteurs et aux entreprises du territoire", 2, .notStarted,
                seconds: 600),
            entry("quiz", "Quiz du module 1", 2, .failed, measure: 0.5),
            entry("m2", "Module 2 – Mobiliser", 1, isLeaf: false, lock: lock, seconds: 2700),
            entry("l2", "Le portage politique", 2, lock: lock, seconds: 600),
            entry("l3", "Gouvernance", 2, lock: lock, seconds: 5400),
        ]
    }

    static func quizView(answers: [String: QuizView.Answer] = [:], retryLock: Lock? = nil, attempt: Int = 1) -> QuizView
    {
        QuizView(
            id: "quiz", quiz: quiz, attempt: attempt, attemptLimit: 3, answers: answers,
            nextItem: quiz.items.firstIndex { answers[$0.id] == nil }, mastery: Measure(0.8),
            best: answers.count == quiz.items.count ? Measure(0.5) : nil, retryLock: retryLock)
    }

    /// All four questions answered, two of them right.
    static var finished: QuizView {
        let responses = [["A"], ["A", "C"], ["L. 2111-3"], ["48,5"]].map { Response($0) }
        var answers: [String: QuizView.Answer] = [:]
        for (item, response) in zip(quiz.items, responses) {
            answers[item.id] = .init(response: response, outcome: outcome(item, response))
        }
        return quizView(answers: answers)
    }

    /// Does what an engine would, as far as a shell can tell.
    mutating func perform(_ request: LearnerRequest) -> TerminalShell.Reply {
        asked.append(request)
        switch request {
        case .screen(let screen): view.current = .lesson(id: "l1", Self.lesson, screen: screen)
        case .answer(let item, let response): return answer(item, response)
        case .retry: view.current = .quiz(Self.quizView(attempt: 2))
        case .navigate(.continue): goOn()
        case .navigate(.choice("l2")): return .refused(view, Self.lock)
        case .navigate(.choice(let id)): go(to: id)
        case .navigate(.previous): go(to: "l1")
        case .navigate(.suspendAll): view.current = .ended
        case .navigate, .note: break
        }
        return .view(view)
    }

    private mutating func goOn() {
        switch view.current {
        case .lesson: go(to: "web")
        case .web: go(to: "quiz")
        case .quiz, .map, .ended: view.current = .ended
        }
    }

    private mutating func go(to id: ActivityID) {
        view.outline = Self.outline(at: id)
        view.canPrevious = id != "l1"
        switch id {
        case "web": view.current = .web(id: id, title: "Vidéo : la parole aux élus", href: "video.html")
        case "quiz": view.current = .quiz(Self.quizView())
        default: view.current = .lesson(id: "l1", Self.lesson, screen: 0)
        }
    }

    private mutating func answer(_ id: String, _ response: Response) -> TerminalShell.Reply {
        guard case .quiz(let quiz) = view.current, let item = Self.quiz.items.first(where: { $0.id == id }) else {
            return .failed(Sentence(fr: "Le disque est plein : rien n’est enregistré.", en: "The disk is full."))
        }
        if response.values == ["abc1"] {
            return .refused(view, Lock(reason: "response", sentence: Words.notANumber, wayOut: []))
        }
        var answers = quiz.answers
        answers[id] = .init(response: response, outcome: Self.outcome(item, response))
        view.current = .quiz(Self.quizView(answers: answers, attempt: quiz.attempt))
        return .view(view)
    }

    static func outcome(_ item: Item, _ response: Response) -> Outcome {
        switch item.interaction {
        case .choice(let choice):
            let chosen = choice.options.filter { response.values.contains($0.id) }
            let right = choice.options.filter(\.isCorrect).map(\.id)
            let isRight = right == chosen.map(\.id)
            return Outcome(score: isRight ? item.points : 0, max: item.points, feedback: chosen.flatMap(\.feedback))
        case .textEntry(let entry):
            return Outcome(score: entry.accepted == response.values ? item.points : 0, max: item.points, feedback: [])
        case .numericEntry:
            return Outcome(score: response.values == ["47,3"] ? item.points : 0, max: item.points, feedback: [])
        }
    }
}

/// A drawing in a language on so many columns.
func draw(_ language: Language, _ columns: Int, isPlain: Bool = false) -> Drawing {
    Drawing(language: language, columns: columns, isPlain: isPlain)
}

/// A whole screen as one reads it; the blanks of French typography look like any other.
func text(of screen: Screen) -> String {
    String(screen.linear.plainText.map { $0 == "\u{A0}" ? " " : $0 })
}

/// Chance that is the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
