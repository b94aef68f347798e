"""dateline-index watch: what is written, renamed and deleted below a folder reaches the archive."""

import json
import select
import shutil
import signal
import subprocess
import time

import harness
from harness import USAGE, ArchiveTest, Programs, environment, run


class Watch(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.news = self.top / "news"
        self.news.mkdir()
        self.put("one.txt", "A first storm came.")

    def put(self, name, text):
        path = self.news / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Headline of {name}\n\n{text}\n", encoding="utf-8")
        return path

    def start(self, *options):
        self.watcher = subprocess.Popen([Programs.dateline_index, "watch", "--json", "--quiet", "--db", str(self.db), *options, str(self.news)],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        self.addCleanup(self.end)

    def end(self):
        if self.watcher.poll() is None:
            self.watcher.kill()
        self.watcher.communicate()

    def told(self):
        """What the next run that changed something says."""
        ready, _, _ = select.select([self.watcher.stdout], [], [], harness.PATIENCE)
        self.assertTrue(ready, "nothing is told")
        line = self.watcher.stdout.readline()
        self.assertTrue(line, "it has ended")
        return json.loads(line)

    def expect_counts(self, **counts):
        """Sums over as many runs as it takes."""
        seen = dict.fromkeys(counts, 0)
        while seen != counts:
            told = self.told()
            for name in counts:
                seen[name] += told[name]
                self.assertLessEqual(seen[name], counts[name], (name, told))

    def matches(self, query):
        return self.search(query)["matched"]

    def test_what_is_written_changed_renamed_and_deleted_is_followed(self):
        self.start("--prune")
        self.expect_counts(added=1)
        self.put("two.txt", "A second storm came.")
        self.expect_counts(added=1)
        self.put("two.txt", "A second flood came.")
        self.expect_counts(changed=1)
        self.assertEqual((self.matches("storm"), self.matches("flood")), (1, 1))
        (self.news / "two.txt").rename(self.news / "three.txt")
        self.expect_counts(copies=1)
        (self.news / "one.txt").unlink()
        self.expect_counts(removed=1)
        self.assertEqual((self.matches("storm"), self.matches("flood")), (0, 1))

    def test_folders_that_come_later_are_watched_too(self):
        self.start()
        self.expect_counts(added=1)
        self.put("2024/08/16/two.txt", "A second storm came.")
        self.expect_counts(added=1)
        self.put("2024/08/16/three.txt", "A third storm came.")
        self.expect_counts(added=1)
        outside = self.top / "outside"
        outside.mkdir()
        (outside / "four.txt").write_text("Headline\n\nA fourth storm came.\n", encoding="utf-8")
        outside.rename(self.news / "moved")
        self.expect_counts(added=1)
        self.put("moved/five.txt", "A fifth storm came.")
        self.expect_counts(added=1)

    def test_a_folder_that_is_gone_loses_nothing_and_may_come_back(self):
        self.start("--prune")
        self.expect_counts(added=1)
        shutil.rmtree(self.news)
        time.sleep(2)
        self.assertEqual(self.matches("storm"), 1, "as of a disk that is not mounted")
        self.put("two.txt", "A second storm came.")
        self.expect_counts(added=1, removed=1)

    def test_a_file_that_is_being_written_settles_first(self):
        self.start()
        self.expect_counts(added=1)
        with (self.news / "slow.txt").open("w", encoding="utf-8") as file:
            file.write("A slow headline\n\n")
            for _ in range(12):
                file.write("The storm grew. ")
                file.flush()
                time.sleep(0.2)
        told = self.told()
        self.assertEqual((told["added"], told["changed"], told["rejected"]), (1, 0, 0))

    def test_many_files_at_once_are_all_indexed(self):
        self.start()
        self.expect_counts(added=1)
        for n in range(1500):
            self.put(f"{n % 40}/many{n}.txt", f"Storm number {n} came.")
        self.expect_counts(added=1500)

    def test_it_waits_for_another_writer(self):
        self.start()
        self.expect_counts(added=1)
        other = subprocess.Popen([Programs.dateline_index, "add", "--quiet", "--db", str(self.db), "-"], stdin=subprocess.PIPE, env=environment())
        time.sleep(0.5)
        self.put("two.txt", "A second storm came.")
        time.sleep(2)
        other.communicate()
        self.expect_counts(added=1)

    def test_it_ends_when_asked_and_goes_on_where_it_was_killed(self):
        self.start()
        self.expect_counts(added=1)
        self.watcher.send_signal(signal.SIGTERM)
        self.assertEqual(self.watcher.wait(timeout=harness.PATIENCE), 0)
        self.end()
        self.put("two.txt", "A second storm came.")
        self.start()
        self.expect_counts(added=1)
        self.put("three.txt", "A third storm came.")
        self.end()  # by SIGKILL
        self.start()
        self.expect_counts(added=1)

    def test_only_paths_that_are_there_can_be_watched(self):
        for path in ("-", str(self.top / "nowhere")):
            done = run(Programs.dateline_index, "watch", "--db", self.db, path)
            self.assertEqual(done.returncode, USAGE, done.stderr)

    def test_an_archive_below_the_folder_does_not_wake_it(self):
        self.db = self.news / "archive"
        self.start()
        self.expect_counts(added=1)
        ready, _, _ = select.select([self.watcher.stdout], [], [], 3)
        self.assertFalse(ready)


if __name__ == "__main__":
    harness.main()
