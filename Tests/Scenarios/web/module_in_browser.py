#!/usr/bin/env python3
"""The first module from its first page to its quiz passed, in a browser with and without scripts."""
import browser

browser.enter()
from house import COURSE, Checks, Server, answers

check = Checks()
KEY = answers()


def answer(window, item):
    if window.find("input[type=text]"):
        window.one("input[type=text]").send_keys(KEY[item][0])
        return
    for value in KEY[item]:
        window.one(f"input[name=response][value={value}]").click()


def read_and_answer(window, words):
    """Page after page until the quiz has its result; how many questions were answered."""
    answered = 0
    for page in range(1, 80):
        check.equal(window.one("[data-saved]").get_attribute("data-saved"), "saved", f"{words}: page {page} is saved")
        check(window.run("return document.activeElement.matches('h1')"), f"{words}: focus on the heading of page {page}")
        if window.find(".score"):
            break
        if window.find("form[data-item]"):
            item = window.one("form[data-item]").get_attribute("data-item")
            answer(window, item)
            window.press("form[data-item] button[value=answer]")
            check(window.find(".verdict.right"), f"{words}: {item} is right")
            answered += 1
        window.press(".walk .forth")
    return answered


def walk(server, script):
    words = "with scripts" if script else "without scripts"
    with browser.Browser(script) as window:
        window.go(server.url + "/")
        check.equal(window.body("data-session"), "none", f"{words}: nothing is begun")
        window.press("button[value=open]")
        check.equal(window.body("data-activity"), "M1-L1", f"{words}: starts with the first lesson")
        check.equal(read_and_answer(window, words), len(KEY), f"{words}: questions answered")
        check("Quiz réussi" in window.text(), f"{words}: the quiz is passed")
        check.equal(len(window.find(".reviewed > li")), len(KEY), f"{words}: answers to review")
        window.press("[data-nav=continue]")
        check.equal(window.body("data-activity"), "M2-L0", f"{words}: the next module is open")
        window.press(".walk .forth")
        heading = window.one("h1").text
        window.press("[data-nav=suspendAll]")
        check.equal(window.body("data-session"), "suspended", f"{words}: the session is suspended")
        window.go(server.url + "/")
        window.press("button[value=open]")
        check.equal(window.one("h1").text, heading, f"{words}: resumes at the very screen")
        window.go(f"{server.url}/courses/{COURSE}")
        check("Fermé" in window.text(), f"{words}: the map says why a step is locked")
        check(len(window.find(".lines a.stop.done")) >= 6, f"{words}: the figure shows what is done")
        window.go(f"{server.url}/me")
        check("100 %" in window.one(".table").text, f"{words}: the result is among one's own")


for script in (True, False):
    with Server() as server:
        walk(server, script)
check.end()
