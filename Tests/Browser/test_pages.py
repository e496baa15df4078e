"""Every page that a role can reach by following links, as that person sees it: at a desk and on a phone, in both themes."""

import collections
import html
import json
import re
import urllib.parse

import pytest
from looking import HEIGHTS, faults_of_accessibility, open_browser, show_theme
from visiting import Visitor

ROLES = ["stranger", "guest", "observer", "member", "facilitator", "administrator"]

WHOLE = {"securite-val-ouvre", "douleur-domicile"}
SHOWING_THE_STATE = {
    "/c/:community", "/c/:community/vie", "/c/:community/mise-en-place", "/c/:community/mise-en-place/dossier",
    "/c/:community/evaluation", "/c/:community/echanges", "/c/:community/veille",
}

LINK = re.compile(r'<a [^>]*?href="([^"#]*)')
WHOLE_PAGE = re.compile(r"<!doctype html>", re.I)


@pytest.fixture(scope="module")
def patterns(server):
    """The address of each page of the route table, as an expression, the most precise first."""
    routes = json.loads(server.run("routes", "--json"))
    paths = sorted({route["path"] for route in routes if route["method"] == "GET"}, key=lambda path: path.count(":"))
    return [(path, re.compile("^" + re.sub(r":\w+", "[^/]+", path) + "$")) for path in paths]


@pytest.fixture(scope="module")
def sitemap(server, patterns):
    """sitemap(role): the pages that links lead this role to, one of each kind in each community."""
    known = {}
    # Beside the first exchange that links lead to, one that is long enough to have a synthesis.
    long_ones = set()

    def kind(address):
        path = urllib.parse.urlsplit(address).path
        pattern = next((pattern for pattern, expression in patterns if expression.match(path)), None)
        community = path.split("/")[2] if pattern and pattern.startswith("/c/") else ""
        # The small communities, one in each state of life, show themselves on a few pages.
        if community not in WHOLE and pattern not in SHOWING_THE_STATE:
            community = ""
        # Each step asks other things, each indicator is drawn in its own way.
        own = path.rsplit("/", 1)[1] if pattern and pattern.endswith(("/:step", "/:indicator", "/:genre")) else ""
        if path in long_ones:
            own = "long"
        return pattern and (pattern, community, own)

    def explore(role):
        if role in known:
            return known[role]
        visitor = Visitor(server, None if role == "stranger" else role)
        begun = ["/"]
        # Other tests begin discussions of their own: the one that is wanted has a synthesis to write.
        discussions = visitor.get("/c/securite-val-ouvre/echanges?genre=discussion").text
        for address in re.findall(r'href="(/c/securite-val-ouvre/questions/\d+)"', discussions):
            if '/synthese"' in visitor.get(address).text:
                long_ones.add(address)
                begun.append(address)
                break
        waiting, seen, pages, files = collections.deque(begun), set(begun), {}, set()
        while waiting:
            address = waiting.popleft()
            if kind(address) in files:
                continue
            answer = visitor.get(address)
            assert answer.status in (200, 303), f"{role} follows a link to {address}: {answer.status}"
            if answer.status == 303:
                links = [answer.headers["Location"]]
            elif WHOLE_PAGE.match(answer.text):
                pages[kind(address)] = address
                links = [html.unescape(link) for link in LINK.findall(answer.text)]
            else:
                files.add(kind(address))
                continue
            for link in links:
                link = urllib.parse.urljoin(address, link)
                if link not in seen and link.startswith("/") and kind(link) and kind(link) not in pages:
                    seen.add(link)
                    waiting.append(link)
        known[role] = list(pages.values())
        return known[role]

    return explore


# The two themes have the same elements: of the second, the colours are looked at.
THEMES = [("light", None), ("dark", ["color-contrast", "link-in-text-block"])]
# The pages of a role are visited by several tests, which different cores take.
PARTS = range(4)


