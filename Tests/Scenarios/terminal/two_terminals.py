#!/usr/bin/python3
"""Two windows on one enrolment: each sees what the other did, and nothing is written twice."""
from learner import Terminal, check, is_clean, journals, kinds, open_quiz, questions, scenario


def run(folder):
    data, asked = folder / "data", questions()
    open_quiz(folder, data)
    first, second = Terminal(data), Terminal(data)
    for name, terminal in (("first", first), ("second", second)):
        seen = terminal.see(f"Question 1 sur {len(asked)}")
        check(f"the {name} window opens at question 1", asked[0]["title"][:30] in seen, terminal.text)

    first.answer(asked[0])
    seen = second.see(f"Question 2 sur {len(asked)}")
    check("the second window moves on by itself and says so", "dans une autre fenêtre" in seen, second.text)
    second.answer(asked[1])
    first.press("\r")
    seen = first.see(f"Question 3 sur {len(asked)}")
    check("the first window sees the second's answer", asked[2]["title"][:30] in seen, first.text)
    second.press("\r")
    second.see(f"Question 3 sur {len(asked)}")

    # Both answer the same question at once: one answer counts.
    for terminal in (first, second):
        if asked[2]["options"]:
            terminal.press("".join(letter.lower() for letter in asked[2]["right"]))
        else:
            terminal.press(asked[2]["right"])
    first.press("\r")
    second.press("\r")
    for terminal in (first, second):
        terminal.wait(lambda text: "Bonne réponse" in text or f"Question 4 sur {len(asked)}" in text)
    (journal,) = journals(data)
    check("a question answered in both windows at once counts once", kinds(journal).count("answer") == 3, kinds(journal))

    first.press("\x03")
    check("the first window quits", first.end() == 0)
    second.wait(lambda text: True)
    second.press("\r")
    second.press("q")
    second.press("\x03")
    check("the second quits after it", second.end() == 0)
    check("the journal is clean", is_clean(folder, journal))


scenario(run)
