"""The developers' collections of real articles, where they lie beside the checkout; skipped where not. Nothing of them is copied."""

import json

import harness
from harness import FOUND, REJECTED, ArchiveTest, Programs, run


def collection(name):
    return Programs.source.parent / "shared/data" / name


class Seeds(ArchiveTest):
    def setUp(self):
        super().setUp()
        if not collection("seeds").is_dir():
            self.skipTest("no ../shared/data/seeds beside the checkout")
        self.index("add", collection("seeds"))

    def test_counts_of_those_who_are_named(self):
        expected = {
            "person": {"Joe Biden": 4, "Benjamin Netanyahu": 4, "Yahya Sinwar": 2, "Antony Blinken": 2, "David Barnea": 3, "Ismail Haniyeh": 2},
            "place": {"Israel": 4, "Qatar": 4, "Egypt": 3, "Cairo": 3, "Doha": 2, "Iran": 3, "Lebanon": 2},
            "organization": {"Hamas": 4, "Hezbollah": 4, "White House": 3, "United Nations": 2, "Mossad": 3},
        }
        for kind, names in expected.items():
            with self.subTest(kind):
                counts = self.facet(kind)
                self.assertEqual({name: counts.get(name, 0) for name in names}, names)

    def test_every_article_is_found_by_either_spelling(self):
        for query in ("ceasefire", "cease-fire", "cease fire", "netanyahu biden", '"gaza"'):
            self.assertEqual(self.count(query), 4, query)

    def test_dates_keep_their_precision_and_furniture_is_gone(self):
        hits = {h["path"].rsplit("/", 1)[-1][:3]: h for h in self.search("*")["hits"]}
        self.assertEqual(len(hits), 4)
        self.assertEqual(hits["003"]["published"], "2024-08")
        for words in ('"skip to content"', '"leave a reply"', '"required fields are marked"', '"physical address"', '"contributed reporting"'):
            self.assertEqual(self.count(words), 0, words)
        names = set(self.facet("person")) | set(self.facet("place")) | set(self.facet("organization"))
        for name in ("Samantha Waldenberg", "Johnatan Reiss", "DJ Judd", "Dorchester Center", "Israeli", "Physical Address"):
            self.assertNotIn(name, names)

    def test_no_sentence_of_the_story_is_lost(self):
        for path in sorted(collection("seeds").glob("*.txt")):
            article = json.loads(run(Programs.dateline_index, "extract", "--json", path).stdout)
            kept = " ".join((article["title"] + " " + article["text"]).split())
            paragraphs = [" ".join(line.split()) for line in path.read_text().splitlines() if len(line) > 200]
            for paragraph in paragraphs:
                if "A version of this story appears" not in paragraph:
                    tail = paragraph[-120:]
                    self.assertIn(tail, kept, path.name)


class Collections(ArchiveTest):
    def test_seeds_wikinews_and_reuters_in_one_archive(self):
        paths = [collection("seeds"), collection("news/wikinews.jsonl.gz"), collection("news/reuters21578-dev.jsonl.gz")]
        if not all(path.exists() for path in paths):
            self.skipTest("no ../shared/data/news beside the checkout")
        for path in paths:
            done = self.index("add", "--quiet", path, expect=None)
            self.assertIn(done.returncode, (FOUND, REJECTED), done.stderr)
        self.assertGreater(self.count(), 14000)
        self.assert_clean()
        self.assertEqual(self.count("source:Wikinews"), 295)
        self.assertGreater(self.count('"new york stock exchange"'), 20)
        self.assertGreater(self.count("--place", "United States", "*"), 1000)
        if self.index("add", "--quiet", paths[1], expect=None).returncode == FOUND:
            self.assert_clean()


if __name__ == "__main__":
    harness.main()
