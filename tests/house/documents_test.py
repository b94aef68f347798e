"""The documents say what is: packages of ./dev, files that are named, and examples that are ours to publish.

Usage: documents_test.py SOURCE_DIR [unittest options].
"""

import gzip
import json
import re
import subprocess
import sys
import unittest
from pathlib import Path

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs/ARCHITECTURE.md", "docs/dependencies.md", "examples/README.md")


class Documents(unittest.TestCase):
    root = Path(".")

    def read(self, name):
        return (self.root / name).read_text(encoding="utf-8")

    def test_every_package_has_its_reason(self):
        lists = re.findall(r"^packages_\w+='([^']*)'", self.read("dev"), re.M)
        packages = [package for one in lists for package in one.split()]
        self.assertGreater(len(packages), 15)
        reasons = self.read("docs/dependencies.md")
        self.assertEqual([p for p in packages if f"`{p}`" not in reasons], [])
        named = re.findall(r"^\| (`.+?) \|", reasons, re.M)
        listed = [p for row in named for p in re.findall(r"`([^`]+)`", row)]
        self.assertEqual([p for p in listed if p not in packages], [], "a package nobody installs")

    def test_files_that_are_named_exist(self):
        gone = []
        for document in DOCUMENTS:
            text = self.read(document)
            named = re.findall(r"`((?:schema|shared|indexer|query|tests|bench|docs|examples|cmake)/[\w./-]*)`", text)
            linked = [link for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text) if "://" not in link]
            base = (self.root / document).parent
            gone += [f"{document}: {name}" for name in named if not re.search("NAME|ROOM", name) and not (self.root / name).exists()]
            gone += [f"{document}: {name}" for name in linked if not (base / name).exists()]
        self.assertEqual(gone, [])

    def test_the_scripts_are_correct_shell(self):
        for script in ("dev", ".ci/run", "examples/demo.sh"):
            done = subprocess.run(["sh", "-n", str(self.root / script)], capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""), script)

    def test_dev_explains_itself_and_refuses_what_it_does_not_know(self):
        known = subprocess.run([str(self.root / "dev"), "help"], capture_output=True, text=True)
        self.assertEqual(known.returncode, 0, known.stderr)
        for command in ("build", "demo", "test", "lint", "manual", "bench", "clean"):
            self.assertRegex(known.stdout, rf"(?m)^  {command}\b")
        self.assertEqual(subprocess.run([str(self.root / "dev"), "tset"], capture_output=True).returncode, 2)

    def test_the_examples_are_of_several_formats_and_spellings(self):
        folder = self.root / "examples/articles"
        lines = self.read("examples/articles/wire.jsonl") + gzip.decompress((folder / "archive/courier.jsonl.gz").read_bytes()).decode()
        records = [json.loads(line) for line in lines.splitlines()]
        pages = [path.read_bytes() for path in folder.glob("*.txt")]
        self.assertGreaterEqual(len(records) + len(pages), 12)
        with self.assertRaises(UnicodeDecodeError):
            (folder / "notre-dame.txt").read_bytes().decode("utf-8")
        everything = lines.lower() + b"\n".join(pages).decode("utf-8", "replace").lower()
        for spelling in ("ceasefire", "cease-fire", "cease fire"):
            self.assertIn(spelling, everything)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    Documents.root = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
