"""The rules of the house, read from the sources: which room includes what, where libraries may appear, how files begin.

Usage: layering_test.py SOURCE_DIR [unittest options]. Knows nothing of the build.
"""

import re
import subprocess
import sys
import unittest
from pathlib import Path

SOURCES = {".h", ".hpp", ".cc", ".c", ".inc"}
ROOMS = ("schema", "shared", "indexer", "query")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
DEFINE = re.compile(r"^\s*#\s*define\s+(\w+)", re.M)
# The C headers have to speak C: their guards, their versions and their visibility are macros.
C_HEADERS = {f"query/api/include/{name}.h" for name in
             ("dateline", "dateline_explore", "dateline_explain", "dateline_saved",
              "dateline_analysis", "dateline_history")}
PUBLIC_HEADERS = {"dateline.h", "dateline.hpp", "dateline_analysis.h",
                  "dateline_analysis.hpp", "dateline_entities.hpp", "dateline_explain.h", "dateline_explain.hpp",
                  "dateline_explore.h", "dateline_explore.hpp", "dateline_history.h", "dateline_history.hpp",
                  "dateline_saved.h", "dateline_saved.hpp", "dateline_values.hpp"}
MACHINE_PATH = re.compile(r"(?<![\w.$}])/(?:work|home/\w+|root|Users/\w+)/[\w.]")


def allowed_rooms(path):
    """Prefixes of what the file at `path` may include with quotes; None: everything."""
    if path.startswith("schema/"):
        return ("schema/",)
    if path.startswith("shared/"):
        return ("schema/", "shared/")
    if path.startswith("indexer/"):
        return ("schema/", "shared/", "indexer/")
    if path.startswith("query/cli/"):
        return ("query/cli/", "shared/command_line/")
    if path.startswith("query/api/include/"):
        return ()
    if path.startswith("query/parser/"):
        return ("schema/", "shared/", "query/parser/")
    if path.startswith("query/engine/"):
        return ("schema/", "shared/", "query/parser/", "query/engine/")
    if path.startswith("query/"):
        return ("schema/", "shared/", "query/parser/", "query/engine/", "query/api/")
    return None


def may_include_public(path):
    return not path.startswith(("schema/", "shared/", "indexer/", "query/parser/", "query/engine/"))


def library_problem(path, header):
    name = path.rsplit("/", 1)[-1]
    if path.startswith(("tests/", "bench/", "examples/")):
        return None
    if header == "xapian.h" or header.startswith("xapian/"):
        return None if name.startswith("xapian_") else "Xapian outside of xapian_* files"
    if header == "sqlite3.h":
        return None if name.startswith("sqlite_") else "SQLite outside of sqlite_* files"
    if header in ("archive.h", "archive_entry.h"):
        return None if name.startswith("libarchive_") else "libarchive outside of libarchive_* files"
    if header.startswith("libxml/"):
        return None if name.startswith("libxml_") else "libxml2 outside of libxml_* files"
    if header.startswith("poppler"):
        return None if name.startswith("poppler_") else "poppler outside of poppler_* files"
    if header.startswith("cld2/"):
        return None if name.startswith("cld2_") else "CLD2 outside of cld2_* files"
    if header.startswith("boost/"):
        return None if "options" in name and name.endswith(".cc") else "Boost outside of *options*.cc"
    return None


def quoted_problem(path, header):
    if header in PUBLIC_HEADERS:
        return None if may_include_public(path) else "the public API inside what it is made of"
    if header.startswith(".") or "/../" in header or "/" not in header:
        return "not written from the repository root"
    rooms = allowed_rooms(path)
    if rooms is not None and not header.startswith(rooms):
        return "not for this room"
    return None


def include_problems(path, text):
    problems = []
    for quote, header in INCLUDE.findall(text):
        generated = header.startswith("indexer/formats/") and header.endswith(".inc")
        if quote == "<":
            problem = library_problem(path, header)
            if header in PUBLIC_HEADERS and not may_include_public(path):
                problem = "the public API inside what it is made of"
            if problem is None and header.startswith(tuple(room + "/" for room in ROOMS)):
                problem = "a header of ours in angle brackets"
        else:
            problem = None if generated and path.startswith("indexer/formats/") else quoted_problem(path, header)
        if problem:
            problems.append(f"{path}: includes {header}: {problem}")
    return problems


def head_problems(path, text):
    comment = "//" if path.endswith(tuple(SOURCES)) else "--" if path.endswith(".sql") else "#"
    if path.endswith(".py"):
        first = text.split("\n", 2)
        begins = first[1] if first[0].startswith("#!") and len(first) > 1 else first[0]
        return [] if begins.startswith(('"""', "#")) else [f"{path}: does not begin with a comment on what it is for"]
    begins = text.lstrip("\n")
    if comment == "//" and begins.startswith("/*"):
        return []
    return [] if begins.startswith(comment) else [f"{path}: does not begin with a comment on what it is for"]


def macro_problems(path, text):
    if path in C_HEADERS:
        return [f"{path}: macro {name}" for name in DEFINE.findall(text) if not name.startswith("DATELINE_")]
    problems = [f"{path}: macro {name}" for name in DEFINE.findall(text)]
    if path.endswith((".h", ".hpp")) and not re.search(r"^#pragma once$", text, re.M):
        problems.append(f"{path}: no #pragma once")
    return problems


