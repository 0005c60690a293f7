"""A headless Chromium for the scenarios. Selenium and axe-core live in a folder of the build, made when it is missing."""
import fcntl
import os
import subprocess
import sys
from pathlib import Path

from house import ROOT

VENV = ROOT / ".build" / "web-scenarios"
PACKAGES = ["selenium==4.51.0", "axe-playwright-python==0.1.8", "html5lib==1.1"]


def enter():
    """Goes on in the Python that has the packages."""
    python = VENV / "bin" / "python"
    if Path(sys.prefix) == VENV:
        return
    VENV.parent.mkdir(exist_ok=True)
    with open(f"{VENV}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (VENV / "ready").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
            subprocess.run([python, "-m", "pip", "-q", "--disable-pip-version-check", "install", *PACKAGES], check=True)
            (VENV / "ready").touch()
    os.execv(python, [str(python), "-B", *sys.argv])


class Browser:
    """A window of its own; scripts off if asked."""

    def __init__(self, script=True, width=1280, height=900):
        from selenium import webdriver
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--lang=fr",
                         f"--window-size={width},{height}"):
            options.add_argument(argument)
        settings = {"intl.accept_languages": "fr"}
        if not script:
            settings["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", settings)
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def go(self, url):
        self.driver.get(url)

    def find(self, selector):
        from selenium.webdriver.common.by import By
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        found = self.find(selector)
        if not found:
            raise AssertionError(f"{selector} is not on {self.driver.current_url}:\n{self.text()[:600]}")
        return found[0]

    def press(self, selector):
        """Presses a button and waits for the page that follows."""
        from selenium.webdriver.support.ui import WebDriverWait
        before = self.one("html")
        self.one(selector).click()
        WebDriverWait(self.driver, 15).until(lambda _: self.is_gone(before))

    @staticmethod
    def is_gone(element):
        from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
        try:
            element.tag_name
            return False
        except (StaleElementReferenceException, WebDriverException):
            return True

    def text(self):
        return self.one("body").text

    def body(self, name):
        return self.one("body").get_attribute(name)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def width(self, width, height=900):
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def dark(self, dark):
        value = "dark" if dark else "light"
        # Without motion, no colour is on its way when somebody looks.
        self.command("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": value}, {"name": "prefers-reduced-motion", "value": "reduce"}])

    def axe(self):
        """What axe-core finds wrong on this page: rule and elements."""
        if not self.run("return typeof axe === 'object'"):
            source = next(VENV.glob("lib/*/site-packages/axe_playwright_python/axe.min.js"))
            # In the isolated way of the developer tools, which a content security policy does not forbid.
            self.command("Runtime.evaluate", expression=source.read_text())
        found = self.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document).then(r => done(r.violations), e => done([{id: String(e), nodes: []}]))")
        return [(rule["id"], [node["html"][:160] for node in rule["nodes"]]) for rule in found]
