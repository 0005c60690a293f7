#!/usr/bin/env python3
"""What must not be lost: a tab closed in the middle, a network cut and its return, a second tab, a server killed and started anew."""
import fcntl
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

import browser
import packages
from proxy import Proxy
from shell import Learner, Shell

browser.ready()
checks = browser.Checks()


def tab_closed(page, shell):
    """The tab goes away in the middle of an answer; the content's last calls come from its own unload."""
    course = shell.take(packages.scorm2004("fermee"))
    learner = Learner(page, shell, course)
    learner.launch()
    learner.enter("A1")
    learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "avant"])
    page.execute_script("""atUnload = [['SetValue', 'cmi.location', 'dernier'], ['SetValue', 'cmi.exit', 'suspend'],
        ['SetValue', 'cmi.session_time', 'PT9S'], ['Terminate', '']]""")
    page.switch_to.default_content()
    first = page.current_window_handle
    page.switch_to.new_window("tab")
    second = page.current_window_handle
    page.switch_to.window(first)
    page.close()
    page.switch_to.window(second)
    learner.until(lambda: ("cmi.location", "dernier") in shell.writes(course), "the last write of a closed tab")
    learner.launch()
    learner.enter("A1")
    answers = learner.calls(["Initialize", ""], ["GetValue", "cmi.entry"], ["GetValue", "cmi.location"], ["GetValue", "cmi.total_time"])
    checks.that([value for value, _ in answers] == ["true", "resume", "dernier", "PT9S"], f"after a closed tab: {answers}")
    learner.press("suspendAll")


def network_cut(page, shell, proxy):
    """No network: Commit is false, work goes on, the learner sees so; with the network everything is saved."""
    shell.address, real = f"http://127.0.0.1:{proxy.port}", shell.address
    course = shell.take(packages.scorm2004("coupure"))
    learner = Learner(page, shell, course)
    learner.launch()
    learner.enter("A1")
    learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "1"], ["Commit", ""])
    proxy.cut()
    answers = learner.calls(["SetValue", "cmi.location", "2"], ["Commit", ""], ["SetValue", "cmi.suspend_data", "hors ligne"],
                            ["GetValue", "cmi.location"])
    checks.that(answers[1] == ["false", "391"] and answers[3] == ["2", "0"], f"without a network: {answers}")
    learner.until(lambda: learner.saved() == "waiting", "answers waiting")
    checks.that("attente" in page.execute_script("return document.querySelector('[data-saved]').textContent"), "in words")
    checks.that(("cmi.location", "2") not in shell.writes(course), "nothing came through")
    proxy.mend()
    learner.until(lambda: ("cmi.suspend_data", "hors ligne") in shell.writes(course), "saved after the network's return", 30)
    learner.until(lambda: learner.saved() == "saved", "the page says so")
    checks.that(shell.writes(course).count(("cmi.location", "2")) == 1, f"each answer once: {shell.writes(course)}")
    learner.enter("A1")
    proxy.cut()
    learner.calls(["SetValue", "cmi.location", "3"], ["SetValue", "cmi.exit", "suspend"], ["Terminate", ""])
    time.sleep(0.5)
    proxy.mend()
    learner.until(lambda: ("cmi.location", "3") in shell.writes(course), "a Terminate without network comes through", 30)
    learner.press("suspendAll")
    shell.address = real


def second_tab(page, shell):
    """The course opened again takes over; the older window says so and saves nothing more."""
    course = shell.take(packages.scorm2004("deux"))
    learner = Learner(page, shell, course)
    learner.launch()
    learner.enter("A1")
    learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "un"], ["Commit", ""])
    first = page.current_window_handle
    page.switch_to.new_window("tab")
    second = page.current_window_handle
    learner.launch()
    learner.enter("A1")
    answers = learner.calls(["Initialize", ""], ["GetValue", "cmi.entry"], ["GetValue", "cmi.location"], ["SetValue", "cmi.location", "deux"],
                            ["Commit", ""])
    checks.that([value for value, _ in answers] == ["true", "resume", "un", "true", "true"], f"the newer window: {answers}")
    page.switch_to.window(first)
    page.switch_to.default_content()
    page.switch_to.frame("stage")
    page.switch_to.frame("content")
    checks.that(learner.calls(["SetValue", "cmi.location", "vieux"], ["Commit", ""])[1] == ["false", "391"],
                "the older window cannot commit")
    learner.until(lambda: learner.saved() == "refused", "the older window says so")
    checks.that("autre fenêtre" in page.execute_script("return document.querySelector('[data-saved]').textContent"), "in words")
    checks.that(("cmi.location", "vieux") not in shell.writes(course), "nothing of the older window is kept")
    page.close()
    page.switch_to.window(second)
    learner.press("suspendAll")


