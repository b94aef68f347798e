"""What people say about entities is felt at once, and stays: through add, rebuild and another archive."""

import json
import subprocess
import time

import harness
from harness import (ARCHIVE, FOUND, LOCKED, NOTHING, USAGE, ArchiveTest, Programs, answers, assert_same_answers, environment,
                     made_up)

BAKERS = [
    {"id": "james", "title": "Treasury", "text": "James Baker spoke at the Treasury. Baker left early.", "people": ["James Baker"]},
    {"id": "howard", "title": "Senate", "text": "James Baker spoke in the Senate. The vote was late.", "people": ["James Baker"]},
    {"id": "third", "title": "Visit", "text": "James Baker met Joe Biden. The visit was short.", "people": ["James Baker", "Joe Biden"]},
    {"id": "chase", "title": "Bank", "text": "The bank Chase raised rates.", "organizations": ["Chase"]},
    {"id": "chase2", "title": "Bank again", "text": "Chase lowered them again.", "people": ["Chase"]},
    {"id": "both", "title": "Bank once more", "text": "Nothing new.", "people": ["Chase"], "organizations": ["Chase"]},
]


class Corrections(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.write_jsonl("bakers.jsonl", BAKERS)
        self.add()

    def add(self, db=None):
        self.index("add", "--entities", "given", self.folder, db=db)

    def entities(self, *arguments, expect=FOUND, db=None, stdin=b""):
        return self.index("entities", *arguments, expect=expect, db=db, stdin=stdin)

    def people(self, db=None):
        return self.facet("person", db=db)

    def test_a_merge_is_felt_at_once_and_a_split_takes_it_back(self):
        self.assertEqual(self.people(), {"James Baker": 3, "Joe Biden": 1, "Chase": 2})
        self.entities("merge", "Joe Biden", "--into", "James Baker")
        self.assertEqual(self.people(), {"James Baker": 3, "Chase": 2})
        self.assertEqual(self.count("person:biden"), 3)
        self.entities("split", "Joe Biden")
        self.assertEqual(self.people(), {"James Baker": 3, "Joe Biden": 1, "Chase": 2})
        self.assertEqual(self.count("--person", "Joe Biden"), 1)
        self.assert_clean()

    def test_a_pin_counts_each_article_once_under_the_pinned_kind(self):
        self.entities("pin", "Chase", "--kind", "organization")
        self.assertEqual(self.facet("organization"), {"Chase": 3})
        self.assertNotIn("Chase", self.people())
        self.assertEqual(self.count("org:Chase"), 3)
        self.assertEqual(self.count("person:Chase"), 3)
        self.write_jsonl("more.jsonl", [{"id": "p", "title": "P", "text": "Nothing.", "places": ["Chase"]}])
        self.add()
        self.assertEqual(self.facet("organization"), {"Chase": 4})
        self.entities("pin", "Chase", "--kind", "organization", "--undo")
        self.assertEqual((self.facet("organization"), self.facet("place")), ({"Chase": 2}, {"Chase": 1}))

    def test_a_rejected_name_is_counted_and_found_nowhere_and_stays_rejected(self):
        self.entities("reject", "James Baker")
        self.write_jsonl("bakers.jsonl", [dict(a, title=a["title"] + " anew") for a in BAKERS])
        for step in ("at once", "add", "rebuild"):
            if step == "add":
                self.add()
            elif step == "rebuild":
                self.index("rebuild")
            self.assertEqual(self.people(), {"Joe Biden": 1, "Chase": 2}, step)
            answer = self.search('person:"James Baker"')
            self.assertEqual(answer["matched"], 0)
            self.assertIn("rejected", " ".join(answer["notes"]))
            shown = json.loads(self.query("show", "--json", "third").stdout)
            self.assertEqual([e["name"] for e in shown["entities"]], ["Joe Biden"])
        self.entities("reject", "--undo", "James Baker")
        self.assertEqual(self.people()["James Baker"], 3)
        self.assert_clean()

    def test_a_new_name_shows_and_both_find_it(self):
        self.entities("rename", "James Baker", "James A. Baker")
        self.assertEqual(self.people()["James A. Baker"], 3)
        for name in ("James Baker", "James A. Baker"):
            self.assertEqual(self.count(f'person:"{name}"'), 3, name)
        self.entities("alias", "James Baker", "Jimmy")
        self.assertEqual(self.count("person:jimmy"), 3)
        self.write_jsonl("more.jsonl", [{"id": "j", "title": "J", "text": "Nothing.", "people": ["Jimmy", "James A Baker"]}])
        self.add()
        self.assertEqual(self.people()["James A. Baker"], 4)
        self.assertEqual(self.count("person:jimmy"), 4)

    def test_articles_given_to_somebody_else_stay_with_him(self):
        self.entities("split", "James Baker", "--articles", "howard", "--as", "Howard Baker")
        for step in ("at once", "unchanged", "changed", "rebuild", "apply"):
            if step == "unchanged":
                self.add()
            elif step == "changed":
                self.write_jsonl("bakers.jsonl", [dict(a, text=a["text"] + " More.") for a in BAKERS])
                self.add()
            elif step in ("rebuild", "apply"):
                self.index(step) if step == "rebuild" else self.entities("apply")
            self.assertEqual(self.people(), {"James Baker": 2, "Howard Baker": 1, "Joe Biden": 1, "Chase": 2}, step)
            found = self.search("--person", "Howard Baker")
            self.assertEqual([hit["id"] for hit in found["hits"]], ["howard"], step)
            self.assert_clean()
        self.entities("split", "Howard Baker", "--articles", "howard", "--as", "James Baker")
        self.assertEqual(self.people()["James Baker"], 3)
        done = self.entities("split", "James Baker", "--articles", "nowhere", "--as", "X", expect=NOTHING)
        self.assertIn("nowhere", done.stderr)

    def test_the_journal_replays_into_another_archive_before_or_after_its_articles(self):
        self.entities("merge", "Joe Biden", "--into", "James Baker")
        self.entities("reject", "person:Chase")
        self.entities("split", "James Baker", "--articles", "howard", "--as", "Howard Baker")
        file = self.top / "journal.jsonl"
        self.entities("export", file)
        self.assertEqual(file.read_text(), self.entities("export").stdout)
        expected = answers(self, self.db)
        other, third = self.top / "other", self.top / "third"
        self.add(db=other)
        self.entities("import", file, db=other)
        self.write_jsonl("../empty.jsonl", [made_up(1)])
        self.index("add", self.top / "empty.jsonl", db=third)
        self.index("remove", "made-1", db=third)
        self.entities("import", "-", db=third, stdin=file.read_bytes())
        self.add(db=third)
        for db in (other, third):
            assert_same_answers(self, expected, answers(self, db))
            again = self.entities("import", file, db=db)
            self.assertIn("0 corrections taken over, 3 known already", again.stderr)
            self.assertEqual(self.entities("export", db=db).stdout, file.read_text())
            self.assert_clean(db)

    def test_lists_and_facts_as_text_and_json(self):
        self.entities("merge", "Joe Biden", "--into", "James Baker")
        listed = json.loads(self.entities("list", "--kind", "person", "--json").stdout)
        self.assertEqual(listed["format_version"], 1)
        self.assertEqual([(e["name"], e["articles"], e["merged"]) for e in listed["entities"]],
                         [("James Baker", 3, ["Joe Biden"]), ("Chase", 2, [])])
        everything = json.loads(self.entities("list", "--all", "--sort", "name", "--json").stdout)
        self.assertEqual([e["name"] for e in everything["entities"]], ["Chase", "Chase", "James Baker", "Joe Biden"])
        self.assertEqual(everything["entities"][3]["merged_into"], {"kind": "person", "name": "James Baker", "by": "person"})
        self.assertIn("1 of 3 shown", self.entities("list", "--limit", "1").stderr)
        self.assertIn("James Baker", self.entities("list", "biden").stdout)
        self.entities("list", "nobody", expect=NOTHING)
        shown = json.loads(self.entities("show", "Joe Biden", "--json").stdout)
        self.assertEqual(shown["entity"]["name"], "James Baker")
        self.assertEqual({v["name"]: v["articles"] for v in shown["values"]}, {"James Baker": 3, "Joe Biden": 1})
        self.assertEqual(shown["corrections"][0]["operation"], "merge")
        self.assertIn("merge person 'Joe Biden' into person 'James Baker'", self.entities("show", "Joe Biden").stdout)
        self.assertEqual(len(self.entities("log", "--json").stdout.splitlines()), 1)

    def test_what_is_wrong_is_explained_and_changes_nothing(self):
        before = answers(self, self.db)
        cases = [
            (("merge", "Jame Baker", "--into", "Joe Biden"), NOTHING, "did you mean 'person:James Baker'"),
            (("merge", "Chase", "--into", "Joe Biden"), USAGE, "'person:Chase', 'organization:Chase'"),
            (("merge", "Joe Biden"), USAGE, "--into"),
            (("merge", "Joe Biden", "--into", "joe biden"), USAGE, "one already"),
            (("merge", "--into", "Joe Biden"), USAGE, "needs at least one NAME"),
            (("split", "Joe Biden"), USAGE, "stands for itself"),
            (("split", "Joe Biden", "--as", "X"), USAGE, "--articles and --as"),
            (("rename", "Joe", "Biden", "Smith"), USAGE, "quotes"),
            (("rename", "Joe Biden", "James Baker"), USAGE, "merge 'Joe Biden' --into 'James Baker'"),
            (("reject", "--undo", "Joe Biden"), USAGE, "was not rejected"),
            (("pin", "Chase"), USAGE, "--kind"),
            (("pin", "Chase", "--kind", "source"), USAGE, "person, place or organization"),
            (("list", "--kind", "animal"), USAGE, "animal"),
            (("list", "--sort", "age"), USAGE, "age"),
            (("list", "--into", "X"), USAGE, "takes no option --into"),
            (("show", "Nobody"), NOTHING, "Nobody"),
            (("melt", "Chase"), USAGE, "entities melt"),
            (("log",), NOTHING, ""),
            (("import", self.top / "missing"), USAGE, "missing"),
        ]
        for arguments, code, says in cases:
            done = self.entities(*arguments, expect=code)
            self.assertIn(says, done.stderr, arguments)
        self.assertEqual(self.index("entities", expect=USAGE).stdout, "")
        self.index("entities", "list", expect=ARCHIVE, db=self.top / "nowhere")
        self.index("entities", "merge", "A", "--into", "B", expect=ARCHIVE, db=self.top / "nowhere")
        assert_same_answers(self, before, answers(self, self.db))

    def test_damaged_files_are_named_with_their_line_and_nothing_is_taken_over(self):
        head = '{"format":"dateline corrections","format_version":1}\n'
        good = '{"at":1,"operation":"reject","kind":"person","name":"Joe Biden"}\n'
        for command, content, says in [
            ("import", head + good + "{", "line 3"),
            ("import", good, "line 1"),
            ("import-list", "kind,name\nperson,Joe Biden\nanimal,Rex\n", "line 3"),
            ("import-list", 'kind,name\nperson,"Joe\n', "line 2"),
            ("import-list", b"kind,name\nperson,J\0e\n", "line 2"),
        ]:
            done = self.entities(command, self.write("../damaged", content), expect=USAGE)
            self.assertIn(says, done.stderr)
        self.assertEqual(self.people()["Joe Biden"], 1)
        self.entities("log", expect=NOTHING)
        self.entities("list", "--known", expect=NOTHING)

    def test_a_second_writer_is_refused_and_named(self):
        holder = subprocess.Popen([Programs.dateline_index, "add", "--db", str(self.db), "-"], stdin=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, env=environment())
        self.addCleanup(holder.communicate)
        lock = self.db / "lock"
        for _ in range(600):
            if lock.exists() and str(holder.pid) in lock.read_text(errors="replace"):
                break
            time.sleep(0.05)
        for arguments in (("reject", "Joe Biden"), ("apply",), ("import-list", self.write("../list.csv", "kind,name\n"))):
            self.assertIn(str(holder.pid), self.entities(*arguments, expect=LOCKED).stderr)
        self.entities("list")

    def test_help_names_every_command(self):
        program = harness.run(Programs.dateline_index, "help", "entities")
        self.assertEqual(program.returncode, FOUND)
        for command in ("list", "show", "merge", "split", "rename", "reject", "pin", "alias", "log", "export", "import",
                        "import-list", "apply"):
            self.assertIn(f"  entities {command}", program.stdout)
            done = harness.run(Programs.dateline_index, "entities", command, "--help")
            self.assertEqual(done.returncode, FOUND)
            self.assertIn(f"Usage: dateline-index entities {command}", done.stdout)
        self.assertEqual(harness.run(Programs.dateline_index, "entities", "--help").stdout, program.stdout)


class OwnList(ArchiveTest):
    LIST = "kind,name,aliases,external_id\norganization,Quorvane Trust,The Quorvane;QVT,Q42\nperson,Ada Lovelace,Countess Ada,Q7259\n"

    def articles(self):
        return [{"id": "q1", "title": "Money", "text": "Officials of Quorvane Trust spoke of the plan. The rest was quiet."},
                {"id": "q2", "title": "Money again", "text": "The plan of QVT was late, people said on Monday."},
                {"id": "a1", "title": "Engines", "text": "Countess Ada wrote about engines.", "people": ["Countess Ada"]},
                {"id": "n1", "title": "Nothing", "text": "The rain went on all day long."}]

    def test_is_used_by_the_next_run_and_applied_to_what_is_there(self):
        self.write_jsonl("a.jsonl", self.articles())
        self.index("add", self.folder)
        self.index("entities", "import-list", self.write("../list.csv", self.LIST))
        known = [json.loads(line) for line in self.index("entities", "list", "--known", "--json").stdout.splitlines()]
        self.assertEqual({e["name"]: e["external_id"] for e in known}, {"Quorvane Trust": "Q42", "Ada Lovelace": "Q7259"})
        self.assertEqual(self.facet("person").get("Ada Lovelace"), 1, "an alias of the list is a merge")
        done = json.loads(self.index("entities", "apply", "--json").stdout)
        self.assertEqual(done["changed"] + done["unchanged"], 4)
        self.assertLess(done["changed"], 4, "only what is found otherwise is indexed again")
        self.assertEqual(self.facet("organization").get("Quorvane Trust"), 2)
        self.assertEqual(json.loads(self.index("entities", "apply", "--json").stdout)["changed"], 0)
        other = self.top / "other"
        self.index("add", "-", db=other, stdin=b"", expect=None)  # an archive without articles
        self.index("entities", "import-list", self.top / "list.csv", db=other)
        self.index("add", self.folder, db=other)
        assert_same_answers(self, answers(self, other), answers(self, self.db))
        shown = json.loads(self.index("entities", "show", "Quorvane Trust", "--json").stdout)
        self.assertEqual(shown["entity"]["external_id"], "Q42")
        self.assert_clean()


if __name__ == "__main__":
    harness.main()
