#!/usr/bin/env python3
"""Every page and state for everyone: axe-core finds nothing, HTML is valid, nothing is cut at 320 pixels or with wider text."""
import browser

browser.enter()
import looking
from house import COURSE, PLAY, Checks, Server, answers, seen

check = Checks()
KEY = answers()
# Each layout shift since the page began to load, as how much of it moved.
SHIFTS = """const done = arguments[0], found = [];
new PerformanceObserver(list => found.push(...list.getEntries().map(e => e.value))).observe({type: 'layout-shift', buffered: true});
setTimeout(() => done(found), 300);"""


def look(window, name):
    looking.look(check, server, window, name)


def states(window, server):
    pages = [("catalogue, new", "/"), ("course, new", f"/courses/{COURSE}"), ("player, new", PLAY), ("mine, new", "/me"),
             ("search", "/search"), ("search, found", "/search?q=seuil"), ("search, nothing", "/search?q=zzzz"),
             ("help", "/help"), ("statement", "/accessibility"), ("refusal", "/nowhere")]
    for name, path in pages:
        window.go(server.url + path)
        look(window, name)
    window.go(server.url + "/")
    window.press("button[value=open]")
    check.equal(window.driver.execute_async_script(SHIFTS), [], "nothing of the lesson's page moves while it loads")
    look(window, "lesson, first page")
    window.run("document.querySelector('details').open = true")
    window.one("#note").send_keys("Une note <b>&")
    window.press(".notes button")
    window.press("button[name=bookmark]")
    look(window, "lesson, with note and bookmark")
    for screen in range(3, 6):
        window.press(".walk .forth")
    look(window, "lesson, call-outs")
    window.press("button[value='choice:M1-L2']")
    look(window, "lesson, picture")
    for lesson in ("M1-L3", "M1-L5"):
        window.press(f"button[value='choice:{lesson}']")
        while window.find("button[value^=screen].forth"):
            if window.find(".prose table, .prose img"):
                look(window, f"{lesson}, table or picture")
            window.press(".walk .forth")
        look(window, f"{lesson}, last page")
    window.press("button[value='choice:M4-L0']")
    look(window, "locked step")
    window.press("button[value='choice:M1-QUIZ']")
    quiz(window, server)
    window.press("[data-nav=suspendAll]")
    look(window, "paused")
    for name, path in [("catalogue", "/"), ("course", f"/courses/{COURSE}"), ("mine", "/me")]:
        window.go(server.url + path)
        look(window, name)


def refused(item, server):
    """The pages that only a form gets: an answer that cannot be taken, a step that is locked, a form of before."""
    position = seen(server.get(PLAY)[2])
    for code, fields in [(422, {"request": "answer", "item": item, "seen": position}),
                         (409, {"request": "choice:M4-L0"}), (409, {"request": "continue", "seen": "0"})]:
        found, _, page = server.post(PLAY, fields)
        check.equal(found, code, f"{fields}")
        looking.valid(check, f"{code} of {fields['request']}", page)


def quiz(window, server):
    kinds = set()
    number = 0
    while window.find("form[data-item]"):
        kind = window.one("input[name=response]").get_attribute("type")
        item = window.one("form[data-item]").get_attribute("data-item")
        if kind not in kinds or window.find("table"):
            look(window, f"question, {kind}")
            window.press("button[value=answer]")
            look(window, f"question, {kind}, refused")
        kinds.add(kind)
        if kind == "text":
            window.one("input[type=text]").send_keys(KEY[item][0] if number % 2 else "0")
        else:
            values = KEY[item] if number % 3 else KEY[item][:1] if kind == "checkbox" else ["A"]
            for value in values:
                window.one(f"input[value={value}]").click()
        refused(item, server)
        window.press("button[value=answer]")
        look(window, f"feedback {number}")
        window.press(".walk .forth")
        number += 1
    look(window, "result")


with Server() as server, browser.Browser() as window:
    states(window, server)
    window.go(server.url + "/")
    window.press("button[name=lang]")
    check.equal(window.one("html").get_attribute("lang"), "en", "English")
    look(window, "catalogue in English")
    window.press("button[value=dark]")
    look(window, "catalogue, dark chosen")
    window.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-contrast", "value": "more"}])
    found = window.axe()
    check(not found, f"more contrast: {found}")
check.end()
