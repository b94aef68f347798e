"""Everyday use: adding from files, folders, stdin and gzip; updating, pruning, removing; status, check, rebuild, compact,
extract, export."""

import gzip
import json
import os

import harness
from harness import ANSWER_QUERIES, FOUND, NOTHING, ArchiveTest, Programs, answers, jsonl, made_up, run

STORY = ("Mayor Ines Duarte opened the new ferry terminal in Lisbon on Monday. The Harbor Authority had promised it for years.\n\n"
         "“Today the river is a road again,” Ms. Duarte said.\n")


class Adding(ArchiveTest):
    def test_a_file_a_folder_and_stdin_become_one_archive(self):
        single = self.write("single.txt", STORY)
        self.write_jsonl("wire/b.jsonl", [made_up(1), made_up(2)])
        self.write("wire/a.jsonl.gz", gzip.compress(jsonl([made_up(3)]).encode()))
        self.index("add", single, self.folder / "wire")
        self.index("add", "-", stdin=jsonl([made_up(4)]).encode())
        self.index("add", "-", stdin=gzip.compress(jsonl([made_up(5)]).encode()))
        self.assertEqual(self.count(), 6)
        for word in ("ferry terminal", "mark1", "mark3", "mark4", "mark5"):
            self.assertEqual(self.count(word), 1, word)
        self.assert_clean()

    def test_add_is_what_happens_without_a_command(self):
        path = self.write("single.txt", STORY)
        done = run(Programs.dateline_index, "--db", self.db, path)
        self.assertEqual(done.returncode, FOUND, done.stderr)
        self.assertEqual(self.count("terminal"), 1)

    def test_the_archive_may_be_named_by_the_environment(self):
        path = self.write("single.txt", STORY)
        env = dict(harness.environment(), DATELINE_DB=str(self.db))
        self.assertEqual(run(Programs.dateline_index, "add", path, env=env).returncode, FOUND)
        done = run(Programs.dateline, "search", "--json", "terminal", env=env)
        self.assertEqual(json.loads(done.stdout)["matched"], 1)
        env = dict(harness.environment(), XDG_DATA_HOME=str(self.top / "data"))
        self.assertEqual(run(Programs.dateline_index, "add", path, env=env).returncode, FOUND)
        self.assertTrue((self.top / "data/dateline/catalog.sqlite3").is_file())

    def test_plain_text_on_stdin_is_an_article(self):
        self.index("add", "-", stdin=STORY.encode())
        self.assertEqual(self.search("terminal")["hits"][0]["path"], "-")

    def test_what_it_says_while_working_goes_to_stderr_and_quiet_silences_it(self):
        path = self.write("single.txt", STORY)
        done = self.index("add", "--quiet", path)
        self.assertEqual(done.stderr, "")
        self.assertNotIn("\x1b", self.index("add", self.write("other.txt", STORY + "More.\n")).stderr)

    def test_the_number_of_threads_does_not_change_the_archive(self):
        articles = self.write_jsonl("many.jsonl", [made_up(n) for n in range(300)])
        other = self.top / "other"
        self.index("add", "--jobs", "1", articles)
        self.index("add", "--jobs", "4", articles, db=other)
        self.assertEqual(answers(self, self.db), answers(self, other))

    def test_given_names_extracted_names_or_both(self):
        article = dict(made_up(1), text="Angela Merkel met Emmanuel Macron in Berlin on Friday.", people=["Ada Lovelace"], places=[],
                       organizations=[])
        path = self.write_jsonl("one.jsonl", [article])
        self.index("add", "--entities", "given", path)
        self.assertEqual(self.facet("person"), {"Ada Lovelace": 1})
        self.index("add", "--entities", "extract", path, db=self.top / "extract")
        people = self.facet("person", db=self.top / "extract")
        self.assertIn("Angela Merkel", people)
        self.assertNotIn("Ada Lovelace", people)
        self.index("add", "--entities", "both", path, db=self.top / "both")
        self.assertLessEqual({"Ada Lovelace", "Angela Merkel"}, set(self.facet("person", db=self.top / "both")))

    def test_another_language_stems_by_its_own_rules(self):
        article = dict(made_up(1), text="Die Verhandlungen wurden am Montag in Wien fortgesetzt.", language="de")
        path = self.write_jsonl("de.jsonl", [article])
        self.index("add", "--language", "german", path)
        self.assertEqual(self.count("Verhandlung"), 1)


