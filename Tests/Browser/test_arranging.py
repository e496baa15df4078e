"""Putting exchanges in order in a browser: replies split off without script, links that lead on, words that are quoted."""

import pytest
from acting import Person, wait_for
from looking import faults_of_accessibility
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from visiting import Visitor

COMMUNITY = "/c/securite-val-ouvre"

CHOOSE = """
const text = arguments[0].firstChild, range = document.createRange();
range.setStart(text, arguments[1]);
range.setEnd(text, arguments[2]);
getSelection().removeAllRanges();
getSelection().addRange(range);
"""


@pytest.fixture
def question(server, request):
    """A question of the facilitator with two replies of a member."""
    asker, other = Visitor(server, "facilitator"), Visitor(server, "member")
    sent = asker.post(
        f"{COMMUNITY}/questions",
        {"titre": "Qui range les coussins le soir ?", "texte": f"Chez nous, personne. {request.node.name}", "vu": "1"},
    )
    question = sent.headers["Location"]
    for text in ("L’équipe du soir les range.", "Et les pieds à perfusion, qui les range ?"):
        assert other.post(f"{question}/reponses", {"texte": text}).status == 303
    return question


def person(server, browser, sign_in, role, **wishes):
    somebody = Person(browser(**wishes), server)
    sign_in(somebody.driver, role)
    return somebody


def test_replies_are_split_without_script_and_their_links_lead_on(server, browser, sign_in, question):
    facilitator = person(server, browser, sign_in, "facilitator", width=390, script=False)
    facilitator.open(question)
    facilitator.press("Séparer des réponses")
    facilitator.driver.find_elements(By.CSS_SELECTOR, "[name=reponses]")[1].click()
    facilitator.fill(titre="Qui range les pieds à perfusion ?", raison="C’est une autre question.")
    facilitator.press("En faire un échange")
    facilitator.sees("C’est un échange à part.", "Qui range les pieds à perfusion ?", "Séparé d’un autre échange")
    new = facilitator.path
    reader = person(server, browser, sign_in, "member")
    reader.open(f"{question}#r2")
    wait_for(lambda: reader.path == f"{new}#r2")
    assert faults_of_accessibility(reader.driver) == []
    reader.open(question)
    reader.sees("1 réponse est maintenant dans un autre échange")
    assert faults_of_accessibility(reader.driver) == []


def test_words_that_are_chosen_are_quoted_with_their_origin(server, browser, sign_in, question):
    member = person(server, browser, sign_in, "facilitator")
    member.open(question)
    post = member.driver.find_element(By.CSS_SELECTOR, "#r1 .prose p")
    member.driver.execute_script(CHOOSE, post, 0, 15)
    button = member.driver.find_element(By.CSS_SELECTOR, ".quote-chosen")
    wait_for(button.is_displayed)
    assert faults_of_accessibility(member.driver) == []
    button.click()
    area = member.field("texte")
    author = post.find_element(By.XPATH, "./..").get_attribute("data-quote-author")
    quoted = f"> L’équipe du soir\n>\n> — [{author}](#r1)\n\n"
    assert area.get_attribute("value") == quoted.replace("L’équipe du soir", post.text[:15].strip())
    assert member.driver.switch_to.active_element == area
    area.send_keys("Merci.")
    # By the key that the list of shortcuts tells, of the opening, after what was begun.
    member.driver.execute_script("arguments[0].blur()", area)
    opening = member.driver.find_element(By.CSS_SELECTOR, "[data-quote='#titre'] p")
    member.driver.execute_script(CHOOSE, opening, 0, 9)
    ActionChains(member.driver).send_keys("q").perform()
    wait_for(lambda: "(#titre)" in area.get_attribute("value"))
    assert area.get_attribute("value").startswith(quoted[:6]) and "Merci.\n\n> Chez nous" in area.get_attribute("value")
    member.press("Publier la réponse")
    member.sees("Votre réponse est publiée.", "En réponse à")
