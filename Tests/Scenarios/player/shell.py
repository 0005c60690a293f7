"""A web shell of our own for a scenario, and a learner's browser in it."""
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 15


class Shell:
    """`with Shell(binary) as shell:` serves an empty data folder on a free port."""

    def __init__(self, binary, *options, port=0, data=None):
        self.binary, self.options, self.port = binary, options, port
        self.keeps = data is not None
        self.data = data or tempfile.mkdtemp(prefix="parcours-web-")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        if not self.keeps:
            shutil.rmtree(self.data, ignore_errors=True)

    def start(self):
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", str(self.port), "--data", self.data, *self.options], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=dict(os.environ, LC_ALL="fr_FR.UTF-8"))
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        else:
            raise SystemExit("the shell did not start")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.port}"

    def stop(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def ask(self, path, body=None, headers=None, method=None):
        """Status and bytes of an answer; redirects are not followed."""
        request = urllib.request.Request(self.address + path, data=body, headers=headers or {}, method=method)
        try:
            with urllib.request.build_opener(Straight).open(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read()

    def take(self, package, name="paquet.zip"):
        """Imports a zip; the course's identifier."""
        status, body = self.ask("/api/import", package, {"X-Filename": name, "Content-Type": "application/zip"})
        if status != 200:
            raise SystemExit(f"import answered {status}: {body[:500]!r}")
        return json.loads(body)["course"]

    def journal(self, course):
        """Every event of every learner in a course, in the order of their lines."""
        events = []
        for folder, _, names in os.walk(os.path.join(self.data, "learners")):
            if "journal.jsonl" in names and urllib.parse.unquote(os.path.basename(folder)) == course:
                with open(os.path.join(folder, "journal.jsonl"), encoding="utf-8") as lines:
                    for line in map(json.loads, lines):
                        events += line["d"]["events"] if line["k"] == "batch" else [line]
        return events

    def writes(self, course):
        """Every write of content, in order."""
        return [tuple(write) for event in self.journal(course) if event["k"] == "cmi" for write in event["d"]["writes"]]


class Straight(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Learner:
    """A learner at the page of a course, as the attributes of the page say."""

    def __init__(self, page, shell, course, learner="ana", name="Ana Diaz"):
        self.page, self.shell, self.course, self.learner, self.name = page, shell, course, learner, name

    def launch(self):
        self.page.switch_to.default_content()
        query = urllib.parse.urlencode({"course": self.course, "learner": self.learner, "name": self.name})
        self.page.get(f"{self.shell.address}/launch?{query}")
        self.until(lambda: self.body("session") in ("active", "ended", "suspended"), "a session")

    def until(self, holds, what, patience=PATIENCE):
        """Waits until something holds; says what did not."""
        from selenium.common.exceptions import WebDriverException
        end = time.monotonic() + patience
        while True:
            try:
                if holds():
                    return True
            except WebDriverException:
                pass
            if time.monotonic() > end:
                self.page.switch_to.default_content()
                raise AssertionError(f"{what}: did not come; at {self.page.current_url}, "
                                     f"{self.page.execute_script('return document.body.innerText')[:600]!r}")
            time.sleep(0.02)

    def body(self, name):
        self.page.switch_to.default_content()
        return self.page.execute_script("return document.body.dataset[arguments[0]]", name)

    def saved(self):
        self.page.switch_to.default_content()
        return self.page.execute_script("return document.querySelector('[data-saved]:not(#news)')?.dataset.saved")

    def control(self, name):
        """Whether a control is displayed and works."""
        self.page.switch_to.default_content()
        return self.page.execute_script("""const b = document.querySelector(`button[data-nav="${arguments[0]}"]`);
            return Boolean(b && b.checkVisibility() && !b.disabled && b.getAttribute("aria-disabled") !== "true");""", name)

    def entry(self, activity):
        """None where an activity is not listed, else whether it can be selected."""
        self.page.switch_to.default_content()
        return self.page.execute_script("""const e = document.querySelector(`[data-activity-id="${CSS.escape(arguments[0])}"]`);
            if (!e || !e.checkVisibility()) return null;
            return !e.disabled && e.getAttribute("aria-disabled") !== "true";""", activity)

    def press(self, request):
        """A control, or `choice:ID` in the table of contents; returns once another page has taken this one's place."""
        self.page.switch_to.default_content()
        self.page.execute_script("window.isOld = true")
        if request.startswith("choice:"):
            select = f'[data-activity-id="{request[7:]}"]'
        else:
            select = f'button[data-nav="{request}"]'
        self.page.execute_script("document.querySelector(arguments[0]).click()", select)
        self.until(lambda: not self.page.execute_script("return window.isOld") and self.ready(), f"a page after {request}")

    def ready(self):
        return self.page.execute_script("return document.readyState") == "complete"

    def moved(self):
        """Returns once the content's own request has led to another page."""
        self.until(lambda: self.page.switch_to.default_content() or not self.page.execute_script("return window.isOld"),
                   "another page")

    def enter(self, activity=None):
        """Goes into the frame of the content, once it is there."""
        def entered():
            self.page.switch_to.default_content()
            if activity and self.page.execute_script("return document.body.dataset.activity") != activity:
                return False
            self.page.execute_script("window.isOld = true")
            self.page.switch_to.frame("stage")
            self.page.switch_to.frame("content")
            return self.page.execute_script("return typeof calls === 'function' && document.readyState === 'complete'")
        self.until(entered, f"the content of {activity or 'an activity'}")

    def calls(self, *calls):
        """Makes calls in the content's frame: [value, error] of each."""
        return self.page.execute_script("return calls(arguments[0])", [list(call) for call in calls])
