"""What the benchmarks share: articles with the statistics of news (Zipf-distributed words and names), and a stop watch.

Knows nothing of the programs that are measured. The articles depend on their number only, so that every run measures the same bytes.
"""

import itertools
import json
import os
import random
import subprocess
import time
from pathlib import Path

WORDS_PER_ARTICLE = 430
VOCABULARY = 60000
# Entities of an article, and how many different ones there are: about 15.7 names each, as in the corpus that the design measured.
NAMES = {"people": (6, 20000), "places": (5, 4000), "organizations": (5, 8000)}
SUFFIXES = ("", "", "", "s", "s", "ed", "ing", "er", "ly", "tion", "ment", "al", "ness")
# The most frequent words of English news take the first ranks, so that stop words are what they are.
COMMON = ("the of to and in a said that for on was is with by he as at it from his were an be has have had not are they who which their "
          "but this been after would more one there about will or we its when all also new two up out people").split()


def syllables(rng, number):
    return "".join(rng.choice("bcdfghklmnprstvw") + rng.choice("aeiou") + rng.choice(["", "", "n", "r", "s", "l"]) for _ in range(number))


def vocabulary():
    rng = random.Random(1)
    words = dict.fromkeys(COMMON)
    while len(words) < VOCABULARY:
        words[syllables(rng, rng.choice((1, 2, 2, 2, 3))) + rng.choice(SUFFIXES)] = None
    return list(words)


def names(kind, number):
    rng = random.Random(kind)
    parts = {"people": 2, "places": 1, "organizations": 2}[kind]
    ending = {"organizations": ("Agency", "Ministry", "Union", "Bank", "Council")}.get(kind, ("",))
    found = {}
    while len(found) < number:
        found[" ".join([syllables(rng, 2).title() for _ in range(parts)] + [rng.choice(ending)]).strip()] = None
    return list(found)


def zipf(number, exponent=1.07):
    return list(itertools.accumulate(1 / (rank + 2.7) ** exponent for rank in range(number)))


def articles(number):
    words, word_weights = vocabulary(), zipf(VOCABULARY)
    pools = {kind: (count, names(kind, size), zipf(size, 0.9)) for kind, (count, size) in NAMES.items()}
    for n in range(number):
        rng = random.Random(n)
        given = {kind: list(dict.fromkeys(rng.choices(pool, cum_weights=weights, k=count))) for kind, (count, pool, weights) in pools.items()}
        mentioned = [name for values in given.values() for name in values]
        picked = rng.choices(words, cum_weights=word_weights, k=max(60, int(rng.gauss(WORDS_PER_ARTICLE - 25, 120))))
        sentences = []
        while picked:
            sentence, picked = picked[:22], picked[22:]
            if mentioned:
                sentence.insert(rng.randrange(len(sentence) + 1), mentioned.pop(rng.randrange(len(mentioned))))
            joined = " ".join(sentence) + "."
            sentences.append(joined[0].upper() + joined[1:])
        paragraphs = [" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)]
        yield {"id": f"bench-{n}", "title": " ".join(rng.choices(words, cum_weights=word_weights, k=8)).capitalize(),
               "date": f"{2000 + n % 24}-{n % 12 + 1:02}-{n % 28 + 1:02}", "source": f"Paper {n % 17}", "text": "\n\n".join(paragraphs), **given}


def made_up_file(number, folder):
    """The path of a JSON Lines file with `number` articles; made once and kept in `folder`."""
    path = Path(folder) / f"made-up-{number}.jsonl"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with open(part, "w", encoding="utf-8") as out:
            for article in articles(number):
                out.write(json.dumps(article, ensure_ascii=False) + "\n")
        part.rename(path)
    return path


def default_folder():
    return Path(__file__).resolve().parent.parent / "build/bench-data"


def environment():
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "XAPIAN_"))}
    kept["LC_ALL"] = "C.UTF-8"
    return kept


def timed(*command, input=None):
    """Runs a command; wall seconds and its stdout. Ends the benchmark where the command fails."""
    began = time.perf_counter()
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), input=input)
    seconds = time.perf_counter() - began
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return seconds, done.stdout
