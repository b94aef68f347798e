"""The prompt as a person uses it: keys on a pseudo-terminal, and what the terminal shows."""

import codecs
import errno
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

import harness
from harness import FOUND, USAGE, ArchiveTest, Programs, environment, made_up, run

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x07")


class Terminal:
    """A program on a terminal of 60 lines and 100 columns."""

    def __init__(self, command, env):
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 100, 0, 0))
            os.environ.clear()
            os.environ.update(env)
            os.execv(command[0], command)
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.begun = ""  # what a piece of output ends with and the next one completes
        self.seen = ""
        self.ended = False

    def read(self, wait):
        ready, _, _ = select.select([self.file], [], [], wait)
        if not ready:
            return False
        try:
            got = os.read(self.file, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            got = b""
        self.ended = not got
        text = self.begun + self.decoder.decode(got)
        self.begun = "" if self.ended else re.search(r"(\x1b(\[[0-9;?]*)?|\r)?\Z", text)[0]
        text = text[: len(text) - len(self.begun)]
        self.seen += ESCAPES.sub("", text).replace("\r\n", "\n")
        return bool(got)

    def expect(self, pattern):
        """Waits for the pattern; gives what came up to its end, and forgets it."""
        end = time.monotonic() + harness.PATIENCE
        while True:
            found = re.search(pattern, self.seen)
            if found:
                text, self.seen = self.seen[: found.end()], self.seen[found.end():]
                return text
            if self.ended or time.monotonic() > end:
                raise AssertionError(f"{pattern!r} never came; there is: {self.seen[-3000:]}")
            self.read(1)

    def type(self, keys):
        os.write(self.file, keys.encode())

    def exit_code(self):
        while not self.ended:
            self.read(1)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def close(self):
        os.close(self.file)
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


class Prompt(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(40)]))
        self.env = dict(environment(), TERM="xterm", DATELINE_DB=str(self.db), XDG_STATE_HOME=str(self.top / "state"), PAGER="cat", INPUTRC="/dev/null")
        self.terminal = self.start()

    def start(self, *arguments):
        terminal = Terminal([Programs.dateline, *arguments], self.env)
        self.addCleanup(terminal.close)
        terminal.expect("dateline> ")
        return terminal

    def ask(self, line):
        self.terminal.type(line + "\r")
        self.terminal.expect(re.escape(line) if len(line) < 80 else "\n")
        return self.terminal.expect("dateline> ")

    def test_searches_and_refines_by_number(self):
        found = self.ask("report")
        self.assertIn("40 articles", found)
        label, name, count = re.search(r"(p\d) (Ada Lovelace|Grace Hopper) +(\d+)", found).groups()
        chosen = self.ask(f"+{label}")
        self.assertIn(f"{count} articles", chosen)
        self.assertIn(f"report · person {name}", chosen)
        self.assertIn("40 articles", self.ask(":back"))
        left = self.ask(f"-{label}")
        self.assertIn(f"{40 - int(count)} article", left)

    def test_more_and_open(self):
        self.assertRegex(self.ask("report"), r"1–10 shown")
        self.assertRegex(self.ask(":more"), r"11–20 shown")
        shown = self.ask("12")
        self.assertRegex(shown, r"\nid +made-\d+")
        self.assertRegex(self.ask(":open 11"), r"\nid +made-\d+")
        self.assertIn("there is no hit 1 here: they are 11 to 20", self.ask(":open 1"))

    def test_an_article_is_shown_by_the_pager(self):
        self.env["PAGER"] = "sed s/^/P:/"
        self.terminal = self.start()
        text = " ".join(f"Sentence {n} of a long story about a volcano." for n in range(400))
        self.index("add", self.write_jsonl("b.jsonl", [dict(made_up(99), text=text)]))
        self.ask("volcano")
        self.assertIn("P:Sentence", self.ask("1").replace("P:length", ""))

    def test_counts_one_kind_and_takes_its_labels(self):
        self.ask("report")
        found = self.ask(":facet source")
        self.assertIn("s1 ", found)
        self.assertNotIn("shown", found)
        self.assertIn("· source ", self.ask("+s1"))

    def test_runs_other_commands(self):
        self.ask("report -mark3")
        self.assertIn('(word "report")', self.ask(":explain"))
        self.assertIn("Ada Lovelace · person", self.ask(":entity Ada Lovelace"))
        self.assertIn("newest first", self.ask(":sort newest"))

    def test_wrong_input_keeps_the_prompt_and_the_query(self):
        self.ask("report")
        wrong = self.ask('"never closed')
        self.assertRegex(wrong, r"dateline: .*\n(.*\n)* +\^")
        self.assertIn("did you mean ':more'?", self.ask(":mroe"))
        self.assertIn("hint:", self.ask(":sort sideways"))
        self.assertIn("11–20 shown", self.ask(":more"))

    def test_completes_fields_names_words_and_commands(self):
        for keys, completed in (("pers\t", "person:"), ("person:lovel\t", '"Ada Lovelace"'), ("ceasef\t", "ceasefire"), (":fac\t", ":facet")):
            self.terminal.type(keys)
            self.terminal.expect(re.escape(completed))
            self.terminal.type("\x15")  # Ctrl-U: the line is gone
        self.terminal.type("\x03")
        self.terminal.expect("dateline> ")

    def test_control_c_cancels_the_line_and_control_d_ends(self):
        self.terminal.type("half a li")
        self.terminal.expect("half a li")
        self.terminal.type("\x03")
        self.terminal.expect("dateline> ")
        self.assertIn("40 articles", self.ask("report"))
        self.terminal.type("\x04")
        self.assertEqual(self.terminal.exit_code(), FOUND)

    def test_control_c_right_behind_a_key_is_not_lost(self):
        for _ in range(50):
            self.terminal.type("some words\x15\x03")
            self.terminal.expect("\ndateline> ")

    def test_control_c_that_takes_a_key_with_it_is_not_lost(self):
        for _ in range(150):  # the terminal throws the Ctrl-U away, of which the program may have been told
            self.terminal.type(":fac\t")
            self.terminal.expect(":facet")
            self.terminal.type("\x15")
            self.terminal.type("\x03")
            self.terminal.expect("\ndateline> ")

    def test_quit_ends(self):
        self.terminal.type(":quit\r")
        self.assertEqual(self.terminal.exit_code(), FOUND)

    def test_the_history_is_kept(self):
        self.ask("mark7")
        self.terminal.type("\x04")
        self.terminal.exit_code()
        self.assertIn("mark7", (self.top / "state/dateline/history").read_text())
        self.terminal = self.start("prompt")
        self.terminal.type("\x1b[A")
        self.terminal.expect("mark7")
        self.terminal.type("\r")
        self.terminal.expect("1 article")

    def test_without_a_terminal_there_is_no_prompt(self):
        for arguments in ((), ("prompt",)):
            done = run(Programs.dateline, *arguments, env=self.env)
            self.assertEqual((done.returncode, done.stdout), (USAGE, ""))
            self.assertIn("dateline search ceasefire gaza", done.stderr)

    def test_no_archive_is_said_at_once(self):
        terminal = Terminal([Programs.dateline, "prompt", "--db", str(self.top / "none")], self.env)
        self.addCleanup(terminal.close)
        terminal.expect("hint: make one with")
        self.assertEqual(terminal.exit_code(), harness.ARCHIVE)


if __name__ == "__main__":
    harness.main()
