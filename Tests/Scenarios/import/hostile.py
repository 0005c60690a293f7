#!/usr/bin/python3
"""Every hostile archive and manifest is refused with its code or opened with its finding; nothing else happens."""
import sys

from corpus import archives
from manifests import manifests
from sandbox import Listener, Sandbox, faults
from zips import build, good


def main():
    sandbox, listener = Sandbox(), Listener()
    cases = [*((*case[:3], lambda port, make=case[3]: make()) for case in archives()), *manifests()]
    failed = 0
    try:
        package = sandbox.folder / "package.zip"
        package.write_bytes(build(good()))
        base = sandbox.run(package).memory
        for name, code, findings, make in cases:
            package.write_bytes(make(listener.port))
            before = sandbox.tree()
            run = sandbox.run(package)
            wrong = faults(sandbox, run, code, findings, base)
            if sandbox.tree() != before:
                wrong.append("something outside the data folder changed")
            if wrong:
                failed += 1
                print(f"FAILED {name}: {'; '.join(wrong)}\n  {run.err.strip()[:300]}")
        if listener.calls:
            failed += 1
            print(f"FAILED somebody was called: {listener.calls}")
    finally:
        listener.close()
        sandbox.close()
    print(f"{len(cases) + 1 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