def machine_problems(path, text):
    return [f"{path}: a path of one machine: {found.group(0)}" for found in MACHINE_PATH.finditer(text)]


def tracked_files(root):
    """Paths from the root, of git where there is a checkout, else of the folder."""
    listed = subprocess.run(["git", "-C", str(root), "-c", "safe.directory=*", "ls-files"], capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        return [p for p in listed.stdout.splitlines() if (root / p).is_file()]
    return [p.relative_to(root).as_posix() for p in sorted(root.rglob("*"))
            if p.is_file() and p.relative_to(root).parts[0] not in (".git", "build")]


class TheRules(unittest.TestCase):
    """That the checker finds what it is for."""

    def test_rooms_see_only_what_they_may(self):
        for path, line in [
            ("shared/base/a.cc", '#include "indexer/formats/a.h"'),
            ("shared/base/a.cc", '#include "query/engine/search.h"'),
            ("indexer/ingest/a.cc", '#include "query/engine/search.h"'),
            ("query/engine/a.cc", '#include "indexer/formats/a.h"'),
            ("query/parser/a.cc", '#include "query/engine/search.h"'),
            ("query/cli/a.cc", '#include "shared/base/result.h"'),
            ("query/cli/a.cc", '#include "query/engine/search.h"'),
            ("query/engine/a.cc", '#include "dateline.h"'),
            ("indexer/commands/a.cc", "#include <dateline.hpp>"),
            ("query/api/include/dateline.hpp", '#include "shared/base/result.h"'),
            ("schema/a.h", '#include "shared/base/result.h"'),
            ("indexer/ingest/a.cc", '#include "../formats/a.h"'),
            ("indexer/ingest/a.cc", '#include "a.h"'),
            ("shared/store/catalog.cc", "#include <sqlite3.h>"),
            ("query/engine/compile.cc", "# include <xapian.h>"),
            ("indexer/pages/read_page.cc", "#include <libxml/HTMLparser.h>"),
            ("indexer/formats/xml_tree.cc", "#include <libxml/parser.h>"),
            ("indexer/formats/format_pdf.cc", "#include <poppler-document.h>"),
            ("indexer/cleaning/text_language.cc", "#include <cld2/public/encodings.h>"),
            ("indexer/commands/main.cc", "#include <boost/program_options.hpp>"),
            ("indexer/commands/main.cc", "#include <shared/base/result.h>"),
        ]:
            self.assertTrue(include_problems(path, line + "\n"), f"{path}: {line}")

    def test_rooms_may_see_what_is_theirs(self):
        for path, line in [
            ("shared/store/sqlite_catalog.cc", "#include <sqlite3.h>"),
            ("query/engine/xapian_compile.cc", "#include <xapian.h>"),
            ("indexer/pages/libxml_page_parser.cc", "#include <libxml/HTMLparser.h>"),
            ("indexer/formats/libxml_tree.cc", "#include <libxml/parser.h>"),
            ("indexer/formats/poppler_document.cc", "#include <poppler-document.h>"),
            ("indexer/cleaning/cld2_language.cc", "#include <cld2/public/encodings.h>"),
            ("indexer/commands/add_options.cc", "#include <boost/program_options.hpp>"),
            ("query/cli/main.cc", '#include "dateline.hpp"'),
            ("query/cli/main.cc", '#include <dateline.hpp>'),
            ("query/api/c_api.cc", '#include "dateline.h"'),
            ("query/engine/a.cc", '#include "query/parser/query_tree.h"'),
            ("tests/store/a_test.cc", '#include "shared/store/sqlite_catalog.h"'),
            ("query/cli/help.cc", '#include "shared/command_line/help_text.h"'),
        ]:
            self.assertEqual(include_problems(path, line + "\n"), [], f"{path}: {line}")

    def test_heads_macros_and_paths_are_looked_at(self):
        self.assertTrue(head_problems("shared/a.cc", "#include <string>\n"))
        self.assertEqual(head_problems("shared/a.cc", "// What it is for.\n"), [])
        self.assertTrue(macro_problems("shared/a.h", "// A.\n#pragma once\n#define TWICE(x) x x\n"))
        self.assertTrue(macro_problems("shared/a.h", "// A.\n"))
        self.assertTrue(machine_problems("README.md", "see /wo" + "rk/main/x"))
        self.assertEqual(machine_problems("README.md", "framework/x and https://a.example/work/x"), [])


class TheSources(unittest.TestCase):
    root = Path(".")

    def problems(self, suffixes, check):
        found, seen = [], 0
        for path in tracked_files(self.root):
            if Path(path).suffix not in suffixes:
                continue
            seen += 1
            found += check(path, (self.root / path).read_text(encoding="utf-8", errors="replace"))
        self.assertGreater(seen, 0, "no sources found")
        return "\n".join(found)

    def test_includes_follow_the_rooms(self):
        self.assertEqual(self.problems(SOURCES, include_problems), "")

    def test_every_file_says_what_it_is_for(self):
        self.assertEqual(self.problems(SOURCES | {".py", ".sh", ".sql"}, head_problems), "")

    def test_there_are_no_macros(self):
        self.assertEqual(self.problems(SOURCES, macro_problems), "")

    def test_no_machine_is_named(self):
        kinds = SOURCES | {".py", ".sh", ".sql", ".md", ".txt", ".cmake", ".json", ".in", ""}
        self.assertEqual(self.problems(kinds, machine_problems), "")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    TheSources.root = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
