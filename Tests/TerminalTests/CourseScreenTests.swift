import CourseModel
import Testing

@testable import Terminal

/// Whole screens of lessons and the map as text; U+00A0 is shown as a blank.
@Suite("Course Screen")
struct CourseScreenTests {
    private let view = SampleCourse.start

    @Test("A lesson in French at 40 columns")
    func lessonFr40() {
        let screen = draw(.french, 40).lessonScreen(view, SampleCourse.lesson, page: 0)
        #expect(
            text(of: screen) == """
                Mission SPASER › Qu’est-ce qu’un
                SPASER ?
                [██░░░░░░░░] 20 %
                ──────────────────────────────────────

                Leçon · 8 min

                Un schéma, pas un marché

                Le SPASER détermine les objectifs de
                politique d’achat « comportant des
                éléments à caractère social et
                écologique » ; il est public
                (https://example.fr/l2111-3).

                • Plus de 50 M€ HT de dépenses par
                  an : obligatoire.
                • En dessous : volontaire,
                  1. seul ;
                  2. ou conjoint.

                ┃ Exemple : Nantes
                ┃ La ville, la métropole et des
                ┃ communes voisines ont un schéma
                ┃ conjoint.

                → suivant   m carte   w pourquoi
                h aide   q quitter

                """)
    }

    @Test("A table, call-outs, code and an image at 80 columns")
    func lesson2Fr80() {
        let screen = draw(.french, 80).lessonScreen(view, SampleCourse.lesson, page: 1)
        #expect(
            text(of: screen) == """
                Mission SPASER › Qu’est-ce qu’un SPASER ?                  [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                Texte               │ Année │ Apport
                ━━━━━━━━━━━━━━━━━━━━┿━━━━━━━┿━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
                Loi ESS             │  2014 │ crée le schéma, avec un volet social
                Loi industrie verte │  2023 │ tous les acheteurs, schéma conjoint

                │ Ce schéma est rendu public.

                ┃ Attention
                ┃ La population n’est pas un critère.

                ┃ Activité
                ┃ Cherchez le montant de vos marchés.

                  part = 29,2 %
                      soit 3 contrats sur 10

                [Image : Frise de 2014 à 2026]

                Sources : CCP, art. L. 2111-3

                → suivant   ← retour   m carte   w pourquoi   h aide   q quitter

                """)
    }

    @Test("A table becomes a list where columns would be too thin")
    func lesson2En40() {
        let screen = draw(.english, 30).lessonScreen(view, SampleCourse.lesson, page: 1)
        #expect(
            text(of: screen) == """
                Mission SPASER › Qu’est-ce
                qu’un SPASER ?
                [██░░░░░░░░] 20%
                ────────────────────────────

                Texte: Loi ESS
                Année: 2014
                Apport: crée le schéma, avec
                un volet social

                Texte: Loi industrie verte
                Année: 2023
                Apport: tous les acheteurs,
                schéma conjoint

                │ Ce schéma est rendu
                │ public.

                ┃ Caution
                ┃ La population n’est pas un
                ┃ critère.

                ┃ Activity
                ┃ Cherchez le montant de vos
                ┃ marchés.

                  part = 29,2 %
                      soit 3 contrats sur 10

                [Image: Frise de 2014 à
                2026]

                Sources: CCP, art. L. 2111-3

                → next   ← back   m map
                w why   h help   q quit

                """)
    }

    @Test("The map in French at 80 columns, a locked step selected")
    func mapFr80() {
        let screen = draw(.french, 80).mapScreen(view, selected: 7)
        #expect(
            text(of: screen) == """
                Mission SPASER › Carte du parcours                         [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                  ◐ Mission SPASER                                                  en cours

                    ◐ Module 1 – Comprendre                                en cours · 45 min
                      ● Bienvenue                                            terminé · 2 min
                      ◐ Qu’est-ce qu’un SPASER ?            vous êtes ici · en cours · 8 min
                      ○ Vidéo : la parole aux élus, aux acheteurs et aux    à faire · 10 min
                        entreprises du territoire
                      ✗ Quiz du module 1                                   non réussi · 50 %

                    ⊘ Module 2 – Mobiliser                               verrouillé · 45 min
                      Réussissez d’abord le quiz du module 1 (80 %).
                ›     ⊘ Le portage politique                             verrouillé · 10 min
                        Réussissez d’abord le quiz du module 1 (80 %).
                      ⊘ Gouvernance                                      verrouillé · 1 h 30

                ↑↓ se déplacer   Entrée ouvrir   w pourquoi   ← retour   h aide   q quitter

                """)
    }

    @Test("The map in English at 40 columns wraps titles and puts facts below")
    func mapEn40() {
        let screen = draw(.english, 40).mapScreen(view, selected: 3)
        #expect(
            text(of: screen) == """
                Mission SPASER › Map of the course
                [██░░░░░░░░] 20%
                ──────────────────────────────────────

                  ◐ Mission SPASER
                    in progress

                    ◐ Module 1 – Comprendre
                      in progress · 45 min
                      ● Bienvenue
                        done · 2 min
                ›     ◐ Qu’est-ce qu’un SPASER ?
                        you are here · in progress ·
                        8 min
                      ○ Vidéo : la parole aux élus,
                        aux acheteurs et aux
                        entreprises du territoire
                        to do · 10 min
                      ✗ Quiz du module 1
                        not passed · 50%

                    ⊘ Module 2 – Mobiliser
                      locked · 45 min
                      Pass the quiz of module 1 first
                      (80%).
                      ⊘ Le portage politique
                        locked · 10 min
                      ⊘ Gouvernance
                        locked · 1 h 30

                ↑↓ move   Enter open   w why   ← back
                h help   q quit

                """)
    }

    @Test("The map in English at 120 columns keeps to a page of a hundred")
    func mapEn120() {
        let screen = draw(.english, 120).mapScreen(view, selected: 3)
        #expect(
            text(of: screen) == """
                Mission SPASER › Map of the course                                              [██░░░░░░░░] 20%
                ────────────────────────────────────────────────────────────────────────────────────────────────

                  ◐ Mission SPASER                                                                   in progress

                    ◐ Module 1 – Comprendre                                                 in progress · 45 min
                      ● Bienvenue                                                                   done · 2 min
                ›     ◐ Qu’est-ce qu’un SPASER ?                              you are here · in progress · 8 min
                      ○ Vidéo : la parole aux élus, aux acheteurs et aux entreprises du           to do · 10 min
                        territoire
                      ✗ Quiz du module 1                                                        not passed · 50%

                    ⊘ Module 2 – Mobiliser                                                       locked · 45 min
                      Pass the quiz of module 1 first (80%).
                      ⊘ Le portage politique                                                     locked · 10 min
                      ⊘ Gouvernance                                                              locked · 1 h 30

                ↑↓ move   Enter open   w why   ← back   h help   q quit

                """)
    }

    @Test("The map in plain mode numbers its steps and says every reason")
    func mapPlain() {
        let screen = draw(.french, 80, isPlain: true).mapScreen(view, selected: nil)
        #expect(
            text(of: screen) == """
                Mission SPASER – Carte du parcours
                Avancement : 20 %

                1. Mission SPASER : en cours
                  2. Module 1 – Comprendre : en cours, 45 min
                    3. Bienvenue : terminé, 2 min
                    4. Qu’est-ce qu’un SPASER ? : vous êtes ici, en cours, 8 min
                    5. Vidéo : la parole aux élus, aux acheteurs et aux entreprises du
                       territoire : à faire, 10 min
                    6. Quiz du module 1 : non réussi, 50 %
                  7. Module 2 – Mobiliser : verrouillé, 45 min. Raison : Réussissez d’abord le
                     quiz du module 1 (80 %).
                    8. Le portage politique : verrouillé, 10 min. Raison : Réussissez d’abord le
                       quiz du module 1 (80 %).
                    9. Gouvernance : verrouillé, 1 h 30. Raison : Réussissez d’abord le quiz du
                       module 1 (80 %).

                Tapez un numéro de 1 à 9 pour y aller.
                « pourquoi 3 » explique l’étape 3.
                Entrée seule : revenir.
                Tapez : retour, aide ou quitter.

                """)
    }

    @Test("Why a step is locked, and the key that leads to what opens it")
    func whyEn80() {
        let screen = draw(.english, 80).whyScreen(view, title: "Le portage politique", lock: SampleCourse.lock)
        #expect(
            text(of: screen) == """
                Mission SPASER › Why this is locked                         [██░░░░░░░░] 20%
                ────────────────────────────────────────────────────────────────────────────

                Le portage politique

                ⊘ Pass the quiz of module 1 first (80%).

                To open this step:
                  1  Quiz du module 1

                1 open   ← back   m map   h help   q quit

                """)
    }

    @Test("The help in French")
    func helpFr80() {
        let screen = draw(.french, 80).helpScreen(view)
        #expect(
            text(of: screen) == """
                Mission SPASER › Aide                                      [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                Votre avancement est enregistré à chaque pas : vous pouvez quitter quand
                vous voulez.

                →  n  Espace    page, question ou étape suivante
                ←  b            page ou étape précédente
                m               toutes les étapes et leur état ; on y choisit où aller
                w               pourquoi une étape est verrouillée, et comment l’ouvrir
                ↑ ↓  PgUp PgDn  lire la suite d’une page longue, se déplacer dans la carte
                A B C…  1 2 3…  choisir une réponse, puis Entrée pour valider
                r               recommencer un quiz, quand c’est permis
                h  ?  F1        cette aide
                q  Ctrl-C       quitter ; vous reprendrez au même endroit

                Signes de la carte
                  ○  à faire
                  ◐  en cours
                  ●  terminé
                  ✓  réussi
                  ✗  non réussi
                  ⊘  verrouillé

                ← retour   m carte   q quitter

                """)
    }

    @Test("The end in English at 40 columns")
    func endEn40() {
        let screen = draw(.english, 40).endScreen(view)
        #expect(
            text(of: screen) == """
                Mission SPASER › See you soon
                [██░░░░░░░░] 20%
                ──────────────────────────────────────

                The session is over.

                Everything is saved: you will resume
                here next time.

                m map   h help   q quit

                """)
    }

    @Test("Web content is announced")
    func webFr80() {
        let screen = draw(.french, 80).webScreen(view, title: "Vidéo")
        #expect(
            text(of: screen) == """
                Mission SPASER › Vidéo                                     [██░░░░░░░░] 20 %
                ────────────────────────────────────────────────────────────────────────────

                Cette étape est une page web : elle s’ouvre dans un navigateur.

                Ce terminal ne peut pas la montrer. Elle reste à faire ; vous pouvez avancer
                ou choisir une autre étape.

                → suivant   m carte   w pourquoi   h aide   q quitter

                """)
    }
}
