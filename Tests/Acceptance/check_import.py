#!/usr/bin/env python3
"""Reads a list's archive and computes its threads and its figures anew, by code that shares nothing with Ruche.

    check_import.py ARCHIVE.mbox[.gz] EVALUATION.json…      the evaluations as `ruche evaluate --json` printed them

Prints each figure that differs, and ends with a failure when there is one. Standard library only.
"""

import collections
import datetime
import email
import email.header
import email.utils
import gzip
import json
import re
import statistics
import sys
import zoneinfo

PARIS = zoneinfo.ZoneInfo("Europe/Paris")
DAY = 86_400
PREFIX = re.compile(r"^\s*(?:(?:re|tr|fwd?|aw|sv|réf|ref)\s*(?:\[\d+\])?\s*:|\[[^\]]*\])\s*", re.I)


class Message:
    def __init__(self, raw):
        parsed = email.message_from_bytes(raw)
        self.id = first_id(parsed.get("Message-ID", "")) or f"none:{hash(raw)}"
        self.at = instant(parsed.get("Date", ""))
        self.author, self.name = author(parsed.get("From", ""))
        self.subject = subject(parsed.get("Subject", ""))
        self.answered = first_id(parsed.get("In-Reply-To", ""))
        self.references = re.findall(r"<([^<>\s]+)>", str(parsed.get("References", "")))
        self.parent = self.root = None


def first_id(text):
    found = re.search(r"<([^<>\s]+)>", str(text))
    return found.group(1) if found else None


def instant(text):
    parsed = email.utils.parsedate_tz(str(text))
    return email.utils.mktime_tz(parsed) if parsed else None


def author(text):
    """Address and name; pipermail writes "user at domain (Name)"."""
    text = re.sub(r"\s+at\s+", "@", str(text), count=1).strip()
    address = re.search(r"[^\s<>()]+@[^\s<>()]+|^[^\s<>()]+", text)
    name = re.search(r"\((.*)\)\s*$", text)
    return (address.group() if address else text).lower(), name.group(1) if name else ""


def subject(text):
    words = "".join(
        part.decode(charset or "latin-1", "replace") if isinstance(part, bytes) else part
        for part, charset in email.header.decode_header(str(text))
    )
    words, before = " ".join(words.split()), None
    while words != before:
        before, words = words, PREFIX.sub("", words)
    return words.strip().lower()


def messages(path):
    opened = gzip.open(path) if path.endswith(".gz") else open(path, "rb")
    with opened as archive:
        lines, found = [], []
        for line in archive:
            if re.match(rb"From .+(?:@| at ).+ \d\d:\d\d:\d\d \d{4}\s*$", line):
                if lines:
                    found.append(b"".join(lines))
                lines = []
            else:
                lines.append(line)
        found.append(b"".join(lines))
    # The same letter twice has one identifier.
    known, kept = set(), []
    for message in map(Message, found):
        if message.id not in known and message.at is not None:
            known.add(message.id)
            kept.append(message)
    # Where the list's own address stands in place of everybody's, names tell people apart.
    names = collections.defaultdict(set)
    for message in kept:
        names[message.author].add(message.name)
    for message in kept:
        if len(names[message.author]) > 10:
            message.author = f"{message.author} {message.name.lower()}"
    return len(found), kept


def thread(kept):
    """References (the last known), the message answered, then the same subject within thirty days."""
    by_id = {message.id: message for message in kept}
    for message in kept:
        candidates = [*reversed(message.references), message.answered]
        message.parent = next((by_id[id] for id in candidates if id in by_id and id != message.id), None)

    # A letter without a known reference answers the last one of its subject.
    latest = {}
    for message in sorted(kept, key=lambda message: message.at):
        before = latest.get(message.subject)
        if message.parent is None and message.subject and before and message.at - before.at <= 30 * DAY:
            message.parent = before
        latest[message.subject] = message
    for message in kept:
        root, seen = message, set()
        while root.parent is not None and root.id not in seen:
            seen.add(root.id)
            root = root.parent
        message.root = root


def window(day):
    """Thirteen weeks ending with `day`, in seconds."""
    end = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time(), PARIS)
    begin = datetime.datetime.combine(day - datetime.timedelta(days=90), datetime.time(), PARIS)
    return begin.timestamp(), end.timestamp()


def a_year_after(at):
    date = datetime.datetime.fromtimestamp(at, PARIS).date()
    return date.replace(year=date.year + 1, day=min(date.day, 28) if date.month == 2 else date.day)


