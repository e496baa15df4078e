"""The whole of the main job, by people who have never seen Ruche: a facilitator at a desk, a colleague whose browser
runs no script, another on a phone."""

import datetime
import json
import zoneinfo

from acting import Person, letter, link

ARCHIVE = """\
From nadia@example.org Mon Mar  3 08:00:00 2025
From: Nadia Benhaddou <nadia@example.org>
Date: Mon, 3 Mar 2025 09:00:00 +0100
Subject: Chutes la nuit
Message-ID: <1@example.org>
Content-Type: text/plain; charset=utf-8

Qui a un protocole de lever nocturne ?

From ines@example.org Tue Mar  4 08:00:00 2025
From: Ines Roy <ines@example.org>
Date: Tue, 4 Mar 2025 10:30:00 +0100
Subject: Re: Chutes la nuit
Message-ID: <2@example.org>
In-Reply-To: <1@example.org>
Content-Type: text/plain; charset=utf-8

Nous avons une fiche, je vous l'envoie.
"""


def sign_in(person, address):
    person.open("/connexion")
    person.fill(courriel=address)
    person.press("Recevoir un lien de connexion")
    person.open(link(letter(person.server.mailbox, address)))
    person.press("Entrer dans Ruche")


def join(person, address, name, profession):
    person.open(link(letter(person.server.mailbox, address)))
    person.fill(nom=name, metier=profession)
    person.press("Rejoindre la communauté")
    person.sees("Bienvenue. Vous êtes membre de la communauté.")


def in_days(count):
    """A day of the community's own calendar: near midnight it is not this machine's."""
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Paris")).date()
    return (today + datetime.timedelta(days=count)).isoformat()


def test_a_community_is_prepared_launched_lived_and_evaluated(empty_server, browser, tmp_path):
    server = empty_server
    nadia = Person(browser(width=1366), server)
    sign_in(nadia, "nadia@example.org")

    # She creates it, and is shown where to begin.
    nadia.press("Créer une communauté")
    nadia.fill(nom="Nuits en EHPAD", domaine="Soigner la nuit, à deux ou seul.", metier="infirmière")
    nadia.press("Créer la communauté")
    nadia.sees("La communauté est créée.")
    home = "/c/nuits-en-ehpad"

    # A step is filled, kept, and considered done.
    nadia.open(f"{home}/mise-en-place/1")
    nadia.driver.execute_script("document.querySelectorAll('details').forEach(part => part.open = true)")
    nadia.fill(**{"sponsor name": "Claude Martin", "hours per member": "2"})
    nadia.press("Garder cette étape")
    nadia.sees("C’est gardé.")
    nadia.open(f"{home}/mise-en-place/1")
    assert nadia.field("sponsor name").get_attribute("value") == "Claude Martin"

    # A need, a meeting, then the launch: what is missing gets its sentence.
    nadia.open(f"{home}/besoins")
    nadia.fill(besoin="Savoir qui appeler la nuit.")
    nadia.press("Ajouter ce besoin")
    nadia.sees("Savoir qui appeler la nuit.")
    nadia.open(f"{home}/rencontres/nouvelle")
    nadia.fill(titre="Première rencontre", lieu="Salle bleue")
    nadia.driver.execute_script("document.querySelector('[name=jour]').value = arguments[0]", in_days(10))
    nadia.driver.execute_script("document.querySelector('[name=heure]').value = '14:00'")
    nadia.press("Garder la rencontre")
    nadia.sees("La rencontre est fixée.")
    nadia.open(f"{home}/mise-en-place")
    nadia.press("Lancer la communauté")
    nadia.sees("Pour chaque repère qui manque, une phrase")
    for marker in nadia.driver.find_elements("css selector", 'form[action$="/lancer"] input:not([type=hidden])'):
        marker.send_keys("Nous commençons sans, pour apprendre.")
    nadia.press("Lancer la communauté", within='form[action$="/lancer"]')
    nadia.sees("La communauté est lancée.")

    # Two colleagues are invited, and join in one page each.
    for address in ("claire@example.org", "yannick@example.org"):
        nadia.open(f"{home}/invitations")
        nadia.fill(courriel=address, mot="Venez voir.")
        nadia.press("Envoyer l’invitation")
        nadia.sees("L’invitation est partie.")
    claire = Person(browser(width=1366, script=False), server)
    yannick = Person(browser(width=390), server)
    join(claire, "claire@example.org", "Claire Besnard", "infirmière")
    join(yannick, "yannick@example.org", "Yannick Le Goas", "médecin")

    # One line is enough to ask; the phone answers; the asker is told.
    claire.open(f"{home}/questions/nouvelle")
    claire.fill(titre="Qui appelez-vous quand une sonde se bouche à 3 h ?")
    claire.press("Vérifier et publier")
    claire.sees("Votre question est publiée.")
    question = claire.path
    yannick.open(question)
    yannick.fill(texte="Chez nous, l’astreinte de l’HAD. Un rinçage *doux* suffit souvent.", chez_moi="EHPAD de 80 lits")
    yannick.press("Publier la réponse")
    yannick.sees("Votre réponse est publiée.", "EHPAD de 80 lits")
    letter(server.mailbox, "claire@example.org", "Yannick Le Goas a répondu")

    # It helped: useful, then retained, with thanks that the author reads.
    claire.open(question)
    claire.press("Utile pour moi")
    claire.press("C’est la solution")
    claire.fill(merci="Essayé cette nuit, merci !")
    claire.press("Retenir cette réponse")
    claire.sees("Solution retenue.", "Solution trouvée en")
    yannick.open(question)
    yannick.sees("Essayé cette nuit, merci !")
    letter(server.mailbox, "yannick@example.org", "Votre réponse a servi")
    yannick.open(f"{home}/recherche?q=sondes")
    yannick.sees("Qui appelez-vous quand une sonde se bouche à 3 h ?")

    # The facilitator reads what it was worth.
    nadia.open(f"{home}/evaluation")
    nadia.sees("Efficacité", "Vitalité", "Satisfaction", "Valeur ajoutée")
    figures = json.loads(server.run("evaluate", "nuits-en-ehpad", "--at", in_days(0), "--json"))
    values = {figure["id"]: figure for figure in figures["indicators"]}
    assert values["EF1"]["n"] == 1

    # A past list becomes another community, hers alone until she opens it; then it is as if it had never come.
    archive = tmp_path / "liste.mbox"
    archive.write_text(ARCHIVE, encoding="utf-8")
    report = json.loads(server.run(
        "import", "mbox", str(archive), "--community", "ancienne-liste", "--facilitator", "nadia@example.org", "--json"))
    assert (report["messages"], report["imported"]) == (2, 2)
    claire.open("/c/ancienne-liste")
    claire.sees("Cette page n’est plus ici.")
    nadia.open("/c/ancienne-liste/echanges")
    nadia.press("Chutes la nuit")
    nadia.sees("Nous avons une fiche", "Ines Roy", "4 mars 2025")
    server.run("import", "undo", str(report["batch"]))
    nadia.open("/c/ancienne-liste/echanges")
    assert "Chutes la nuit" not in nadia.text
    assert [str(mail["To"]) for mail in server.mailbox.messages if "ines" in str(mail["To"])] == []
