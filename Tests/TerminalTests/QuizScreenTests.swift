import CourseModel
import Testing

@testable import Terminal

/// Whole screens of a quiz as text; U+00A0 is shown as a blank.
@Suite("Quiz Screen")
struct QuizScreenTests {
    private let view = SampleCourse.start
    private let draft = Draft(chosen: [0, 2], reached: 2)
    private let finished = SampleCourse.finished

    @Test("A question with several answers chosen")
    func qFr80() {
        let screen = draw(.french, 80).questionScreen(view, SampleCourse.quizView(), item: 1, draft: draft)
        #expect(
            text(of: screen) == """
                Mission SPASER › Quiz du module 1                          [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                2 points · tentative 1 sur 3 · seuil de réussite : 80 %

                Que doit contenir un SPASER selon le code ?

                Plusieurs réponses possibles.

                  [x] A  Des objectifs sociaux

                  [ ] B  Une durée fixe de cinq ans

                › [x] C  Des indicateurs précis

                A–C cocher   Entrée valider   m carte   h aide   q quitter

                """)
    }

    @Test("A question in plain mode says what can be typed")
    func qEnPlain() {
        let screen = draw(.english, 80, isPlain: true).questionScreen(
            view, SampleCourse.quizView(), item: 1, draft: draft)
        #expect(
            text(of: screen) == """
                Mission SPASER – Quiz du module 1
                Progress: 20%
                Question 2 of 4

                2 points, attempt 1 of 3, pass mark: 80%

                Que doit contenir un SPASER selon le code ?

                Several answers are possible.
                A. Des objectifs sociaux
                B. Une durée fixe de cinq ans
                C. Des indicateurs précis

                Type one or more letters from A to C, for example: A C.
                Type: map, help or quit.

                """)
    }

    @Test("Feedback on a wrong answer")
    func feedbackFr80() {
        let screen = draw(.french, 80).feedbackScreen(view, finished, item: "m1-q1")
        #expect(
            text(of: screen) == """
                Mission SPASER › Quiz du module 1                          [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                ✗ Réponse inexacte · 0 sur 1 point

                Votre réponse :
                  A  Oui, car le seuil est atteint.

                Le texte exige un montant supérieur au seuil.

                │ Exactement 50 M€ de dépenses : un SPASER est-il obligatoire ?

                → suivant   m carte   h aide   q quitter

                """)
    }

    @Test("The result of a failed attempt, with its review")
    func resultFr80() {
        let screen = draw(.french, 80).resultScreen(view, finished)
        #expect(
            text(of: screen) == """
                Mission SPASER › Quiz du module 1 – Résultat               [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                ✗ Quiz non réussi

                Note : 3 sur 6 points, soit 50 %
                Seuil de réussite : 80 %
                Meilleure note jusqu’ici : 50 %
                Il reste 2 tentatives.

                Vos réponses

                1. Exactement 50 M€ de dépenses : un SPASER est-il obligatoire ?

                   ✗ Réponse inexacte · 0 sur 1 point
                   Votre réponse :
                     A  Oui, car le seuil est atteint.
                   Le texte exige un montant supérieur au seuil.

                2. Que doit contenir un SPASER selon le code ?

                   ✓ Bonne réponse · 2 sur 2 points
                   Votre réponse :
                     A  Des objectifs sociaux
                     C  Des indicateurs précis

                3. Quel article institue le SPASER ?

                   ✓ Bonne réponse · 1 sur 1 point
                   Votre réponse : L. 2111-3

                4. Quel montant comparez-vous au seuil (en M€) ?

                   ✗ Réponse inexacte · 0 sur 2 points
                   Votre réponse : 48,5

                → suivant   r recommencer   m carte   w pourquoi   h aide   q quitter

                """)
    }
}
