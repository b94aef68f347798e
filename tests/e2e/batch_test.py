"""dateline batch: many queries on one archive; a wrong one is answered with its error and the next one follows."""

import json
import subprocess

import harness
from harness import FOUND, NOTHING, USAGE, ArchiveTest, Programs, environment, made_up

QUERIES = "# what we look for\nstorm\tstorm glacier\n\nbroken\tharbor (\n\"of the harbor authority\"\nxyzzyq\nnowhere:x\n"


class Batch(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(200)]))

    def batch(self, queries, *arguments, expect=FOUND):
        done = harness.run(Programs.dateline, "batch", "--db", self.db, *arguments, "-", stdin=queries.encode())
        self.assertEqual(done.returncode, expect, done.stderr)
        return done

    def test_every_query_has_its_answer_in_order(self):
        lines = [json.loads(line) for line in self.batch(QUERIES, "--json", expect=USAGE).stdout.splitlines()]
        self.assertEqual([(a["line"], a["id"], "error" in a) for a in lines],
                         [(2, "storm", False), (4, "broken", True), (5, None, False), (6, None, False), (7, None, True)])
        self.assertEqual(lines[1]["error"]["position"], {"begin": 7, "end": 8})
        self.assertEqual(lines[3]["results"]["matched"], 0)
        for answer in lines:
            if "results" in answer:
                alone = self.search("--no-facets", answer["query"])
                alone["took_ms"] = answer["results"]["took_ms"]
                self.assertEqual(answer["results"], alone)

    def test_text_has_a_heading_for_each_and_the_fault_under_a_caret(self):
        done = self.batch(QUERIES, "--limit", "1", expect=USAGE)
        self.assertIn("== storm: storm glacier\n", done.stdout)
        self.assertIn("  harbor (\n         ^\n", done.stdout)
        self.assertIn("== 6: xyzzyq\nno article matches", done.stdout)
        self.assertEqual(done.stderr, "dateline: wrong: 2 of 5 queries\n")

    def test_the_exit_status_says_what_came_of_all(self):
        self.batch("storm\nxyzzyq\n", expect=FOUND)
        self.batch("xyzzyq", expect=NOTHING)
        self.batch("# nothing\n\n", expect=NOTHING)
        self.query("batch", self.top / "missing", expect=USAGE)

    def test_options_hold_for_all_queries(self):
        for line in self.batch("storm\nharbor\n", "--json", "--person", "Ada Lovelace", "--facet", "person", "--limit", "2").stdout.splitlines():
            results = json.loads(line)["results"]
            self.assertEqual(results["limit"], 2)
            chosen = [value["name"] for value in results["facets"]["person"]["values"] if value["selected"]]
            self.assertEqual(chosen, ["Ada Lovelace"])

    def test_an_answer_comes_before_the_next_question(self):
        process = subprocess.Popen([Programs.dateline, "batch", "--json", "--db", str(self.db), "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, env=environment())
        for number in range(5):
            process.stdin.write(f"mark{number}\n".encode())
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["results"]["hits"][0]["id"], f"made-{number}")
        process.stdin.close()
        process.stdout.close()
        self.assertEqual(process.wait(timeout=harness.PATIENCE), FOUND)


if __name__ == "__main__":
    harness.main()
