"""Replays a folder of standard cases (DIR/replay.py, DIR/cases.json) in a browser instead of against `parcours headless`.

    cases.py BINARY DIR [IDS]

The page is driven by its attributes alone: `data-session`, `data-activity`, `data-nav`, `data-activity-id`. IDS as in
`replay.py --only`; without it, a sample of every family.
"""
import json
import re
import sys
import time
from pathlib import Path

import browser
import packages
from shell import Learner, Shell

SAMPLE = "API,DMB,CM-02b,CM-05,CM-07c,CM-16,CO-04b,CO-11,CT-01,MS-03,OB-01a,OB-09a,OB-10b,RU-01aa,RU-05b,RU-13a,RU-17b,SX-04a,SX-08a,T-01a"
CONTROLS = ("continue", "previous", "suspendAll", "exit", "exitAll", "abandon", "abandonAll")


class Page:
    """What `replay.py` calls an engine: a shell with an empty data folder after each reset, and one browser."""

    def __init__(self, binary, driver):
        self.binary, self.driver, self.shell, self.deadline = binary, driver, None, None
        self.courses, self.learner = {}, None

    def start(self):
        pass

    def stop(self):
        if self.shell:
            self.shell.__exit__()
        self.shell = None

    def ask(self, op, **fields):
        answer = getattr(self, op)(**fields) or {}
        if self.learner and op != "reset":
            answer.update(self.state())
        return answer

    def reset(self):
        self.stop()
        self.driver.get("about:blank")
        self.shell, self.courses, self.learner = Shell(self.binary).__enter__(), {}, None

    def take(self, course, manifest):
        text = Path(manifest).read_text(encoding="utf-8-sig")
        bases = re.findall(r'xml:base="([^"]*)"', text) + [""]
        hrefs = {name.split("?")[0] for name in re.findall(r'<(?:\w+:)?resource\b[^>]*?\bhref="([^"]*)"', text)}
        script = (packages.CONTENT / "sco.js").read_text()
        page = (packages.CONTENT / "sco.html").read_text().replace('<script src="sco.js"></script>', f"<script>{script}</script>")
        folders = {"", *bases, *(a + b for a in bases for b in bases)}
        self.courses[course] = self.shell.take(
            packages.zipped(text, extra={folder + name: page for folder in folders for name in hrefs}))

    def open(self, course, learner, name):
        self.leave_open()
        self.learner = Learner(self.driver, self.shell, self.courses[course], learner, name)
        self.learner.launch()

    def leave_open(self):
        """Opening another course suspends the one that is open."""
        if self.learner and self.learner.body("session") == "active":
            self.learner.press("suspendAll")

    def api(self, calls):
        if self.learner.page.execute_script("return window === top"):
            self.learner.enter()
        results = self.learner.calls(*calls)
        if any(call[0] in ("Terminate", "Commit") for call in calls):
            self.settle()
        return {"results": results}

    def ui(self, request, onunload=()):
        if onunload:
            self.learner.enter()
            self.driver.execute_script("atUnload = arguments[0]", list(map(list, onunload)))
        self.learner.press(request)

    def settle(self):
        """What a commit or an end changed is on the page soon after."""
        self.driver.switch_to.default_content()
        time.sleep(0.3)
        self.learner.until(self.learner.ready, "a page")

    def state(self):
        if self.driver.execute_script("return window !== top"):
            return {"delivered": None, "ended": False}  # in the middle of a step nobody asks
        learner = self.learner
        listed = self.driver.execute_script("""return [...document.querySelectorAll("[data-activity-id]")].map((e) => [
            e.dataset.activityId, e.checkVisibility(), !e.disabled && e.getAttribute("aria-disabled") !== "true"])""")
        return {"delivered": learner.body("activity") or None, "ended": learner.body("session") != "active",
                "nav": {name: learner.control(name) for name in CONTROLS},
                "toc": [{"id": i, "visible": visible, "enabled": enabled} for i, visible, enabled in listed]}


setattr(Page, "import", lambda self, course, manifest: self.take(course, manifest))


def main(binary, folder, only=SAMPLE):
    sys.path.insert(0, folder)
    import replay
    data = json.loads((Path(folder) / "cases.json").read_text())
    cases = replay.selected(data["cases"], only) if only != "all" else data["cases"]
    failed = 0
    with browser.chromium() as driver:
        page = Page(binary, driver)
        run = replay.Replay(data, page, str(Path(folder) / "manifests"), 600)
        run.needs_start = False
        for case in cases:
            try:
                differences = run.differences(case)
            except AssertionError as trouble:
                differences = [str(trouble)]
            failed += bool(differences)
            print(("FAIL " if differences else "ok   ") + case["id"], *differences[:4], sep="\n     ", flush=True)
        page.stop()
    print(f"{len(cases) - failed} passed, {failed} failed")
    return 1 if failed else 0


browser.ready()
sys.exit(main(*sys.argv[1:]))
