"""Formats of results as programs read them, and the pager as a terminal sees it."""

import csv
import fcntl
import io
import json
import os
import pty
import re
import select
import struct
import subprocess
import termios
import unittest

import harness
from harness import FOUND, NOTHING, USAGE, ArchiveTest, Programs, environment, made_up

AWKWARD = {"id": "awkward, \"id\"", "title": "A title, with \"quotes\"", "date": "2024-02-03", "source": "The Wire, Ltd.",
           "url": "https://example.org/a?b=1&c=2", "text": "A zeppelin | landed.\nIt left\tagain * twice."}


def on_terminal(command, env, rows=10, columns=80, keys=b""):
    """Runs it on a pseudo-terminal of its own; gives (exit code, what the terminal saw)."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.environ.clear()
        os.environ.update(env)
        os.execv(command[0], command)
    seen = b""
    while True:
        ready, _, _ = select.select([terminal], [], [], harness.PATIENCE)
        try:
            got = os.read(terminal, 65536) if ready else b""
        except OSError:
            got = b""
        if not got:
            break
        seen += got
        if keys:
            os.write(terminal, keys)
            keys = b""
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen.decode("utf-8", "replace").replace("\r\n", "\n")


class Formats(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(30)] + [AWKWARD]))
        self.index("add", self.write("one.txt", "A zeppelin in a file of its own.\n"))

    def out(self, *arguments, expect=FOUND):
        """stdout as bytes."""
        done = subprocess.run([Programs.dateline, arguments[0], "--db", str(self.db), *arguments[1:]], capture_output=True, env=environment())
        self.assertEqual(done.returncode, expect, done.stderr)
        return done.stdout

    def test_json_lines_are_the_hits_of_the_json(self):
        whole = self.search("--limit", "40", "--no-collapse", "*")["hits"]
        lines = self.out("search", "--format", "jsonl", "--limit", "all", "*").decode().splitlines()
        self.assertEqual([json.loads(line) for line in lines], whole)
        self.assertEqual(len(lines), 32)

    def test_csv_survives_a_round_trip(self):
        text = self.out("search", "--format", "csv", "zeppelin").decode()
        self.assertTrue(text.endswith("\r\n"))
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        self.assertEqual({row["id"] for row in rows} - {str(self.folder / "one.txt")}, {AWKWARD["id"]})
        awkward = next(row for row in rows if row["id"] == AWKWARD["id"])
        self.assertEqual((awkward["title"], awkward["source"], awkward["url"]), (AWKWARD["title"], AWKWARD["source"], AWKWARD["url"]))
        self.assertEqual(awkward["path"], str(self.folder / "a.jsonl"))

    def test_tsv_has_as_many_tabs_in_every_line(self):
        lines = self.out("search", "--format", "tsv", "--limit", "all", "*").decode().split("\n")
        self.assertEqual(lines.pop(), "")
        self.assertEqual({line.count("\t") for line in lines}, {lines[0].count("\t")})
        self.assertEqual(len(lines), 33)

    def test_paths_come_once_and_can_end_with_a_zero_byte(self):
        paths = {str(self.folder / "a.jsonl"), str(self.folder / "one.txt")}
        self.assertEqual(sorted(self.out("search", "--format", "paths", "--limit", "all", "*").decode().splitlines()), sorted(paths))
        zeros = self.out("search", "-0", "--limit", "all", "*")
        self.assertEqual(sorted(zeros.decode().split("\0")), sorted(paths | {""}))

    def test_facets_and_mentions_have_rows_too(self):
        rows = list(csv.DictReader(io.StringIO(self.out("facets", "--format", "csv", "--facet", "person", "--facet", "date").decode(), newline="")))
        counts = {row["name"]: int(row["count"]) for row in rows if row["facet"] == "person"}
        self.assertEqual(counts, self.facet("person", "*"))
        lines = self.out("mentions", "Ada Lovelace", "--format", "jsonl", "--limit", "all").decode().splitlines()
        whole = json.loads(self.out("mentions", "Ada Lovelace", "--json", "--limit", "100000"))["mentions"]
        self.assertEqual([(m["id"], m["begin"], m["end"]) for m in map(json.loads, lines)], [(m["id"], m["begin"], m["end"]) for m in whole])

    def test_markdown_has_the_rows(self):
        text = self.out("search", "--format", "markdown", "zeppelin").decode()
        self.assertIn("](<https://example.org/a?b=1&c=2>)", text)
        self.assertIn("\\|", text)

    def test_nothing_found_is_1_in_every_format(self):
        for name in ("text", "json", "jsonl", "csv", "tsv", "markdown", "paths"):
            self.out("search", "--format", name, "zyzzyva", expect=NOTHING)
        self.out("search", "--format", "cvs", "x", expect=USAGE)

    def terminal(self, *arguments, keys=b"", **variables):
        env = dict(environment(), TERM="xterm", **variables)
        return on_terminal([Programs.dateline, arguments[0], "--db", str(self.db), *arguments[1:]], env, keys=keys)

    def test_a_pager_shows_what_is_higher_than_the_screen(self):
        for variables in ({"DATELINE_PAGER": "sed s/^/P:/", "PAGER": "false"}, {"PAGER": "sed 's/^/P:/'"}):
            code, seen = self.terminal("search", "report", **variables)
            self.assertEqual(code, FOUND)
            self.assertTrue(all(line.startswith("P:") for line in seen.splitlines()), seen)
        code, seen = self.terminal("search", "zyzzyva", PAGER="sed s/^/P:/")
        self.assertEqual((code, "P:" in seen), (NOTHING, False), "it is low enough")

    def test_no_pager_where_it_is_not_wanted_or_not_there(self):
        for arguments, variables in ((("search", "--no-pager", "report"), {"PAGER": "sed s/^/P:/"}), (("search", "report"), {"PAGER": "cat"}),
                                     (("search", "report"), {"PAGER": "no-such-pager-anywhere"})):
            code, seen = self.terminal(*arguments, **variables)
            self.assertEqual(code, FOUND)
            self.assertRegex(seen, r"^30 articles")
        self.assertNotIn(b"P:", subprocess.run([Programs.dateline, "search", "--db", str(self.db), "report"], capture_output=True,
                                               env=dict(environment(), PAGER="sed s/^/P:/")).stdout)

    def test_a_reader_that_leaves_early_is_no_error(self):
        code, seen = self.terminal("search", "--format", "jsonl", "--limit", "all", "*", PAGER="head -n 1")
        self.assertEqual(code, FOUND)
        self.assertEqual(len(seen.splitlines()), 1)

    def test_colours_stay_in_the_pager(self):
        code, seen = self.terminal("search", "--color", "always", "report", PAGER="sed s/^/P:/")
        self.assertIn("\x1b[1m", seen)


if __name__ == "__main__":
    harness.main()
