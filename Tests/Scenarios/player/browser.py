"""A headless Chromium for the scenarios of this place, driven by Selenium from a virtual environment made on first use."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SELENIUM = "selenium==4.51.0"


def ready():
    """Goes on inside the virtual environment, which is made where it is missing."""
    home = ROOT / ".build" / "browser-venv"
    python = home / "bin" / "python"
    if Path(sys.prefix).resolve() == home.resolve():
        return
    if not (home / SELENIUM).exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", home], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", SELENIUM], check=True)
        (home / SELENIUM).touch()
    os.execv(python, [str(python), "-B", *sys.argv])


def chromium(*switches):
    """A browser of its own, with nothing in it; use it in a `with` statement."""
    from selenium import webdriver
    options = webdriver.ChromeOptions()
    profile = tempfile.mkdtemp(prefix="parcours-chromium-")
    for switch in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1200,900",
                   f"--user-data-dir={profile}", *switches):
        options.add_argument(switch)
    options.binary_location = "/usr/bin/chromium"
    options.add_experimental_option("prefs", {"intl.accept_languages": "fr-FR"})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    driver.set_script_timeout(60)
    driver.profile = profile
    return Closing(driver)


class Closing:
    """Ends the browser and takes away its profile."""

    def __init__(self, driver):
        self.driver = driver

    def __enter__(self):
        return self.driver

    def __exit__(self, *_):
        import shutil
        self.driver.quit()
        shutil.rmtree(self.driver.profile, ignore_errors=True)


class Checks:
    """Counts what holds and what does not; the last line says so."""

    def __init__(self):
        self.passed, self.failed = 0, 0

    def that(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {what}", flush=True)
        return bool(holds)

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
