"""Two facilitators who have never seen Ruche: one goes from “Créer une communauté” to a launched one with twelve members
invited, on a phone's width, without script; the other stops half-way for three weeks and finds everything."""

import re
import sqlite3

from acting import Person, letter, link, wait_for
from test_newcomer import in_days, sign_in

TWELVE = "Courriel;Prénom;Nom;Métier\r\n" + "".join(
    f"{first.lower()}@example.org;{first};{last};{trade}\r\n"
    for first, last, trade in [
        ("Claire", "Besnard", "IDE"), ("Yannick", "Goas", "Médecin"), ("Ines", "Roy", "Sage-femme"),
        ("Paul", "Sarrazin", "Aide-soignant"), ("Lea", "Martin", "IDE"), ("Karim", "Haddad", "Pharmacien"),
        ("Odile", "Ferrand", "Cadre de santé"), ("Jules", "Lantier", "IDE"), ("Maelle", "Morin", "IDE"),
        ("Bruno", "Petit", "Médecin"), ("Samira", "Ziani", "Aide-soignante"), ("Joel", "Caron", "IDE"),
    ]
)


def minutes(person):
    """What the page says that it takes: “environ 8 minutes”."""
    return int(re.search(r"environ (\d+) minutes", person.text).group(1))


def create(person, name):
    person.press("Créer une communauté")
    person.fill(nom=name, domaine="Soigner la nuit, à deux ou seul.", metier="infirmière")
    person.press("Créer la communauté")
    person.sees("La communauté est créée.")
    return "/".join(person.path.split("/")[:3])


def test_a_newcomer_launches_with_twelve_invited_on_a_phone_without_script(empty_server, browser, tmp_path):
    server, spent = empty_server, 0
    nadia = Person(browser(width=390, script=False), server)
    sign_in(nadia, "nadia@example.org")
    home = create(nadia, "Nuits en EHPAD")

    def step(number):
        nonlocal spent
        nadia.open(f"{home}/mise-en-place")
        nadia.open(f"{home}/mise-en-place/{number}")
        nadia.sees("À quoi ressemble une étape réussie")
        spent += minutes(nadia)

    step(1)
    nadia.fill(**{"sponsor name": "Claude Martin", "hours per member": "2", "practice": "Les soins de nuit en EHPAD."})
    nadia.press("Garder cette étape")
    nadia.sees("C’est gardé.")

    step(2)
    nadia.open(f"{home}/besoins")
    nadia.fill(besoin="Savoir qui appeler la nuit.", depart="Trois nuits sur dix.")
    nadia.press("Ajouter ce besoin")
    nadia.press("Retenir")
    nadia.sees("Suivi par")

    # The list of the secretary's office: read, looked at, prepared, then sent by a second act.
    step(3)
    nadia.press("Inviter des personnes")
    nadia.press("Inviter d’après une liste")
    people = tmp_path / "equipe.csv"
    people.write_text(TWELVE, encoding="cp1252")
    nadia.field("fichier").send_keys(str(people))
    nadia.press("Lire la liste")
    nadia.fill(raison="Réunion de pôle du 3 mars")
    nadia.press("Relire la liste ainsi")
    nadia.press("Préparer 12 invitations")
    nadia.sees("Aucune n’est partie.")
    assert not [mail for mail in server.mailbox.messages if "claire@example.org" in str(mail["To"])]
    nadia.press("Envoyer 12 invitations")
    letter(server.mailbox, "joel@example.org", "vous invite")

    step(4)
    nadia.fill(**{"rhythm weeks": "6", "rhythm minutes": "90"})
    # A date is chosen with the browser's own calendar, which differs from one to the next.
    for name, value in (("rhythm first", in_days(12)), ("rhythm time", "14:00")):
        nadia.driver.execute_script("arguments[0].value = arguments[1]", nadia.field(name), value)
    nadia.press("Garder cette étape")
    nadia.sees("C’est gardé.", "Le calendrier de l’année")
    nadia.press("Mettre le calendrier à jour")
    nadia.sees("Le calendrier de l’année est à jour.")

    step(5)
    nadia.fill(**{"hours promised": "4"})
    nadia.press("Garder cette étape")

    step(6)
    nadia.fill(phrase="Chacun essaiera depuis son service la semaine prochaine.")
    nadia.press("Considérer l’étape comme faite")

    step(7)
    nadia.press("Proposer un plan")
    nadia.sees("EF1")

    # The launch: what is missing, a charter and a second facilitator, gets its sentence.
    nadia.open(f"{home}/mise-en-place")
    nadia.sees("5 repères sur sept sont réunis.")
    nadia.press("Lancer la communauté")
    for marker in nadia.driver.find_elements("css selector", 'form[action$="/lancer"] input:not([type=hidden])'):
        marker.send_keys("Nous commençons sans, pour apprendre.")
    nadia.press("Lancer la communauté", within='form[action$="/lancer"]')
    nadia.sees("La communauté est lancée.")

    assert spent < 45, f"the pages promise {spent} minutes"
    invited = {str(mail["To"]) for mail in server.mailbox.messages if "vous invite" in str(mail["Subject"])}
    assert len(invited) == 12, invited

    # One of the twelve comes in from her phone, and is welcomed by name.
    claire = Person(browser(width=390, script=False), server)
    claire.open(link(letter(server.mailbox, "claire@example.org", "vous invite")))
    claire.sees("Nuits en EHPAD", "Soigner la nuit, à deux ou seul.")
    claire.press("Rejoindre la communauté")
    claire.sees("Bienvenue.", "Vos trois premiers gestes", "Nadia Benhaddou")


