"""What browser tests share: one server with the demonstration, browsers, sign-in, accessibility.

A test changes the demonstration only in a place of its own (a community or a question that it makes), since the
server is shared and tests may run in any order. No test sleeps: it waits for a state.
"""

import pytest
from acting import Person
from looking import faults_of_accessibility, open_browser, show_theme
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from serving import Mailbox, Server


@pytest.fixture(scope="session")
def mailbox():
    """Every mail sent since the tests began."""
    mailbox = Mailbox()
    mailbox.start()
    yield mailbox
    mailbox.stop()


@pytest.fixture(scope="session")
def server(tmp_path_factory, mailbox):
    """A `ruche serve` that shows the demonstration."""
    server = Server(tmp_path_factory.mktemp("ruche"), mailbox)
    server.run("migrate")
    server.run("demo")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def empty_server(tmp_path):
    """A server of its own, on which nobody has been yet: Nadia has an account, and that is all."""
    mailbox = Mailbox()
    mailbox.start()
    server = Server(tmp_path, mailbox)
    server.run("user", "create", "nadia@example.org", "--name", "Nadia Benhaddou")
    server.start()
    yield server
    server.stop()
    mailbox.stop()


@pytest.fixture
def browser():
    """Opens as many browsers as a test asks for, each a person of its own: browser(width=390, script=False)."""
    opened = []

    def open_one(**wishes):
        opened.append(open_browser(**wishes))
        return opened[-1]

    yield open_one
    for driver in opened:
        driver.quit()


@pytest.fixture
def sign_in(server):
    """Enters by the one-click sign-in of the demonstration: sign_in(driver, "facilitator").

    Roles: administrator, facilitator, member, guest, observer.
    """

    def enter(driver, role):
        driver.get(f"{server.url}/connexion")
        chosen = driver.find_element(
            By.CSS_SELECTOR, f'form[action$="/connexion/demo"] input[name="role"][value="{role}"]'
        )
        form = chosen.find_element(By.XPATH, "./ancestor::form")
        form.find_element(By.CSS_SELECTOR, "button").click()
        WebDriverWait(driver, 10).until(lambda driver: "/connexion" not in driver.current_url)

    return enter


@pytest.fixture
def member(server, browser, sign_in):
    """The member of the demonstration, each time at another browser: member(width=390, script=False)."""

    def enter(**wishes):
        person = Person(browser(**wishes), server)
        sign_in(person.driver, "member")
        return person

    return enter


@pytest.fixture
def axe():
    """Checks that axe finds no fault on the page shown, in both themes: axe(driver)."""

    def check(driver):
        for theme in ("light", "dark"):
            show_theme(driver, theme)
            assert faults_of_accessibility(driver) == [], f"{driver.current_url}, {theme}"

    return check
