"""How many may read along, what each costs, and how soon a reply reaches them all.

    Benchmarks/live.py --url http://127.0.0.1:8080 --pid PID --cookie "ruche=…" --path /c/nuit/questions/1 [--readers 2000]

One session opens every stream; the server's memory is read before and after (PSS), then one reply is posted and each
stream notes when it came.
"""

import argparse
import asyncio
import json
import pathlib
import resource
import time
import urllib.parse


def memory(pid):
    """PSS of a process, in bytes."""
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    raise ValueError("no Pss")


async def listen(host, port, path, cookie, arrived):
    """Opens a stream; what `arrived` is given is the moment of each reply."""
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET {path}/direct?vu=100000 HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n".encode())
    head = await reader.readuntil(b"\r\n\r\n")
    assert b" 200 " in head.split(b"\r\n")[0], head
    await reader.readuntil(b"retry:")

    async def follow():
        try:
            await reader.readuntil(b"event: reply")
            arrived.append(time.perf_counter())
        except (asyncio.IncompleteReadError, ConnectionError):
            pass

    return asyncio.create_task(follow()), writer


async def post(host, port, path, cookie, text):
    reader, writer = await asyncio.open_connection(host, port)
    body = urllib.parse.urlencode({"texte": text}).encode()
    writer.write(
        f"POST {path}/reponses HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
        + body
    )
    head = await reader.readuntil(b"\r\n\r\n")
    assert b" 303 " in head.split(b"\r\n")[0], head
    writer.close()


async def measure(options):
    address = urllib.parse.urlsplit(options.url)
    host, port = address.hostname, address.port
    before = memory(options.pid)
    arrived, streams = [], []
    for start in range(0, options.readers, 100):
        streams += await asyncio.gather(
            *(listen(host, port, options.path, options.cookie, arrived) for _ in range(start, min(start + 100, options.readers)))
        )
    await asyncio.sleep(3)
    each = (memory(options.pid) - before) / options.readers
    results = []
    begun = time.perf_counter()
    await post(host, port, options.path, options.cookie, f"Une réponse pour tous {begun}.")
    accepted = time.perf_counter()
    await asyncio.wait([task for task, _ in streams], timeout=10)
    results = sorted(moment - accepted for moment in arrived)
    for task, writer in streams:
        task.cancel()
        writer.close()
    return {
        "name": "live readers", "readers": options.readers, "kB each": round(each / 1000, 1), "told": len(results),
        "post ms": round((accepted - begun) * 1000, 1),
        "first ms": round(results[0] * 1000, 1) if results else None,
        "last ms": round(results[-1] * 1000, 1) if results else None,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--url", required=True)
    parser.add_argument("--pid", type=int, required=True)
    parser.add_argument("--cookie", required=True)
    parser.add_argument("--path", required=True)
    parser.add_argument("--readers", type=int, default=2_000)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, options.readers + 200), hard))
    print(json.dumps(asyncio.run(measure(options))))


if __name__ == "__main__":
    main()
