#!/usr/bin/python3
"""A newcomer with nothing but the README: reads, answers, is killed mid-way, comes back, passes, and is on record."""
import json
import signal

from learner import Terminal, check, is_question, journals, kinds, parcours, questions, rows, scenario


def first_visit(data, asked):
    terminal = Terminal(data)
    terminal.see("Pourquoi un SPASER ?")
    check("the first screen is the first lesson", "Un achat n’est jamais neutre" in terminal.flat, terminal.text)

    terminal.press("m")
    terminal.see("Carte du parcours", "vous êtes ici")
    check("the map says that steps are locked", "verrouillé" in terminal.flat, terminal.text)
    terminal.press("m")
    terminal.see("Un achat n’est jamais neutre")
    terminal.press("w")
    why = terminal.see("Pourquoi c’est verrouillé")
    check("a locked step says the way out", "Pour ouvrir cette étape" in why and "Quiz du module 1" in why, terminal.text)
    terminal.press("b")
    terminal.see("Un achat n’est jamais neutre")

    pages = terminal.read_up_to_quiz()
    check("lessons lead to the quiz, page by page", len(pages) > 10, len(pages))
    for place, question in enumerate(asked[:2]):
        terminal.see(f"Question {place + 1} sur {len(asked)}", question["title"][:30])
        feedback = terminal.answer(question)
        check(f"question {place + 1} is answered right", "Bonne réponse" in feedback, terminal.text)
        terminal.press("\r")
    terminal.see(f"Question 3 sur {len(asked)}", asked[2]["title"][:30])
    return terminal


def last_visit(data, asked):
    terminal = Terminal(data)
    terminal.wait(is_question)
    check("it opens at the same question", f"Question 3 sur {len(asked)}" in terminal.flat, terminal.text)
    for place, question in list(enumerate(asked))[2:]:
        terminal.see(f"Question {place + 1} sur {len(asked)}", question["title"][:30])
        feedback = terminal.answer(question)
        check(f"question {place + 1} is answered right", "Bonne réponse" in feedback, terminal.text)
        terminal.press("\r")
    result = terminal.see("Résultat")
    check("the result says that the quiz is passed", "Quiz réussi" in result and "100 %" in result, terminal.text)

    terminal.resize(100, 90)
    terminal.press("m")
    lines = terminal.wait(lambda text: "Carte du parcours" in text and "Remettre le projet" in text) and terminal.text.splitlines()
    start = next(n for n, line in enumerate(lines) if "2. Mobiliser" in line)
    end = next(n for n, line in enumerate(lines) if "3. Diagnostiquer" in line)
    check("module 2 is open now", not any("verrouillé" in line for line in lines[start:end]), terminal.text)
    check("module 6 is still locked", "verrouillé" in "\n".join(lines[next(n for n, l in enumerate(lines) if "6. Décider" in l):]))
    terminal.resize(80, 24)
    terminal.press("m")
    terminal.see("Résultat")
    terminal.press("n")
    lesson = terminal.wait(lambda text: "Résultat" not in text and "Quiz réussi" not in text)
    check("next leads into module 2", "Présentation du module" in lesson or "Mobiliser" in lesson, terminal.text)
    terminal.press("q")
    check("quitting ends with 0", terminal.end() == 0)
    check("quitting leaves the terminal usable", b"\x1b[?1049l" in terminal.raw[-200:] and "bientôt" in terminal.raw[-100:].decode("utf-8", "replace"), terminal.raw[-200:])


def run(folder):
    data, asked = folder / "data", questions()
    check("the quiz has questions enough", len(asked) >= 4 and all(q["right"] for q in asked), asked)

    terminal = first_visit(data, asked)
    terminal.signal(signal.SIGKILL)
    check("the process is killed mid-quiz", terminal.end() == -signal.SIGKILL)
    (journal,) = journals(data)
    check("both answers are on disk", kinds(journal).count("answer") == 2, kinds(journal))
    _, before, _ = parcours(folder, "records", "--as", "csv", "--data", data)
    check("the record says in progress", rows(before)[0]["completion"] == "incomplete", before.decode())

    last_visit(data, asked)
    check("every answer is on disk once", kinds(journal).count("answer") == len(asked), kinds(journal))
    code, out, _ = parcours(folder, "journal", "verify", journal)
    check("the journal is clean", code == 0 and json.loads(out)["status"] == "clean", out.decode())
    code, out, err = parcours(folder, "data", "check", "--data", data)
    check("data check finds nothing", code == 0, out.decode() + err.decode())
    on_record(folder, data, before)


def on_record(folder, data, before):
    code, exported, err = parcours(folder, "records", "--as", "csv", "--data", data)
    check("records are exported", code == 0 and len(rows(exported)) == 1, err.decode() + exported.decode())
    header = exported.decode("utf-8-sig").splitlines()[0]
    check(
        "the header is the contract's, in its order",
        header.startswith("record_id;apprenant_id;nom;prenom;organisme_nom;cours_code;cours_titre;cours_version;"), header)
    row, earlier = rows(exported)[0], rows(before)[0]
    print("        ", row)
    check("the course is named", (row["cours_code"], row["cours_titre"]) == ("parcours-mission-spaser", "Mission SPASER"), row)
    done, units = int(row["unites_satisfaites"]), int(row["unites_total"])
    check("units have been satisfied since", int(earlier["unites_satisfaites"]) < done < units, earlier, row)
    check("the course is not finished by one module", row["complete_le"] == "" and row["completion"] != "", row)
    check("dates are ISO, numbers with a comma", "T" in row["premier_acces"] and "." not in row["score_scaled"], row)
    _, again, _ = parcours(folder, "records", "--as", "csv", "--data", data)
    check("exported twice, the same bytes", again == exported)
    _, as_json, _ = parcours(folder, "records", "--as", "json", "--data", data)
    check("the JSON export tells the same record", row["record_id"] in as_json.decode() and json.loads(as_json) is not None)


scenario(run)
