"""Exit codes and messages: wrong usage, wrong queries, no archive, nothing found, a second writer; and the JSON of a search."""

import json
import subprocess
import time

import harness
from harness import ARCHIVE, FOUND, LOCKED, NOTHING, USAGE, ArchiveTest, Programs, environment, jsonl, made_up, run


class WrongUsage(ArchiveTest):
    def test_the_indexer_says_what_is_wrong_and_exits_with_2(self):
        good = self.write("good.txt", "A tram in Tallinn.\n")
        for arguments in [["add", "--nonsense", good], ["add"], ["remove"], ["add", "--entities", "some", good], ["add", "--jobs", "x", good],
                          ["add", "--language", "klingon", good], ["extract"], ["status", "--nonsense"], []]:
            done = run(Programs.dateline_index, *arguments, env=dict(environment(), DATELINE_DB=str(self.db)))
            self.assertEqual(done.returncode, USAGE, (arguments, done.stdout, done.stderr))
            self.assertTrue(done.stderr.strip(), arguments)
        self.assertFalse(self.db.exists(), "a wrong command makes no archive")

    def test_the_query_program_says_what_is_wrong_and_exits_with_2(self):
        self.index("add", self.write_jsonl("a.jsonl", [made_up(1)]))
        for arguments in [["--nonsense", "x"], ["--limit", "-3", "x"], ["--limit", "many", "x"], ["--sort", "sideways", "x"],
                          ["--match", "none", "x"], ["--facet", "colour", "x"]]:
            done = self.query("search", *arguments, expect=USAGE)
            self.assertTrue(done.stderr.strip(), arguments)
            self.assertEqual(done.stdout, "", arguments)
        done = run(Programs.dateline, "serach", "x")
        self.assertEqual(done.returncode, USAGE)

    def test_a_wrong_query_is_an_error_with_its_place(self):
        self.index("add", self.write_jsonl("a.jsonl", [made_up(1)]))
        for query in ['"never closed', "(open", "close)", "nofield:x", "date:2024-13", "date:2024-08-16..2024-08-01", "a AND", "NOT", "OR b"]:
            done = self.query("search", query, expect=USAGE)
            self.assertIn(query.split()[0].strip('"(').split(":")[0], done.stderr, "the message shows the query")
            self.assertEqual(done.stdout, "", query)

    def test_help_and_version_go_to_stdout(self):
        for program in (Programs.dateline_index, Programs.dateline):
            for option in ("--help", "--version"):
                done = run(program, option)
                self.assertEqual(done.returncode, FOUND, (program, option, done.stderr))
                self.assertIn("dateline", done.stdout.lower())
        self.assertIn("--sort", run(Programs.dateline, "search", "--help").stdout)
        self.assertIn("--prune", run(Programs.dateline_index, "add", "--help").stdout)

    def test_no_archive_is_3_and_says_how_to_make_one(self):
        for program, command in [(Programs.dateline, ["search", "x"]), (Programs.dateline_index, ["status"]), (Programs.dateline_index, ["check"]),
                                 (Programs.dateline_index, ["rebuild"]), (Programs.dateline_index, ["compact"]),
                                 (Programs.dateline_index, ["remove", "k"]), (Programs.dateline_index, ["export"])]:
            done = run(program, command[0], "--db", self.db, *command[1:])
            self.assertEqual(done.returncode, ARCHIVE, (command, done.stderr))
            self.assertIn(str(self.db), done.stderr)
        self.assertFalse(self.db.exists(), "asking makes no archive")

    def test_an_archive_that_cannot_be_made_is_named(self):
        good = self.write("good.txt", "A tram in Tallinn.\n")
        done = run(Programs.dateline_index, "add", "--db", good / "inside", good)
        self.assertNotIn(done.returncode, (FOUND, 70))
        self.assertIn("good.txt", done.stderr)

    def test_a_full_pipe_reader_that_leaves_is_no_bug_of_ours(self):
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(300)]))
        writer = subprocess.Popen([Programs.dateline, "search", "--db", str(self.db), "--limit", "300", "*"], stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, env=environment())
        writer.stdout.read(10)
        writer.stdout.close()
        stderr = writer.stderr.read()
        writer.stderr.close()
        self.assertNotEqual(writer.wait(timeout=harness.PATIENCE), 70, stderr)


