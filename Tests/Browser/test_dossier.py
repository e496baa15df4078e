"""The founding file on paper: two pages, and a PDF that a screen reader follows, read again by a second program."""

import http.client
import re
import subprocess

from acting import plain
from visiting import Visitor


def download(server, role, path):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", path, headers={"Cookie": Visitor(server, role).cookie})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    assert answer.status == 200, body[:300]
    return answer, body


def poppler(program, *words):
    return subprocess.run([program, *words], capture_output=True, text=True, check=True).stdout


def test_the_founding_file_is_a_tagged_pdf_of_two_pages(server, tmp_path):
    answer, body = download(server, "facilitator", "/c/securite-val-ouvre/mise-en-place/dossier.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    file = tmp_path / "dossier.pdf"
    file.write_bytes(body)
    facts = dict(re.findall(r"^([^:]+):\s+(.*)$", plain(poppler("pdfinfo", str(file))), re.M))
    assert facts["Title"] == "Dossier de création : Sécurité des soins en Val-d’Ouvre"
    assert (facts["Tagged"], facts["Pages"], facts["JavaScript"]) == ("yes", "2", "no")
    assert facts["Page size"].endswith("(A4)")
    assert re.search(rb"/Lang \(fr\)", body)
    tags = poppler("pdfinfo", "-struct-text", str(file))
    assert re.search(r"^\s*H1 ", tags, re.M) and len(re.findall(r"^\s*H2 ", tags, re.M)) >= 8
    assert re.search(r"^\s*TH", tags, re.M)
    text = plain(poppler("pdftotext", "-layout", str(file), "-"))
    for words in ("Une communauté de pratique", "Bénédicte Roumegoux", "Ce qu’elle demande", "Ce que ce n’est pas"):
        assert words in text, words


def test_a_sponsor_downloads_it_and_a_guest_does_not(server):
    download(server, "observer", "/c/securite-val-ouvre/mise-en-place/dossier.pdf")
    assert Visitor(server, "guest").get("/c/securite-val-ouvre/mise-en-place/dossier.pdf").status == 403
