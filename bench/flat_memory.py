"""Peak memory of `add` and `extract` on one large file, beside a file of an eighth of it: reading is a stream, so that both need about the same."""

import argparse
import html
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from made_up_articles import articles, environment

DIFFERENT = 2000  # articles; then they come again with other numbers
FURNITURE = '<div class="related"><ul>' + '<li><a href="/other">Another story of the day</a></li>' * 400 + "</ul></div>"


def numbered(limit):
    """Articles without an end, until `limit` says that there are enough bytes."""
    known = list(articles(DIFFERENT))
    n = 0
    while limit():
        article = known[n % DIFFERENT]
        yield dict(article, id=f"flat-{n}", text=f"Number {n} of the day. " + article["text"])
        n += 1


def json_line(article):
    return json.dumps(article, ensure_ascii=False).encode() + b"\n"


def long_json_line(article):
    """A report of about a megabyte."""
    return json_line(dict(article, text="\n\n".join(f"Part {part}. {article['text']}" for part in range(350))))


def capture(article):
    paragraphs = "".join(f"<p>{html.escape(p)}</p>" for p in article["text"].split("\n\n"))
    page = (f"<!DOCTYPE html><html><head><title>{article['title']}</title></head><body><article><h1>{article['title']}</h1>"
            f"{paragraphs}</article>{FURNITURE}</body></html>").encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{article['id']}>\r\nWARC-Date: 2024-08-16T12:00:00Z\r\n"
            f"WARC-Target-URI: https://a.example/{article['id']}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n").encode()
    return head + answer + b"\r\n\r\n"


def write(path, size, record):
    with open(path, "wb") as out:
        for article in numbered(lambda: out.tell() < size):
            out.write(record(article))


def peak_memory(*command):
    """MiB that the command's process held at most; its output is thrown away."""
    child = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL, env=environment())
    _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: exit {os.waitstatus_to_exitcode(status)}")
    return used.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dateline-index", required=True)
    parser.add_argument("--mebibytes", type=int, default=2048)
    parser.add_argument("--folder", help="where the files are made; a temporary folder otherwise")
    options = parser.parse_args()
    top = Path(tempfile.mkdtemp(prefix="dateline-bench-", dir=options.folder))
    try:
        for name, record in (("jsonl", json_line), ("long.jsonl", long_json_line), ("warc", capture)):
            for command in ("extract", "add"):
                peaks = []
                for size in (options.mebibytes // 8, options.mebibytes):
                    path = top / f"{size}.{name}"
                    if not path.exists():
                        write(path, size << 20, record)
                    db = ("--quiet", "--db", top / f"db-{name}-{size}") if command == "add" else ()
                    peaks.append(peak_memory(options.dateline_index, command, "--entities", "given", *db, path))
                    if command == "add":
                        shutil.rmtree(db[-1])
                print(f"{command} of {name}: {options.mebibytes // 8} MiB {peaks[0]:.0f} MiB, {options.mebibytes} MiB {peaks[1]:.0f} MiB, "
                      f"x {peaks[1] / peaks[0]:.2f}", flush=True)
            for path in top.glob(f"*.{name}"):
                path.unlink()
    finally:
        shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    main()
