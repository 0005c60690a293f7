#!/usr/bin/env python3
"""The pages of people with accounts, of trainers and of foreign content, for everyone; and names that try to be markup."""
import browser

browser.enter()
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path

import house
import looking

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "player"))
import packages  # noqa: E402
import shell  # noqa: E402

PHRASE = "une phrase assez longue"
MARKUP = '"><script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">'
check = house.Checks()


def parcours(*words, data):
    return subprocess.run([house.os.environ["PARCOURS"], *words, "--data", data], capture_output=True, text=True, check=True,
                          timeout=60).stdout


def invitations(data):
    """Paths of the invitations of a learner, whose name tries to be markup, and of a trainer."""
    parcours("group", "add", "c27", "--name", f"Cohorte {MARKUP}", data=data)
    people = {"zoe": ["--name", f"Zoé {MARKUP}", "--group", "c27"], "tom": ["--role", "formateur", "--trains", "c27"]}
    return {login: urllib.parse.urlparse(parcours("account", "add", login, *options, "--url", "http://127.0.0.1:1",
                                                  data=data).strip()).path for login, options in people.items()}


def look(name, is_answer=False):
    looking.look(check, server, window, name, is_answer)
    check(not window.run("return window.pwned"), f"{name}: a name is no markup")


def fill(**fields):
    for name, value in fields.items():
        field = window.one(f"#{name}")
        field.clear()
        field.send_keys(value)


def enter(login, link):
    """Takes an invitation and signs in."""
    window.go(server.url + link)
    look(f"invitation of {login}")
    fill(password=PHRASE, again="autre chose, de longueur")
    window.press("main form .button")
    look(f"invitation of {login}, not twice the same", is_answer=True)
    check(window.find("[aria-describedby~=trouble]"), "the error belongs to its field")
    fill(password=PHRASE, again=PHRASE)
    window.press("main form .button")


def sign_in(login):
    window.go(server.url + "/sign-in")
    look("sign-in")
    fill(login=login, password="ce n’est pas la bonne")
    window.press("main form .button")
    look("sign-in, refused", is_answer=True)
    fill(login=login, password=PHRASE)
    window.press("main form .button")


def trainer(link):
    enter("tom", link)
    for name, path in [("account", "/account"), ("groups", "/groups"), ("group", "/groups/c27"), ("import", "/import")]:
        window.go(server.url + path)
        look(name)
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        good = packages.scorm2004("essai", [("A1", "Seule", "")], title=f"Essai {MARKUP}")
        for title, content in [("broken", b"no zip"), ("good", good)]:
            Path(file.name).write_bytes(content)
            window.go(server.url + "/import")
            window.one("#package").send_keys(file.name)
            window.press("main form .button")
            look(f"import report, {title}", is_answer=True)
    window.press("form[action$='/import/publish'] .button")
    look("published", is_answer=True)


def learner(link):
    enter("zoe", link)
    for name, path in [("catalogue", "/"), ("account of a learner", "/account"), ("course of a package", "/courses/essai"),
                       ("mine", "/me"), ("a right that is refused", "/groups"), ("search", "/search?q=essai")]:
        window.go(server.url + path)
        look(name)
    window.go(server.url + "/courses/essai")
    window.press("button[value=open]")
    look("foreign content")
    content = shell.Learner(window.driver, server, "essai", learner="zoe")
    content.enter()
    content.calls(["Initialize", ""], ["SetValue", "cmi.score.scaled", "1"], ["SetValue", "cmi.completion_status", "completed"],
                  ["SetValue", "cmi.success_status", "passed"], ["Terminate", ""])
    window.driver.switch_to.default_content()
    window.press("[data-nav=suspendAll]")
    look("foreign content, paused")
    window.go(server.url + "/courses/essai")
    look("course of a package, begun")
    window.go(server.url + "/me")
    look("mine, with a score that content declared")
    check("déclaré par le contenu, non vérifié" in window.text(), "a score that content declared is said to be one")
    window.go(server.url + "/account")
    window.press("form[action='/sign-out'] button")
    look("signed out")


with tempfile.TemporaryDirectory(prefix="parcours-web-") as data:
    links = invitations(data)
    with house.Server("--access", "accounts", data=data) as server, browser.Browser() as window:
        trainer(links["tom"])
        window.driver.delete_all_cookies()
        learner(links["zoe"])
        window.driver.delete_all_cookies()
        sign_in("tom")
        window.go(server.url + "/groups/c27")
        look("group with a learner")
        check("Zoé" in window.text() and "<script>" in window.text(), "the name stands there as it is written")
        check("selon le contenu : à vérifier" in window.text(), "a course that was done in no time is shown to the trainer")
check.end()
