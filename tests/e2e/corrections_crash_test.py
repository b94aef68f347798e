"""`entities apply`, killed again and again: readers work after every kill, and at the end the archive is as if nothing had happened."""

import json
import signal
import subprocess
import time

import harness
from harness import FOUND, ArchiveTest, Programs, answers, assert_same_answers, environment, made_up


class ApplyKilled(ArchiveTest):
    def test_ends_as_if_it_had_not_been(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(1500)])
        self.index("add", self.folder)
        untouched = self.top / "untouched"
        subprocess.run(["cp", "-r", str(self.db), str(untouched)], check=True)
        file = self.write("../list.csv", "kind,name,aliases\nplace,Rail Office,\nperson,Grace Hopper,The Admiral\n")
        for db in (self.db, untouched):
            self.index("entities", "import-list", file, db=db)
        began = time.monotonic()
        applied = json.loads(self.index("entities", "apply", "--json", db=untouched).stdout)
        whole = time.monotonic() - began
        self.assertGreater(applied["changed"], 100)
        kills = 0
        for step in range(1, 16):
            process = subprocess.Popen([Programs.dateline_index, "entities", "apply", "--db", str(self.db)],
                                       stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
            time.sleep(whole * (step % 5 + 0.5) / 6)
            process.send_signal(signal.SIGKILL if step % 3 else signal.SIGINT)
            process.communicate(timeout=harness.PATIENCE)
            kills += process.returncode == -signal.SIGKILL
            self.assertIn(process.returncode, (FOUND, 130, -signal.SIGKILL))
            self.assertEqual(self.count(), 1500, "readers work after every kill")
        self.assertGreater(kills, 3)
        self.index("entities", "apply")
        self.assert_clean()
        assert_same_answers(self, answers(self, untouched), answers(self, self.db))


if __name__ == "__main__":
    harness.main()
