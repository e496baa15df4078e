"""What people meet when a part breaks: an honest page, nothing kept by half, and no need of a restart.

Each test has a server of its own, to be killed or starved, that does not slow down who writes faster than fingers.
"""

import http.client
import os
import queue
import resource
import socket
import sqlite3
import subprocess
import threading
import time

import cluster
import pytest
from serving import Mailbox, Server
from visiting import Visitor, settle

AWAY = "Ruche ne peut pas lire ses données en ce moment."
FULL = "Il n’y a plus de place pour enregistrer."


@pytest.fixture
def own_mailbox():
    mailbox = Mailbox()
    mailbox.start()
    yield mailbox
    mailbox.answers.set()
    mailbox.stop()


@pytest.fixture
def own_server(tmp_path, own_mailbox):
    server = Server(tmp_path, own_mailbox, limits="off")
    settle(server)
    yield server
    server.stop()


@pytest.fixture
def postgres():
    if not cluster.programs():
        pytest.skip("PostgreSQL is not installed")
    one = cluster.Cluster()
    one.start()
    yield one
    one.remove()


@pytest.fixture
def postgres_server(tmp_path, own_mailbox, postgres):
    server = Server(tmp_path, own_mailbox, database=postgres.address, limits="off")
    settle(server)
    yield server
    server.stop()


def database(server):
    return sqlite3.connect(server.log.with_name("ruche.sqlite"), timeout=10)


def wait_until(condition, what, seconds=30):
    limit = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < limit, f"waited {seconds} s in vain until {what}"
        time.sleep(0.02)


def faults(server):
    """What the log says of requests that failed by Ruche's own fault."""
    return [line for line in server.log.read_text(errors="replace").splitlines() if "a request failed" in line]


def check_replies(ask, acknowledged):
    """Each reply that was said to be kept is there once, and none is without its line in the journal, nor a line
    without its reply, nor a counter that forgot one."""
    bodies = [row[0] for row in ask("select body from reply")]
    assert len(bodies) == len(set(bodies))
    assert set(acknowledged) <= set(bodies)
    replies = sorted(f"reply/{row[0]}" for row in ask("select id from reply"))
    assert sorted(row[0] for row in ask("select object from journal where verb = 'replied'")) == replies
    assert [int(row[0]) for row in ask("select reply_count from question where id = 1")] == [len(bodies)]


# The program is killed.


def test_killed_while_eight_people_write_it_has_kept_every_reply_that_it_acknowledged(own_server):
    waiting = queue.SimpleQueue()
    for number in range(200):
        waiting.put(f"Réponse {number}")
    visitors = [Visitor(own_server, "facilitator") for _ in range(8)]
    acknowledged, wrong = [], []

    def write(visitor):
        while True:
            try:
                text = waiting.get_nowait()
                answer = visitor.reply(text)
            except (queue.Empty, OSError, http.client.HTTPException):
                return
            (acknowledged if answer.status == 303 else wrong).append(text)

    def ask(sql):
        with database(own_server) as opened:
            return opened.execute(sql).fetchall()

    for expected in (30, 70, 110, 150):
        threads = [threading.Thread(target=write, args=[visitor]) for visitor in visitors]
        for thread in threads:
            thread.start()
        wait_until(lambda: len(acknowledged) + len(wrong) >= expected, f"{expected} replies were written")
        own_server.kill()
        for thread in threads:
            thread.join()
        own_server.start()
        assert wrong == []
        assert ask("pragma integrity_check") == [("ok",)]
        check_replies(ask, acknowledged)
    assert len(acknowledged) >= 150


# A text is erased while people write.


