#!/usr/bin/env python3
"""A SCORM 2004 package in a browser: every call, resume, suspend all, choice, exit, the content's own navigation."""
import sys

import browser
import packages
from shell import Learner, Shell

browser.ready()
checks = browser.Checks()


def every_call(learner, shell, course):
    """Each function of the API; what a commit acknowledged is in the journal."""
    learner.launch()
    learner.enter("A1")
    answers = learner.calls(
        ["GetLastError"], ["GetValue", "cmi.location"], ["Initialize", ""], ["Initialize", ""],
        ["GetValue", "cmi.entry"], ["GetValue", "cmi.learner_name"], ["GetValue", "cmi.location"],
        ["SetValue", "cmi.location", "page-3"], ["SetValue", "cmi.suspend_data", "état : ✓"],
        ["SetValue", "cmi.score.scaled", "1.5"], ["GetErrorString", "407"], ["GetDiagnostic", ""],
        ["SetValue", "cmi.interactions.0.id", "q1"], ["SetValue", "cmi.interactions.0.type", "choice"],
        ["SetValue", "cmi.interactions.0.learner_response", "b"], ["GetValue", "cmi.interactions._count"],
        ["GetValue", "adl.nav.request_valid.continue"], ["GetValue", "adl.nav.request_valid.choice.{target=A3}"],
        ["Commit", ""])
    values = [value for value, _ in answers]
    errors = [error for _, error in answers]
    checks.that(values[:4] == ["0", "", "true", "false"] and errors[:4] == ["0", "122", "0", "103"], f"states: {answers[:4]}")
    checks.that(values[4:7] == ["ab-initio", "Ana Diaz", ""] and errors[6] == "403", f"launch values: {answers[4:7]}")
    checks.that(values[7:9] == ["true", "true"], f"writes: {answers[7:9]}")
    checks.that(errors[9] == "407" and values[10] and "1.5" in values[11], f"a value out of range: {answers[9:12]}")
    checks.that(values[12:16] == ["true", "true", "true", "1"], f"an interaction: {answers[12:16]}")
    checks.that(values[16:18] == ["true", "true"], f"request_valid: {answers[16:18]}")
    checks.that(answers[18] == ["true", "0"], f"Commit: {answers[18]}")
    checks.that(("cmi.suspend_data", "état : ✓") in shell.writes(course), "what Commit acknowledged is in the journal")
    learner.until(lambda: learner.saved() == "saved", "everything saved")


def autosave(learner, shell, course):
    """What is written and not committed is saved after a while of quiet."""
    learner.enter("A1")
    learner.calls(["SetValue", "cmi.location", "page-4"])
    learner.until(lambda: learner.saved() == "waiting", "an answer waiting")
    learner.until(lambda: ("cmi.location", "page-4") in shell.writes(course), "saved of itself")
    learner.until(lambda: learner.saved() == "saved", "everything saved")


def suspend_and_resume(learner, shell, course):
    """Suspend all, and back: the content finds what it left."""
    learner.enter("A1")
    learner.calls(["SetValue", "cmi.progress_measure", "0.25"], ["SetValue", "cmi.session_time", "PT1M"])
    learner.press("suspendAll")
    checks.that(learner.body("session") == "suspended" and learner.body("activity") == "", "suspended")
    checks.that(("cmi.progress_measure", "0.25") in shell.writes(course), "uncommitted answers were saved when leaving")
    learner.launch()
    learner.enter("A1")
    answers = learner.calls(
        ["Initialize", ""], ["GetValue", "cmi.entry"], ["GetValue", "cmi.location"], ["GetValue", "cmi.suspend_data"],
        ["GetValue", "cmi.interactions.0.learner_response"], ["GetValue", "cmi.total_time"], ["GetValue", "cmi.exit"])
    checks.that([value for value, _ in answers[:6]] == ["true", "resume", "page-4", "état : ✓", "b", "PT1M"],
                f"resumed: {answers}")
    checks.that(answers[6][1] == "405", f"cmi.exit cannot be read: {answers[6]}")


def choice_and_controls(learner):
    """The table of contents and the controls as attributes; an activity completes at once."""
    checks.that(learner.entry("A3") is True and learner.entry("ORG") is not None, "A3 can be chosen")
    checks.that(learner.control("continue") and not learner.control("previous"), "controls of the first activity")
    learner.enter("A1")
    learner.calls(["SetValue", "cmi.completion_status", "completed"], ["SetValue", "cmi.success_status", "passed"], ["Commit", ""])
    learner.until(lambda: status(learner, "A1") == "passed", "the table of contents follows a commit")
    learner.press("choice:A3")
    checks.that(learner.body("activity") == "A3", "A3 by choice")
    checks.that(learner.control("previous"), "previous works in A3")
    learner.press("previous")
    checks.that(learner.body("activity") == "A2", "back to A2")


def status(learner, activity):
    learner.page.switch_to.default_content()
    return learner.page.execute_script(
        "return document.querySelector(`[data-activity-id='${arguments[0]}']`)?.dataset.status", activity)


def content_navigates(learner):
    """adl.nav.request with Terminate moves at once; the learner's control wins over one made while leaving."""
    learner.enter("A2")
    learner.calls(["Initialize", ""], ["SetValue", "adl.nav.request", "{target=A1}choice"], ["Terminate", ""])
    learner.until(lambda: learner.body("activity") == "A1", "the content's choice")
    learner.enter("A1")
    learner.calls(["Initialize", ""])
    learner.page.execute_script(
        "atUnload = [['SetValue', 'adl.nav.request', 'exitAll'], ['SetValue', 'cmi.location', 'last'], ['Terminate', '']]")
    learner.press("continue")
    checks.that(learner.body("activity") == "A2", "the learner's Continue wins over the content's exitAll")


def twice(learner):
    """The same activity chosen again is delivered again."""
    learner.enter("A2")
    learner.calls(["Initialize", ""], ["Terminate", ""])
    learner.press("choice:A2")
    learner.enter("A2")
    checks.that(learner.calls(["Initialize", ""]) == [["true", "0"]], "a new API object for the second delivery")


def exits(learner):
    """Exit leaves a session without content; exit all ends it."""
    learner.press("exit")
    checks.that(learner.body("session") == "active" and learner.body("activity") == "", "active without content")
    checks.that(learner.entry("A1") is True, "the table of contents goes on")
    learner.press("choice:A1")
    learner.press("exitAll")
    checks.that(learner.body("session") == "ended", f"ended: {learner.body('session')}")


with Shell(sys.argv[1]) as shell, browser.chromium() as page:
    course = shell.take(packages.scorm2004())
    learner = Learner(page, shell, course)
    every_call(learner, shell, course)
    autosave(learner, shell, course)
    suspend_and_resume(learner, shell, course)
    choice_and_controls(learner)
    content_navigates(learner)
    twice(learner)
    exits(learner)
    noise = [entry["message"] for entry in page.get_log("browser") if entry["level"] == "SEVERE" and "favicon" not in entry["message"]]
    checks.that(not noise, f"the console is quiet: {noise[:5]}")
checks.end()
