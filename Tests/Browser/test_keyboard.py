"""The keyboard alone: every control of a page of preparation is reached by Tab, and is seen when it is."""

import pytest
from acting import Person
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

COMMUNITY = "/c/securite-val-ouvre"
PAGES = [
    *(f"{COMMUNITY}/mise-en-place/{step}" for step in range(1, 8)),
    *(f"{COMMUNITY}/{page}" for page in ("mise-en-place", "invitations", "invitations/listes", "demandes", "membres/moi")),
    *(f"{COMMUNITY}/{page}" for page in ("roles", "enquetes", "verification", "vie", "objectifs/nouveau")),
    *("/moi", "/moi/adresse", "/moi/mot-de-passe", "/moi/donnees", "/moi/effacer"),
]

# Opens what is folded, numbers what can be used, and says it. One radio button of a group is a stop, whichever it is.
NUMBER = """
document.querySelectorAll("details").forEach(fold => fold.open = true);
const usable = "a[href], button, input:not([type=hidden], [type=radio]), select, textarea, summary";
const found = [...document.querySelectorAll(usable)].filter(one => one.getClientRects().length && !one.disabled);
found.forEach((one, number) => one.dataset.stop = number);
return found.map(one => one.outerHTML.slice(0, 150));
"""

# A field that is drawn by what follows it (a choice, a scale) carries its ring there.
STOP = """
const here = document.activeElement;
if (!here || here === document.body) return null;
const ringed = one => one && (getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none");
const place = here.getBoundingClientRect();
return [here.dataset.stop ?? "", ringed(here) || ringed(here.nextElementSibling) || ringed(here.closest("label")),
  place.bottom > 0 && place.top < innerHeight, here.outerHTML.slice(0, 150)];
"""


@pytest.fixture
def facilitator(server, browser, sign_in):
    person = Person(browser(), server)
    sign_in(person.driver, "facilitator")
    return person


def test_every_control_is_reached_and_seen(facilitator):
    driver, faults = facilitator.driver, []
    for page in PAGES:
        facilitator.open(page)
        controls = driver.execute_script(NUMBER)
        assert len(controls) > 10, page
        reached, last = set(), None
        # A date takes up to four stops.
        for _ in range(4 * len(controls)):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            stop = driver.execute_script(STOP)
            if stop is None or (stop[0] in reached and stop[0] not in ("", last)):
                break
            last, ringed, in_view, markup = stop
            reached.add(last)
            if not ringed or not in_view:
                faults.append(f"{page}: {'out of view' if ringed else 'no ring'} on {markup}")
        faults += [f"{page}: never reached {markup}" for n, markup in enumerate(controls) if str(n) not in reached]
    assert not faults, "\n".join(faults)