class Answers(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(40)]))

    def test_nothing_found_is_1_with_valid_json(self):
        done = self.query("search", "--json", "zyzzyva", expect=NOTHING)
        answer = json.loads(done.stdout)
        self.assertEqual((answer["matched"], answer["hits"]), (0, []))
        self.query("search", "zyzzyva", expect=NOTHING)

    def test_when_nothing_has_all_words_it_says_how_many_have_most(self):
        query = "report reached morning zyzzyva"
        answer = self.search(query)
        self.assertEqual(answer["matched"], 0)
        self.assertIn("40", answer["suggestion"])
        self.assertIn("most", answer["suggestion"])
        self.assertEqual(self.count("--match", "most", query), 40)
        self.assertEqual(self.count("--match", "any", "mark1 mark2 zyzzyva"), 2)

    def test_the_json_has_the_promised_fields(self):
        answer = self.search("--limit", "3", "--offset", "2", "report")
        for name in ("format_version", "query", "matched", "exact", "offset", "limit", "took_ms", "hits", "facets", "suggestion"):
            self.assertIn(name, answer)
        self.assertEqual((answer["format_version"], answer["matched"], answer["exact"], answer["offset"], answer["limit"]), (1, 40, True, 2, 3))
        self.assertIsNone(answer["suggestion"])
        self.assertEqual(answer["query"]["text"], "report")
        self.assertEqual([h["rank"] for h in answer["hits"]], [3, 4, 5])
        for name in ("rank", "id", "score", "title", "published", "source", "url", "path", "snippet"):
            self.assertIn(name, answer["hits"][0])
        self.assertEqual(set(answer["facets"]), {"person", "place", "organization", "source", "date"})
        for value in answer["facets"]["person"]["values"]:
            self.assertEqual(set(value) & {"id", "name", "count", "selected"}, {"id", "name", "count", "selected"})

    def test_snippets_mark_matches_and_escape_the_rest(self):
        article = dict(made_up(99), text="The <zeppelin> & co landed in Osaka.", title="Airships")
        self.index("add", self.write_jsonl("b.jsonl", [article]))
        snippet = self.search("zeppelin")["hits"][0]["snippet"]
        self.assertIn("&lt;<mark>zeppelin</mark>&gt; &amp; co", snippet)

    def test_counts_are_exact_and_paging_is_complete(self):
        articles = [made_up(n) for n in range(40)]
        people = self.facet("person", "*")
        for name in harness.PEOPLE:
            given = sum(name in article["people"] for article in articles)
            self.assertGreaterEqual(people[name], given, name)
            mentioned = sum(name in article["people"] or name in article["text"] for article in articles)
            self.assertEqual(people[name], mentioned, name)
            self.assertEqual(self.count("--person", name), people[name])
        ids = [h["id"] for offset in range(0, 40, 7) for h in self.search("--limit", "7", "--offset", str(offset), "report")["hits"]]
        self.assertEqual(sorted(ids), sorted(a["id"] for a in articles))
        self.assertEqual(len(self.search("--facet-limit", "2", "*")["facets"]["place"]["values"]), 2)
        self.assertEqual(self.search("--no-facets", "*")["facets"], {})

    def test_a_selection_ors_within_its_kind_and_leaves_that_kinds_counts_alone(self):
        articles = [made_up(n) for n in range(40)]
        both = self.search("--person", "Ada Lovelace", "--person", "Alan Turing", "--facet", "person", "*")
        named = [a for a in articles if any(n in a["people"] or n in a["text"] for n in ("Ada Lovelace", "Alan Turing"))]
        self.assertEqual(both["matched"], len(named))
        values = {v["name"]: v for v in both["facets"]["person"]["values"]}
        self.assertEqual({n: v["count"] for n, v in values.items()}, self.facet("person", "*"))
        self.assertEqual({n for n, v in values.items() if v["selected"]}, {"Ada Lovelace", "Alan Turing"})
        narrowed = self.count("--person", "Ada Lovelace", "--place", "Osaka", "*")
        self.assertLess(narrowed, self.count("--person", "Ada Lovelace", "*"))

    def test_sorting_by_date(self):
        for order, reverse in (("newest", True), ("oldest", False)):
            dates = [h["published"] for h in self.search("--sort", order, "--limit", "40", "*")["hits"]]
            self.assertEqual(dates, sorted(dates, reverse=reverse))

    def test_the_three_spellings_find_each_other(self):
        for number, word in enumerate(("armistice-day", "armistice day", "armisticeday")):
            self.index("add", self.write_jsonl(f"s{number}.jsonl", [dict(made_up(200 + number), text=f"An {word} was held.", title="Held")]))
        for query in ("armistice-day", "armistice day", "armisticeday"):
            self.assertGreaterEqual(self.count(query), 2, query)
        self.index("add", Programs.source / "examples/articles")
        counts = {self.count(query) for query in ("ceasefire lebanon", "cease-fire lebanon", "cease fire lebanon")}
        self.assertEqual(len(counts), 1, "the same articles whichever way it is written")

    def test_text_for_people_has_no_escapes_when_it_is_no_terminal(self):
        done = self.query("search", "report")
        self.assertNotIn("\x1b", done.stdout)
        self.assertIn("40", done.stdout)
        self.assertIn("\x1b[", self.query("search", "--color", "always", "report").stdout)

    def test_the_same_question_gives_the_same_bytes(self):
        first, second = (self.search("storm harbor", "--match", "any") for _ in range(2))
        first.pop("took_ms"), second.pop("took_ms")
        self.assertEqual(first, second)


