#!/usr/bin/env python3
"""Measures a running Ruche with wrk on loopback: requests, CPU of the whole process tree, latency, memory.

Each page stands beside the same server's one-line text route, measured in the same run: the ratio holds on any machine.
Standard library only; wrk must be on PATH. Prints one JSON line per measure and appends it to --out.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

TICK = os.sysconf("SC_CLK_TCK")


def tree(roots):
    """The processes under `roots`, themselves included, with the CPU seconds of each and of its dead children."""
    parents, seconds = {}, {}
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            fields = open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        parents.setdefault(int(fields[1]), []).append(int(name))
        seconds[int(name)] = sum(int(value) for value in fields[11:15]) / TICK
    found, waiting = set(), list(roots)
    while waiting:
        process = waiting.pop()
        if process in seconds and process not in found:
            found.add(process)
            waiting += parents.get(process, [])
    return {process: seconds[process] for process in found}


def cpu(roots):
    return sum(tree(roots).values())


def memory(roots):
    """PSS in megabytes: shared pages counted once."""
    total = 0
    for process in tree(roots):
        try:
            text = open(f"/proc/{process}/smaps_rollup").read()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", text, re.M).group(1))
    return total / 1024


def milliseconds(text):
    found = re.match(r"([\d.]+)(us|ms|s|m)$", text)
    if not found:
        sys.exit(f"wrk answered too few requests to tell a latency ({text})")
    value, unit = found.groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def get(url, headers):
    request = urllib.request.Request(url, headers=headers)
    with urllib.request.urlopen(request, timeout=120) as answer:
        return answer.status, answer.read(), answer.url, answer.headers


def wrk(flags, url, seconds, script=None, connections=8):
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", *flags]
    if script:
        command += ["-s", script]
    return subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout


def run(roots, flags, url, script=None, seconds=5, connections=8):
    """One load of some seconds: requests a second, CPU of all processes for each, latency."""
    before = cpu(roots)
    out = wrk(flags, url, seconds, script, connections)
    time.sleep(0.2)
    used = cpu(roots) - before
    count = int(re.search(r"(\d+) requests in", out).group(1))
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if failed:
        sys.exit(f"{url}: {failed.group(1)} of {count} answers were not pages")
    return {
        "per_second": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1)),
        "cpu_ms": 1000 * used / max(count, 1),
        "p50_ms": milliseconds(re.search(r"^\s+50%\s+(\S+)", out, re.M).group(1)),
        "p99_ms": milliseconds(re.search(r"^\s+99%\s+(\S+)", out, re.M).group(1)),
    }


class Measures:
    def __init__(self, arguments):
        self.arguments = arguments
        self.base = None

    def emit(self, row):
        row = {"engine": self.arguments.engine, "data": self.arguments.data, **row}
        line = json.dumps(row, ensure_ascii=False)
        print(line, flush=True)
        if self.arguments.out:
            with open(self.arguments.out, "a") as out:
                out.write(line + "\n")

    def load(self, name, path, must=None, cookie=None, gzip=False):
        url = self.arguments.url + path
        headers = {"Cookie": cookie} if cookie else {}
        status, body, final, _ = get(url, headers)
        if final != url or (must and must not in body.decode("utf8", "replace")):
            sys.exit(f"{name}: {url} does not show {must!r} (status {status}, at {final})")
        flags = [part for key, value in headers.items() for part in ("-H", f"{key}: {value}")]
        if gzip:
            flags += ["-H", "Accept-Encoding: gzip"]
        compressed = get(url, {**headers, "Accept-Encoding": "gzip"})[1]
        wrk(flags, url, 2)
        runs = [self.run(flags, url) for _ in range(self.arguments.runs)]
        row = {key: round(statistics.median(run[key] for run in runs), 3) for key in runs[0]}
        if name == "one line":
            self.base = row
        row["ratio"] = round(row["cpu_ms"] / self.base["cpu_ms"], 1) if self.base else None
        self.emit({"name": name, "bytes": len(body), "gzip_bytes": len(compressed), **row})

    def run(self, flags, url, script=None):
        chosen = self.arguments
        return run(chosen.roots, flags, url, script, chosen.seconds, chosen.connections)

    def post(self, name, path, cookies, body):
        """Posts with a durable commit each, in turn for each session."""
        lines = ",".join(json.dumps(cookie) for cookie in cookies)
        script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
        script.write(
            f"local c={{{lines}}} local i=os.time()*1000\n"
            # In letters: a long number may look like that of a patient, and be stopped.
            "local function word(n) return (tostring(n):gsub('%d', function(d) return string.char(97+d) end)) end\n"
            "function request() i=i+1\n"
            f" return wrk.format('POST', nil, {{Cookie=c[i%#c+1], ['Sec-Fetch-Site']='same-origin',"
            " ['Content-Type']='application/x-www-form-urlencoded'}, " + json.dumps(body) + "..word(i)) end\n")
        script.close()
        url = self.arguments.url + path
        runs = [self.run([], url, script.name) for _ in range(self.arguments.runs)]
        os.unlink(script.name)
        row = {key: round(statistics.median(run[key] for run in runs), 3) for key in runs[0]}
        row["ratio"] = round(row["cpu_ms"] / self.base["cpu_ms"], 1) if self.base else None
        self.emit({"name": name, **row})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", required=True)
    parser.add_argument("--roots", required=True, type=lambda text: [int(part) for part in text.split(",")])
    parser.add_argument("--cookies", required=True, help="a file with a session cookie per line")
    parser.add_argument("--engine", required=True)
    parser.add_argument("--data", required=True, help="what the database holds, in words")
    parser.add_argument("--thread", required=True, type=int, help="the number of the thread of twenty replies")
    parser.add_argument("--out")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--word", default="moisson")
    parser.add_argument("--no-post", action="store_true")
    arguments = parser.parse_args()
    cookies = [line.strip() for line in open(arguments.cookies) if line.strip()]
    cookie = cookies[5]
    place = "/c/mesures"
    measures = Measures(arguments)
    time.sleep(1)
    measures.emit({"name": "memory idle", "pss_mb": round(memory(arguments.roots), 1)})
    measures.load("one line", "/sante", "ok")
    measures.load("questions", f"{place}/echanges", "ask__title", cookie)
    measures.load("questions, gzip", f"{place}/echanges", "ask__title", cookie, gzip=True)
    measures.load("thread of 20 replies", f"{place}/questions/{arguments.thread}", "MESSAGE-20", cookie)
    measures.load("search", f"{place}/recherche?q={arguments.word}", "hit", cookie)
    filters = "+sujet%3A%22sujet+6%22+statut%3Ar%C3%A9solue"
    measures.load("search, two filters", f"{place}/recherche?q={arguments.word}{filters}", "hit", cookie)
    measures.load("completion", f"{place}/recherche/completer?q={arguments.word[:4]}+memb", None, cookie)
    measures.load("home", place, "ask__title", cookie)
    measures.load("steps", f"{place}/mise-en-place", "path__title", cookie)
    measures.load("a step", f"{place}/mise-en-place/5", "stack", cookie)
    measures.load("facilitator's desk", f"{place}/animation", "measure__value", cookies[0])
    measures.load("directory", f"{place}/membres", "person__text", cookie)
    measures.load("directory, filtered", f"{place}/membres?mots=membre+4", "person__text", cookie)
    for name in ("evaluation, first view", "evaluation, again"):
        started = time.perf_counter()
        try:
            status = get(arguments.url + f"{place}/evaluation", {"Cookie": cookie})[0]
        except urllib.error.HTTPError as error:
            status = error.code
        measures.emit({"name": name, "seconds": round(time.perf_counter() - started, 3), "status": status})
    if not arguments.no_post:
        measures.post("reply, durable", f"{place}/questions/6/reponses", cookies, "texte=Une+reponse+de+mesure+numero+")
    measures.emit({"name": "memory after load", "pss_mb": round(memory(arguments.roots), 1)})


if __name__ == "__main__":
    main()
