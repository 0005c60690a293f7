#!/usr/bin/env python3
"""Markup that content, a learner's name or a course's title brings is text on every page of the shell."""
import json
import sys
import urllib.parse

import browser
import packages
from origin import Launched
from shell import Shell

browser.ready()
checks = browser.Checks()
EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{title}}&lt;'


def filled(shell, course):
    """A course whose every CMI string is markup."""
    one = Launched(shell, course, EVIL)
    texts = ["cmi.location", "cmi.suspend_data", "cmi.comments_from_learner.0.comment", "cmi.comments_from_learner.0.location",
             "cmi.interactions.0.id", "cmi.interactions.0.description", "cmi.objectives.0.id", "cmi.objectives.0.description"]
    writes = [[name, EVIL] for name in texts]
    writes += [["cmi.interactions.0.type", "long-fill-in"], ["cmi.interactions.0.learner_response", EVIL],
               ["cmi.interactions.0.correct_responses.0.pattern", EVIL], ["cmi.completion_status", "completed"]]
    status, _, reply = one.commit(1, writes)
    checks.that(status == 200 and not reply["refused"], f"markup is a value like any other: {reply}")
    checks.that(sum(value == EVIL for _, value in shell.writes(course)) >= 10, "and is kept as it is")
    return one


def crawl(page, shell, addresses):
    """Every page of ours that these lead to, once."""
    from selenium.common.exceptions import NoAlertPresentException
    seen, ahead = set(), list(addresses)
    while ahead and len(seen) < 60:
        address = ahead.pop(0)
        if address in seen:
            continue
        seen.add(address)
        page.get(address)
        try:
            page.switch_to.alert.accept()
            checks.that(False, f"an alert on {address}")
        except NoAlertPresentException:
            pass
        page.switch_to.default_content()
        bad = page.execute_script("return document.querySelectorAll('img[src=x], main script:not([src])').length")
        checks.that(bad == 0, f"markup on {address}")
        for link in page.execute_script("return [...document.querySelectorAll('a[href]')].map((a) => a.href)"):
            link = link.split("#")[0]
            if link.startswith(shell.address) and link not in seen:
                ahead.append(link)
    return seen


with Shell(sys.argv[1]) as shell, browser.chromium() as page:
    course = shell.take(packages.scorm2004("markup", items=[("A1", EVIL, ""), ("A2", "Deux", "")], title=EVIL))
    filled(shell, course)
    learner = f"{shell.address}/as/{urllib.parse.quote(EVIL, safe='')}"
    query = urllib.parse.urlencode({"course": course, "learner": EVIL, "name": EVIL})
    seen = crawl(page, shell, [
        f"{learner}/", f"{learner}/me", f"{learner}/courses/{course}", f"{learner}/courses/{course}/play",
        f"{shell.address}/search?{urllib.parse.urlencode({'q': EVIL})}", f"{shell.address}/launch?{query}", f"{shell.address}/{urllib.parse.quote(EVIL, safe='')}"])
    checks.that(len(seen) >= 10, f"{len(seen)} pages")
    text = json.dumps([shell.ask(f"/as/{urllib.parse.quote(EVIL, safe='')}/me")[1].decode()])
    checks.that("<img src=x" not in text, "nor in the bytes of one's own page")
checks.end()
