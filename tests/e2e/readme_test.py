"""The commands that the README shows are commands that work, and its first search gives what it says."""

import re
import shlex

import harness
from harness import FOUND, NOTHING, ArchiveTest, Programs, environment, run


class Readme(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.text = (Programs.source / "README.md").read_text()
        self.index("add", Programs.source / "examples/articles")
        self.env = dict(environment(), DATELINE_DB=str(self.db), COLUMNS="80")

    def test_the_searches_of_the_list_are_understood(self):
        commands = re.findall(r"^    dateline (.*?)(?:  +.*)?$", self.text, re.M)
        self.assertGreater(len(commands), 8)
        for command in commands:
            for placeholder, real in (("QUERY", "gaza"), (" ID", " meridian-2024-0814-1"), ("=808", "=8")):
                command = command.replace(placeholder, real)
            words = shlex.split(command)
            done = run(Programs.dateline, *words, env=self.env)
            self.assertIn(done.returncode, (FOUND, NOTHING), (words, done.stderr))
            if not re.search("iran|--date|^trends", command):  # so few articles have no trend
                self.assertEqual(done.returncode, FOUND, words)

    def test_the_first_search_gives_what_is_shown(self):
        block = re.search(r"^    \$ dateline (search .*)\n((?:    .*\n|\n)*)", self.text, re.M)
        done = run(Programs.dateline, *shlex.split(block.group(1)), env=self.env)
        shown = [line[4:] for line in block.group(2).splitlines()]
        facets = [line for line in shown if "█" in line or re.match(r"\d+  ", line)]
        self.assertGreater(len(facets), 8)
        for line in facets:
            self.assertIn(line, done.stdout)
        self.assertEqual(shown[0].split(" ·")[0], done.stdout.split(" ·")[0])

    def test_the_indexing_commands_are_known(self):
        commands = set(re.findall(r"(?:^    |\| |`)dateline-index ([a-z]+)", self.text, re.M)) - {"help"}
        self.assertGreaterEqual(commands, {"add", "status", "check", "extract"})
        for command in commands:
            self.assertEqual(run(Programs.dateline_index, command, "--help").returncode, FOUND, command)


if __name__ == "__main__":
    harness.main()