def second_server(page, shell):
    """Another server on the same data folder takes over too: the window of the first one says so and saves nothing more."""
    course = shell.take(packages.scorm2004("serveurs"))
    learner = Learner(page, shell, course)
    learner.launch()
    learner.enter("A1")
    learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "un"], ["Commit", ""])
    first = page.current_window_handle
    page.switch_to.new_window("tab")
    with Shell(shell.binary, data=shell.data) as other:
        elsewhere = Learner(page, other, course)
        elsewhere.launch()
        elsewhere.enter("A1")
        answers = elsewhere.calls(["Initialize", ""], ["GetValue", "cmi.location"], ["SetValue", "cmi.location", "deux"],
                                  ["Commit", ""])
        checks.that([value for value, _ in answers] == ["true", "un", "true", "true"], f"the other server: {answers}")
        second = page.current_window_handle
        page.switch_to.window(first)
        page.switch_to.default_content()
        page.switch_to.frame("stage")
        page.switch_to.frame("content")
        learner.calls(["SetValue", "cmi.location", "vieux"], ["Commit", ""])
        learner.until(lambda: learner.saved() == "refused", "the window of the first server says so")
        checks.that(("cmi.location", "vieux") not in shell.writes(course), "nothing of the first server's window is kept")
        page.switch_to.window(second)
        page.switch_to.default_content()
        elsewhere.enter("A1")
        checks.that(elsewhere.calls(["SetValue", "cmi.location", "trois"], ["Commit", ""])[1][0] == "true",
                    "the newer window goes on")
        elsewhere.press("suspendAll")
        page.close()
    page.switch_to.window(first)


def server_killed(page, shell):
    """The server dies and comes back: what it acknowledged is there, and the open content goes on saving."""
    course = shell.take(packages.scorm2004("panne"))
    learner = Learner(page, shell, course)
    learner.launch()
    learner.enter("A1")
    checks.that(learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "1"], ["Commit", ""])[2] == ["true", "0"], "committed")
    shell.stop(signal.SIGKILL)
    checks.that(("cmi.location", "1") in shell.writes(course), "acknowledged, so on disk")
    learner.calls(["SetValue", "cmi.location", "2"])
    shell.start()
    learner.until(lambda: ("cmi.location", "2") in shell.writes(course), "the content goes on after a restart", 40)
    learner.enter("A1")
    learner.until(lambda: learner.enter("A1") or learner.calls(["SetValue", "cmi.location", "3"], ["Commit", ""])[1] == ["true", "0"],
                  "and commits")
    learner.press("suspendAll")


