#!/usr/bin/env python3
"""Turns the lines of Benchmarks/out.jsonl into the tables of Benchmarks/RESULTS.md: report.py [FILE]"""

import collections
import json
import pathlib
import sys

COLUMNS = [
    ("cpu_ms", "CPU ms"), ("ratio", "ratio"), ("per_second", "requests/s"), ("p50_ms", "p50 ms"), ("p99_ms", "p99 ms"),
    ("seconds", "s"), ("pss_mb", "PSS MB"), ("bytes", "bytes"), ("gzip_bytes", "compressed"),
]


def main():
    path = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("out.jsonl"))
    tables = collections.defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        title = "Beside a peer" if row.get("bench") == "peer" else f"{row['engine']}: {row['data']}"
        name = f"{row['engine']}, {row['name']}" if row.get("bench") == "peer" else row["name"]
        tables[title][name] = row  # the last run counts
    for title, rows in tables.items():
        columns = [(key, label) for key, label in COLUMNS if any(key in row for row in rows.values())]
        print(f"\n### {title}\n\n| | {' | '.join(label for _, label in columns)} |")
        print("|---|" + "---:|" * len(columns))
        for name, row in rows.items():
            print(f"| {name} | " + " | ".join(str(row.get(key, "")) for key, _ in columns) + " |")


if __name__ == "__main__":
    main()
