#!/usr/bin/env python3
"""A hostile package tries everything that foreign content must not be able to do, and fails at each."""
import http.server
import sys
import threading
import time
import urllib.request

import browser
import packages
from shell import Learner, Shell

browser.ready()
checks = browser.Checks()


class Evil(http.server.BaseHTTPRequestHandler):
    """Another site: every request that reaches it is a leak."""
    heard = []

    def answer(self):
        Evil.heard.append(f"{self.command} {self.path}")
        self.send_response(204)
        self.end_headers()

    do_GET = do_POST = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_):
        pass


evil = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Evil)
threading.Thread(target=evil.serve_forever, daemon=True).start()
elsewhere = f"http://127.0.0.1:{evil.server_port}"

checks.that(urllib.request.urlopen(f"{elsewhere}/control").status == 204 and Evil.heard.pop() == "GET /control", "the other site hears")

with Shell(sys.argv[1]) as shell, browser.chromium() as page:
    innocent = shell.take(packages.scorm2004("innocent"))
    learner = Learner(page, shell, innocent)
    learner.launch()
    learner.enter("A1")
    page.switch_to.default_content()
    other = page.execute_script("return document.getElementById('stage').dataset.origin")
    page.execute_script("document.cookie = 'sid=secret; path=/'")
    learner.press("suspendAll")

    course = shell.take(packages.hostile(shell.address, elsewhere, other, "hostile"))
    victim = Learner(page, shell, course, learner="victime", name="Victime")
    victim.launch()
    before = page.current_url

    def entered():
        page.switch_to.default_content()
        page.switch_to.frame("stage")
        page.switch_to.frame("content")
        return page.execute_script("return typeof run === 'function'")
    victim.until(entered, "the hostile content")
    results = page.execute_async_script("const done = arguments[0]; run().then(done)")
    for name, got in results.items():
        checks.that(got == "", f"{name}: {got}")
    checks.that(len(results) >= 35, f"{len(results)} probes ran")
    page.switch_to.default_content()
    checks.that(page.current_url == before, f"the shell is still at its page: {page.current_url}")
    checks.that(page.execute_script("return document.querySelectorAll('img[src=x]').length") == 0, "no message became markup")
    # The content takes its own frame away to another site; only the last probe can show that.
    entered()
    page.execute_script("location.href = arguments[0]", f"{elsewhere}/self")
    page.switch_to.default_content()
    status, _ = shell.ask("/launch", b"course=x", {"Content-Type": "application/x-www-form-urlencoded",
                                                   "Sec-Fetch-Site": "same-site", "Origin": other})
    checks.that(status == 403, f"a form from a content origin: {status}")
    status, _ = shell.ask("/", headers={"Host": "evil.example"})
    checks.that(status in (400, 403, 421), f"another host name: {status}")
time.sleep(0.5)
evil.shutdown()
evil.server_close()
checks.that(not Evil.heard, f"requests that reached another site: {Evil.heard}")
checks.end()
