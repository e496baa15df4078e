"""Ruche as a person meets it: the real program, on a database and a folder of its own, with a mailbox beside it."""

import asyncio
import email
import email.policy
import os
import pathlib
import socket
import subprocess
import threading
import urllib.request

from aiosmtpd.controller import Controller

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("RUCHE_PROGRAM", ROOT / ".build/debug/ruche"))


class Mailbox:
    """Receives every mail that Ruche sends, and delivers none. It may stop and start again."""

    def __init__(self):
        self.messages = []
        # Cleared, it keeps a letter and doesn't say so: the sender waits for its answer.
        self.answers = threading.Event()
        self.answers.set()
        self._port = free_port()
        self._controller = None

    @property
    def address(self):
        return f"smtp://127.0.0.1:{self._port}"

    def start(self):
        self._controller = Controller(self, hostname="127.0.0.1", port=self._port)
        self._controller.start()

    def stop(self):
        self._controller.stop()

    async def handle_DATA(self, server, session, envelope):
        self.messages.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        while not self.answers.is_set():
            await asyncio.sleep(0.01)
        return "250 OK"


class Server:
    """One `ruche serve`, from its empty database to its end."""

    def __init__(self, folder, mailbox, database=None, limits="on"):
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self.mailbox = mailbox
        self.log = folder / "ruche.log"
        self._process = None
        (folder / "files").mkdir()
        self._environment = os.environ | {
            "RUCHE_DATABASE": database or f"sqlite:{folder}/ruche.sqlite",
            "RUCHE_DATA": f"{folder}/files",
            "RUCHE_LISTEN": f"127.0.0.1:{self.port}",
            "RUCHE_URL": self.url,
            "RUCHE_SMTP": mailbox.address,
            "RUCHE_DEMO": "1",
            "RUCHE_LIMITS": limits,
        }

    def run(self, *words, timeout=300):
        """One command of `ruche` on this server's database; what it printed."""
        done = subprocess.run(
            [PROGRAM, *words], env=self._environment, capture_output=True, text=True, timeout=timeout
        )
        assert done.returncode == 0, f"ruche {' '.join(words)}: {done.stderr or done.stdout}"
        return done.stdout

    def start(self, seconds=30):
        with self.log.open("ab") as log:
            self._process = subprocess.Popen([PROGRAM, "serve"], env=self._environment, stdout=log, stderr=log)
        for _ in range(seconds * 10):
            if self.answers():
                return
            try:
                self._process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        self.stop()
        raise AssertionError(f"ruche serve did not answer /sante:\n{self.log.read_text(errors='replace')[-2000:]}")

    def stop(self):
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def kill(self):
        """The end without a word: no request is finished, no file closed."""
        self._process.kill()
        self._process.wait()

    @property
    def process_id(self):
        return self._process.pid

    def answers(self):
        try:
            with urllib.request.urlopen(f"{self.url}/sante", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
