"""The manual of dateline-index names the commands and options that the program has, and no others."""

import re

import harness
from harness import FOUND, ArchiveTest, Programs


class Manual(ArchiveTest):
    def help_of(self, *topic):
        done = harness.run(Programs.dateline_index, "help", *topic)
        self.assertEqual(done.returncode, FOUND, done.stderr)
        return done.stdout

    def test_names_what_the_program_has_and_nothing_else(self):
        manual = (Programs.source / "docs/man/dateline-index.1").read_text()
        commands = set(re.findall(r"^  (?:\[add\]|((?:entities )?[a-z][a-z-]*)) ", self.help_of().split("Commands:")[1] + self.help_of("entities"), re.M))
        commands = {command for command in commands if command and command != "entities"} | {"add"}
        self.assertGreater(len(commands), 20)
        options = set()
        for command in commands:
            self.assertTrue(re.search(rf"(?m)^\.It Cm {command}( |$)", manual), command)
            text = self.help_of(*command.split())
            options |= set(re.findall(r"^  (?:-\w \[ )?--([a-z-]+)", text, re.M))
        options.add("version")
        self.assertEqual(set(re.findall(r"Fl -([a-z][a-z-]*)", manual)), options)
        described = set(re.findall(r"^\.It Cm ((?:entities )?[a-z-]+)(?: |$)", manual, re.M))
        self.assertEqual(described, commands)


if __name__ == "__main__":
    harness.main()
