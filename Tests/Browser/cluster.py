"""A PostgreSQL of a test's own, which it may stop and start. Loopback only, in a temporary folder."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from serving import free_port


def programs():
    """The folder of the newest PostgreSQL's programs; None when it is not installed."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1] if found else None


class Cluster:
    def __init__(self):
        # Not under TMPDIR: user postgres must be able to enter each parent folder.
        self._folder = pathlib.Path(tempfile.mkdtemp(prefix="ruche-postgres.", dir="/tmp"))
        if os.getuid() == 0:
            shutil.chown(self._folder, "postgres")
        self._port = free_port()
        words = ["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        self._run("initdb", "-D", self._folder / "data", *words)

    @property
    def address(self):
        return f"host=127.0.0.1 port={self._port} user=postgres dbname=postgres"

    def start(self):
        settings = f"-p {self._port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self._folder}"
        data = ("-D", self._folder / "data", "-l", self._folder / "server.log")
        self._run("pg_ctl", *data, "-w", "-t", "60", "-o", settings, "start")

    def stop(self):
        """As a machine that loses its power: no connection is told."""
        self._run("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "-w", "stop")

    def ask(self, sql):
        """The rows of a query, each a list of texts."""
        done = self._run("psql", "-X", "-A", "-t", "-F", "\t", "-c", sql, self.address)
        return [line.split("\t") for line in done.splitlines()]

    def remove(self):
        # It may be stopped already.
        subprocess.run(self._command("pg_ctl", "-D", self._folder / "data", "-m", "immediate", "stop"), cwd="/",
                       capture_output=True, check=False)
        shutil.rmtree(self._folder)

    def _run(self, program, *words):
        # To a file, since the server that starts keeps what it was given open.
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(
                self._command(program, *words), cwd="/", stdout=out, stderr=subprocess.STDOUT, timeout=120)
            out.seek(0)
            text = out.read()
        assert done.returncode == 0, f"{program}: {text}"
        return text

    def _command(self, program, *words):
        command = [str(programs() / program), *map(str, words)]
        # PostgreSQL refuses to run as root.
        if os.getuid() == 0:
            return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        return command
