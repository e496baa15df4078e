"""A Chromium with the eyes of a person: a width, a theme, with or without script. It reaches this machine only."""

import importlib.util
import pathlib

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

HEIGHTS = {1366: 768, 390: 844}


def open_browser(width=1366, script=True, theme="light"):
    """A new browser, signed in nowhere. `width` is 1366 (desk) or 390 (phone); `theme` is light or dark."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in (
        "--headless=new",
        "--no-sandbox",  # tests also run as root, and open our own pages only
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        f"--window-size={width},{HEIGHTS[width]}",
    ):
        options.add_argument(argument)
    preferences = {"intl.accept_languages": "fr-FR,fr"}
    if not script:
        preferences["profile.managed_default_content_settings.javascript"] = 2
    options.add_experimental_option("prefs", preferences)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.set_page_load_timeout(30)
    driver.set_script_timeout(20)
    # A headless window is never narrower than 500 px: the page is told another width.
    size = {"width": width, "height": HEIGHTS[width], "deviceScaleFactor": 1, "mobile": width < 700}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    show_theme(driver, theme)
    return driver


def show_theme(driver, theme):
    """Makes the browser prefer `theme`, without movement: axe must not measure a colour on its way."""
    wishes = {"prefers-color-scheme": theme, "prefers-reduced-motion": "reduce"}
    features = [{"name": name, "value": value} for name, value in wishes.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def faults_of_accessibility(driver, rules=None):
    """What axe finds wrong on the page shown: one text a fault, with the elements that have it. It needs script.

    `rules` keeps to some of its rules.
    """
    # The driver's own script is not held by the page's content policy.
    driver.execute_script(axe_source())
    found = driver.execute_async_script(
        """
        const done = arguments[arguments.length - 1]
        const options = arguments[0] ? { runOnly: arguments[0] } : {}
        axe.run(document, options).then(result => done(result.violations), error => done([{ id: String(error), nodes: [] }]))
        """,
        rules,
    )
    return [
        f"{fault['id']} ({fault.get('help', '')}): " + "; ".join(node["html"][:200] for node in fault["nodes"])
        for fault in found
    ]


def axe_source():
    # Found without importing the package, which would ask for a second browser driver.
    package = importlib.util.find_spec("axe_playwright_python")
    return next(pathlib.Path(package.origin).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
