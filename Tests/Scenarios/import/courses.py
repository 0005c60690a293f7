#!/usr/bin/python3
"""Import, list, show, upgrade, replay and remove, as an administrator and programs use them."""
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

from sandbox import PROGRAM, Sandbox, version_hash

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__)))))
ID = "parcours-mission-spaser"


class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, what, holds, *shown):
        self.passed, self.failed = self.passed + bool(holds), self.failed + (not holds)
        if not holds:
            print(f"FAILED {what}", *(str(s)[:600] for s in shown), sep="\n  ")


def main():
    sandbox, check = Sandbox(), Checks()

    def run(*arguments, text=""):
        done = subprocess.run([PROGRAM, *map(str, arguments), "--data", str(sandbox.data), "--lang", "en"], input=text,
                              capture_output=True, text=True, env=sandbox.environment, timeout=120)
        return done.returncode, done.stdout, done.stderr

    def zipped(folder, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for place, _, files in os.walk(folder):
                for name in files:
                    archive.write(os.path.join(place, name), os.path.relpath(os.path.join(place, name), folder))

    def edited(folder, change):
        shutil.copytree(os.path.join(ROOT, "Courses/spaser"), folder)
        manifest = folder / "imsmanifest.xml"
        manifest.write_text(change(manifest.read_text(encoding="utf-8")), encoding="utf-8")
        return folder

    try:
        package, first = sandbox.folder / "first.zip", os.path.join(ROOT, "Courses/spaser")
        zipped(first, package)
        code, out, err = run("import", first)
        check("a folder: the identifier on stdout, the rest on stderr", (code, out) == (0, ID + "\n") and "imported" in err, out, err)
        code, out, err = run("import", package)
        check("its zip is the same, and says so", (code, out) == (0, ID + "\n") and "nothing has changed" in err, out, err)
        one, = sandbox.versions()
        check("kept under the hash of what is kept", version_hash(one) == one.name)
        code, out, err = run("import", package, sandbox.folder / "absent.zip", first, "--json", "--quiet")
        lines = [json.loads(line) for line in out.splitlines()]
        check("several at once: what can be, is; the code says that not all was", code == 4 and len(lines) == 2 and
              all(line["outcome"] == "same" and line["version"] == one.name for line in lines) and "absent.zip" in err, out, err)
        check("--quiet says only what failed", err.count("\n") <= 3, err)

        code, out, _ = run("learn", ID, "--plain", "--learner", "ines", text="\n\n\n\n\n\nquitter\n")
        check("Inès learns", code == 0, out)
        run("learn", ID, "--plain", "--learner", "bob", text="quitter\n")
        second = edited(sandbox.folder / "second", lambda t: re.sub(
            r'<item identifier="M1-L1".*?</item>', "", t, flags=re.S).replace("Quiz", "Contrôle"))
        code, out, err = run("import", second)
        check("another version says what changed", code == 0 and "activities removed (1): M1-L1" in err and "renamed" in err, err)
        code, out, _ = run("course", "list", "--json")
        entry = json.loads(out)
        check("list", code == 0 and entry["course"] == ID and len(entry["versions"]) == 2 and entry["learners"] == 2, out)
        code, out, _ = run("course", "show", ID, "--json")
        detail = json.loads(out)
        check("show", {v["version"]: v["learners"] for v in detail["versions"]}[one.name] == 2
              and not any(a["id"] == "M1-L1" for a in detail["activities"]) and detail["findings"]["errors"] == 0, out)
        code, out, _ = run("course", "show", ID)
        check("show, for people", code == 0 and "offered to new enrolments" in out and "Findings:" in out, out)

        code, out, err = run("course", "remove", ID)
        check("a course in use stays, and it is said for whom", code == 3 and "ines" in err and "bob" in err and "2 learners" in err, err)
        code, out, err = run("course", "remove", ID, "--version", one.name[:10])
        check("so does a version in use", code == 3 and len(sandbox.versions()) == 2, err)
        code, out, err = run("course", "remove", "nothing")
        check("a course that is not there", code == 4 and "course list" in err, err)
        code, out, err = run("course", "remove", ID, "--version", "zz")
        check("a version that is not there", code == 2 and one.name[:12] in err, err)

        journals = {p: p.read_bytes() for p in sandbox.data.glob("learners/*/*/journal.jsonl")}
        code, out, err = run("course", "upgrade", ID, "--plan")
        check("the plan says who loses what", code == 0 and "is no longer there" in out and "Nothing has moved" in out, out, err)
        check("and moves nothing", all(p.read_bytes() == b for p, b in journals.items()))
        code, out, err = run("course", "upgrade", ID, "--learner", "ines", "--json", "--by", "admin")
        answer = json.loads(out)
        check("one learner moves", code == 0 and [s["moved"] for s in answer["learners"]] == [True]
              and answer["learners"][0]["lost"] == ["M1-L1"], out, err)
        lengthened = [p for p, b in journals.items() if p.read_bytes() != b]
        check("one journal has one line more, of kind move", len(lengthened) == 1 and
              lengthened[0].read_bytes().startswith(journals[lengthened[0]]) and
              json.loads(lengthened[0].read_text().splitlines()[-1])["k"] == "move", lengthened)
        last = len(journals[lengthened[0]].splitlines())
        code, out, err = run("replay", "ines", ID, "--at", last, "--json")
        check("replay before", code == 0 and any(a["id"] == "M1-L1" for a in json.loads(out)["activities"]), out, err)
        code, out, err = run("replay", "ines", ID, "--json")
        check("replay after", code == 0 and not any(a["id"] == "M1-L1" for a in json.loads(out)["activities"]), out, err)
        code, out, err = run("learn", ID, "--plain", "--learner", "ines", text="carte\nquitter\n")
        check("learning goes on in the new version", code == 0 and "Contrôle" in out, out, err)
        code, out, err = run("records", "--as", "csv")
        check("records go on", code == 0 and out.count("\n") == 3, out, err)
        code, out, err = run("course", "upgrade", ID)
        check("the others move", code == 0 and "1 enrolment goes over" in out, out, err)
        code, out, err = run("course", "upgrade", ID)
        check("and nobody is left", code == 0 and "0 enrolments" in out, out, err)
        code, out, err = run("course", "remove", ID, "--version", one.name[:10])
        check("the version that nobody follows goes", code == 0 and [v.name for v in sandbox.versions()] != [one.name]
              and len(sandbox.versions()) == 1, err)
        code, out, err = run("data", "check")
        check("the data folder is whole", code == 0, out, err)
        for arguments in (["import", "--help"], ["course", "--help"], ["course", "upgrade", "--help"]):
            code, out, err = run(*arguments)
            check(f"{' '.join(arguments)}", code == 0 and out and not err, err)
        check("the help names the limits", "20,000 files and folders" in run("import", "--help")[1])
        for arguments in (["import"], ["import", first, "--seconds", "0"], ["import", first, package, "--course", "x"],
                          ["import", first, "--course", ""], ["course", "remove"]):
            code, out, err = run(*arguments)
            check(f"wrong usage: {' '.join(map(str, arguments))}", code == 2 and err and not out, code, err)
    finally:
        sandbox.close()
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


sys.exit(main())
