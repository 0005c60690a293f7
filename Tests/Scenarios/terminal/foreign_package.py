#!/usr/bin/python3
"""A package made elsewhere: its map and its locks show in the terminal, its pages ask for a browser."""
from learner import Terminal, check, journals, parcours, scenario

PACKAGE = "Tests/Fixtures/scorm2004-foreign"


def run(folder):
    data = folder / "data"
    code, out, _ = parcours(folder, "check", PACKAGE, "--json")
    check("the package is sound", code == 0 and b'"findings"' in out, out.decode())

    terminal = Terminal(data, course=PACKAGE)
    seen = terminal.wait(lambda text: "Bien s’installer" in text)
    check("it opens at the first page, and says that it stays to be done", "ne peut pas la montrer" in seen, terminal.text)
    terminal.press("m")
    lines = terminal.see("Carte du parcours", "Sécurité au bureau") and terminal.text.splitlines()
    check("the locked step is marked", any("Reposer ses yeux" in line and "verrouillé" in line for line in lines), terminal.text)
    check("the others are not", not any("incendie" in line and "verrouillé" in line for line in lines), terminal.text)
    check("what the package hides is hidden", "Bilan personnel" not in terminal.text, terminal.text)
    terminal.press("m")
    terminal.see("ne peut pas la montrer")
    terminal.press("w")
    seen = terminal.see("Pourquoi c’est verrouillé")
    check("the lock says why and the way out", "Test du module 1" in seen, terminal.text)
    terminal.press("q")
    check("it ends well", terminal.end() == 0 and len(journals(data)) == 1)

    code, out, _ = parcours(folder, "learn", PACKAGE, "--data", data, "--plain", text=b"carte\n")
    check("in plain text too", code == 0 and "Reposer ses yeux" in out.decode() and "Raison" in out.decode(), out.decode())
    code, out, _ = parcours(folder, "check", "Tests/Fixtures/scorm12-foreign", "--json")
    check("the SCORM 1.2 package is sound", code == 0, out.decode())


scenario(run)
