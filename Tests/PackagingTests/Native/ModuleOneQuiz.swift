/// The questions of module 1 of the SPASER course whose kinds are read, in the dialect.
let moduleOneQuiz = """
    ---
    title: Quiz du module 1
    mastery: 80 %
    attempts: 3
    ---

    ## Une communauté d'agglomération constate exactement 50 000 000 € HT de dépenses. Est-elle tenue d'adopter un SPASER ? {#m1-q1 objective=O1.3 points=1}

    - ( ) Oui, car le seuil est atteint.
      > Le texte exige un montant *supérieur* au seuil ; l'égalité ne suffit pas.
    - (x) Non, il faut un montant supérieur à 50 M€ HT.
      > Exact : L. 2111-3 combiné à D. 2111-3. Elle peut adopter un schéma volontaire.
    - ( ) Oui, si elle compte plus de 50 000 habitants.
      > La population n'est pas un critère ; c'est une confusion fréquente.
    - ( ) Non, l'obligation ne vise que l'État.
      > C'est l'inverse : l'État a été ajouté en 2023 à une liste déjà large.

    ## Que doit contenir un SPASER selon le code ? {#m1-q3 objective=O1.4 points=2}

    Plusieurs réponses.

    - [x] Des objectifs sociaux d'intégration de personnes handicapées ou défavorisées
      > Oui, 2e alinéa.
    - [x] Des objectifs écologiques, notamment sur les GES, l'énergie, l'eau et les matériaux
      > Oui, 2e alinéa.
    - [x] Les modalités de mise en œuvre et de suivi annuel
      > Oui, 2e alinéa.
    - [x] Des indicateurs précis et des objectifs cibles par catégorie
      > Oui, 3e alinéa.
    - [ ] Une durée fixe de cinq ans
      > Le texte ne fixe aucune durée ; à vous de la choisir et de la justifier.
    - [ ] L'avis conforme de la préfecture
      > Aucun avis de ce type n'est prévu par L. 2111-3.

    ## Quel article du Code de la commande publique institue le SPASER ? {#m1-q5 objective=O1.4 points=1}

    (forme : lettre et numéro)

    = L. 2111-3 | L2111-3

    > D2111-3 | D. 2111-3 : C'est l'article réglementaire qui fixe le *montant* ; l'obligation est à L. 2111-3.

    > L2111-1 : L. 2111-1 traite de la définition du besoin.

    > L2112-2 : L. 2112-2 traite des conditions d'exécution.

    > * : Cherchez dans la section « Schéma de promotion des achats responsables ».

    ## Quel montant comparez-vous au seuil ? {#m1-q6 objective=O1.3 points=2}

    Dépenses de l'année civile (M€ HT) : travaux 21,4 ; fournitures 9,8 ; services 17,3, dont 1,2 relève de
    marchés du livre V. S'y ajoutent 12,0 de subventions versées et 38,0 de masse salariale. (M€, une décimale)

    = 47,3 ± 0,05
    > 48,5 : Vous avez oublié d'exclure les marchés du livre V.
    > 59,3 | 60,5 : Les subventions ne sont pas des marchés.
    > 85,3 | 86,5 | 97,3 | 98,5 : La masse salariale ne compte pas
    > (et les subventions non plus).
    > * : Additionnez les trois postes de marchés puis retirez le livre V.

    > Calcul : 21,4 + 9,8 + 17,3 = 48,5 ; 48,5 − 1,2 = 47,3.

    """
