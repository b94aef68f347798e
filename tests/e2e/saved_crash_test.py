"""Alerts are told by programs that are killed again and again: nothing is lost, and what comes twice says so."""

import json
import random
import signal
import subprocess
import time

import harness
from harness import Programs, environment
from saved_searches import SavedTest, article


class Killed(SavedTest):
    """SIGKILL at random moments: nothing is lost, and what comes twice says so and has the same delivery."""

    ARTICLES, KILLS = 150, 25

    def kill_at_random(self, rng, within, *command, stdout=subprocess.DEVNULL):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.DEVNULL, env=environment())
        try:
            process.wait(timeout=rng.random() * within)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        return process.returncode == -signal.SIGKILL

    def test_printing_is_killed_again_and_again(self):
        rng = random.Random(20240816)
        self.save("storms", "storm")
        self.save("all", "*")
        log = self.top / "log"
        paths = []
        add = (Programs.dateline_index, "add", "--quiet", "--alert", "--json", "--db", str(self.db))
        tell = (Programs.dateline, "alerts", "--json", "--db", str(self.db))
        kills = 0
        for first in range(3, 3 + self.ARTICLES, 6):  # a few more each time, so that there always is something to tell
            paths.append(str(self.write_jsonl(f"wire{first}.jsonl", [article(n) for n in range(first, first + 6)])))
            with log.open("ab") as out:
                kills += self.kill_at_random(rng, 0.1, *add, *paths, stdout=out)
                kills += self.kill_at_random(rng, 0.03, *tell, stdout=out)
        self.assertGreaterEqual(kills, 5)
        with log.open("ab") as out:
            subprocess.run((*add, *paths), stdout=out, stderr=subprocess.DEVNULL, env=environment(), check=True, timeout=harness.PATIENCE)
        self.check_log([line for line in log.read_text().splitlines() if '"delivery"' in line])

    def test_commands_are_killed_again_and_again(self):
        rng = random.Random(7)
        self.ARTICLES = 40
        self.save("storms", "storm")
        self.save("all", "*")
        self.add(range(3, 3 + self.ARTICLES))
        log = self.top / "log"
        log.touch()
        tell = (Programs.dateline, "alerts", "--db", str(self.db), "--", "sh", "-c", f"cat >> {log}; sleep 0.02")
        kills = sum(self.kill_at_random(rng, 0.3, *tell) for _ in range(self.KILLS))
        self.assertGreaterEqual(kills, 5)
        self.query("alerts", "--", "sh", "-c", f"cat >> {log}")
        time.sleep(0.5)  # a command outlives its killed parent
        self.check_log(log.read_text().splitlines())

    def check_log(self, lines):
        told, attempts = {}, set()
        for alert in map(json.loads, lines):
            attempt = (alert["delivery"], alert["attempt"])
            self.assertNotIn(attempt, attempts, "what may have been told before is another attempt")
            attempts.add(attempt)
            told[alert["delivery"]] = (alert["search"]["name"], alert["article"]["id"])
        expected = [(name, f"a{n}") for name in ("all", "storms") for n in range(3, 3 + self.ARTICLES)]
        self.assertEqual(sorted(told.values()), sorted(expected))
        self.assertEqual(self.told(), [])


if __name__ == "__main__":
    harness.main()
