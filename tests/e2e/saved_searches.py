"""An archive of a few articles with saved searches: what the tests of both share."""

import json

from harness import FOUND, NOTHING, ArchiveTest


def article(number, words="storm"):
    return {"id": f"a{number}", "title": f"Number {number}", "text": f"The {words} of mark{number} came.", "source": "Wire",
            "url": f"https://example.org/{number}", "date": "2024-08-16"}


class SavedTest(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.add(range(3))

    def add(self, numbers, words="storm", *options, expect=FOUND):
        path = self.write_jsonl("wire.jsonl", [article(n, words) for n in numbers])
        return self.index("add", "--quiet", *options, path, expect=expect)

    def save(self, name, *query, expect=FOUND):
        return self.query("save", name, *query, expect=expect)

    def listed(self):
        return json.loads(self.query("saved", "--json", "--count", expect=None).stdout)["searches"]

    def new(self, name, *options):
        done = self.query("run", name, "--new-since-last-run", "--json", *options, expect=None)
        self.assertIn(done.returncode, (FOUND, NOTHING), done.stderr)
        return sorted(hit["id"] for hit in json.loads(done.stdout)["hits"])

    def alerts(self, *options, expect=FOUND):
        return [json.loads(line) for line in self.query("alerts", "--json", *options, expect=expect).stdout.splitlines()]

    def told(self, *options):
        return sorted((a["search"]["name"], a["article"]["id"]) for a in self.alerts(*options))
