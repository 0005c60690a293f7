#!/usr/bin/env python3
"""Every page and state for everyone: axe-core finds nothing, HTML is valid, nothing is cut at 320 pixels or with wider text."""
import browser

browser.enter()
import re

import html5lib
from house import COURSE, PLAY, Checks, Server, answers, seen

check = Checks()
KEY = answers()
WIDE_TEXT = """const style = new CSSStyleSheet();
style.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }'
  + ' p { margin-bottom: 2em !important }');
document.adoptedStyleSheets = [style];"""


def valid(name, source):
    """The parser's own errors, and what it does not look for: names that stand twice or lead nowhere."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(source)
    check(not parser.errors, f"{name}: valid HTML {[e[1:] for e in parser.errors][:3]}")
    names = [e.get("id") for e in tree.iter() if e.get("id")]
    check(len(names) == len(set(names)), f"{name}: every id once {[n for n in names if names.count(n) > 1][:3]}")
    for element in tree.iter():
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            for target in (element.get(attribute) or "").split():
                check(target in names, f"{name}: {attribute}={target} leads somewhere")
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            check(element.get("href")[1:] in names, f"{name}: {element.get('href')} leads somewhere")
        if element.tag == "img":
            check(element.get("alt") is not None and element.get("width"), f"{name}: a picture has alt and size")
    levels = [int(e.tag[1]) for e in tree.iter() if isinstance(e.tag, str) and re.fullmatch(r"h[1-6]", e.tag)]
    check(levels.count(1) == 1, f"{name}: one first heading {levels}")
    check(all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"{name}: headings skip no level {levels}")


def look(window, name):
    """One page in both themes, narrow, and with wider text."""
    valid(name, server.get(window.driver.current_url.removeprefix(server.url))[2])
    for dark in (False, True):
        window.dark(dark)
        found = window.axe()
        check(not found, f"{name}, {'dark' if dark else 'light'}: {found}")
    window.dark(False)
    for width in (320, 640):
        window.width(width)
        wide = window.run("return document.documentElement.scrollWidth")
        check(wide <= width, f"{name}: fits in {width} pixels, is {wide}")
    window.run(WIDE_TEXT)
    wide = window.run("return document.documentElement.scrollWidth")
    check(wide <= 640, f"{name}: fits with wider text, is {wide}")
    window.run("document.adoptedStyleSheets = []")
    window.width(1280)


def states(window, server):
    pages = [("catalogue, new", "/"), ("course, new", f"/courses/{COURSE}"), ("player, new", PLAY), ("mine, new", "/me"),
             ("search", "/search"), ("search, found", "/search?q=seuil"), ("search, nothing", "/search?q=zzzz"),
             ("help", "/help"), ("statement", "/accessibility"), ("refusal", "/nowhere")]
    for name, path in pages:
        window.go(server.url + path)
        look(window, name)
    window.go(server.url + "/")
    window.press("button[value=open]")
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
        valid(f"{code} of {fields['request']}", page)


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
