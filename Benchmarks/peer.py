#!/usr/bin/env python3
"""Measures the same data and pages on Ruche and on a peer, in turn, while both run: list, thread, search, reply.

The ratio of their CPU per request holds on any machine. `script/bench-peer` prepares both and calls this.
Standard library only; wrk must be on PATH. The peer's own folder gives its words, its sign-in and its posting.
"""
import argparse
import http.client
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time
import urllib.parse

import measure

ROUNDS = 3
THREADS = 2_000
LONG_THREAD = 1_990


def words_of(peer):
    sys.path.insert(0, str(peer))
    import words

    return words


def texts(peer, out):
    """The peer's 2,000 threads as `BenchmarkFill --texts` reads them: 10,011 posts."""
    words = words_of(peer)
    titles = [words.title(number) for number in range(THREADS)]
    for number, title in enumerate(titles):
        if number == LONG_THREAD:
            posts = [f"{words.text()}\n\nPOST-{rank + 1}" for rank in range(20)]
        else:
            posts = [words.text() for _ in range(1 + number * 7 % 9)]
        out.write(json.dumps({"title": title, "posts": posts}) + "\n")


class Subject:
    """One server that runs: its processes, its session, and where its pages are."""

    def __init__(self, name, url, roots, cookie, pages):
        self.name, self.url, self.roots, self.cookie, self.pages = name, url, roots, cookie, pages
        self.runs = {}

    def note(self, page, row):
        self.runs.setdefault(page, []).append(row)

    def check(self):
        """An error page is quick: each page must show what is measured."""
        for page, (path, must) in self.pages.items():
            status, body, final, _ = measure.get(self.url + path, {"Cookie": self.cookie})
            if final != self.url + path or must not in body.decode("utf-8", "replace"):
                sys.exit(f"{self.name}, {page}: {final} does not show {must!r} (status {status})")

    def warm(self, page):
        """Caches fill: not counted."""
        measure.wrk(["-H", f"Cookie: {self.cookie}"], self.url + self.pages[page][0], 2)

    def load(self, page, seconds):
        flags = ["-H", f"Cookie: {self.cookie}"]
        self.note(page, measure.run(self.roots, flags, self.url + self.pages[page][0], seconds=seconds))

    def memory(self, name):
        self.note(name, {"pss_mb": measure.memory(self.roots)})


class Ruche(Subject):
    def reply(self):
        """Two hundred replies, each committed to disk, one after the other."""
        times, before = [], measure.cpu(self.roots)
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc)
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        headers["Sec-Fetch-Site"] = "same-origin"
        for number in range(200):
            body = urllib.parse.urlencode({"texte": f"{'lorem ' * 100}{time.time_ns()} {number}"})
            started = time.perf_counter()
            connection.request("POST", "/c/mesures/questions/6/reponses", body, headers)
            answer = connection.getresponse()
            text = answer.read()
            times.append(1000 * (time.perf_counter() - started))
            if answer.status != 303:
                sys.exit(f"{self.name}: a reply was refused ({answer.status}): {text[:200]}")
        used = measure.cpu(self.roots) - before
        self.note("reply", {"cpu_ms": 1000 * used / 200, "p50_ms": statistics.median(times),
                            "p99_ms": sorted(times)[197], "per_second": 1000 * 200 / sum(times)})


class Peer(Subject):
    def __init__(self, folder, work, port):
        self.folder, self.python = folder, work / "venv/bin/python"
        roots = [int(line) for line in self.shell("roots").split(",")]
        settings = dict(line.split("=", 1) for line in (work / "fill.env").read_text().split())
        url = f"http://127.0.0.1:{port}"
        self.topic = settings["WRITE_TOPIC"]
        cookie = self.posting("login", url).strip()
        super().__init__("peer", url, roots, cookie, {
            "list": ("/", "TOPIC-"), "thread": (settings["TOPIC_URL"], "POST-20"),
            "search": ("/search/?q=harvest", "TOPIC-")})

    def shell(self, word):
        return subprocess.run(["bash", self.folder / "spirit.sh", word], check=True, capture_output=True, text=True).stdout

    def posting(self, *words):
        done = subprocess.run([self.python, self.folder / "spirit_post.py", *words], check=True, capture_output=True, text=True)
        return done.stdout

    def reply(self):
        line = self.posting("post", self.url, self.topic, ",".join(map(str, self.roots))).splitlines()[-1]
        found = json.loads(line)
        self.note("reply", {"cpu_ms": found["cpu_ms_per_req"], "p50_ms": found["p50_ms"], "p99_ms": found["p95_ms"],
                            "per_second": found["posts_per_s"]})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", required=True, type=pathlib.Path, help="the peer's folder")
    parser.add_argument("--texts", type=pathlib.Path, help="only write the peer's texts to this file")
    parser.add_argument("--work", type=pathlib.Path, help="the peer's work folder")
    parser.add_argument("--port", type=int, default=8090, help="the peer's port")
    parser.add_argument("--ruche", action="append", default=[], metavar="NAME=URL=ROOTS=COOKIES")
    parser.add_argument("--start", action="append", default=[], metavar="NAME=SECONDS")
    parser.add_argument("--seconds", type=int, default=6)
    parser.add_argument("--out", required=False)
    arguments = parser.parse_args()
    if arguments.texts:
        with arguments.texts.open("w", encoding="utf-8") as out:
            texts(arguments.peer, out)
        return
    subjects = [Peer(arguments.peer, arguments.work, arguments.port)]
    for words in arguments.ruche:
        name, url, roots, cookies = words.split("=")
        cookie = pathlib.Path(cookies).read_text().splitlines()[5]
        thread = f"/c/mesures/questions/{LONG_THREAD + 1}"
        subjects.append(Ruche(name, url, [int(root) for root in roots.split(",")], cookie, {
            "list": ("/c/mesures/questions", "TOPIC-"), "thread": (thread, "POST-20"),
            "search": ("/c/mesures/recherche?q=harvest", "TOPIC-")}))
    for words in arguments.start:
        name, seconds = words.split("=")
        next(subject for subject in subjects if subject.name == name).note("start", {"seconds": float(seconds)})
    time.sleep(2)
    for subject in subjects:
        subject.memory("memory idle")
    for subject in subjects:
        subject.check()
    for page in ("list", "thread", "search"):
        for subject in subjects:
            subject.warm(page)
        for _ in range(ROUNDS):
            for subject in subjects:
                subject.load(page, arguments.seconds)
    for _ in range(ROUNDS):
        for subject in subjects:
            subject.reply()
    for subject in subjects:
        subject.memory("memory after load")
    for subject in subjects:
        for page, runs in subject.runs.items():
            middle = {key: round(statistics.median(run[key] for run in runs), 3) for key in runs[0]}
            row = {"bench": "peer", "engine": subject.name, "name": page, **middle}
            peer = subjects[0].runs[page] if page in subjects[0].runs else None
            key = next(key for key in ("cpu_ms", "pss_mb", "seconds") if key in middle)
            if peer and subject is not subjects[0]:
                row["ratio"] = round(statistics.median(run[key] for run in peer) / middle[key], 1)
            line = json.dumps(row)
            print(line, flush=True)
            if arguments.out:
                with open(arguments.out, "a", encoding="utf-8") as out:
                    out.write(line + "\n")


if __name__ == "__main__":
    main()
