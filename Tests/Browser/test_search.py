"""Searching with script: the box completes what is typed, keys lead through the pages, and both can be left alone."""

import pytest
from acting import Person, wait_for
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

COMMUNITY = "/c/securite-val-ouvre"


@pytest.fixture
def member(server, browser, sign_in):
    person = Person(browser(), server)
    sign_in(person.driver, "member")
    return person


def press(person, keys):
    ActionChains(person.driver).send_keys(keys).perform()


def focused(person, expression):
    return person.driver.execute_script(f"const here = document.activeElement; return {expression};")


def test_the_box_completes_by_keyboard(member, axe):
    member.open(f"{COMMUNITY}/recherche")
    box = member.driver.find_element(By.ID, "q2")
    box.send_keys("chute aut")
    wait_for(lambda: box.get_attribute("aria-expanded") == "true")
    axe(member.driver)
    box.send_keys(Keys.ARROW_DOWN)
    assert focused(member, "document.getElementById(here.getAttribute('aria-activedescendant')).textContent.trim()") == "auteur:"
    box.send_keys(Keys.ENTER)
    # The filter goes on with names.
    wait_for(lambda: box.get_attribute("value") == "chute auteur:" and box.get_attribute("aria-expanded") == "true")
    box.send_keys(Keys.ESCAPE)
    assert box.get_attribute("aria-expanded") == "false"
    assert box.get_attribute("value") == "chute auteur:"


def test_keys_lead_through_pages(member):
    member.open(f"{COMMUNITY}/echanges")
    press(member, "j")
    first = focused(member, "here.href")
    press(member, "j")
    # Two questions may bear one title: a line is told by its address.
    assert focused(member, "here.href") != first
    press(member, "k")
    assert focused(member, "here.href") == first
    press(member, Keys.ENTER)
    wait_for(lambda: "/questions/" in member.path)
    press(member, "r")
    assert focused(member, "here.tagName") in ("TEXTAREA", "BODY", "A")
    member.open(f"{COMMUNITY}/echanges")
    press(member, "/")
    assert focused(member, "here.name") == "q"
    # In a field, keys are letters.
    press(member, "jc?")
    assert focused(member, "here.value") == "jc?"
    assert member.path == f"{COMMUNITY}/echanges"
    member.open(f"{COMMUNITY}/echanges")
    press(member, "c")
    wait_for(lambda: member.path.endswith("/questions/nouvelle"))


def test_the_list_of_keys_opens_and_can_be_left(member, axe):
    member.open(f"{COMMUNITY}/echanges")
    press(member, "?")
    wait_for(lambda: member.driver.find_elements(By.CSS_SELECTOR, "dialog[open]"))
    axe(member.driver)
    press(member, Keys.ESCAPE)
    wait_for(lambda: not member.driver.find_elements(By.CSS_SELECTOR, "dialog[open]"))
    assert not member.driver.find_element(By.ID, "raccourcis-liste").is_displayed()
    # Keys lead on from where one was.
    press(member, "j")
    assert focused(member, "here.tagName") == "A"
    press(member, "?")
    wait_for(lambda: member.driver.find_elements(By.CSS_SELECTOR, "dialog[open]"))


def test_keys_can_be_turned_off(member):
    member.open("/raccourcis")
    member.press("Couper les raccourcis", within="main")
    member.open(f"{COMMUNITY}/echanges")
    press(member, "c")
    press(member, "j")
    assert member.path == f"{COMMUNITY}/echanges"
    assert focused(member, "here.tagName") == "BODY"
    member.open("/raccourcis")
    member.press("Les remettre", within="main")
