"""Completion as bash, zsh and fish do it, and that what is offered is what the programs take."""

import json
import os
import re
import shutil
import subprocess
import unittest

import harness
from harness import FOUND, USAGE, ArchiveTest, Programs, environment, made_up, run

BASH = r"""
source <("$1" completion bash)
name=$(basename "$1")
COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=() COMPREPLY=()
# As readline splits: at blanks, and at ':' and '='.
text=$2
while [[ $text =~ ^([[:space:]]*)([^[:space:]:=]+|[:=]+)(.*)$ ]]; do COMP_WORDS+=("${BASH_REMATCH[2]}"); text=${BASH_REMATCH[3]}; done
[[ $2 == *[[:space:]] ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
"_${name//-/_}_complete"
printf '%s\n' "${COMPREPLY[@]}"
"""


class Completion(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(20)]))
        self.env = dict(environment(), DATELINE_DB=str(self.db), TERM="xterm",
                        PATH=os.pathsep.join([os.path.dirname(Programs.dateline), os.path.dirname(Programs.dateline_index), os.environ["PATH"]]))

    def candidates(self, program, *words):
        done = run(program, "completion", "candidates", "--", *words, env=self.env)
        self.assertEqual(done.returncode, FOUND, done.stderr)
        kind, *lines = done.stdout.splitlines()
        return kind, [line.split("\t")[0] for line in lines]

    def test_every_option_that_is_offered_is_taken(self):
        for program in (Programs.dateline, Programs.dateline_index):
            commands = self.candidates(program, "")[1]
            self.assertGreater(len(commands), 7)
            for command in commands:
                words = [[command]] if command != "entities" else [[command, second] for second in self.candidates(program, command, "")[1]]
                for line in words:
                    options = self.candidates(program, *line, "--")[1]
                    text = run(program, "help", *line).stdout
                    self.assertEqual(set(options), set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", text, re.M)), line)

    def test_values_are_those_that_are_taken(self):
        for option in ("--sort", "--match", "--format", "--color", "--date-by", "--per", "--facet"):
            values = self.candidates(Programs.dateline, "search", option, "")[1]
            self.assertGreater(len(values), 1, option)
            for value in values:
                if (option, value) == ("--facet", "word"):
                    continue  # of compare and trends only
                extra = ["--facet", "date"] if option == "--date-by" else []
                self.assertNotEqual(run(Programs.dateline, "search", option, value, *extra, "report", env=self.env).returncode, USAGE, (option, value))
            self.assertEqual(self.candidates(Programs.dateline, "search", f"{option}={values[0]}")[1], [f"{option}={values[0]}"])
        self.assertEqual(self.candidates(Programs.dateline, "search", "--db", ""), ("folders", []))
        self.assertEqual(self.candidates(Programs.dateline_index, "add", "x")[0], "files")

    def test_words_fields_and_names_come_from_the_archive(self):
        self.assertIn("person:", self.candidates(Programs.dateline, "search", "pers")[1])
        self.assertIn("Ada Lovelace", self.candidates(Programs.dateline, "search", "--person", "Ada")[1])
        self.assertIn("--person=Ada Lovelace", self.candidates(Programs.dateline, "search", "--person=lovel")[1])
        self.assertIn("ceasefire", self.candidates(Programs.dateline, "search", "report", "ceasef")[1])
        self.assertIn("Osaka", self.candidates(Programs.dateline, "search", "--place", "Osa")[1])
        self.assertEqual(self.candidates(Programs.dateline, "search", "--db", "/nonexistent", "ceasef")[1], [], "no archive, no noise")

    def bash(self, program, line):
        done = subprocess.run(["bash", "-c", BASH, "bash", program, line], capture_output=True, text=True, env=self.env)
        self.assertEqual(done.stderr, "")
        return [word for word in done.stdout.split("\n") if word]

    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_bash(self):
        self.assertIn("search", self.bash(Programs.dateline, "dateline sea"))
        self.assertEqual(self.bash(Programs.dateline, "dateline search --fa"), ["--facet", "--facet-limit"])
        self.assertEqual(self.bash(Programs.dateline, "dateline search --sort new"), ["newest"])
        self.assertEqual(self.bash(Programs.dateline, "dateline search --sort=new"), ["newest"], "bash replaces what is behind '='")
        self.assertEqual(self.bash(Programs.dateline, "dateline search --person Ada"), ["Ada\\ Lovelace"])
        self.assertEqual(self.bash(Programs.dateline, "dateline search person:Ada"), ['\\"Ada\\ Lovelace\\"'])
        self.assertEqual(self.bash(Programs.dateline_index, "dateline-index entities me"), ["merge"])
        (self.folder / "some folder").mkdir()
        self.assertIn(str(self.folder / "some folder"), self.bash(Programs.dateline, f"dateline search --db {self.folder}/"))

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        def complete(line):
            script = f"{Programs.dateline} completion fish | source; {Programs.dateline_index} completion fish | source; complete -C '{line}'"
            done = subprocess.run(["fish", "--no-config", "-c", script], capture_output=True, text=True, env=dict(self.env, HOME=str(self.top)))
            return [row.split("\t")[0] for row in done.stdout.splitlines()], done.stderr

        for line, word in (("dateline sea", "search"), ("dateline search --facet-l", "--facet-limit"), ("dateline search --sort new", "newest"),
                           ("dateline search --person Ada", "Ada Lovelace"), ("dateline-index entities me", "merge")):
            found, errors = complete(line)
            self.assertIn(word, found, (line, errors))

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh(self):
        # The scripts are run with `compadd` replaced, which is what a key press would call.
        script = r"""
        autoload -Uz compinit && compinit -u -d "$HOME/.zcompdump"
        source <("$1" completion zsh)
        compadd() { local -a rest; while [[ $1 == -* ]]; do case $1 in -d|-S) shift 2;; -a) shift; print -rl -- "${(@P)1}"; return;; *) shift;; esac; done }
        shift; PREFIX=${@[-1]}; words=("$@"); CURRENT=$#
        "_${1//-/_}_complete"
        """
        def complete(program, *words):
            done = subprocess.run(["zsh", "-f", "-c", script, "zsh", program, *words], capture_output=True, text=True, env=dict(self.env, HOME=str(self.top)))
            return done.stdout.splitlines(), done.stderr

        for program, words, word in ((Programs.dateline, ("dateline", "sea"), "search"), (Programs.dateline, ("dateline", "search", "--sort", "new"), "newest"),
                                     (Programs.dateline, ("dateline", "search", "--person", "Ada"), "Ada Lovelace"),
                                     (Programs.dateline, ("dateline", "search", "pers"), "person:"),
                                     (Programs.dateline_index, ("dateline-index", "entities", "me"), "merge")):
            found, errors = complete(program, *words)
            self.assertIn(word, found, (words, errors))


if __name__ == "__main__":
    harness.main()
