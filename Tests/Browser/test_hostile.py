"""Numbers that no form offers, in every field of every form: each gets an answer, and the server goes on."""

import html
import re
import urllib.parse

import pytest
from serving import Mailbox, Server
from visiting import Visitor

ROLES = ["guest", "observer", "member", "facilitator", "administrator"]
NUMBERS = ["-9223372036854775808", "9223372036854775807", "99999999999999999999999999999", "-1", "1e400", "NaN", "\x00"]
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.S)
FIELD = re.compile(r"<(?:input|select|textarea|button)\b[^>]*\bname=\"([^\"]+)\"")
LINK = re.compile(r'<a [^>]*?href="(/[^"#]*)')
# What ends the session, or the account, of whoever sends it.
LEAVING = re.compile(r"/(deconnexion|effacer|partir|quitter|archiver)|/moi/(sessions|fermer)")


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A demonstration that this test alone changes."""
    mailbox = Mailbox()
    mailbox.start()
    server = Server(tmp_path_factory.mktemp("hostile"), mailbox, limits="off")
    server.run("migrate")
    server.run("demo")
    server.start()
    yield server
    server.stop()
    mailbox.stop()


def forms(visitor):
    """The forms that links lead to, one of each kind: (method, action, names of fields)."""
    seen, waiting, found = set(), ["/", "/c/securite-val-ouvre"], {}
    while waiting:
        address = waiting.pop(0)
        kind = re.sub(r"\d+", "#", urllib.parse.urlsplit(address).path)
        if kind in seen or len(seen) > 150:
            continue
        seen.add(kind)
        answer = visitor.get(address)
        assert answer.status < 500, f"{address}: {answer.status}"
        waiting += [html.unescape(link) for link in LINK.findall(answer.text)]
        for attributes, inside in FORM.findall(answer.text):
            action = re.search(r'action="([^"]*)"', attributes)
            method = "post" if 'method="post"' in attributes else "get"
            action = html.unescape(action[1]) if action else address
            kind = (method, re.sub(r"\d+", "#", action))
            found.setdefault(kind, (method, action, set()))[2].update(FIELD.findall(inside))
    return [form for form in found.values() if not LEAVING.search(form[1])]


@pytest.mark.parametrize("role", ROLES)
def test_no_number_stops_the_server(own_server, role):
    visitor = Visitor(own_server, role)
    tried = 0
    for method, action, names in forms(visitor):
        for number in NUMBERS:
            fields = {name: number for name in names if name != "jeton"}
            if method == "post":
                answer = visitor.post(action, fields)
            else:
                answer = visitor.get(action.split("?")[0] + "?" + urllib.parse.urlencode(fields))
            assert answer.status < 500, f"{role}, {method} {action} with {number!r}: {answer.status}"
            tried += 1
    assert tried > 20
    assert own_server.answers()
