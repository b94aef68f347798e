"""Readers that search in a loop while a writer commits, rebuilds and compacts: no error surfaces, and no half of an update is seen."""

import json
import threading

import harness
from harness import ArchiveTest, Programs, made_up, run

ARTICLES = 400
ROUNDS = 12


class ReadersBesideAWriter(ArchiveTest):
    def read_until(self, done, problems, query):
        while not done.is_set():
            answer = run(Programs.dateline, "search", "--json", "--db", self.db, *query)
            if answer.returncode != 0:
                problems.append(f"{query}: exit {answer.returncode}: {answer.stderr}")
                return
            found = json.loads(answer.stdout)
            self.reads += 1
            if found["matched"] != ARTICLES:
                problems.append(f"{query}: {found['matched']} articles")
                return
            counted = sum(v["count"] for v in found["facets"]["source"]["values"])
            if counted != ARTICLES:
                problems.append(f"{query}: the sources add up to {counted}")
                return
            if len(found["hits"]) != 10 or not all(h["title"] and h["snippet"] for h in found["hits"]):
                problems.append(f"{query}: incomplete hits")
                return

    def test_no_error_and_no_half_of_an_update(self):
        self.reads = 0
        path = self.write_jsonl("all.jsonl", [made_up(n) for n in range(ARTICLES)])
        self.index("add", path)
        done, problems = threading.Event(), []
        queries = [["report"], ["--sort", "newest", "*"]]
        readers = [threading.Thread(target=self.read_until, args=(done, problems, query)) for query in queries]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, ROUNDS + 1):
                changed = ARTICLES if number % 4 == 0 else 5  # all at once, or a few in place
                self.write_jsonl("all.jsonl", [made_up(n, number if n < changed else 0) for n in range(ARTICLES)])
                self.index("add", path)
                if number % 5 == 0:
                    self.index("rebuild")
                if number % 6 == 0:
                    self.index("compact")
        finally:
            done.set()
            for reader in readers:
                reader.join()
        self.assertEqual(problems, [])
        self.assertGreater(self.reads, ROUNDS)
        self.assert_clean()


if __name__ == "__main__":
    harness.main()
