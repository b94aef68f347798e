"""Saved searches and alerts: what is kept, what is new since the last run, and each article told once, whatever is killed."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import harness
from harness import ARCHIVE, NOTHING, REJECTED, USAGE, Programs, environment
from saved_searches import SavedTest, article


class Keeping(SavedTest):
    def test_a_search_is_saved_listed_run_and_forgotten(self):
        self.assertEqual(self.save("storms", "storm", "--match", "any", "--source", "Wire", "--date", "2024").stdout,
                         "saved 'storms' · 3 articles match now\n")
        self.save("my beat", "*", "--sort", "newest", "--no-alert")
        first, second = self.listed()
        self.assertEqual((first["name"], first["query"], first["sort"], first["alerts"], first["matched"]), ("my beat", "*", "newest", False, 3))
        self.assertEqual((second["match"], second["date"], second["filters"]), ("any", "2024", [{"kind": "source", "name": "Wire"}]))
        text = self.query("saved").stdout
        self.assertIn("storms  storm --match any --date 2024 --source Wire\n", text)
        run = json.loads(self.query("run", "storms", "--json", "--limit", "1").stdout)
        self.assertEqual((run["matched"], len(run["hits"])), (3, 1))
        self.query("forget", "storms")
        self.assertEqual([s["name"] for s in self.listed()], ["my beat"])
        self.query("forget", "storms", expect=NOTHING)
        self.query("run", "storms", expect=NOTHING)

    def test_what_is_wrong_is_refused_when_it_is_saved(self):
        self.assertIn("      ^", self.save("bad", "storm (", expect=USAGE).stderr)
        for name in ("", "x" * 201, "tab\there", " edge"):
            self.save(name, "storm", expect=USAGE)
        self.save("storms", "storm")
        self.assertIn("--replace", self.save("storms", "rain", expect=USAGE).stderr)
        self.query("save", "--replace", "storms", "rain")
        self.assertEqual([s["query"] for s in self.listed()], ["rain"])
        self.query("saved", expect=ARCHIVE, db=self.top / "nowhere")

    def test_saving_needs_no_writers_lock_and_rebuild_keeps_it(self):
        writer = subprocess.Popen([Programs.dateline_index, "add", "--quiet", "--db", str(self.db), "-"], stdin=subprocess.PIPE,
                                  env=environment())
        try:
            self.save("storms", "storm")
            self.assertEqual(self.new("storms"), ["a0", "a1", "a2"])
        finally:
            writer.stdin.close()
            writer.wait(timeout=harness.PATIENCE)
        self.index("rebuild", "--quiet")
        self.index("compact", "--quiet")
        self.assert_clean()
        self.assertEqual(self.new("storms"), [])
        self.assertEqual([s["name"] for s in self.listed()], ["storms"])

    def test_an_archive_that_cannot_be_written_can_still_be_asked(self):
        self.save("storms", "storm")
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.db.chmod(0o500)
        self.assertEqual([s["name"] for s in self.listed()], ["storms"])
        self.query("save", "x", "storm", expect=ARCHIVE)


class NewSinceLastRun(SavedTest):
    def test_each_article_is_new_once(self):
        self.save("storms", "storm")
        self.assertEqual(self.new("storms"), ["a0", "a1", "a2"])
        self.assertEqual(self.new("storms"), [])
        self.add(range(6))  # three are known
        self.assertEqual(self.new("storms"), ["a3", "a4", "a5"])
        self.add([0, 1], "storm again")  # changed, not new
        self.assertEqual(self.new("storms"), [])
        self.query("run", "storms")  # a plain run moves nothing
        self.add(range(30, 60))
        self.assertEqual(len(self.new("storms")), 30, "all that is new, not a page of it")

    def test_what_could_not_be_written_is_still_new(self):
        self.save("storms", "storm")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([Programs.dateline, "run", "storms", "--new-since-last-run", "--db", str(self.db)], stdout=full,
                                  stderr=subprocess.PIPE, env=environment(), timeout=harness.PATIENCE)
        self.assertEqual(done.returncode, ARCHIVE, done.stderr)
        self.assertEqual(self.new("storms"), ["a0", "a1", "a2"])

    def test_runs_beside_a_writer_show_every_article_once(self):
        self.save("storms", "storm")
        shown = []

        def write():
            for begin in range(100, 700, 60):
                self.index("add", "--quiet", "-", stdin=harness.jsonl([article(n) for n in range(begin, begin + 60)]).encode())

        with ThreadPoolExecutor(1) as pool:
            done = pool.submit(write)
            while not done.done():
                shown += self.new("storms")
            done.result()
        shown += self.new("storms")
        self.assertEqual(sorted(shown), sorted([f"a{n}" for n in range(3)] + [f"a{n}" for n in range(100, 700)]))

    def test_a_catalog_from_a_backup_begins_anew(self):
        backup = self.top / "backup"
        subprocess.run(["cp", "-r", str(self.db), str(backup)], check=True)
        self.add(range(10, 14))
        self.save("storms", "storm")
        self.assertEqual(len(self.new("storms")), 7)
        for name in ("searches.sqlite3", "searches.sqlite3-wal", "searches.sqlite3-shm"):
            if (self.db / name).exists():
                (self.db / name).rename(backup / name)
        self.db = backup
        self.add(range(20, 22))
        self.alerts()
        self.add(range(22, 24))
        self.assertEqual(self.told(), [("storms", "a22"), ("storms", "a23")])


class Alerts(SavedTest):
    def test_each_new_article_is_told_once_for_each_search(self):
        self.save("storms", "storm")
        self.save("mark4", "mark4")
        self.save("silent", "storm", "--no-alert")
        self.assertEqual(self.told(), [], "what was there before is not told")
        self.add(range(5))
        self.assertEqual(self.told(), [("mark4", "a4"), ("storms", "a3"), ("storms", "a4")])
        self.assertEqual(self.told(), [])
        self.add(range(5), "storm and thunder")  # changed: they are told already, or were there before
        self.assertEqual(self.told(), [])

    def test_a_change_that_makes_an_article_match_is_told(self):
        self.save("floods", "flood")
        self.add([7], "rain")
        self.assertEqual(self.told(), [])
        self.add([7], "flood")
        self.assertEqual(self.told(), [("floods", "a7")])
        self.add([7], "rain")
        self.add([7], "flood")
        self.assertEqual(self.told(), [])

    def test_add_tells_after_the_commit(self):
        self.save("storms", "storm")
        done = self.add(range(5), "storm", "--alert")
        self.assertEqual(done.stdout, "".join(f"storms: Number {n} · Wire · 2024-08-16 · a{n} · https://example.org/{n}\n" for n in (3, 4)))
        self.assertEqual(self.add(range(5), "storm", "--alert").stdout, "")
        lines = self.add([8], "storm", "--alert", "--json").stdout.splitlines()
        self.assertEqual(json.loads(lines[0])["added"], 1)
        self.assertEqual(json.loads(lines[1])["article"]["id"], "a8")

    def test_a_command_gets_the_alert_and_no_shell(self):
        hostile = "$(touch x); `id` {title} \"' \\"
        self.save(hostile, "storm")
        self.add([5])
        out = self.top / "out"
        show = 'import os,sys; print(repr((sys.argv[2:], os.environ["DATELINE_ALERT_NAME"], sys.stdin.read())), file=open(sys.argv[1], "a"))'
        self.query("alerts", "--", "python3", "-c", show, out, "{name}", "{id}={url}", "{other}")
        arguments, name, stdin = eval(out.read_text())  # noqa: S307: our own repr
        self.assertEqual(arguments, [hostile, "a5=https://example.org/5", "{other}"])
        self.assertEqual(name, hostile)
        self.assertEqual(json.loads(stdin)["article"]["title"], "Number 5")

    def test_a_command_that_fails_is_tried_again(self):
        self.save("storms", "storm")
        self.add(range(6))
        self.assertIn("failed (exit status 1) for", self.query("alerts", "--", "false", expect=REJECTED).stderr)
        self.assertEqual(self.listed()[0]["waiting"], 3)
        self.query("alerts", "--", "/nonexistent/program", expect=USAGE)
        told = self.alerts()
        self.assertEqual([a["article"]["id"] for a in told], ["a4", "a5", "a3"], "what was tried least comes first")
        self.assertEqual({a["attempt"] for a in told}, {2, 3})
        self.assertEqual((self.listed()[0]["waiting"], self.listed()[0]["told"]), (0, 3))

    def test_add_with_a_command(self):
        self.save("storms", "storm")
        script = self.top / "tell"
        script.write_text(f'#!/bin/sh\necho "$DATELINE_ALERT_ID" >> {self.top}/told\n')
        script.chmod(0o755)
        self.add(range(5), "storm", f"--alert={script}")
        self.assertEqual((self.top / "told").read_text(), "a3\na4\n")
        script.unlink()
        self.add(range(6), "storm", f"--alert={script}", expect=USAGE)
        self.assertEqual(self.told(), [("storms", "a5")])

    def test_what_is_gone_before_it_was_told_is_told_no_more(self):
        self.save("storms", "storm")
        self.add(range(5))
        self.query("alerts", "--", "false", expect=REJECTED)
        self.index("remove", "--quiet", "a3")
        self.assertEqual(self.told(), [("storms", "a4")])

    def test_two_at_once_tell_each_article_once(self):
        self.save("storms", "storm")
        self.add(range(100))
        with ThreadPoolExecutor(3) as pool:
            told = [one for future in [pool.submit(self.told) for _ in range(3)] for one in future.result()]
        self.assertEqual(sorted(told), sorted(("storms", f"a{n}") for n in range(3, 100)))


if __name__ == "__main__":
    harness.main()