def locks(server):
    """The locks that the server holds on its database, as the system tells them."""
    held = set()
    names = {path.stat().st_ino: path.name for path in server.log.parent.glob("ruche.sqlite*")}
    with open("/proc/locks", encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            if words[1] == "->":
                continue
            inode = int(words[5].split(":")[2])
            if inode in names and int(words[4]) in (server.process_id, 0):
                held.add(names[inode])
    return held


@pytest.mark.skipif(not os.path.exists("/proc/locks"), reason="only Linux tells the locks of a file")
def test_after_an_erasing_the_database_is_still_held_and_every_acknowledged_reply_is_kept(own_server, tmp_path):
    visitor = Visitor(own_server, "facilitator")
    assert visitor.reply("La dame au perroquet empaillé crie dans la véranda mauve.").status == 303
    with database(own_server) as opened:
        opened.execute(
            """
            insert into rereading (community_id, object, question_id, reply_id, opened_at)
            select community_id, 'reply/' || id, question_id, id, replied_at from reply
            """
        )
    opened.close()
    before = locks(own_server)
    assert "ruche.sqlite" in before
    erased = visitor.post("/c/nuit/a-relire/1/decider", {"verdict": "effacer", "mot": ""})
    assert erased.status == 303, erased.text
    proof = erased.headers["Location"]
    wait_until(lambda: "Aucun octet trouvé." in visitor.get(proof).text, "the bytes were sought")
    assert locks(own_server) >= {"ruche.sqlite"}
    own_server.run("backup", str(tmp_path / "copie.sqlite"))
    assert visitor.reply("Après la copie.").status == 303
    assert (tmp_path / "ruche.sqlite-wal").stat().st_size > 0
    own_server.kill()
    own_server.start()
    assert "Après la copie." in Visitor(own_server, "facilitator").get("/c/nuit/questions/1").text


# PostgreSQL goes away.


def test_postgresql_stopped_under_load_gives_an_honest_page_then_all_goes_on_without_a_restart(
    postgres, postgres_server
):
    visitors = [Visitor(postgres_server, "facilitator") for _ in range(4)]
    acknowledged, answers = [], []
    over = threading.Event()

    def live(visitor, name):
        number = 0
        while not over.is_set():
            number += 1
            text = f"Réponse {name}-{number}"
            written = visitor.reply(text)
            if written.status == 303:
                acknowledged.append(text)
            answers.extend([written, visitor.get("/c/nuit/questions/1")])
            over.wait(0.1)

    threads = [threading.Thread(target=live, args=[visitor, name]) for name, visitor in enumerate(visitors)]
    for thread in threads:
        thread.start()
    try:
        wait_until(lambda: len(acknowledged) >= 20, "twenty replies were written")
        postgres.stop()
        before = len(answers)
        wait_until(lambda: len(answers) >= before + 24, "people met the fault")
        away = answers[before + 8 : before + 24]
        kept = len(acknowledged)
        postgres.start()
        wait_until(lambda: len(acknowledged) >= kept + 8, "replies are written again")
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert {answer.status for answer in away} == {503}
    assert all(AWAY in answer.text and "<h1>" in answer.text for answer in away)
    assert {answer.status for answer in answers} == {200, 303, 503}
    check_replies(postgres.ask, acknowledged)


# The mail server goes away.


def letters(server):
    """Recipient, state, number of tries and last error of each letter, the oldest first."""
    with database(server) as opened:
        return opened.execute(
            """
            select m.recipient, m.state, j.attempts, m.last_error
            from mail m join job j on j.key = 'mail/' || m.id order by m.id
            """
        ).fetchall()


def no_longer_wait(server):
    """As if the time of the next try had come for each letter."""
    with database(server) as opened:
        opened.execute("update job set run_at = 0, leased_until = null where done_at is null and kind = 'mail'")


def ask_for_links(server, names):
    for name in names:
        server.run("user", "create", f"{name}@example.org", "--name", name)
        assert Visitor(server).post("/connexion", {"courriel": f"{name}@example.org"}).status == 303


def recipients(mailbox):
    return sorted(str(message["To"]) for message in mailbox.messages)


def test_a_mail_server_that_comes_back_gets_every_letter_once_also_after_a_kill(own_server, own_mailbox):
    own_mailbox.stop()
    try:
        ask_for_links(own_server, ["claire", "yannick", "ines", "paul"])
        wait_until(
            lambda: [(state, tries) for _, state, tries, _ in letters(own_server)] == [("queued", 1)] * 4,
            "each letter was tried",
        )
        assert all(error for *_, error in letters(own_server))
        own_server.kill()
    finally:
        own_mailbox.start()
    own_server.start()
    no_longer_wait(own_server)
    wait_until(lambda: [state for _, state, *_ in letters(own_server)] == ["sent"] * 4, "all letters were sent")
    assert recipients(own_mailbox) == [
        f"{name} <{name}@example.org>" for name in ("claire", "ines", "paul", "yannick")
    ]


def test_a_letter_whose_sending_was_killed_is_never_sent_twice(own_server, own_mailbox):
    own_mailbox.answers.clear()
    ask_for_links(own_server, ["claire", "yannick"])
    wait_until(lambda: len(own_mailbox.messages) == 1, "the mail server has the letter, and has not said so")
    own_server.kill()
    own_mailbox.answers.set()
    own_server.start()
    no_longer_wait(own_server)
    wait_until(
        lambda: [state for _, state, *_ in letters(own_server)] == ["unknown", "sent"],
        "the first is left alone and the second is sent",
    )
    assert recipients(own_mailbox) == ["claire <claire@example.org>", "yannick <yannick@example.org>"]


# The disk is full.


def long_reply(number):
    return f"Réponse {number}" + " mot" * 4_800


def write_until_it_is_full(server, visitor):
    """Long replies, until one is not kept: the texts that were, and the answer to the one that wasn't."""
    acknowledged = []
    for number in range(50):
        text = long_reply(number)
        answer = visitor.reply(text)
        if answer.status != 303:
            return acknowledged, answer
        acknowledged.append(text)
    raise AssertionError("the disk is large")


def check_full_disk(server, visitor, make_room, status, sentence):
    acknowledged, answer = write_until_it_is_full(server, visitor)
    assert (answer.status, sentence in answer.text) == (status, True)
    assert visitor.get("/c/nuit/questions/1").status == 200
    assert visitor.reply(long_reply(51)).status == status
    make_room()
    assert visitor.reply("Après").status == 303

    def ask(sql):
        with database(server) as opened:
            return opened.execute(sql).fetchall()

    check_replies(ask, [*acknowledged, "Après"])
    assert ask("pragma integrity_check") == [("ok",)]
    assert len(ask("select 1 from reply")) == len(acknowledged) + 1


@pytest.mark.skipif(os.getuid() != 0, reason="only root makes a small disk")
def test_a_full_disk_gives_an_honest_page_and_nothing_kept_by_half(tmp_path, own_mailbox):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    server = Server(disk, own_mailbox)
    # The log has a place of its own: it must not fill the disk that it tells of.
    server.log = tmp_path / "ruche.log"
    try:
        settle(server)
        visitor = Visitor(server, "facilitator")
        ballast = disk / "ballast"
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        ballast.write_bytes(bytes(free - (400 << 10)))
        server.log.with_name("ruche.sqlite").symlink_to(disk / "ruche.sqlite")
        check_full_disk(server, visitor, ballast.unlink, 507, FULL)
        server.stop()
    finally:
        subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_file_that_may_not_grow_gives_an_honest_page_and_nothing_kept_by_half(own_server):
    # SQLite doesn't tell a quota from a broken disk.
    size = max(path.stat().st_size for path in own_server.log.parent.glob("ruche.sqlite*"))
    endless = resource.prlimit(own_server.process_id, resource.RLIMIT_FSIZE)
    resource.prlimit(own_server.process_id, resource.RLIMIT_FSIZE, (size + (300 << 10), endless[1]))
    check_full_disk(
        own_server,
        Visitor(own_server, "facilitator"),
        lambda: resource.prlimit(own_server.process_id, resource.RLIMIT_FSIZE, endless),
        503,
        AWAY,
    )


# What no browser would send.

REPLIES = "/c/nuit/questions/1/reponses"
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=xyz"
PART = b'--xyz\r\nContent-Disposition: form-data; name="texte"\r\n\r\nBonjour'


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def asked_server(request, tmp_path_factory):
    """A server with one question, on each engine, that these tests share."""
    mailbox = Mailbox()
    mailbox.start()
    one = None
    if request.param == "postgres":
        if not cluster.programs():
            pytest.skip("PostgreSQL is not installed")
        one = cluster.Cluster()
        one.start()
    server = Server(tmp_path_factory.mktemp("ruche"), mailbox, database=one and one.address)
    settle(server)
    yield server
    server.stop()
    mailbox.stop()
    if one:
        one.remove()


@pytest.fixture(scope="module")
def writer(asked_server):
    return Visitor(asked_server, "facilitator")


def send_bytes(server, *pieces):
    """Sends bytes as they are, reads at the same time as a browser does, and gives the status and the text."""
    received = bytearray()
    with socket.create_connection(("127.0.0.1", server.port), timeout=40) as connection:

        def read():
            try:
                while piece := connection.recv(1 << 16):
                    received.extend(piece)
            except OSError:
                pass  # closed on what it wouldn't read

        reader = threading.Thread(target=read)
        reader.start()
        try:
            for piece in pieces:
                connection.sendall(piece)
            connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # it has answered, and hears no more
        reader.join()
    head, _, text = bytes(received).partition(b"\r\n\r\n")
    assert head, "no answer"
    return int(head.split()[1]), text.decode("utf-8")


def head(visitor, *lines, method="POST", path=REPLIES):
    said = [
        f"{method} {path} HTTP/1.1",
        "Host: localhost",
        f"Cookie: {visitor.cookie}",
        "Sec-Fetch-Site: same-origin",
        "Connection: close",
        *lines,
    ]
    return "\r\n".join(said).encode() + b"\r\n\r\n"


def check_plain_page(server, answer, status):
    assert answer[0] == status, answer[1][:400]
    assert answer[1].lower().startswith("<!doctype html>") and "<h1" in answer[1]
    assert server.answers()
    assert faults(server) == []


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        pytest.param(FORM, b"texte=" + b"a" * (1 << 20), 413, id="one megabyte"),
        pytest.param(FORM, b"", 422, id="nothing"),
        pytest.param(FORM, b"texte=%00%00", 422, id="zero bytes only"),
        pytest.param(FORM, b"&".join(b"a%d=1" % number for number in range(50_000)), 422, id="50,000 fields"),
        pytest.param(FORM, b"texte=" + b"%ff" * 21_000, 422, id="too long, and no text"),
        pytest.param("application/json", b'{"texte": "Bonjour"}', 422, id="another kind"),
        pytest.param("multipart/form-data", PART + b"\r\n--xyz--", 422, id="parts without a boundary"),
        pytest.param(PARTS, b"Bonjour", 422, id="a boundary that never comes"),
        pytest.param(PARTS, PART, 422, id="parts that do not end"),
        pytest.param(PARTS, b"--xyz\r\n" * 40_000 + b"--xyz--", 422, id="40,000 empty parts"),
        pytest.param("multipart/form-data; boundary=-", b"-" * 400_000, 422, id="a boundary everywhere"),
    ],
)
def test_a_body_that_no_form_sends_is_refused_in_words(asked_server, writer, kind, body, status):
    lines = f"Content-Type: {kind}", f"Content-Length: {len(body)}"
    check_plain_page(asked_server, send_bytes(asked_server, head(writer, *lines), body), status)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("texte=été".encode("latin-1"), id="another encoding"),
        pytest.param(b"texte=a%00b%ed%a0%80%ff&%zz=%&=&&", id="zero bytes, halves of characters, bare signs"),
        pytest.param(b"confirme=1&texte=" + b"%3E" * 19_000 + b"a", id="19,000 quotes in one another"),
        pytest.param(b"confirme=1&texte=" + b"%5B" * 19_000, id="19,000 links that do not end"),
    ],
)
def test_a_strange_text_is_kept_and_the_page_shows_it(asked_server, writer, body):
    lines = f"Content-Type: {FORM}", f"Content-Length: {len(body)}"
    assert send_bytes(asked_server, head(writer, *lines), body)[0] == 303
    assert writer.get("/c/nuit/questions/1").status == 200
    assert faults(asked_server) == []


