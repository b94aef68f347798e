"""Adding one article to an archive of 25,000: the whole process, a new article each time."""

import argparse
import json
import shutil
import statistics
import tempfile
from pathlib import Path

from made_up_articles import articles, default_folder, made_up_file, timed

ARTICLES, TIMES = 25000, 21


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dateline-index", required=True)
    parser.add_argument("--dateline", required=True)
    options = parser.parse_args()
    top = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        db = top / "db"
        timed(options.dateline_index, "add", "--quiet", "--entities", "given", "--db", db, made_up_file(ARTICLES, default_folder()))
        seconds = []
        for n, article in enumerate(articles(TIMES)):
            one = top / f"one-{n}.jsonl"
            one.write_text(json.dumps(dict(article, id=f"one-{n}", text=article["text"] + " Onemore.")) + "\n")
            seconds.append(timed(options.dateline_index, "add", "--quiet", "--entities", "given", "--db", db, one)[0])
        found = json.loads(timed(options.dateline, "search", "--json", "--db", db, "onemore")[1])["matched"]
        assert found == TIMES, f"{found} of {TIMES} articles were added"
        print(f"adding 1 article to {ARTICLES}: median {statistics.median(seconds) * 1000:.0f} ms, worst {max(seconds) * 1000:.0f} ms (wanted: 150)")
    finally:
        shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    main()
