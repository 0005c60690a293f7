#!/usr/bin/python3
"""The same course in linear text, through pipes: for screen readers, scripts and dumb terminals."""
from learner import COURSE, ESCAPE, check, journals, kinds, number_in_map, open_quiz, parcours, questions, rows, scenario


def learn(folder, data, *lines, more=("--plain",)):
    return parcours(folder, "learn", COURSE, "--data", data, *more, text="".join(f"{line}\n" for line in lines).encode())


def words(out):
    return out.decode().replace("\u00a0", " ").replace("\u202f", " ")


def run(folder):
    data, asked = folder / "data", questions()

    code, out, err = learn(folder, data)
    check("it opens at the first lesson and ends with its input", code == 0 and "Un achat n’est jamais neutre" in words(out), words(out), err)
    code, out, err = learn(folder, data, "carte", "pourquoi", "aide", "suivant", "zzz")
    check("words are commands, an unknown one gets a cure", code == 0 and "n’est pas compris ici" in words(out), words(out))
    check("the map gives every lock its reason", words(out).count("Raison :") >= 5, words(out))

    code, out, err = open_quiz(folder, data)
    check("a number of the map leads to the quiz", f"Question 1 sur {len(asked)}" in words(out), words(out))
    wrong = [""] + ["Z"] + (["A B"] if len(asked[0]["right"]) == 1 else [])
    code, out, _ = learn(folder, data, *wrong)
    check("no answer, a wrong letter and one answer too many are refused", words(out).count("Question 1 sur") == 1, words(out))
    check("a refused answer writes nothing", "answer" not in kinds(journals(data)[0]))

    typed = [(" ".join(q["right"]) if q["options"] else q["right"]) for q in asked]
    first, rest = [typed[0], "", typed[1], ""], [line for answer in typed[2:] for line in (answer, "")]
    code, out, _ = learn(folder, data, *first)
    check("two answers are right", words(out).count("Bonne réponse") == 2 and f"Question 3 sur {len(asked)}" in words(out), words(out))
    code, out, _ = learn(folder, data, *rest)
    check("it comes back to the third question", f"Question 3 sur {len(asked)}" in words(out).split("Bonne")[0], words(out))
    check("the quiz is passed", "Quiz réussi" in words(out) and "100 %" in words(out), words(out))
    code, out, _ = learn(folder, data, "carte")
    plain_map = words(out)
    number = int(number_in_map(plain_map, "2. Mobiliser"))
    until = int(number_in_map(plain_map, "3. Diagnostiquer"))
    lines = [line for line in plain_map.splitlines() if any(line.strip().startswith(f"{n}. ") for n in range(number, until))]
    check("module 2 is open now", lines and not any("verrouillé" in line for line in lines), plain_map)
    code, out, _ = parcours(folder, "records", "--as", "csv", "--data", data)
    check("it is on record", code == 0 and len(rows(out)) == 1 and int(rows(out)[0]["unites_satisfaites"]) >= 1, out.decode())
    without_escapes(folder, data)


def without_escapes(folder, data):
    everything = ["carte", "aide", "", "pourquoi 20", "", "carte", "3", "", "", "retour", "quitter"]
    for more in (("--plain",), (), ("--plain", "--lang", "en")):
        code, out, err = learn(folder, data, *everything, more=more)
        said = " ".join(more) or "no option, in a pipe"
        stray = [byte for byte in out + err if byte < 32 and byte != 10]
        check(f"no escape nor control byte ({said})", code == 0 and ESCAPE not in out + err and not stray, out, err)
        check(f"it is UTF-8 to the end ({said})", out.decode("utf-8", "strict").endswith("\n"))
    _, out, _ = learn(folder, data, "map", more=("--plain", "--lang", "en"))
    check("English speaks English", "Map of the course" in words(out) and "Carte" not in words(out), words(out))
    code, _, err = parcours(folder, "learn", COURSE, "--data", data, "--plain", text=b"\xff\xfe\x00\x1b[2J\xc3\n" + b"x" * 300_000 + b"\n")
    check("bytes that are no text do no harm", code == 0, err)
    check("nor can they be heard back", ESCAPE not in err)


scenario(run)