def kaplan_meier(durations, share):
    """The smallest duration at which no more than `share` are still waiting; None when that is never reached."""
    at_risk, alive = len(durations), 1.0
    for value in sorted({value for value, _ in durations}):
        ended = sum(1 for at, is_event in durations if at == value and is_event)
        alive *= 1 - ended / at_risk if at_risk else 1
        if ended and alive <= share + 1e-9:
            return value
        at_risk -= sum(1 for at, _ in durations if at == value)
    return None


def figures(kept, day):
    """The figures of `day`, by the names of Ruche's JSON."""
    begin, end = window(day)
    seen = [message for message in kept if message.at < end]
    last = {}
    for message in seen:
        last[message.author] = max(last.get(message.author, message.at), message.at)
    # An imported author is a member from the first message to twelve months after the last one.
    members = {who for who, at in last.items() if a_year_after(at) >= day}
    inside = [message for message in seen if message.at >= begin]
    contributions = collections.Counter(message.author for message in inside if message.author in members)
    counts = sorted(contributions.get(who, 0) for who in members)
    total, n = sum(counts), len(counts)
    gini = sum((2 * rank - n - 1) * count for rank, count in enumerate(counts, 1)) / (n * total) if total else None

    answers = collections.defaultdict(list)
    for message in seen:
        if message.root is not message and message.author != message.root.author:
            answers[message.root.id].append(message.at)
    asked = [message for message in inside if message.root is message]
    durations = [
        ((min(answers[question.id]) - question.at) / 3_600, True) if answers[question.id]
        else ((end - question.at) / 3_600, False)
        for question in asked
    ]

    edges = collections.Counter()
    for message in inside:
        if message.root is not message:
            target = (message.parent or message.root).author
            if target != message.author and {target, message.author} <= members:
                edges[(message.author, target)] += 1
    both = sum(1 for a, b in edges if (b, a) in edges)
    weight = sum(edges.values())
    partners = collections.defaultdict(set)
    for a, b in edges:
        partners[a].add(b)
        partners[b].add(a)
    active = [who for who in members if contributions.get(who)]
    two_way = {a for a, _ in edges} & {b for _, b in edges}
    threads = [
        {message.author for message in seen if message.root is question} for question in asked
    ]
    return {
        ("EF1", "n"): len(asked),
        ("EF1", "answered"): sum(1 for _, is_event in durations if is_event),
        ("EF1", "median"): kaplan_meier(durations, 0.5), ("EF1", "p90"): kaplan_meier(durations, 0.1),
        ("VI1", "members"): n, ("VI1", "active"): len(active),
        ("VI4", "contributions"): total, ("VI4", "gini"): gini,
        ("VI4", "top3_share"): sum(counts[-3:]) / total if total else None,
        ("VI5", "reciprocity"): both / len(edges) if edges else None,
        ("VI5", "weighted_reciprocity"): sum(min(w, edges[(b, a)]) for (a, b), w in edges.items() if (b, a) in edges) / weight if weight else None,
        ("VI5", "two_way_members"): len(two_way & set(active)),
        ("VI6", "edges"): len(edges), ("VI6", "weight"): weight,
        ("VI6", "density"): len(edges) / (n * (n - 1)) if n > 1 else None,
        ("VI6", "median_partners_of_active"): statistics.median(len(partners[who]) for who in active) if active else None,
        ("VI7", "isolates"): sum(1 for who in members if not partners[who]),
        ("VI11", "threads"): len(threads), ("VI11", "value"): sum(1 for authors in threads if len(authors) >= 3) / len(threads) if threads else None,
    }


def compare(path, evaluations):
    """Each figure that differs, in words."""
    count, kept = messages(path)
    thread(kept)
    found = []
    for evaluation in evaluations:
        day = datetime.date.fromisoformat(evaluation["at"])
        theirs = {indicator["id"]: indicator for indicator in evaluation["indicators"]}
        for (indicator, name), value in figures(kept, day).items():
            other = theirs[indicator].get(name)
            same = value == other if value is None or other is None else abs(value - other) <= 1e-6 * max(1, abs(value))
            if not same:
                found.append(f"{day} {indicator} {name}: {other}, computed anew {value}")
    return count, len(kept), found


if __name__ == "__main__":
    total, known, differences = compare(sys.argv[1], [json.load(open(name, encoding="utf-8")) for name in sys.argv[2:]])
    print(f"{total} messages, {known} read")
    print("\n".join(differences) or "every figure is the same")
    sys.exit(bool(differences))
