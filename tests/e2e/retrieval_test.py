"""Ranking on collections with relevance judgements, where they lie beside the checkout; skipped where not. See docs/ranking.md."""

import gzip
import math
import re

import harness
from harness import ArchiveTest, Programs

# (documents, queries, judgements): MAP@100 and nDCG@10 that are reached by default and with --expand; a little is left for
# what changes around ranking.
FLOORS = {
    ("cranfield", "cranfield.bin.qrels"): ((0.425, 0.525), (0.46, 0.555)),
    ("cisi", "cisi.qrels"): ((0.185, 0.41), (0.205, 0.415)),
}


def collection():
    return Programs.source.parent / "shared/data/retrieval"


def judgements(path):
    """query → {document: grade}, relevant ones only"""
    found = {}
    for line in path.read_text().splitlines():
        query, _, document, grade = line.split()
        if int(grade) > 0:
            found.setdefault(query, {})[document] = int(grade)
    return found


def score(ranked, relevant):
    """Average precision and nDCG@10."""
    found, precision, gain = 0, 0.0, 0.0
    for rank, document in enumerate(ranked, 1):
        if document not in relevant:
            continue
        found += 1
        precision += found / rank
        if rank <= 10:
            gain += relevant[document] / math.log2(rank + 1)
    best = sum(g / math.log2(rank + 2) for rank, g in enumerate(sorted(relevant.values(), reverse=True)[:10]))
    return precision / len(relevant), gain / best


class Retrieval(ArchiveTest):
    def setUp(self):
        super().setUp()
        if not collection().is_dir():
            self.skipTest("no ../shared/data/retrieval beside the checkout")

    def scores(self, queries, relevant, *more):
        total = [0.0, 0.0]
        for query, text in queries.items():
            words = re.sub(r"[^\w\s]", " ", text).lower().split()
            hits = self.search("--match", "any", "--limit", "100", "--no-facets", *more, "--", *words)["hits"]
            total = [a + b for a, b in zip(total, score([h["id"] for h in hits], relevant[query]))]
        return [t / len(queries) for t in total]

    def test_floors_are_kept(self):
        for (name, judged), (default, expanded) in FLOORS.items():
            articles = self.write(f"{name}.jsonl", gzip.decompress((collection() / f"{name}.jsonl.gz").read_bytes()))
            self.db = self.top / name
            self.index("add", "--quiet", "--entities", "given", articles, expect=None)
            relevant = judgements(collection() / judged)
            lines = (collection() / f"{name}.queries.tsv").read_text().splitlines()
            queries = {q: text for q, text in (line.split("\t", 1) for line in lines) if q in relevant}
            for more, floors in (((), default), (("--expand",), expanded)):
                with self.subTest(collection=name, options=more):
                    reached = self.scores(queries, relevant, *more)
                    self.assertGreaterEqual(reached[0], floors[0], "MAP@100")
                    self.assertGreaterEqual(reached[1], floors[1], "nDCG@10")


if __name__ == "__main__":
    harness.main()
