"""People who come in by a list: a real workbook, from the file that is chosen to the letters that leave."""

import zipfile

import pytest
from acting import Person
from looking import faults_of_accessibility

ROWS = [
    ["Personnel du pôle, mars", "", ""],
    ["Adresse mail", "Nom Prénom", "Fonction"],
    ["lea.martin@example.org", "MARTIN Léa", "IDE"],
    ["paul.roux@example.org", "ROUX Paul", "Pharmacien"],
    ["sans arobase", "BRUN Zoé", "AS"],
]


def workbook(path):
    """As Excel writes one, with the least that it holds."""

    def cell(text, column, row):
        return f'<c r="{"ABC"[column]}{row}" t="inlineStr"><is><t>{text}</t></is></c>'

    rows = "".join(
        f'<row r="{number}">{"".join(cell(text, column, number) for column, text in enumerate(row))}</row>'
        for number, row in enumerate(ROWS, 1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override '
        'PartName="/xl/worksheets/sheet1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Feuil1" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return path


@pytest.mark.parametrize("script", [True, False])
def test_a_secretary_s_workbook_becomes_invitations_by_two_acts(server, browser, sign_in, tmp_path, script):
    driver = browser(script=script)
    sign_in(driver, "facilitator")
    nadia = Person(driver, server)
    community = f"Liste {'avec' if script else 'sans'} script"
    nadia.open("/communautes/nouvelle")
    nadia.fill(nom=community)
    nadia.press("Créer la communauté")
    slug = nadia.path.split("/")[2]
    nadia.open(f"/c/{slug}/invitations/listes")
    nadia.field("fichier").send_keys(str(workbook(tmp_path / "pole.xlsx")))
    nadia.press("Lire la liste")
    nadia.sees("pole.xlsx", "3 lignes lues.", "MARTIN Léa")
    if script:
        assert not faults_of_accessibility(driver)
    nadia.fill(raison="Réunion de pôle du 3 mars")
    nadia.press("Relire la liste ainsi")
    nadia.sees("2 personnes à inviter, 1 ligne écartée", "« sans arobase » n’est pas une adresse de courriel.")
    nadia.press("Préparer 2 invitations")
    nadia.sees("Les invitations sont prêtes. Aucune n’est partie.", "2 invitations attendent")
    nadia.press("Envoyer 2 invitations")
    nadia.sees("Toutes les invitations sont parties")
    nadia.open(f"/c/{slug}/invitations")
    nadia.sees("lea.martin@example.org", "paul.roux@example.org")