def learner_erased(page, shell):
    """A learner is erased while content is open: it can save nothing more, and brings nothing of the learner back."""
    course = shell.take(packages.scorm2004("efface"))
    learner = Learner(page, shell, course, learner="eve")
    before = set(os.listdir(os.path.join(shell.data, "learners")))
    learner.launch()
    learner.enter("A1")
    learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "1"], ["Commit", ""])
    subprocess.run([shell.binary, "learner", "erase", "eve", "--data", shell.data], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    answer = learner.calls(["SetValue", "cmi.location", "2"], ["Commit", ""])[1]
    time.sleep(2)
    checks.that(shell.writes(course) == [], "nothing is kept")
    checks.that(set(os.listdir(os.path.join(shell.data, "learners"))) == before, "no folder comes back")
    checks.that(answer[0] == "false", f"the content hears that nothing was saved: {answer}")
    learner.until(lambda: learner.saved() == "refused", "the page says so")


def busy_disk(page, shell):
    """Another program holds the learner's lock: Commit is false after five seconds, the page says that it waits, and then saves."""
    course = shell.take(packages.scorm2004("occupe"))
    learner = Learner(page, shell, course, learner="lou")
    learner.launch()
    learner.enter("A1")
    learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "1"], ["Commit", ""])
    home, = [p for p in pathlib.Path(shell.data, "learners").iterdir() if json.loads((p / "learner.json").read_text())["login"] == "lou"]
    with open(home / "lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        began = time.monotonic()
        answer = learner.calls(["SetValue", "cmi.location", "2"], ["Commit", ""])[1]
        spent = time.monotonic() - began
        checks.that(answer == ["false", "391"] and 4 < spent < 9, f"no longer than five seconds: {answer} after {spent:.1f} s")
        learner.until(lambda: learner.saved() == "waiting", "the page says that it waits")
        checks.that(("cmi.location", "2") not in shell.writes(course), "nothing was written past the lock")
    learner.until(lambda: shell.writes(course).count(("cmi.location", "2")) == 1 and learner.saved() == "saved", "saved once", 30)
    learner.press("suspendAll")


def own_window(page, shell):
    """Content in a window of its own, and the window that it opens itself, find the API and commit; the shell's page knows."""
    course = shell.take(packages.scorm2004("fenetre"))
    learner = Learner(page, shell, course)
    learner.launch()
    learner.enter("A1")
    page.switch_to.default_content()
    main = page.current_window_handle
    before = set(page.window_handles)
    page.execute_script("document.querySelector('form[target=_blank] button').click()")
    learner.until(lambda: set(page.window_handles) - before, "a window of its own")
    page.switch_to.window((set(page.window_handles) - before).pop())

    def entered():
        page.switch_to.default_content()
        page.switch_to.frame("content")
        return page.execute_script("return typeof calls === 'function'")
    learner.until(entered, "the content in its window")
    answers = learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "un"], ["Commit", ""])
    checks.that(answers[2] == ["true", "0"] and ("cmi.location", "un") in shell.writes(course), f"the window commits: {answers}")
    before = set(page.window_handles)
    page.execute_script("window.open('sco.html')")
    learner.until(lambda: set(page.window_handles) - before, "a window of the content's own")
    page.switch_to.window((set(page.window_handles) - before).pop())
    learner.until(lambda: page.execute_script("return typeof calls === 'function'"), "the content's own window")
    answers = learner.calls(["SetValue", "cmi.location", "deux"], ["Commit", ""])
    checks.that(answers[1] == ["true", "0"] and ("cmi.location", "deux") in shell.writes(course),
                f"the content's own window commits: {answers}")
    for handle in set(page.window_handles) - {main}:
        page.switch_to.window(handle)
        page.close()
    page.switch_to.window(main)
    learner.press("suspendAll")
    checks.that(learner.body("session") == "suspended", "the shell's page goes on")


def commits_later(page, binary):
    """A course that is served so: Commit is true without the network, and what it kept comes through, by another page too."""
    with Shell(binary, "--async-commit", "differe") as shell, Proxy(shell.port) as proxy:
        learner = Learner(page, shell, shell.take(packages.scorm2004("differe")))
        shell.address = f"http://127.0.0.1:{proxy.port}"
        learner.launch()
        learner.enter("A1")
        proxy.cut()
        answers = learner.calls(["Initialize", ""], ["SetValue", "cmi.location", "1"], ["Commit", ""])
        checks.that(answers[2] == ["true", "0"], f"committed without the network: {answers}")
        checks.that(shell.writes("differe") == [], "and not on the server's disk yet")
        learner.until(lambda: learner.saved() != "saved", "the page says that it waits")
        page.refresh()
        proxy.mend()
        learner.launch()
        learner.enter("A1")
        learner.until(lambda: ("cmi.location", "1") in shell.writes("differe"), "another page sends what was kept", 30)
        learner.press("suspendAll")


with Shell(sys.argv[1]) as shell, browser.chromium() as page:
    tab_closed(page, shell)
    with Proxy(shell.port) as proxy:
        network_cut(page, shell, proxy)
    second_tab(page, shell)
    second_server(page, shell)
    server_killed(page, shell)
    busy_disk(page, shell)
    own_window(page, shell)
    learner_erased(page, shell)
    commits_later(page, sys.argv[1])
checks.end()
