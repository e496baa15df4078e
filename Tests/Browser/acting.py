"""What a person does with a page: opens an address, fills a field, presses what they read."""

import re
import time

from selenium.common.exceptions import ElementClickInterceptedException, StaleElementReferenceException
from selenium.webdriver.common.by import By


class Person:
    """Somebody at a browser, with or without script."""

    def __init__(self, driver, server):
        self.driver, self.server = driver, server

    def open(self, path):
        self.driver.get(path if path.startswith("http") else self.server.url + path)

    @property
    def text(self):
        """What is written on the page, with plain spaces."""
        return plain(self.driver.find_element(By.TAG_NAME, "body").text)

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.server.url)

    def field(self, name):
        return self.driver.find_element(By.CSS_SELECTOR, f'main [name="{name}"]:not([type=hidden])')

    def fill(self, **fields):
        """By the names of the fields, `_` standing for `-`."""
        for name, value in fields.items():
            field = self.field(name.replace("_", "-"))
            if field.tag_name == "select":
                options = field.find_elements(By.TAG_NAME, "option")
                next(option for option in options if value in plain(option.text)).click()
            else:
                field.clear()
                field.send_keys(value)

    def press(self, label, within="body"):
        """A button or a link, by its words; the page that follows is there when it returns."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        for element in self.driver.find_elements(By.CSS_SELECTOR, f"{within} button, {within} a, {within} summary"):
            if element.is_displayed() and plain(element.text).split("\n")[0] == label:
                self._click(element)
                if element_is_summary(element):
                    return
                wait_for(lambda: is_gone(page))
                return
        raise AssertionError(f"nobody can press “{label}” on {self.path}:\n{self.text[:1500]}")

    def _click(self, element):
        try:
            element.click()
        except ElementClickInterceptedException:
            # Under the bar at the foot of a phone's page: one scrolls.
            self.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
            element.click()

    def sees(self, *texts):
        """Waits for each text, as one would."""
        for text in texts:
            try:
                wait_for(lambda text=text: text in self.text)
            except AssertionError:
                raise AssertionError(f"“{text}” is not on {self.path}:\n{self.text[:2500]}") from None


def element_is_summary(element):
    try:
        return element.tag_name == "summary"
    except Exception:  # it left with its page
        return False


def is_gone(element):
    try:
        element.is_enabled()
    except Exception:  # the driver says in several ways that its page has left
        return True
    return False


def wait_for(condition, seconds=10):
    limit = time.monotonic() + seconds

    def holds():
        try:
            return condition()
        except StaleElementReferenceException:  # the page was leaving while it was read
            return False

    while not holds():
        assert time.monotonic() < limit, f"waited {seconds} s in vain"
        time.sleep(0.05)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ").strip()


def letter(mailbox, recipient, subject=""):
    """The last letter that somebody received."""
    def found():
        return [mail for mail in mailbox.messages if recipient in str(mail["To"]) and subject in str(mail["Subject"])]

    wait_for(found, 20)
    return found()[-1].get_body(("plain",)).get_content()


def link(text):
    """The address in a letter."""
    return re.search(r"https?://\S+", text).group()
