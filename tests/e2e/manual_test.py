"""The manual pages are correct mdoc and name what the programs have. That they are made from the tables is tested in C++."""

import re
import shutil
import subprocess
import unittest

import harness
from harness import FOUND, ArchiveTest, Programs


class Manual(ArchiveTest):
    PAGES = ("dateline", "dateline-index")

    def page(self, name):
        return Programs.source / f"docs/man/{name}.1"

    def test_every_command_and_option_of_the_help_is_in_the_manual(self):
        for name, program in zip(self.PAGES, (Programs.dateline, Programs.dateline_index)):
            manual = self.page(name).read_text()
            described = set(re.findall(r"^\.It Fl -([a-z][a-z-]*)", manual, re.M))
            commands = re.findall(r"^\.It Cm ((?:entities )?[a-z][a-z-]*)", manual, re.M)
            self.assertGreater(len(commands), 5)
            options = set()
            for command in commands:
                done = harness.run(program, "help", *command.split()) if name == "dateline-index" else harness.run(program, "help", command)
                self.assertEqual(done.returncode, FOUND, done.stderr)
                options |= set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", done.stdout, re.M))
            self.assertEqual(described | {"version"}, options | {"version"})

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_mandoc_finds_no_fault(self):
        for name in self.PAGES:
            done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(self.page(name))], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout), (0, ""), name)


if __name__ == "__main__":
    harness.main()