class Updating(ArchiveTest):
    def test_nothing_is_written_for_what_did_not_change(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(50)])
        self.write("b.txt", STORY)
        self.index("add", self.folder)
        before = self.snapshot()
        self.index("add", self.folder)
        self.assertEqual(self.snapshot(), before)
        for path in self.folder.iterdir():  # touched, but the same
            os.utime(path, (1, 1))
        self.index("add", self.folder)
        self.assertEqual(self.snapshot()["documents"], before["documents"])
        self.assert_clean()

    def snapshot(self):
        """What is live in the index, and the bytes of its columns."""
        columns = {p.name: p.read_bytes() for p in self.db.iterdir() if p.name.startswith(("entities.", "tokens."))}
        return {"documents": columns, "stub": (self.db / "xapian/XAPIANDB").read_bytes(), "answers": answers(self, self.db)}

    def test_a_changed_article_is_replaced(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(20)])
        self.index("add", self.folder)
        changed = dict(made_up(7), text="Volcano news from Reykjavik.", people=["Alan Turing"], places=["Quito"])
        self.write_jsonl("a.jsonl", [changed if n == 7 else made_up(n) for n in range(20)])
        self.index("add", self.folder)
        self.assertEqual(self.count(), 20)
        self.assertEqual(self.count("mark7"), 0)
        self.assertEqual([h["id"] for h in self.search("volcano")["hits"]], ["made-7"])
        self.assert_clean()

    def test_an_archive_grown_step_by_step_answers_as_one_made_at_once(self):
        for step in range(6):
            self.write_jsonl(f"{step}.jsonl", [made_up(n, seed=step) for n in range(step * 10, step * 10 + 25)])
            self.index("add", self.folder / f"{step}.jsonl")
        other = self.top / "other"
        self.index("add", *[self.folder / f"{step}.jsonl" for step in range(6)], db=other)
        self.assertEqual(answers(self, self.db), answers(self, other))
        self.assert_clean()

    def test_prune_removes_what_is_gone_and_only_below_the_paths_given(self):
        for name in ("a/one.txt", "a/two.txt", "b/three.txt"):
            self.write(name, STORY + f"The word {name.split('/')[1].split('.')[0]}unique is here.\n")
        self.write_jsonl("a/wire.jsonl", [made_up(1), made_up(2)])
        self.index("add", self.folder)
        self.assertEqual(self.count(), 5)
        (self.folder / "a/one.txt").unlink()
        (self.folder / "b/three.txt").unlink()
        self.write_jsonl("a/wire.jsonl", [made_up(2)])
        self.index("add", self.folder / "a")
        self.assertEqual(self.count("oneunique"), 1, "without --prune articles stay")
        self.index("add", "--prune", self.folder / "a")
        self.assertEqual(self.count("oneunique"), 0)
        self.assertEqual(self.count("mark1"), 0)
        self.assertEqual(self.count("mark2"), 1)
        self.assertEqual(self.count("twounique"), 1)
        self.assertEqual(self.count("threeunique"), 1)
        self.assert_clean()

    def test_remove_takes_keys_and_names_those_it_does_not_know(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(5)])
        self.index("add", self.folder)
        self.index("remove", "made-1", "made-3")
        self.assertEqual(self.count(), 3)
        done = self.index("remove", "made-1", expect=None)
        self.assertEqual(done.returncode, NOTHING)
        self.assertIn("made-1", done.stderr)
        self.assert_clean()

    def test_the_example_update_changes_one_article_and_adds_one(self):
        examples = Programs.source / "examples"
        self.index("add", examples / "articles")
        self.assertEqual(self.count(), 18)
        self.assertEqual(self.count("Witkoff"), 0)
        self.index("add", examples / "update")
        self.assertEqual(self.count(), 19)
        self.assertEqual(self.count("Witkoff"), 1)
        self.assertEqual(self.count('"World Food Programme"'), 1)
        self.assert_clean()


