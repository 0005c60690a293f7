#!/usr/bin/python3
"""A window that is closed, resized, stopped or interrupted: nothing answered is lost, and the terminal stays usable."""
import os
import signal
import time

from learner import Terminal, check, is_clean, is_question, journals, kinds, open_quiz, questions, scenario

LEAVING = {
    "Ctrl-C": lambda t: t.press("\x03"),
    "SIGHUP": lambda t: t.signal(signal.SIGHUP),
    "SIGTERM": lambda t: t.signal(signal.SIGTERM),
    "SIGKILL": lambda t: t.signal(signal.SIGKILL),
    "the window closes": None,
}


def reading(folder):
    data = folder / "reading"
    terminal = Terminal(data)
    terminal.see("Un achat n’est jamais neutre")
    terminal.press("n")
    here = terminal.see("Page 2 sur")
    title = next(line.strip() for line in terminal.text.splitlines() if "définition" in line)
    for columns, rows in ((40, 12), (120, 40), (60, 8), (20, 5), (80, 24)):
        before = len(terminal.raw)
        terminal.resize(columns, rows)
        terminal.wait(lambda text: len(terminal.raw) > before)
        while terminal.read(0.2):
            pass
        drawn = terminal.raw[before:].decode()
        lines = drawn.split("\x1b[H")[-1].split("\r\n")
        check(f"a window of {columns} × {rows} is drawn anew and holds its lines", len(lines) <= rows, drawn)
    seen = terminal.see("Page 2 sur")
    check("the page is still the same", title in seen and seen == here, here, seen)
    terminal.signal(signal.SIGSTOP)
    end = time.monotonic() + 5
    while stopped_state(terminal) != "T" and time.monotonic() < end:
        terminal.read(0.05)
    check("it can be stopped", stopped_state(terminal) == "T")
    before = len(terminal.raw)
    terminal.signal(signal.SIGCONT)
    terminal.wait(lambda text: len(terminal.raw) > before and title in text)
    check("and draws the same page when it goes on", "Page 2 sur" in terminal.flat, terminal.text)
    terminal.press("q")
    check("then q ends it", terminal.end() == 0)


def stopped_state(terminal):
    with open(f"/proc/{terminal.process.pid}/stat", encoding="ascii", errors="replace") as stat:
        return stat.read().rpartition(")")[2].split()[0]


def leaving(folder, name, leave):
    data, asked = folder / f"data-{len(os.listdir(folder))}", questions()
    open_quiz(folder, data)
    terminal = Terminal(data)
    terminal.see("Question 1 sur")
    terminal.answer(asked[0])
    terminal.press("\r")
    terminal.see("Question 2 sur")
    if leave:
        leave(terminal)
        code = terminal.end()
    else:
        terminal.close()
        code = terminal.process.wait(timeout=10)
    expected = {"Ctrl-C": (0,), "SIGKILL": (-9,)}.get(name, (0, -1, -15, 129, 143))
    check(f"{name}: it ends at once", code in expected, code)
    if leave and name != "SIGKILL":
        check(f"{name}: the terminal gets its screen and cursor back", b"\x1b[?25h" in terminal.raw[-300:], terminal.raw[-300:])
    (journal,) = journals(data)
    check(f"{name}: the answer is on disk, once", kinds(journal).count("answer") == 1 and is_clean(folder, journal), kinds(journal))
    again = Terminal(data)
    seen = again.wait(is_question)
    check(f"{name}: it comes back to question 2", "Question 2 sur" in seen and asked[1]["title"][:30] in seen, again.text)
    again.kill()


def run(folder):
    reading(folder)
    for name, leave in LEAVING.items():
        leaving(folder, name, leave)
    data = folder / "colour"
    terminal = Terminal(data)
    terminal.see("Un achat n’est jamais neutre")
    check("there is colour", b"\x1b[1;36m" in terminal.raw or b"[36" in terminal.raw or b";36" in terminal.raw)
    terminal.kill()


scenario(run)