class SecondWriter(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("first.jsonl", [made_up(1)]))
        self.second = self.write_jsonl("second.jsonl", [made_up(2)])
        # Holds the lock for as long as its stdin is open.
        self.holder = subprocess.Popen([Programs.dateline_index, "add", "--quiet", "--db", str(self.db), "-"], stdin=subprocess.PIPE,
                                       stderr=subprocess.PIPE, env=environment())
        self.addCleanup(self.end_holder)
        self.holder.stdin.write(jsonl([made_up(3)]).encode())
        self.holder.stdin.flush()
        lock = self.db / "lock"
        for _ in range(600):
            if lock.exists() and str(self.holder.pid) in lock.read_text(errors="replace"):
                break
            time.sleep(0.05)
        else:
            self.fail("the writer never took the lock")

    def end_holder(self):
        if self.holder.poll() is None:
            self.holder.kill()
        self.holder.wait()
        for pipe in (self.holder.stdin, self.holder.stderr):
            if not pipe.closed:
                pipe.close()

    def test_gets_4_and_the_holders_name_while_readers_go_on(self):
        for command in (["add", self.second], ["remove", "made-1"], ["rebuild"], ["compact"]):
            done = self.index(*command, expect=LOCKED)
            self.assertIn(str(self.holder.pid), done.stderr)
            self.assertIn("dateline-index", done.stderr)
        self.assertEqual(self.count("mark1"), 1)
        self.holder.stdin.close()
        self.assertEqual(self.holder.wait(timeout=harness.PATIENCE), FOUND)
        self.index("add", self.second)
        self.assertEqual(self.count(), 3)

    def test_a_killed_holder_leaves_no_lock(self):
        self.holder.kill()
        self.holder.wait()
        self.index("add", self.second)
        self.assertEqual(self.count("mark1 OR mark2"), 2)
        self.assert_clean()


if __name__ == "__main__":
    harness.main()
