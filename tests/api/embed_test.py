"""Installs libdateline into a temporary prefix and builds the examples against it, as another project would.

Usage: embed_test.py SOURCE_DIR BUILD_DIR MAKE_ARCHIVE [unittest options]. Needs cmake, pkg-config, a C and a C++ compiler, nm.
"""

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        raise AssertionError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


class Embedding(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.root = Path(cls.folder.name)
        cls.prefix = cls.root / "prefix"
        run("cmake", "--install", BUILD, "--prefix", cls.prefix, "--component", "library")
        cls.library = next(cls.prefix.rglob("libdateline.so"))
        run(MAKE_ARCHIVE, cls.root / "archive")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def environment(self):
        return {**os.environ, "LD_LIBRARY_PATH": str(self.library.parent),
                "PKG_CONFIG_PATH": str(self.library.parent / "pkgconfig")}

    def check_search(self, program):
        out = run(program, self.root / "archive", "cease-fire", env=self.environment())
        self.assertIn("1 articles\n1. Talks in Doha (2024-08-16)\n", out)
        self.assertIn("person: Joe Biden (1)\n", out)
        wrong = subprocess.run([program, self.root / "archive", "(("], env=self.environment(), capture_output=True, text=True)
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("error 2: ", wrong.stderr)

    def check_evidence(self, program):
        out = run(program, self.root / "archive", "joe biden", env=self.environment())
        self.assertEqual(out, "Joe Biden: 1 articles, last 2024-08-16\na:27: Joe Biden called.\n")
        wrong = subprocess.run([program, self.root / "archive", "Joe Bidden"], env=self.environment(), capture_output=True,
                               text=True)
        self.assertEqual((wrong.returncode, wrong.stderr), (1, "did you mean Joe Biden?\n"))

    def test_pkg_config_is_enough_for_c_and_cpp(self):
        for compiler, source, standard in (("cc", "search.c", "c11"), ("c++", "search.cc", "c++20")):
            flags = run("pkg-config", "--cflags", "--libs", "dateline", env=self.environment()).split()
            program = self.root / f"pkg_{source}"
            warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]
            run(compiler, f"-std={standard}", *warnings, SOURCE / "examples/embed" / source, *flags, "-o", program)
            self.check_search(program)

    def test_find_package_is_enough(self):
        build = self.root / "cmake"
        run("cmake", "-S", SOURCE / "examples/embed", "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}")
        run("cmake", "--build", build)
        for name in ("search_c", "search_cc"):
            self.check_search(build / name)
        self.check_evidence(build / "evidence")

    def test_nothing_but_the_c_abi_is_exported(self):
        lines = run("nm", "-D", "--defined-only", self.library).splitlines()
        names = [line.split()[-1] for line in lines]
        self.assertGreater(len(names), 50)
        self.assertEqual([name for name in names if not name.startswith("dateline_")], [])
        header = "".join(path.read_text() for path in (self.prefix / "include").glob("dateline*.h"))
        self.assertEqual([name for name in names if f"{name}(" not in header], [], "exported, but in no header")

    def test_the_library_names_its_abi(self):
        self.assertRegex(run("readelf", "-d", self.library), r"SONAME.*\[libdateline\.so\.\d+\]")
        self.assertTrue(self.library.is_symlink())

    def test_examples_stay_short(self):
        for name in ("search.c", "search.cc", "evidence.cc"):
            self.assertLess(len((SOURCE / "examples/embed" / name).read_text().splitlines()), 60, name)


if __name__ == "__main__":
    SOURCE, BUILD, MAKE_ARCHIVE = (Path(argument) for argument in sys.argv[1:4])
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)
