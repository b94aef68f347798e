"""A disk that is full: a clear message, nothing lost, and the next run with room finishes. Needs root for a small tmpfs; the limit on
file sizes needs no rights and fails writes in the same places."""

import resource
import subprocess

import harness
from harness import ArchiveTest, Programs, answers, environment, made_up


class DiskFull(ArchiveTest):
    def prepare(self):
        """A small committed archive, and more articles than there will be room for."""
        self.small = self.write_jsonl("small.jsonl", [made_up(n) for n in range(20)])
        self.large = self.write_jsonl("large.jsonl", [made_up(n, sentences=40) for n in range(20, 3000)])

    def assert_refused(self, done):
        self.assertGreater(done.returncode, 0, done.stderr)
        self.assertNotIn(done.returncode, (1, 2, 4, 5, 70), done.stderr)
        self.assertTrue(done.stderr.strip())

    def assert_recovers(self):
        self.assertEqual(self.count("mark5"), 1, "what was committed can be searched")
        self.index("add", "--entities", "given", self.large)
        self.assert_clean()
        other = self.top / "other"
        self.index("add", "--entities", "given", self.small, self.large, db=other)
        self.assertEqual(answers(self, self.db), answers(self, other))

    def test_a_small_file_system(self):
        mounted = self.top / "mounted"
        mounted.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "dateline-test", str(mounted)]
        try:
            made = subprocess.run(mount, capture_output=True, text=True)
        except FileNotFoundError:
            self.skipTest("no mount program here")
        if made.returncode:
            self.skipTest(f"no tmpfs can be mounted here: {made.stderr.strip()}")
        self.addCleanup(lambda: subprocess.run(["umount", str(mounted)], check=False))
        self.db = mounted / "archive"
        self.prepare()
        self.index("add", "--entities", "given", self.small)
        done = self.index("add", "--entities", "given", self.large, expect=None)
        self.assert_refused(done)
        self.assertRegex(done.stderr.lower(), "space|full")
        subprocess.run(["mount", "-o", "remount,size=400m", str(mounted)], check=True)
        self.assert_recovers()

    def test_files_that_may_not_grow(self):
        self.prepare()
        self.index("add", "--entities", "given", self.small)
        # Python leaves SIGXFSZ ignored, so a write beyond the limit fails with EFBIG.
        limit = 1 << 20
        done = subprocess.run([Programs.dateline_index, "add", "--entities", "given", "--quiet", "--db", str(self.db), str(self.large)], capture_output=True, text=True,
                              env=environment(), timeout=harness.PATIENCE, restore_signals=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assert_refused(done)
        self.assert_recovers()


if __name__ == "__main__":
    harness.main()
