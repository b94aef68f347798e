"""Indexing against scriptindex of xapian-omega, on the same JSON Lines and in turns.

Input is converted to scriptindex's form outside of the timing. scriptindex does what it does by default: words with positions, stemmed,
in one database. dateline-index takes the publisher's names (--entities given) and fills its catalog, index and columns.
"""

import argparse
import json
import shutil
import statistics
import tempfile
from pathlib import Path

from made_up_articles import default_folder, made_up_file, timed

SCRIPT = """id : boolean=Q unique=Q
title : index field
text : index
"""


def dump(jsonl, out):
    """scriptindex's input: field=value, further lines of a value after '=', an empty line between records."""
    number = 0
    for number, line in enumerate(jsonl, 1):
        article = json.loads(line)
        out.write(f"id={article.get('id') or number}\n")
        for field in ("title", "text"):
            lines = str(article.get(field) or "").splitlines() or [""]
            out.write(f"{field}=" + "\n=".join(lines) + "\n")
        out.write("\n")
    return number


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dateline-index", required=True)
    parser.add_argument("--jsonl", type=Path, help="articles to index (default: made up)")
    parser.add_argument("--articles", type=int, default=25000, help="how many to make up")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    jsonl = options.jsonl or made_up_file(options.articles, default_folder())
    top = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        (top / "script").write_text(SCRIPT)
        with open(jsonl, encoding="utf-8") as source, open(top / "dump", "w", encoding="utf-8") as out:
            number = dump(source, out)
        print(f"{number} articles, {jsonl.stat().st_size / 1e6:.0f} MB")
        ratios = []
        for round_number in range(1, options.rounds + 1):
            theirs, _ = timed("scriptindex", top / f"omega{round_number}", top / "script", top / "dump")
            ours, _ = timed(options.dateline_index, "add", "--quiet", "--entities", "given", "--db", top / f"db{round_number}", jsonl)
            ratios.append(theirs / ours)
            sizes = [sum(f.stat().st_size for f in (top / f"{n}{round_number}").rglob("*") if f.is_file()) / 1e6 for n in ("omega", "db")]
            print(f"round {round_number}: scriptindex {theirs:.2f} s, {sizes[0]:.0f} MB · dateline-index {ours:.2f} s, {sizes[1]:.0f} MB "
                  f"({number / ours:.0f} articles/s) · {ratios[-1]:.2f} ×", flush=True)
            shutil.rmtree(top / f"omega{round_number}")
            shutil.rmtree(top / f"db{round_number}")
        print(f"median: {statistics.median(ratios):.2f} × (wanted: 4)")
    finally:
        shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    main()
