#!/usr/bin/env python3
"""The API object of the browser answers as the engine does: on the shared vectors, and on calls drawn by chance.

Chance is seeded, so that a difference can be found again: SEED=N in the environment.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import browser
import draw
import files

browser.ready()
ENGINE = sys.argv[1]
SCORM = browser.ROOT / "Scorm"
TABLES = {name: json.loads((SCORM / f"{name}.json").read_text())
          for name in ("datamodel-1.2", "datamodel-2004-2nd", "datamodel-2004-3rd", "datamodel-2004-4th")}
RUN = """const [file, done] = [arguments[0], arguments[arguments.length - 1]];
import(file).then((module) => done(module.run(...[...arguments].slice(1, -1)))).catch((error) => done(String(error)));"""


def run(page, file, *given):
    answer = page.execute_async_script(RUN, f"/Tests/Scenarios/player/pages/{file}", *given)
    if isinstance(answer, str):
        raise SystemExit(answer)
    return answer


def engine(sessions, model):
    """What `parcours headless` answers to the calls of each session."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = Path(folder) / "imsmanifest.xml"
        manifest.write_text(draw.manifest(model))
        requests = [{"op": "import", "course": "C", "manifest": str(manifest)}]
        for number, calls in enumerate(sessions):
            requests.append({"op": "open", "course": "C", "learner": f"L{number}", "name": "Dupont, Jeanne"})
            requests.append({"op": "api", "calls": calls})
        text = "".join(json.dumps(request) + "\n" for request in requests)
        done = subprocess.run([ENGINE, "headless"], input=text, stdout=subprocess.PIPE, text=True, check=True)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    trouble = [answer["error"] for answer in answers if "error" in answer]
    if trouble:
        raise SystemExit(trouble[0])
    return [answer["results"] for answer in answers if "results" in answer]


checks = browser.Checks()
with files.Server(browser.ROOT) as address, browser.chromium() as page:
    page.get(f"{address}/Scorm/README.md")
    vectors = json.loads((SCORM / "vectors.json").read_text())
    found = run(page, "vectors.mjs", TABLES, vectors)
    checks.that(found["calls"] > 600, f"{found['calls']} calls of the vectors")
    checks.that(not found["differences"], "\n".join(found["differences"][:20]))
    spoilt = json.loads(json.dumps(vectors))
    spoilt[0]["expect"][0] = ["1", 1]
    checks.that(len(run(page, "vectors.mjs", TABLES, spoilt)["differences"]) == 1, "a spoilt vector is noticed")

    seed = int(os.environ.get("SEED", "1"))
    for model in ("datamodel-1.2", "datamodel-2004-4th"):
        dice = random.Random(f"{seed} {model}")
        sessions = [draw.calls(dice, TABLES[model]) for _ in range(60)]
        expected = engine(sessions, model)
        given = [draw.launch(TABLES[model], number) for number in range(len(sessions))]
        got = run(page, "sessions.mjs", TABLES[model], given, sessions)
        different = [
            f"{model}, session {number}, call {place}: {call} gave {mine}, the engine says {theirs}"
            for number, calls in enumerate(sessions)
            for place, (call, mine, theirs) in enumerate(zip(calls, got[number], expected[number])) if mine != theirs]
        checks.that(not different, "\n".join(different[:10]))
        checks.that(sum(answer[1] == "0" for answers in got for answer in answers) > 300, f"{model}: many calls go well")
checks.end()