def faults(driver, width, themes):
    """What is wrong with the page shown, in words."""
    found = []
    for theme, rules in themes:
        show_theme(driver, theme)
        found += [f"{theme}: {fault}" for fault in faults_of_accessibility(driver, rules)]
    page = driver.execute_script(
        """
        return {
          language: document.documentElement.lang, title: document.title,
          heads: document.querySelectorAll('h1').length, width: document.documentElement.scrollWidth,
          text: document.body.innerText, content: document.querySelector('main').getBoundingClientRect().width,
        }
        """
    )
    if page["language"] not in ("fr", "en"):
        found.append(f"its language is “{page['language']}”")
    if not page["title"].endswith("Ruche"):
        found.append(f"its title is “{page['title']}”")
    if page["heads"] != 1:
        found.append(f"it has {page['heads']} first headings")
    if page["width"] > width:
        found.append(f"it is {page['width']} px wide")
    if page["content"] < width / 2:
        found.append(f"its content is squeezed into {page['content']:.0f} px")
    if re.search(r"%[@d]|%\d\$", page["text"]):
        found.append("a value is missing in a sentence")
    found += [f"the browser says: {line['message']}" for line in driver.get_log("browser")]
    return found


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("width", HEIGHTS)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_is_accessible_and_whole(server, sitemap, role, width, part):
    addresses = sitemap(role)[part :: len(PARTS)]
    # A colour is the same on a phone: dark, one page in four is looked at there.
    themes = THEMES if width > 700 or part == 0 else THEMES[:1]
    driver = open_browser(width)
    try:
        if role != "stranger":
            driver.get(f"{server.url}/connexion")
            name, value = Visitor(server, role).cookie.split("=", 1)
            driver.add_cookie({"name": name, "value": value, "path": "/"})
        wrong = []
        for address in addresses:
            driver.get(server.url + address)
            wrong += [f"{address}: {fault}" for fault in faults(driver, width, themes)]
    finally:
        driver.quit()
    assert not wrong, "\n".join(wrong)


def test_links_lead_to_every_page(patterns, sitemap):
    reached = {kind for role in ROLES for kind in map(str, sitemap(role))}
    by_mail_or_after_an_act = {
        "/connexion/envoye", "/connexion/lien/:secret", "/invitation/:secret", "/rejoindre/:secret", "/c/:community/archive",
        "/demander/:slug", "/demande/:secret", "/presentation/:slug", "/c/:community/invitations/listes/:id",
        "/adresse/:secret", "/moi/donnees/copie", "/enquete/:token", "/c/:community/enquetes/:id",
        "/c/:community/verification/courriel/:secret", "/anonyme/:secret", "/anonyme/:secret/fichiers/:id", "/contexte/:secret", "/sollicitation/:secret", "/suite/:secret",
        "/c/:community/questions/:id/corriger", "/c/:community/annonces/:id/corriger",
        "/c/:community/mots/mot/:id/corriger", "/c/:community/questions/:id/synthese/versions",
        # On a day of rest there may be nothing to write.
        "/c/:community/animation/ecrire",
    }
    leading_elsewhere = {"/c/:community/questions"}
    for_programs = {
        "/sante", "/manifeste", "/moi/donnees/copie.json", "/moi/donnees/copie.zip", "/c/:community/verification/heure", "/c/:community/verification/direct", "/c/:community/mise-en-place/pieces/:id", "/c/:community/vie/export.json", "/c/:community/vie/export.md", "/c/:community/vie/export.zip", "/c/:community/mise-en-place/dossier.pdf", "/c/:community/invitations/listes/:id/erreurs.csv", "/c/:community/questions/proches", "/c/:community/recherche/completer", "/c/:community/questions/:id/direct",
        "/c/:community/fichiers/joints/:id", "/c/:community/fichiers/:id/texte", "/c/:community/fichiers/:id", "/c/:community/evaluation.csv",
        "/c/:community/evaluation/:indicator/donnees.csv", "/c/:community/regles-de-mots/regles.csv",
    }
    missing = [
        pattern for pattern, expression in patterns
        if pattern not in by_mail_or_after_an_act | for_programs | leading_elsewhere
        and not any(expression.match(urllib.parse.urlsplit(address).path) for address in reached)
    ]
    assert not missing, "\n".join(missing)


def test_the_whole_interface_speaks_english(server, sitemap):
    visitor = Visitor(server, "member")
    answer = visitor.post("/preferences/langue", {"langue": "en"})
    assert answer.status == 303, answer.text
    try:
        for address in sitemap("member"):
            page = visitor.get(address).text
            assert '<html lang="en"' in page, address
            menu = re.search(r"<nav.*?</nav>", page, re.S)
            assert menu is None or "Accueil" not in menu.group(), address
    finally:
        visitor.post("/preferences/langue", {"langue": "fr"})
