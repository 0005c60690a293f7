#!/usr/bin/env python3
"""From the catalogue through a lesson and a question to the map, with the keyboard alone: focus seen, in order, never trapped."""
import browser

browser.enter()
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from house import COURSE, PLAY, Checks, Server, answers

check = Checks()
KEY = answers()
FOCUS = """const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect();
const held = e.matches('.option input') ? getComputedStyle(e.closest('.option')) : s;
return { words: (e.innerText || e.value || e.getAttribute('aria-label') || '').trim(), tag: e.localName,
  seen: held.outlineStyle !== 'none' && parseFloat(held.outlineWidth) >= 2,
  inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight, value: e.value };"""


def send(window, key):
    window.driver.switch_to.active_element.send_keys(key)


def focus(window):
    return window.run(FOCUS)


def tab_to(window, wanted, most=120):
    """Tabs until the element whose words begin as wanted has the focus; every stop on the way must be seen."""
    for _ in range(most):
        send(window, Keys.TAB)
        here = focus(window)
        if here["tag"] == "body":
            continue
        check(here["seen"] and here["inside"], f"focus is seen on {here}")
        if here["words"].startswith(wanted) or here["value"] == wanted:
            return here
    raise AssertionError(f"{wanted!r} is not reached on {window.driver.current_url}")


def enter(window, key=Keys.ENTER):
    before = window.one("html")
    send(window, key)
    WebDriverWait(window.driver, 15).until(lambda _: window.is_gone(before))


def around(window, name):
    """Tab goes through the whole page and comes out of it again."""
    stops = []
    for _ in range(150):
        send(window, Keys.TAB)
        here = focus(window)
        if here["tag"] == "body" or stops and here == stops[0]:
            return check(len(stops) > 5, f"{name}: {len(stops)} stops, then out")
        stops.append(here)
    check(False, f"{name}: the focus does not come out")


with Server() as server, browser.Browser() as window:
    window.go(server.url + "/")
    send(window, Keys.TAB)
    check.equal(focus(window)["words"], "Aller au contenu", "the first link skips to the content")
    send(window, Keys.ENTER)
    send(window, Keys.TAB)
    check(window.run("return document.activeElement.closest('main') !== null"), "and it does")
    around(window, "catalogue")
    window.go(server.url + "/")
    tab_to(window, "Commencer")
    enter(window)
    check.equal(focus(window)["words"], "Un achat n’est jamais neutre", "the focus is on the new heading")
    for _ in range(5):
        tab_to(window, "Suivant")
        enter(window)
        check.equal(focus(window)["tag"], "h1", "on every page")
    around(window, "lesson")
    tab_to(window, "Quiz du module 1")
    enter(window)
    while window.find("form[data-item]"):
        item = window.one("form[data-item]").get_attribute("data-item")
        if window.find("input[type=text]"):
            tab_to(window, "")
            while focus(window)["tag"] != "input":
                send(window, Keys.TAB)
            send(window, KEY[item][0])
            enter(window)
        elif window.find("input[type=radio]"):
            while focus(window)["tag"] != "input":
                send(window, Keys.TAB)
            send(window, Keys.SPACE)
            for _ in range(ord(KEY[item][0]) - ord("A")):
                send(window, Keys.ARROW_DOWN)
            check.equal(focus(window)["value"], KEY[item][0], "arrows choose")
            tab_to(window, "answer")
            enter(window, Keys.SPACE)
        else:
            for value in KEY[item]:
                tab_to(window, value)
                send(window, Keys.SPACE)
            tab_to(window, "answer")
            enter(window)
        check.equal(focus(window)["words"], "Bonne réponse", f"{item}: the focus is on the verdict")
        tab_to(window, "Question suivante" if not window.find(".done") or "suivante" in window.text() else "Voir")
        enter(window)
    check.equal(focus(window)["words"], "Quiz réussi", "the focus is on the result")
    server.play("choice:M1-L4")
    window.go(server.url + PLAY)
    tab_to(window, "Suivant")
    enter(window)
    tab_to(window, "ESAT")
    send(window, Keys.ENTER)
    opened = window.find(".meaning:popover-open")
    check(len(opened) == 1 and "accompagnement" in opened[0].text, "a word of the glossary says what it means")
    send(window, Keys.TAB)
    check.equal(focus(window)["words"], "Fermer", "the next stop closes it")
    send(window, Keys.ESCAPE)
    check(not window.find(".meaning:popover-open"), "and so does Escape")
    check.equal(focus(window)["words"], "ESAT", "back at the word")
    window.go(f"{server.url}/courses/{COURSE}")
    around(window, "map")
    while "stop" not in (window.run("return document.activeElement.className") or ""):
        send(window, Keys.TAB)
    send(window, Keys.ENTER)
    check("#step-" in window.driver.current_url, "a stop of the figure leads to its place in the list")
    send(window, Keys.TAB)
    check(window.run("return document.activeElement.closest('.steps-list') !== null"), "and the focus follows")
check.end()
