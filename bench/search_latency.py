"""How long `dateline search --json` takes as a whole process on a warm archive, and how long facets take inside the engine."""

import argparse
import json
import random
import shutil
import statistics
import tempfile
from pathlib import Path

from made_up_articles import COMMON, default_folder, made_up_file, timed

ARTICLES, HALF_OF = 20000, 25000


def queries(jsonl, number):
    """Words, pairs, phrases, names and dates that occur, of all frequencies."""
    rng = random.Random(7)
    with open(jsonl, encoding="utf-8") as lines:
        sample = [json.loads(line) for line, _ in zip(lines, range(2000))]
    kinds = [lambda a, w: [rng.choice(w)], lambda a, w: rng.sample(w, 2), lambda a, w: [f'"{" ".join(w[10:12])}"'],
             lambda a, w: [" OR ".join(rng.sample(w, 3))], lambda a, w: ["--match", "any", *rng.sample(w, 4)],
             lambda a, w: [rng.choice(w), "--person", a["people"][0]], lambda a, w: [rng.choice(w), f"date:{a['date'][:4]}"]]
    for n in range(number):
        article = rng.choice(sample)
        words = [w for w in article["text"].replace(".", " ").lower().split() if w not in COMMON and w.isalpha()]
        yield kinds[n % len(kinds)](article, words)


def show(name, seconds):
    ordered = sorted(s * 1000 for s in seconds)
    print(f"{name}: median {statistics.median(ordered):.2f} ms, 90% {ordered[int(len(ordered) * 0.9)]:.2f}, worst {ordered[-1]:.2f}")


def facets_inside(dateline, db, number):
    """took_ms of a query that matches about half, with three facets and without; the difference is what facets cost."""
    totals = {word: json.loads(timed(dateline, "search", "--json", "--db", db, "--limit", "1", "--no-facets", word)[1])["matched"]
              for word in sampled_words(number)}
    word = min(totals, key=lambda w: abs(totals[w] - number / 2))
    took = {}
    for name, flags in (("with", ["--facet", "person", "--facet", "place", "--facet", "organization"]), ("without", ["--no-facets"])):
        runs = [json.loads(timed(dateline, "search", "--json", "--db", db, "--limit", "10", *flags, word)[1])["took_ms"] for _ in range(21)]
        took[name] = statistics.median(runs)
    print(f"three facets over {totals[word]} of {number} articles: {took['with'] - took['without']:.2f} ms "
          f"(whole query {took['with']:.2f} ms, without facets {took['without']:.2f} ms; wanted: 3)")


def sampled_words(number):
    with open(made_up_file(number, default_folder()), encoding="utf-8") as lines:
        words = [w for line, _ in zip(lines, range(30)) for w in set(json.loads(line)["text"].replace(".", " ").lower().split())]
    common = [w for w in dict.fromkeys(words) if w.isalpha() and w not in COMMON and words.count(w) >= 8]
    return common[:60]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dateline-index", required=True)
    parser.add_argument("--dateline", required=True)
    parser.add_argument("--queries", type=int, default=350)
    options = parser.parse_args()
    top = Path(tempfile.mkdtemp(prefix="dateline-bench-"))
    try:
        for number in (ARTICLES, HALF_OF):
            timed(options.dateline_index, "add", "--quiet", "--entities", "given", "--db", top / str(number), made_up_file(number, default_folder()))
        asked = list(queries(made_up_file(ARTICLES, default_folder()), options.queries))
        command = [options.dateline, "search", "--json", "--db", top / str(ARTICLES)]
        for query in asked:
            timed(*command, *query)
        show("a process that does nothing", [timed("true")[0] for _ in range(100)])
        show(f"dateline search --json, {ARTICLES} articles, {len(asked)} queries (wanted: median 10)", [timed(*command, *query)[0] for query in asked])
        facets_inside(options.dateline, top / str(HALF_OF), HALF_OF)
    finally:
        shutil.rmtree(top, ignore_errors=True)


if __name__ == "__main__":
    main()