class Keeping(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(60)])
        self.write_jsonl("b.jsonl", [made_up(n, seed=1) for n in range(40, 80)])
        self.index("add", self.folder / "a.jsonl")
        self.index("add", self.folder / "b.jsonl")
        self.index("remove", "made-3")

    def test_rebuild_and_compact_change_no_answer(self):
        before = answers(self, self.db)
        for command in ("rebuild", "compact", "rebuild"):
            self.index(command)
            self.assertEqual(answers(self, self.db), before, command)
            self.assert_clean()

    def test_only_the_live_generation_stays(self):
        for _ in range(3):
            self.index("rebuild")
        generations = [p.name for p in (self.db / "xapian").iterdir() if p.is_dir()]
        self.assertEqual(len(generations), 1)
        self.assertIn(generations[0], (self.db / "xapian/XAPIANDB").read_text())
        self.assertEqual({p.name.split(".")[1] for p in self.db.glob("entities.*")}, set(generations))

    def test_an_archive_can_be_moved(self):
        before = answers(self, self.db)
        self.db.rename(self.top / "moved")
        self.assertEqual(answers(self, self.top / "moved"), before)
        self.assert_clean(self.top / "moved")

    def test_status_counts(self):
        status = self.status()
        self.assertEqual(status["articles"], 79)
        self.assertEqual(self.index("status", "--rejected").returncode, FOUND)
        self.assertIn("79", self.index("status").stdout)

    def test_export_gives_json_lines_that_make_the_same_archive(self):
        exported = self.index("export").stdout
        self.assertEqual(len(exported.splitlines()), 79)
        other = self.top / "other"
        self.index("add", "--entities", "given", "-", stdin=exported.encode(), db=other)
        self.assertEqual(self.count(db=other), 79)
        for query in ANSWER_QUERIES:
            self.assertEqual(self.count(*query, db=other), self.count(*query), query)

    def test_extract_of_what_export_wrote_gives_the_same_articles(self):
        exported = self.top / "exported.jsonl"
        exported.write_text(self.index("export").stdout, encoding="utf-8")
        names = {"id": "id", "title": "title", "date": "published", "source": "source", "url": "url", "author": "authors",
                 "contributors": "contributors", "language": "language", "section": "section", "caption": "caption", "text": "text"}
        written = [json.loads(line) for line in exported.read_text(encoding="utf-8").splitlines()]
        done = run(Programs.dateline_index, "extract", "--json", exported)
        self.assertEqual(done.returncode, FOUND, done.stderr)
        read = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual(len(read), len(written))
        for old, new in zip(written, read):
            self.assertEqual(new["title_made"], not old["title"], old["id"])
            for name, shown in names.items():
                if name != "title" or old["title"]:
                    self.assertEqual(new[shown] or "", old[name] or "", (old["id"], name))


class Extracting(ArchiveTest):
    def test_extract_shows_spans_that_fit_the_text(self):
        path = self.write("story.txt", "MeridianWire\n\nAngela Merkel Visits Paris\n\nPARIS, France — Angela Merkel met President Emmanuel "
                          "Macron in Paris on Friday. “Good,” Mr. Macron said. The United Nations watched.\n")
        done = run(Programs.dateline_index, "extract", "--json", path)
        self.assertEqual(done.returncode, FOUND, done.stderr)
        article = json.loads(done.stdout)
        for name in ("title", "published", "source", "authors", "language", "dateline", "text", "entities"):
            self.assertIn(name, article)
        text = article["text"].encode()
        named = {(e["kind"], e["name"]) for e in article["entities"]}
        self.assertLessEqual({("person", "Angela Merkel"), ("person", "Emmanuel Macron"), ("place", "Paris")}, named)
        spans = 0
        for entity in article["entities"]:
            for mention in entity["mentions"]:
                if not mention.get("in_title"):
                    spans += 1
                    self.assertEqual(text[mention["begin"]:mention["end"]].decode(), mention["text"])
        self.assertGreater(spans, 3)

    def test_raw_takes_the_text_byte_for_byte(self):
        text = "Skip to content\r\n\r\nAngela Merkel spoke.\n\nLeave a Reply\n  \n"
        path = self.write("raw.txt", text)
        done = run(Programs.dateline_index, "extract", "--raw", "--json", path)
        self.assertEqual(done.returncode, FOUND, done.stderr)
        article = json.loads(done.stdout)
        self.assertEqual(article["text"], text)
        for entity in article["entities"]:
            for mention in entity["mentions"]:
                self.assertEqual(text.encode()[mention["begin"]:mention["end"]].decode(), mention["text"])
        done = run(Programs.dateline_index, "extract", "--raw", "--json", "-", stdin=text.encode())
        self.assertEqual(json.loads(done.stdout)["text"], text)

    def test_one_line_an_article_and_no_archive_is_touched(self):
        path = self.write_jsonl("a.jsonl", [made_up(1), made_up(2)])
        env = dict(harness.environment(), DATELINE_DB=str(self.db))
        done = run(Programs.dateline_index, "extract", "--json", path, env=env)
        self.assertEqual([json.loads(line)["title"] for line in done.stdout.splitlines()], [made_up(1)["title"], made_up(2)["title"]])
        self.assertEqual(run(Programs.dateline_index, "extract", path, env=env).returncode, FOUND)
        self.assertFalse(self.db.exists())

    def test_furniture_goes_and_every_sentence_stays(self):
        path = self.write("page.txt", "Skip to content\n\n" + STORY + "\nLeave a Reply\n\nYour email address will not be published. "
                          "Required fields are marked *\n")
        text = json.loads(run(Programs.dateline_index, "extract", "--json", path).stdout)["text"]
        self.assertNotIn("Skip to content", text)
        self.assertNotIn("email address", text)
        for sentence in ("opened the new ferry terminal in Lisbon on Monday.", "promised it for years.", "the river is a road again"):
            self.assertIn(sentence, text)


if __name__ == "__main__":
    harness.main()
