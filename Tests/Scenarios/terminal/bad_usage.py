#!/usr/bin/python3
"""Every unusable word on the command line gets one clear message with a cure, its exit code, and changes nothing."""
from learner import COURSE, check, parcours, scenario


def run(folder):
    data, empty, torn = folder / "data", folder / "empty", folder / "torn"
    empty.mkdir()
    torn.mkdir()
    (torn / "imsmanifest.xml").write_text("<manifest><organizations>", encoding="utf-8")
    (folder / "a.zip").write_bytes(b"PK\x03\x04 this is no zip")
    (folder / "file").write_text("not a folder", encoding="utf-8")
    cases = [
        (2, ["nonsense"]), (2, ["learn", "--nonsense"]), (2, ["learn", COURSE, "--lang", "de"]), (2, ["learn", "one", "two"]),
        (2, ["records", "--as", "pdf"]), (2, ["records", "--as"]), (2, ["replay"]), (2, ["journal", "verify"]),
        (2, ["data", "polish"]), (2, ["check"]),
        (4, ["learn", folder / "missing"]), (4, ["learn", empty]), (4, ["learn", torn]), (4, ["learn", folder / "a.zip"]),
        (4, ["check", folder / "missing"]), (4, ["journal", "verify", folder / "missing"]),
        (5, ["learn", COURSE, "--data", folder / "file"]), (5, ["learn", COURSE, "--data", "/proc/nowhere"]),
    ]
    for expected, arguments in cases:
        said = " ".join(str(a) for a in arguments).replace(f"{folder}/", "")
        more = [] if "--data" in arguments or expected == 2 else ["--data", data]
        code, out, err = parcours(folder, *arguments, *more)
        if said == "journal verify missing":
            code, out, err = parcours(folder, *arguments)
        check(f"{expected}: {said}", code == expected, f"exit {code}", out.decode(), err.decode())
        check(f"{expected}: {said}: said on stderr only", err.strip() and not out.strip(), out.decode(), err.decode())
        check(f"{expected}: {said}: no trace of a trap", b"Fatal error" not in err and b"Stack dump" not in err, err.decode())
    check("no data folder was made for nothing", not (data / "learners").exists() or not list((data / "learners").glob("*/*/journal.jsonl")))
    check("the file in the way is as it was", (folder / "file").read_text(encoding="utf-8") == "not a folder")
    for arguments in (["--help"], ["--version"], ["help"], *([c, "--help"] for c in ("learn", "check", "records", "data", "journal", "replay", "headless"))):
        code, out, err = parcours(folder, *arguments)
        check(f"0: {' '.join(arguments)}", code == 0 and out.strip() and not err, f"exit {code}", err.decode())


scenario(run)
