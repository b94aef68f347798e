"""What the end to end tests share: the two programs, an archive in a temporary folder, articles that are made up.

A test file is run as FILE --dateline-index PROGRAM --dateline PROGRAM --source DIR [unittest options]. Uses only the programs'
command lines, never their sources.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FOUND, NOTHING, USAGE, ARCHIVE, LOCKED, REJECTED = 0, 1, 2, 3, 4, 5
PATIENCE = 240  # seconds; only to end a hanging program, never measured


class Programs:
    dateline_index = ""
    dateline = ""
    source = Path(".")


def environment():
    """Without what a developer may have set, and with a home of its own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DATELINE_", "XDG_", "XAPIAN_"))}
    kept.update(NO_COLOR="1", LC_ALL="C.UTF-8", HOME="/nonexistent", DATELINE_PROGRAM=Programs.dateline)
    return kept


def run(program, *arguments, stdin=b"", env=None, cwd=None):
    """Runs to the end. stdout and stderr are text with what is not UTF-8 escaped."""
    done = subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True, timeout=PATIENCE,
                          env=env or environment(), cwd=cwd)
    done.stdout = done.stdout.decode("utf-8", "backslashreplace")
    done.stderr = done.stderr.decode("utf-8", "backslashreplace")
    return done


class ArchiveTest(unittest.TestCase):
    """A test with a fresh folder: self.db is where an archive may be made, self.folder is for articles."""

    maxDiff = 4000

    def setUp(self):
        self.top = Path(tempfile.mkdtemp(prefix="dateline-e2e-"))
        self.addCleanup(self.remove_top)
        self.db = self.top / "archive"
        self.folder = self.top / "articles"
        self.folder.mkdir()

    def remove_top(self):
        for path in self.top.rglob("*"):
            if path.is_dir() and not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(self.top, ignore_errors=True)

    # -- articles

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def write_jsonl(self, name, articles):
        return self.write(name, jsonl(articles))

    # -- programs

    def index(self, *arguments, expect=FOUND, stdin=b"", db=None, env=None):
        """`dateline-index COMMAND --db DB …`; the first argument is the command."""
        command, *rest = arguments
        done = run(Programs.dateline_index, command, "--db", db or self.db, *rest, stdin=stdin, env=env)
        self.check_exit(done, expect, "dateline-index", arguments)
        return done

    def query(self, *arguments, expect=FOUND, db=None):
        command, *rest = arguments
        done = run(Programs.dateline, command, "--db", db or self.db, *rest)
        self.check_exit(done, expect, "dateline", arguments)
        return done

    def check_exit(self, done, expect, program, arguments):
        if expect is not None:
            self.assertEqual(done.returncode, expect,
                             f"{program} {' '.join(map(str, arguments))}\nstdout: {done.stdout[-2000:]}\nstderr: {done.stderr[-3000:]}")

    def search(self, *arguments, db=None):
        """The JSON of a search that may find nothing."""
        done = self.query("search", "--json", *arguments, expect=None, db=db)
        self.assertIn(done.returncode, (FOUND, NOTHING), done.stderr)
        return json.loads(done.stdout)

    def count(self, *arguments, db=None):
        return self.search(*(arguments or ("*",)), db=db)["matched"]

    def facet(self, kind, *arguments, db=None):
        """name → count of one facet over a query."""
        answer = self.search("--facet", kind, "--facet-limit", "1000", *(arguments or ("*",)), db=db)
        self.assertTrue(answer["facets"][kind]["exact"])
        return {value["name"]: value["count"] for value in answer["facets"][kind]["values"]}

    def assert_clean(self, db=None):
        self.index("check", db=db)

    def status(self, db=None):
        return json.loads(self.index("status", "--json", db=db).stdout)


def jsonl(articles):
    return "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)


PEOPLE = ["Ada Lovelace", "Grace Hopper", "Alan Turing", "Edsger Dijkstra", "Barbara Liskov", "Donald Knuth"]
PLACES = ["Lisbon", "Nairobi", "Osaka", "Quito", "Tallinn", "Wellington"]
ORGANIZATIONS = ["Harbor Authority", "Polar Institute", "Union of Bakers", "Rail Office"]
WORDS = ("harbor council bridge ceasefire election budget storm festival railway museum strike treaty vaccine "
         "orchard satellite glacier museum referendum ferry inflation library comet drought violin").split()


def made_up(number, seed=0, sentences=6):
    """An article that depends on its number and the seed only. The word mark<number> is in no other one."""
    rng = random.Random(number * 1000003 + seed)
    text = [f"The mark{number} report reached {rng.choice(PLACES)} in the morning."]
    for _ in range(sentences):
        words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(6, 14)))
        text.append(f"{rng.choice(PEOPLE)} of the {rng.choice(ORGANIZATIONS)} said that the {words} was near {rng.choice(PLACES)}.")
    return {
        "id": f"made-{number}",
        "title": f"{rng.choice(WORDS).title()} and {rng.choice(WORDS)} number {number}",
        "date": f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "source": rng.choice(["Meridian Wire", "The Northern Ledger"]),
        "text": " ".join(text),
        "people": rng.sample(PEOPLE, 2),
        "places": rng.sample(PLACES, 2),
        "organizations": rng.sample(ORGANIZATIONS, 1),
    }


ANSWER_QUERIES = [["*"], ["ceasefire"], ["harbor council"], ["storm OR glacier"], ['"of the harbor authority"'],
                  ["--person", "Ada Lovelace", "violin"], ["--sort", "newest", "budget"], ["title:treaty"], ["place:Osaka"]]


def answers(test, db):
    """What an archive answers to several questions, without what may differ between equal archives: times, scores (the
    statistics of deleted documents linger), and the numbers that facet values have."""
    found = []
    for query in ANSWER_QUERIES:
        sort = [] if "--sort" in query else ["--sort", "oldest"]
        answer = test.search("--limit", "100000", "--facet-limit", "0", *sort, *query, db=db)
        hits = sorted((h["id"], h["title"], h["published"], h["source"], h["url"]) for h in answer["hits"])
        facets = {kind: sorted((v["name"], v["count"]) for v in facet["values"]) for kind, facet in answer["facets"].items()}
        found.append({"query": query, "matched": answer["matched"], "hits": hits, "facets": facets})
    return found


def assert_same_answers(test, expected, found):
    """Says in a few lines what differs, where assertEqual would print both archives."""
    for one, other in zip(expected, found, strict=True):
        missing = [hit for hit in one["hits"] if hit not in other["hits"]]
        surplus = [hit for hit in other["hits"] if hit not in one["hits"]]
        test.assertEqual((missing[:5], surplus[:5]), ([], []), f"missing and surplus hits of {one['query']}")
        for kind, values in one["facets"].items():
            differing = sorted(set(values) ^ set(other["facets"][kind]))
            test.assertEqual(differing[:6], [], f"{kind} of {one['query']}")
        test.assertEqual(one, other)


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--dateline-index", required=True)
    parser.add_argument("--dateline", required=True)
    parser.add_argument("--source", required=True, type=Path)
    options, rest = parser.parse_known_args()
    Programs.dateline_index = os.path.abspath(options.dateline_index)
    Programs.dateline = os.path.abspath(options.dateline)
    Programs.source = options.source.resolve()
    unittest.main(module="__main__", argv=[sys.argv[0], *rest], verbosity=2)
