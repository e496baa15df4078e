"""Conversing in a browser: files with and without script, replies that arrive, a page pasted from Word."""

import base64

import pytest
from acting import wait_for
from looking import faults_of_accessibility
from selenium.webdriver.common.by import By
from visiting import Visitor

COMMUNITY = "/c/securite-val-ouvre"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


@pytest.fixture
def question(server, request):
    """A question of its own for each test: the same one asked twice in a row would be taken for a slow network."""
    asker = Visitor(server, "facilitator")
    answer = asker.post(f"{COMMUNITY}/questions", {"titre": "Où rangez-vous les coussins ?", "texte": request.node.name, "vu": "1"})
    assert answer.status == 303, answer.text
    return answer.headers["Location"]


@pytest.mark.parametrize("script", [True, False])
def test_files_are_joined_described_and_published(member, question, tmp_path, script):
    picture, note = tmp_path / "coussin.png", tmp_path / "grille de nuit.txt"
    picture.write_bytes(PIXEL)
    note.write_text("Un coussin sous chaque talon.")
    person = member(script=script)
    person.open(question)
    person.fill(texte="Voici le nôtre.")
    person.field("fichiers").send_keys(f"{picture}\n{note}")
    if not script:
        person.press("Joindre")
    wait_for(lambda: len(person.driver.find_elements(By.CSS_SELECTOR, ".files__item")) == 2, 30)
    assert person.field("texte").get_attribute("value") == "Voici le nôtre."
    if script:
        assert faults_of_accessibility(person.driver) == []
    # A picture says what it shows, or is not published.
    person.press("Publier la réponse")
    person.sees("Dites en une phrase ce que montre chaque image")
    person.driver.find_element(By.CSS_SELECTOR, "[name^=montre-]").send_keys("Un coussin bleu sous un talon")
    person.press("Publier la réponse")
    person.sees("Votre réponse est publiée.", "grille de nuit.txt")
    shown = person.driver.find_element(By.CSS_SELECTOR, "figure.picture img")
    assert shown.get_attribute("alt") == "Un coussin bleu sous un talon"
    wait_for(lambda: shown.get_property("naturalWidth") > 0, 10)
    person.driver.find_element(By.PARTIAL_LINK_TEXT, "Lire ici").click()
    person.sees("Un coussin sous chaque talon.")


def test_a_reply_arrives_without_moving_what_is_being_written(server, member, question):
    reader = member()
    reader.open(question)
    reader.fill(texte="Chez nous, dans le")
    box = reader.field("texte")
    reader.driver.execute_script("arguments[0].focus(); arguments[0].scrollIntoView({block: 'center'})", box)
    before = reader.driver.execute_script("return arguments[0].getBoundingClientRect().top", box)
    other = Visitor(server, "facilitator")
    answer = other.post(f"{question}/reponses", {"texte": "Dans le **deuxième** tiroir."})
    assert answer.status == 303
    wait_for(lambda: reader.driver.find_elements(By.CSS_SELECTOR, ".post--arrived"), 10)
    after = reader.driver.execute_script("return arguments[0].getBoundingClientRect().top", box)
    assert abs(after - before) < 2
    assert box.get_attribute("value") == "Chez nous, dans le"
    assert reader.driver.switch_to.active_element == box
    assert faults_of_accessibility(reader.driver) == []
    reader.driver.find_element(By.CSS_SELECTOR, ".post--arrived button").click()
    wait_for(lambda: reader.driver.find_elements(By.CSS_SELECTOR, ".post [aria-pressed=true]"), 10)


def test_replies_that_arrive_are_counted(server, member, question):
    reader = member()
    reader.open(question)
    reader.sees("Pas encore de réponse")
    facilitator = Visitor(server, "facilitator")
    for count, text in [("1 réponse", "Dans le tiroir."), ("2 réponses", "Sur l’étagère.")]:
        assert facilitator.post(f"{question}/reponses", {"texte": text}).status == 303
        wait_for(lambda count=count: reader.driver.find_element(By.ID, "reponses").text == count, 10)
    reader.sees("Sur l’étagère.")


def test_what_was_just_typed_stays_when_a_post_is_quoted(server, member, question):
    answer = Visitor(server, "facilitator").post(f"{question}/reponses", {"texte": "Dans le tiroir du bas."})
    assert answer.status == 303
    person = member()
    person.open(question)
    person.fill(texte="Chez nous aussi,")
    quoting = person.driver.find_element(By.CSS_SELECTOR, "a[href*='?citer=']")
    person.driver.execute_script("arguments[0].click()", quoting)
    wait_for(lambda: "citer=" in person.driver.current_url and person.field("texte").get_attribute("value").count(">") > 1)
    assert "Chez nous aussi," in person.field("texte").get_attribute("value")


def pasted(person, html):
    """What stands in the text once this has been pasted."""
    person.open(f"{COMMUNITY}/questions/nouvelle")
    person.driver.execute_script(
        """
        const data = new DataTransfer();
        data.setData("text/html", arguments[0]);
        data.setData("text/plain", "La nuit, une veilleuse, voir ceci");
        document.getElementById("texte").focus();
        document.getElementById("texte").dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        """,
        html,
    )
    return person.field("texte").get_attribute("value")


@pytest.mark.parametrize(
    "html, text",
    [
        ("<p>dose <b>maximale</b>, soit (<i>max</i>)</p>", "dose **maximale**, soit (*max*)"),
        ("<p>dose <b>maximale </b>du soir</p>", "dose **maximale** du soir"),
        ("<p><span style='font-weight:700'>Matin</span></p>", "**Matin**"),
        (
            "<p class=MsoListParagraph>1.   Laver</p><p class=MsoListParagraph>2.   Sécher</p>",
            "1. Laver\n2. Sécher",
        ),
        ("<ol><li>Laver<ul><li>les mains</li></ul></li><li>Sécher</li></ol>", "1. Laver\n   - les mains\n2. Sécher"),
        (
            "<table><tr><th>Heure</th><th>Dose</th></tr><tr><td>8 h</td><td><p>5 mg</p></td></tr></table>",
            "| Heure | Dose |\n| --- | --- |\n| 8 h | 5 mg |",
        ),
    ],
)
def test_what_is_pasted_keeps_its_order_and_its_figures(member, html, text):
    assert pasted(member(), html) == text


def test_a_file_that_is_too_large_is_told_before_it_is_sent(member, tmp_path):
    person = member()
    person.open(f"{COMMUNITY}/questions/nouvelle")
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.4" + bytes(26 << 20))
    person.driver.find_element(By.CSS_SELECTOR, "[type=file]").send_keys(str(large))
    person.sees("large.pdf : ce fichier dépasse 25 Mo, il n’est pas envoyé.")


def test_what_word_copies_comes_in_as_plain_marks(member):
    text = pasted(
        member(),
        "<style>p{color:red}</style><p class=MsoNormal>La <b>nuit</b>,</p>"
        "<p class=MsoListParagraph>·   une veilleuse</p><p>voir <a href='https://example.org/'>ceci</a></p>",
    )
    assert "**nuit**" in text and "- une veilleuse" in text and "[ceci](https://example.org/)" in text
    assert "color" not in text
