"""What export wrote is read as the same articles: our own samples of all formats, and real ones where they lie beside the checkout."""

import json
import tarfile

import harness
from harness import REJECTED, ArchiveTest, Programs, run

FIELDS = ("title", "title_made", "published", "source", "url", "authors", "contributors", "language", "dateline", "section", "caption", "text")
MOST_FILES = 150  # of each real collection


class RoundTrip(ArchiveTest):
    def extracted(self, *paths):
        """id → fields; the last one of an id counts, as in an archive."""
        done = run(Programs.dateline_index, "extract", "--json", "--entities", "given", *paths)
        self.assertIn(done.returncode, (0, REJECTED), done.stderr)
        articles = (json.loads(line) for line in done.stdout.splitlines() if line)
        return {article["id"]: {name: article[name] for name in FIELDS} for article in articles}

    @staticmethod
    def with_copies(articles, export):
        """The same with an entry for each of an article's addresses."""
        for line in export.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            for address in article.get("addresses", []):
                articles[address["id"]] = {**articles[article["id"]], "url": address["url"]}
        return articles

    def assert_same_after_export(self, *paths):
        self.index("add", "--entities", "given", "--quiet", *paths, expect=None)
        export = self.write("export.jsonl", self.index("export").stdout)
        before, after = self.extracted(*paths), self.with_copies(self.extracted(export), export)
        self.assertTrue(before)
        self.assertEqual(sorted(before), sorted(after))
        differing = {key: {name: (before[key][name], after[key][name]) for name in FIELDS if before[key][name] != after[key][name]}
                     for key in before if before[key] != after[key]}
        self.assertEqual(dict(list(differing.items())[:5]), {}, f"{len(differing)} of {len(before)}")

    def test_our_own_samples_stay_what_they_are(self):
        data = Programs.source / "tests/data"
        self.assert_same_after_export(data / "formats", data / "html", data / "pages", data / "entities", Programs.source / "examples/articles")

    def test_real_samples_stay_what_they_are(self):
        formats = Programs.source.parent / "shared/data/formats"
        if not formats.is_dir():
            self.skipTest("no real samples beside the checkout")
        for packed in sorted(formats.glob("*.tar.gz")):
            with tarfile.open(packed) as file:
                members = [member for member in file.getmembers() if member.isfile()]
                step = max(1, len(members) // MOST_FILES)
                for member in members[::step]:
                    target = self.folder / packed.name / member.name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(file.extractfile(member).read())
        self.assert_same_after_export(*sorted(self.folder.iterdir()))

    def test_real_articles_stay_what_they_are(self):
        seeds = Programs.source.parent / "shared/data/seeds"
        if not seeds.is_dir():
            self.skipTest("no real articles beside the checkout")
        self.assert_same_after_export(seeds)


if __name__ == "__main__":
    harness.main()
