#!/usr/bin/env python3
"""A SCORM 1.2 package in a browser: every call, resume, and the status that the mastery of the learner leads to."""
import sys

import browser
import packages
from shell import Learner, Shell

browser.ready()
checks = browser.Checks()

with Shell(sys.argv[1]) as shell, browser.chromium() as page:
    course = shell.take(packages.scorm12())
    learner = Learner(page, shell, course)
    learner.launch()
    checks.that(learner.body("session") == "active" and learner.body("activity") in ("", "S1"), "the course is open")
    if learner.body("activity") == "":
        learner.press("choice:S1")
    learner.enter("S1")
    answers = learner.calls(
        ["LMSGetValue", "cmi.core.lesson_status"], ["LMSInitialize", ""], ["LMSGetValue", "cmi.core.entry"],
        ["LMSGetValue", "cmi.core.lesson_status"], ["LMSGetValue", "cmi.core.student_name"],
        ["LMSSetValue", "cmi.core.lesson_location", "3"], ["LMSSetValue", "cmi.suspend_data", "a=1;b=2"],
        ["LMSSetValue", "cmi.core.score.raw", "101"], ["LMSGetErrorString", "405"], ["LMSGetDiagnostic", ""],
        ["LMSSetValue", "cmi.core.score.raw", "85"], ["LMSSetValue", "cmi.core.lesson_status", "not attempted"],
        ["LMSSetValue", "cmi.core.lesson_status", "incomplete"], ["LMSSetValue", "cmi.interactions.0.id", "q1"],
        ["LMSSetValue", "cmi.interactions.0.student_response", "b"], ["LMSGetValue", "cmi.interactions.0.id"],
        ["LMSSetValue", "cmi.core.exit", "suspend"], ["LMSSetValue", "cmi.core.session_time", "00:02:03"],
        ["LMSCommit", ""], ["LMSFinish", ""], ["LMSFinish", ""])
    values = [value for value, _ in answers]
    errors = [error for _, error in answers]
    checks.that(errors[0] == "301" and values[1] == "true", f"before and after LMSInitialize: {answers[:2]}")
    checks.that(values[2:5] == ["ab-initio", "not attempted", "Ana Diaz"], f"launch values: {answers[2:5]}")
    checks.that(values[5:7] == ["true", "true"] and errors[7] == "405" and values[8] and values[9], f"writes: {answers[5:10]}")
    checks.that(values[10] == "true" and errors[11] == "405" and values[12] == "true", f"status: {answers[10:13]}")
    checks.that(values[13:15] == ["true", "true"] and errors[15] == "404", f"interactions are written only: {answers[13:16]}")
    checks.that(values[16:20] == ["true"] * 4 and errors[20] == "301", f"the end: {answers[16:]}")
    checks.that(("cmi.core.score.raw", "85") in shell.writes(course), "what was acknowledged is in the journal")
    learner.press("choice:S2")
    checks.that(learner.body("activity") == "S2", "the second by choice")
    learner.enter("S2")
    learner.calls(["LMSInitialize", ""], ["LMSFinish", ""])
    learner.press("choice:S1")
    learner.enter("S1")
    answers = learner.calls(
        ["LMSInitialize", ""], ["LMSGetValue", "cmi.core.entry"], ["LMSGetValue", "cmi.core.lesson_location"],
        ["LMSGetValue", "cmi.suspend_data"], ["LMSGetValue", "cmi.core.total_time"], ["LMSGetValue", "cmi.core.score.raw"],
        ["LMSGetValue", "cmi.interactions._count"])
    checks.that([value for value, _ in answers] == ["true", "resume", "3", "a=1;b=2", "0000:02:03.00", "85", "1"],
                f"resumed: {answers}")
    page.switch_to.default_content()
    done = page.execute_script("return document.querySelector('[data-activity-id=S2]').dataset.status")
    checks.that(done in ("completed", "passed"), f"content that said nothing has completed: {done}")
    page.get(f"{shell.address}/as/{learner.learner}/me")
    mine = page.find_element("css selector", "main table").text
    checks.that("85 %" in mine.replace("\u202f", " ").replace("\u00a0", " ") and "déclaré par le contenu" in mine,
                f"the score of the content, and whose word it is: {mine}")
checks.end()
