"""Entering Ruche: the link by mail, and the sessions that it opens."""

import re
import urllib.request

import pytest
from acting import Person, wait_for
from visiting import Visitor


def test_the_server_says_that_it_is_well(server):
    with urllib.request.urlopen(f"{server.url}/sante", timeout=5) as answer:
        assert answer.status == 200


@pytest.fixture
def address(server):
    """Of the member whom the demonstration lets in, as their own page shows it."""
    return re.search(r"[\w.-]+@[\w.-]+\.\w+", Visitor(server, "member").get("/moi").text).group(0)


def links(server):
    """Those in the letters, as the demonstration's page shows them."""
    return set(re.findall(r"/connexion/lien/[\w-]+", Visitor(server).get("/courrier").text))


@pytest.fixture
def link(server, address):
    """The one in the letter that they have just asked for."""
    before = links(server)
    assert Visitor(server).post("/connexion", {"courriel": address}).status == 303
    wait_for(lambda: links(server) - before)
    return (links(server) - before).pop()


def test_the_answer_is_the_same_whether_or_not_an_address_is_known(server, address):
    def answer(address):
        asked = Visitor(server).post("/connexion", {"courriel": address})
        return asked.status, asked.headers["Location"], asked.headers.keys()

    assert answer(address) == answer("personne@example.org")


def test_a_scanner_that_opens_the_link_signs_nobody_in_and_the_button_does_once(server, link):
    for _ in range(3):
        opened = Visitor(server).get(link)
        assert opened.status == 200 and "Entrer dans Ruche" in opened.text
        assert "session" not in (opened.headers["Set-Cookie"] or "")
    device = Visitor(server)
    entered = device.post(link, {})
    assert entered.status == 303
    device.cookie = entered.headers["Set-Cookie"].split(";")[0]
    assert device.get("/moi").status == 200
    again = Visitor(server).get(link)
    assert "Ce lien a déjà servi" in again.text
    assert Visitor(server).post(link, {}).status != 303


def test_sessions_are_ended_one_by_one(server, address, link):
    elsewhere = Visitor(server)
    elsewhere.cookie = elsewhere.post(link, {}).headers["Set-Cookie"].split(";")[0]
    here = Visitor(server, "member")
    page = here.get("/moi").text
    other = next(
        row for row in page.split("<li")[1:] if "/moi/sessions/" in row and "cette session" not in row
    )
    ended = re.search(r'action="(/moi/sessions/\d+/fin)"', other).group(1)
    assert here.post(ended, {}).status == 303
    assert f'"{ended}"' not in here.get("/moi").text
    # The newest of the others is the one that the link opened.
    assert elsewhere.get("/moi").status == 303
    assert here.post("/moi/sessions/autres", {}).status == 303
    assert here.get("/moi").text.count("/fin\"") == 1


@pytest.mark.parametrize("width", [1366, 390])
def test_a_link_for_several_people_is_a_page_for_everybody(server, browser, axe, width):
    facilitator = Visitor(server, "facilitator")
    community = "/c/securite-val-ouvre"
    fields = {"places": "5", "jours": "10", "arrivee": "home"}
    assert facilitator.post(f"{community}/invitations/liens", fields).status == 303
    opened = re.search(r"/rejoindre/[\w-]+", facilitator.get(f"{community}/invitations").text).group(0)
    person = Person(browser(width=width), server)
    person.open(opened)
    axe(person.driver)
    person.fill(courriel="quelquun@example.org")
    person.press("Recevoir mon invitation")
    person.sees("Regardez vos courriels")
    axe(person.driver)
