#!/usr/bin/python3
"""Every unusable word on the command line gets one clear message with a cure, its exit code, and changes nothing."""
from learner import COURSE, check, parcours, scenario


def run(folder):
    data, empty, torn = folder / "data", folder / "empty", folder / "torn"
    empty.mkdir()
    torn.mkdir()
    (torn / "imsmanifest.xml").write_text("<manifest><organizations>", encoding="utf-8")
    (folder / "a.zip").write_bytes(b"PK\x03\x04 this is no zip")
    (folder / "file").write_text("not a folder", encoding="utf-8")
    cases = [
        (2, ["nonsense"]), (2, ["learn", "--nonsense"]), (2, ["learn", COURSE, "--lang", "de"]), (2, ["learn", "one", "two"]),
        (2, ["records", "--as", "pdf"]), (2, ["records", "--as"]), (2, ["replay"]), (2, ["journal", "verify"]),
        (2, ["data", "polish"]), (2, ["check"]),
        (4, ["learn", folder / "missing"]), (4, ["learn", empty]), (4, ["learn", torn]), (4, ["learn", folder / "a.zip"]),
        (4, ["check", folder / "missing"]), (4, ["journal", "verify", folder / "missing"]),
        (5, ["learn", COURSE, "--data", folder / "file"]), (5, ["learn", COURSE, "--data", "/proc/nowhere"]),
    ]
    for expected, arguments in cases:
        said = " ".join(str(a) for a in arguments).replace(f"{folder}/", "")
        more = [] if "--data" in arguments or expected == 2 else ["--data", data]
        code, out, err = parcours(folder, *arguments, *more)
        if said == "journal verify missing":
            code, out, err = parcours(folder, *arguments)
        check(f"{expected}: {said}", code == expected, f"exit {code}", out.decode(), err.decode())
        check(f"{expected}: {said}: said on stderr only", err.strip() and not out.strip(), out.decode(), err.decode())
        check(f"{expected}: {said}: no trace of a trap", b"Fatal error" not in err and b"Stack dump" not in err, err.decode())
    check("no data folder was made for nothing", not (data / "learners").exists() or not list((data / "learners").glob("*/*/journal.jsonl")))
    check("the file in the way is as it was", (folder / "file").read_text(encoding="utf-8") == "not a folder")
    for arguments in (["--help"], ["--version"], ["help"], *([c, "--help"] for c in ("learn", "check", "records", "data", "journal", "replay", "headless"))):
        code, out, err = parcours(folder, *arguments)
        check(f"0: {' '.join(arguments)}", code == 0 and out.strip() and not err, f"exit {code}", err.decode())
    speaks_french(folder)


def speaks_french(folder):
    """The pages of help and the refusals of the parser, which itself knows English only."""
    english = ("OVERVIEW", "Show ", "SUBCOMMANDS", "(default", "See '", "Error", "Usage:", "Help:", "Missing", "invalid")
    pages = [[]]
    for words in pages:
        _, out, _ = parcours(folder, "help", *words, LC_ALL="fr_FR.UTF-8", COLUMNS="80")
        _, wide, _ = parcours(folder, "help", *words, LC_ALL="fr_FR.UTF-8", COLUMNS="200")
        said, lines = out.decode(), out.decode().splitlines()
        check(f"help {' '.join(words)}: in French", not [word for word in english if word in said] and "OBJET : " in said.replace("\u00a0", " "), said)
        whole = [line for line in wide.decode().splitlines() if line.startswith("  parcours ")]
        check(f"help {' '.join(words)}: examples fit 80 columns", all(line in lines for line in whole), whole)
        listed = said.split("SOUS-COMMANDES")[1].split("\n\n")[0].splitlines()[1:] if "SOUS-COMMANDES" in said else []
        pages += [[*words, line.split()[0]] for line in listed if line[2] != " "]
    check("every command's page was read", len(pages) > 30, pages)
    for said, arguments in [
        ("il manque l’argument « <paths> ... »", ["check"]), ("option inconnue « --acess ». Vouliez-vous dire « --access » ?", ["serve", "--acess"]),
        ("option inconnue « --nonsense »", ["learn", "--nonsense"]), ("il manque une valeur à « --port <port> »", ["serve", "--port"]),
        ("« x » ne convient pas à « --port <port> »", ["serve", "--port", "x"]), ("2 arguments en trop : « b », « c »", ["learner", "add", "a", "b", "c"]),
        ("« pdf » ne convient pas à « --as <as> ». Choisissez « csv » ou « json ».", ["records", "--as", "pdf"]),
        ("argument en trop « nonsense »", ["nonsense"]), ("l’option « --quiet » ne prend pas de valeur ; « 3 » est de trop.", ["serve", "--quiet=3"]),
    ]:
        code, _, err = parcours(folder, *arguments, LC_ALL="fr_FR.UTF-8")
        text = err.decode().replace("\u00a0", " ").replace("\u202f", " ")
        check(f"2: {' '.join(arguments)}, in French", code == 2 and f"Erreur : {said}\n" in text and not [word for word in english if word in text], text)
    code, _, err = parcours(folder, "check", LC_ALL="en_GB.UTF-8")
    check("in English likewise", code == 2 and b"Error: Missing expected argument" in err and b"Erreur" not in err, err.decode())


scenario(run)
