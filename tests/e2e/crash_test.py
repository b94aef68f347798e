"""kill -9 and Ctrl-C at random moments: the next run finishes the work, and the archive answers as one that was never stopped."""

import os
import random
import signal
import subprocess
import time

import harness
from harness import ArchiveTest, Programs, answers, assert_same_answers, environment, jsonl, made_up

KILLS = 60
FILES, PER_FILE = 12, 150


class Crashes(ArchiveTest):
    def setUp(self):
        super().setUp()
        seed = int(os.environ.get("DATELINE_CRASH_SEED", "20240816"))
        self.rng = random.Random(seed)
        self.kills = 0

    def start(self, *arguments):
        command, *rest = arguments
        return subprocess.Popen([Programs.dateline_index, command, "--db", str(self.db), *map(str, rest)], stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())

    def stop_at_random(self, within, how, *arguments):
        """Starts a command and stops it after a random part of `within` seconds. True where it was still running."""
        process = self.start(*arguments)
        time.sleep(self.rng.random() * within)
        process.send_signal(how)
        stderr = process.communicate(timeout=harness.PATIENCE)[1].decode(errors="replace")
        if process.returncode == -how and how == signal.SIGKILL:
            self.kills += 1
            return True
        if how == signal.SIGKILL:
            self.assertEqual(process.returncode, 0, stderr)
        else:
            self.assertNotIn(process.returncode, (3, 70), stderr)
        return process.returncode != 0

    def write_file(self, number, seed, articles=PER_FILE):
        self.write_jsonl(f"{number:02}.jsonl", [made_up(number * PER_FILE + n, seed) for n in range(articles)])

    def duration_of(self, *arguments):
        began = time.monotonic()
        process = self.start(*arguments)
        stderr = process.communicate(timeout=harness.PATIENCE)[1].decode(errors="replace")
        self.assertEqual(process.returncode, 0, stderr)
        return max(0.02, time.monotonic() - began)

    def assert_as_never_stopped(self):
        self.assert_clean()
        fresh = self.top / "fresh"
        self.index("add", self.folder, db=fresh)
        assert_same_answers(self, answers(self, fresh), answers(self, self.db))

    def test_a_first_run_killed_again_and_again(self):
        for number in range(FILES):
            self.write_file(number, 0)
        whole = self.duration_of("add", self.folder)
        subprocess.run(["rm", "-rf", str(self.db)], check=True)
        tries = 0
        while self.kills < 10 and tries < 60:
            tries += 1
            if not self.stop_at_random(whole, signal.SIGKILL, "add", "--quiet", self.folder):
                subprocess.run(["rm", "-rf", str(self.db)], check=True)
        self.assertGreaterEqual(self.kills, 10)
        self.index("add", self.folder)
        self.assert_as_never_stopped()

    def test_updates_rebuilds_and_compactions_killed_again_and_again(self):
        for number in range(FILES):
            self.write_file(number, 0)
        times = {"add": self.duration_of("add", self.folder), "rebuild": self.duration_of("rebuild"), "compact": self.duration_of("compact")}
        rounds = 0
        while self.kills < KILLS - 10 and rounds < 10 * KILLS:
            rounds += 1
            if rounds % 2:
                self.write_file(self.rng.randrange(FILES), rounds)  # a whole file of changed articles
            else:
                number = self.rng.randrange(FILES)  # one file with a few articles more or less
                self.write_file(number, 0, PER_FILE - self.rng.randrange(5))
            command = self.rng.choice(["add", "add", "add", "rebuild", "compact"])
            arguments = ["--quiet", "--prune", self.folder] if command == "add" else []
            self.stop_at_random(times[command], signal.SIGKILL, command, *arguments)
            self.assertGreater(self.count("report"), FILES * (PER_FILE - 10), "readers work after every kill")
        self.assertGreaterEqual(self.kills, KILLS - 10)
        self.index("add", "--prune", self.folder)
        self.assert_as_never_stopped()

    def test_control_c_keeps_what_was_committed_and_the_next_run_goes_on(self):
        for number in range(FILES):
            self.write_file(number, 0)
        whole = self.duration_of("add", self.folder)
        for round_number in range(8):
            self.write_file(round_number % FILES, 1 + round_number)
            self.stop_at_random(whole, signal.SIGINT, "add", "--quiet", self.folder)
            self.assert_clean()
        self.index("add", "--prune", self.folder)
        self.assert_as_never_stopped()

    def test_control_c_while_it_waits_for_stdin(self):
        process = subprocess.Popen([Programs.dateline_index, "add", "--quiet", "--db", str(self.db), "-"], stdin=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment())
        process.stdin.write(jsonl([made_up(n) for n in range(100)]).encode())
        process.stdin.flush()
        for _ in range(600):  # what has come can be searched while the pipe is still open
            if (self.db / "xapian/XAPIANDB").exists() and self.count() == 100:
                break
            time.sleep(0.1)
        self.assertEqual(self.count(), 100)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=harness.PATIENCE)  # the pipe stays open and silent
        stderr = process.communicate()[1].decode(errors="replace")
        self.assertEqual(process.returncode, 130, stderr)
        self.index("add", self.write_jsonl("more.jsonl", [made_up(n) for n in range(200)]))
        self.assertEqual(self.count(), 200)
        self.assert_clean()


if __name__ == "__main__":
    harness.main()