def three_weeks_pass(server, folder):
    """Everything that was kept is three weeks older: the program is stopped meanwhile, as over a holiday."""
    server.stop()
    away = 21 * 24 * 3_600 * 1_000
    database = sqlite3.connect(folder / "ruche.sqlite")
    tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
    for table in tables:
        if table.startswith("post_search"):
            continue
        for _, column, kind, *_ in database.execute(f"pragma table_info({table})").fetchall():
            if kind == "INTEGER" and (column.endswith("_at") or column == "at"):
                database.execute(f"update {table} set {column} = {column} - {away} where {column} is not null")
    database.commit()
    database.close()
    server.start()


def test_another_stops_half_way_for_three_weeks_and_finds_everything(empty_server, browser, tmp_path):
    server = empty_server
    nadia = Person(browser(width=1366), server)
    sign_in(nadia, "nadia@example.org")
    home = create(nadia, "Plaies du soir")

    # She types, and is called away: nothing was pressed.
    nadia.open(f"{home}/mise-en-place/1")
    nadia.fill(**{"sponsor name": "Claude Martin", "practice": "Les plaies que l’on soigne après 18 h."})
    wait_for(lambda: "Gardé à" in nadia.text, 15)
    nadia.open(f"{home}/mise-en-place/2")
    nadia.fill(canal="Groupe de messagerie", manque="On n’y retrouve rien.")
    nadia.press("Ajouter", within='form[action$="/canaux"]')
    nadia.sees("Groupe de messagerie")
    nadia.open(f"{home}/questions/nouvelle")
    nadia.fill(titre="À partir de quand montrez-vous une plaie à quelqu’un ?")
    nadia.sees("Enregistré")

    three_weeks_pass(server, tmp_path)

    # Her session has ended, on another computer too: a letter lets her in, where she wanted to go.
    later = Person(browser(width=1366), server)
    later.open(f"{home}/mise-en-place")
    later.fill(courriel="nadia@example.org")
    server.mailbox.messages.clear()
    later.press("Recevoir un lien de connexion")
    later.open(link(letter(server.mailbox, "nadia@example.org")))
    later.press("Entrer dans Ruche")
    later.sees("Mettre la communauté en place", "Claude Martin", "Commencé")
    later.open(f"{home}/mise-en-place/1")
    assert later.field("sponsor name").get_attribute("value") == "Claude Martin"
    assert later.field("practice").get_attribute("value") == "Les plaies que l’on soigne après 18 h."
    later.open(f"{home}/mise-en-place/2")
    later.sees("Groupe de messagerie", "On n’y retrouve rien.")
    later.open(home)
    later.sees("Vous aviez commencé", "À partir de quand montrez-vous une plaie", "Votre communauté se prépare")
    later.press("Mettre la communauté en place")
    later.press("Lancer la communauté")
    for marker in later.driver.find_elements("css selector", 'form[action$="/lancer"] input:not([type=hidden])'):
        marker.send_keys("Nous commençons sans.")
    later.press("Lancer la communauté", within='form[action$="/lancer"]')
    later.sees("La communauté est lancée.")
