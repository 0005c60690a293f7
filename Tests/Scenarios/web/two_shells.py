#!/usr/bin/env python3
"""A terminal and a browser on one enrolment at once: each sees what the other did, and nothing is lost."""
import os
import re
import subprocess

from house import PLAY, ROOT, Checks, Server, answers, seen

check = Checks()
KEY = answers()


def terminal(server, lines):
    environment = dict(os.environ, PARCOURS_DATA=server.data, LC_ALL="C.UTF-8")
    done = subprocess.run([server.binary, "learn", "--plain", "--lang", "fr"], input=lines, cwd=ROOT, env=environment,
                          capture_output=True, text=True, timeout=30)
    check.equal(done.returncode, 0, f"the terminal: {done.stderr}")
    return done.stdout


with Server() as server:
    page = server.play("open")
    check("Un achat n’est jamais neutre" in page, "the browser begins")
    page = server.play("screen:1", seen=seen(page))
    heading = re.search(r"<h1[^>]*>([^<]+)", page)[1]
    said = terminal(server, "\n")
    check(heading in said, "the terminal resumes at the browser's screen")
    page = server.get(PLAY)[2]
    check('data-session="suspended"' in page, "the terminal has left; the browser says so")
    page = server.play("open")
    check("Un pont entre l’élu" in page, "the browser resumes at the terminal's screen")
    page = server.play("choice:M1-QUIZ")
    item = re.search(r'data-item="([^"]+)"', page)[1]
    old = seen(page)
    terminal(server, KEY[item][0] + "\n")
    code, _, body = server.post(PLAY, {"request": "answer", "item": item, "response": "A", "seen": old})
    check.equal(code, 409, "the browser's form is stale after the terminal's answer")
    check("«\u00a0A\u00a0»" in body, "what was typed is shown again")
    page = server.play("open")
    check(item not in page.split("data-item")[1][:20], "the browser asks the next question")
    done = subprocess.run([server.binary, "data", "check"], env=dict(os.environ, PARCOURS_DATA=server.data),
                          capture_output=True, text=True)
    check.equal(done.returncode, 0, f"every journal is clean: {done.stderr}")
check.end()
