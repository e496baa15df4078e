"""Writing: nothing typed is lost, nothing is overwritten unseen, and no patient is named without a warning."""

import pytest
from acting import wait_for
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from visiting import Visitor

COMMUNITY = "/c/securite-val-ouvre"


@pytest.fixture
def question(server):
    """A new question of the member: its address."""
    asker = Visitor(server, "member")
    fields = {"titre": "Comment rangez-vous le chariot ?", "texte": "Il est vite en désordre.", "vu": "1"}
    answer = asker.post(f"{COMMUNITY}/questions", fields)
    assert answer.status == 303, answer.text
    return answer.headers["Location"]


def test_what_is_typed_is_found_on_another_device(member):
    desk, phone = member(), member(width=390)
    desk.open(f"{COMMUNITY}/questions/nouvelle")
    desk.fill(titre="Que dites-vous aux familles la nuit ?", texte="Elles appellent souvent.")
    wait_for(lambda: has_draft(phone, "Que dites-vous aux familles la nuit ?"), 20)
    assert phone.field("texte").get_attribute("value") == "Elles appellent souvent."
    # Published on the phone, it is no draft any more.
    phone.press("Vérifier et publier")
    if "/questions/nouvelle" in phone.path or "Déjà posé ici ?" in phone.text:
        phone.press("Vérifier et publier")
    phone.sees("Votre question est publiée.")
    desk.open(f"{COMMUNITY}/questions/nouvelle")
    assert desk.field("titre").get_attribute("value") == ""


def has_draft(person, title):
    person.open(f"{COMMUNITY}/questions/nouvelle")
    return person.field("titre").get_attribute("value") == title


@pytest.mark.parametrize("script", [True, False])
def test_a_reply_put_aside_waits_where_it_was(member, question, script):
    person = member(script=script)
    person.open(f"{COMMUNITY}/questions/3")
    person.fill(texte="Je termine demain.")
    person.press("Garder pour plus tard")
    person.sees("Votre brouillon est gardé.")
    person.open(f"{COMMUNITY}/questions/3")
    assert person.field("texte").get_attribute("value") == "Je termine demain."
    person.fill(texte="Un tiroir par geste, et rien dessus.")
    person.press("Publier la réponse")
    person.sees("Votre réponse est publiée.", "Un tiroir par geste, et rien dessus.")
    assert person.field("texte").get_attribute("value") == ""


@pytest.mark.parametrize("script", [True, False])
def test_two_who_change_a_text_at_once_both_see_both(member, question, script):
    desk, phone = member(script=script), member(width=390, script=script)
    for person in (desk, phone):
        person.open(f"{question}/modifier")
    desk.fill(texte="Il est en désordre dès le matin.")
    desk.press("Garder ce texte")
    desk.sees("Votre texte est modifié.")
    phone.fill(texte="Il est en désordre dès le soir.")
    phone.press("Garder ce texte")
    phone.sees("Ce texte a changé pendant que vous écriviez. Voici les deux.", "Il est en désordre dès le matin.")
    assert phone.field("texte").get_attribute("value") == "Il est en désordre dès le soir."
    phone.press("Garder ce texte")
    phone.sees("Votre texte est modifié.")
    phone.open(f"{question}/versions")
    phone.sees("Ce qui a changé, d’une version à l’autre.")
    kept = " ".join(phone.text.split())
    assert "matin" in kept and "soir" in kept


def test_a_reply_written_without_a_network_leaves_when_it_is_back(member, question):
    person = member()
    person.open(question)
    person.fill(texte="Par tiroir, dans l’ordre des gestes.")
    reach(person, False)
    button = person.driver.find_element(By.CSS_SELECTOR, "#repondre form .btn--primary")
    person.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", button)
    button.click()
    person.sees("Pas de connexion : votre texte est gardé ici, et part dès qu’elle revient.")
    reach(person, True)
    person.sees("Par tiroir, dans l’ordre des gestes.")
    assert "#r" in person.driver.current_url


def reach(person, is_online):
    """The network of the browser comes and goes."""
    person.driver.execute_cdp_cmd("Network.enable", {})
    person.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": not is_online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
    )


@pytest.mark.parametrize("script", [True, False])
def test_a_text_taken_away_comes_back_with_one_gesture(member, question, script):
    person = member(script=script)
    person.open(question)
    person.press("Plus")
    person.press("Retirer")
    person.sees("Votre question est retirée.")
    person.press("Rétablir")
    person.sees("Le texte est rétabli.", "Comment rangez-vous le chariot ?")


def test_a_patient_is_not_named_without_a_warning(member, question):
    person = member(script=False)
    person.open(f"{COMMUNITY}/questions/3")
    typed = "Mme Dupont, née le 12/03/1941, chambre 12, est tombée cette nuit."
    person.fill(texte=typed)
    person.press("Publier la réponse")
    person.sees("Ce texte permet peut-être de reconnaître un patient", "Mme Dupont")
    assert person.field("texte").get_attribute("value") == typed
    person.press("Remplacer ces passages")
    person.sees("est tombée cette nuit")
    assert "Dupont" not in person.text


def test_a_refused_form_keeps_all_that_was_typed(member):
    person = member(script=False)
    person.open(f"{COMMUNITY}/rencontres/nouvelle")
    # The browser's own checks are left aside, as by a program or an old browser.
    answer = Visitor(person.server, "member").post(
        f"{COMMUNITY}/rencontres", {"titre": "", "jour": "31 février", "heure": "25:00", "lieu": "Salle bleue"})
    assert answer.status == 422
    assert 'value="Salle bleue"' in answer.text and "31 février" in answer.text
    assert 'aria-invalid="true"' in answer.text


def test_a_reply_is_written_with_the_keyboard_alone(member, question):
    person = member()
    person.open(f"{COMMUNITY}/questions/3")
    driver = person.driver

    def tab_to(condition):
        for _ in range(150):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            element = driver.switch_to.active_element
            style = driver.execute_script(
                "const s = getComputedStyle(arguments[0]); return [s.outlineStyle, s.boxShadow]", element)
            assert style[0] != "none" or style[1] != "none", f"no focus is seen on {element.get_attribute('outerHTML')[:200]}"
            if condition(element):
                return element
        raise AssertionError("nobody gets there by the keyboard")

    # The first stop passes over the menus.
    first = tab_to(lambda element: True)
    assert first.get_attribute("href").endswith("#contenu") or "contenu" in first.text
    tab_to(lambda element: element.get_attribute("name") == "texte").send_keys("Au clavier, sans souris.")
    tab_to(lambda element: element.text.strip() == "Publier la réponse").send_keys(Keys.ENTER)
    person.sees("Votre réponse est publiée.", "Au clavier, sans souris.")


def test_what_is_published_wears_no_markup_of_its_author(member, question):
    person = member()
    person.open(question)
    driver = person.driver
    Visitor(person.server, "member").post(
        f"{question}/modifier",
        {"version": "1", "titre": "Comment rangez-vous le chariot ?",
         "texte": "<img src=x onerror=alert(1)> [ici](javascript:alert(1)) **gras**"})
    person.open(question)
    assert driver.find_elements(By.CSS_SELECTOR, ".prose img, .prose a[href^='javascript']") == []
    assert [bold.text for bold in driver.find_elements(By.CSS_SELECTOR, "h1 ~ * .prose strong, .prose strong")][0] == "gras"
    assert driver.get_log("browser") == []