def test_a_body_of_a_hundred_megabytes_is_refused_in_words_though_it_goes_on(asked_server, writer):
    piece = b"a" * (1 << 20)
    lines = f"Content-Type: {FORM}", f"Content-Length: {100 << 20}"
    check_plain_page(asked_server, send_bytes(asked_server, head(writer, *lines), *[piece] * 100), 413)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        pytest.param("Content-Length: 100", b"texte=Bonjour", id="shorter than it said"),
        pytest.param("Transfer-Encoding: chunked", b"zz\r\nBonjour\r\n", id="a piece of no length"),
        pytest.param("Transfer-Encoding: chunked", b"FFFFFFFFFFFFFFFFF\r\nBonjour", id="a piece without end"),
    ],
)
def test_a_body_that_breaks_off_is_refused_in_words(asked_server, writer, line, body):
    answer = send_bytes(asked_server, head(writer, f"Content-Type: {FORM}", line), body)
    check_plain_page(asked_server, answer, 422)


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/c/%ff%00/questions", "/c/nuit%00", "/%zz", "/nulle/part"])
def test_an_address_that_leads_nowhere_says_so_whatever_is_sent(asked_server, writer, method, path):
    answer = send_bytes(asked_server, head(writer, "Content-Length: 0", method=method, path=path))
    check_plain_page(asked_server, answer, 404)


@pytest.mark.parametrize(
    "request_bytes",
    [
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", id="another protocol"),
        pytest.param(b"GET /c/\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n", id="bytes in the address"),
        pytest.param(b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", id="a long address"),
        pytest.param(b"GET / HTTP/1.1\r\nX-A: " + b"a" * 100_000 + b"\r\n\r\n", id="a long header"),
        pytest.param(b"GET / HTTP/1.1\r\n" + b"X-A: a\r\n" * 500 + b"\r\n", id="many headers"),
        pytest.param(
            b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\naaaaaa",
            id="two lengths",
        ),
    ],
)
def test_what_is_not_http_is_refused(asked_server, request_bytes):
    # Below any page: the connection is closed with a bare 400.
    assert send_bytes(asked_server, request_bytes)[0] == 400
    assert asked_server.answers()
    assert faults(asked_server) == []
