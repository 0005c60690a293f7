"""Imports every file of the corpus and holds what came of it against what must come of it."""
from corpus import archives
from manifests import manifests
from sandbox import Listener, Sandbox, faults
from zips import build, good


def run_corpus(watch=None):
    """Prints what is wrong and the closing line; 1 when something is. `watch` gets the sandbox and gives what to put before the
    command, and a function that finds more faults after it."""
    sandbox, listener = Sandbox(), Listener()
    cases = [*((*case[:3], lambda port, make=case[3]: make()) for case in archives()), *manifests()]
    failed = 0
    try:
        package = sandbox.folder / "package.zip"
        package.write_bytes(build(good()))
        base = sandbox.run(package).memory
        before, look = watch(sandbox) if watch else ((), lambda path: [])
        for name, code, findings, make in cases:
            package.write_bytes(make(listener.port))
            tree = sandbox.tree()
            run = sandbox.run(package, before=before)
            if before:
                run.seconds = 0  # watching takes its own time
            wrong = faults(sandbox, run, code, findings, base) + look(package)
            if not before and sandbox.tree() != tree:
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
