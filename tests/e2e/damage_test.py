"""Damaged archives: each kind gives a clear error and exit code 3, nothing is lost, and `rebuild` repairs what is derived."""

import shutil

import harness
from harness import ARCHIVE, ArchiveTest, answers, assert_same_answers, made_up


class Damage(ArchiveTest):
    def setUp(self):
        super().setUp()
        self.index("add", self.write_jsonl("a.jsonl", [made_up(n) for n in range(80)]))
        self.index("add", self.write_jsonl("b.jsonl", [made_up(n, seed=1) for n in range(70, 90)]))
        self.before = answers(self, self.db)
        self.refused = 0

    # -- what is expected

    def assert_refused(self, *programs, naming=""):
        """Those of search, check and add that must see it exit with 3, say why, and name the way out."""
        self.refused += 1
        more = self.write_jsonl("more.jsonl", [made_up(500 + self.refused)])
        commands = {"search": lambda: self.query("search", "report", expect=None), "check": lambda: self.index("check", expect=None),
                    "add": lambda: self.index("add", more, expect=None)}
        for program in programs:
            done = commands[program]()
            self.assertEqual(done.returncode, ARCHIVE, f"{program}: {done.stdout} {done.stderr}")
            said = done.stdout + done.stderr
            self.assertIn("rebuild", said, program)
            if naming and program == "check":
                self.assertIn(naming, said)

    def assert_rebuild_repairs(self):
        self.index("rebuild")
        self.assert_clean()
        # An article that was refused may be in the catalog already; it is no damage if so.
        self.index("remove", f"made-{500 + self.refused}", expect=None)
        assert_same_answers(self, self.before, answers(self, self.db))

    # -- ways to break it

    def live(self):
        """The number in the names of the live generation's files."""
        return next(p.name.split(".")[1] for p in self.db.glob("entities.*.data"))

    def truncate(self, path, part=0.5):
        size = path.stat().st_size
        with open(path, "r+b") as file:
            file.truncate(int(size * part))

    def flip(self, path):
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 0x5A
        path.write_bytes(content)

    def column_files(self):
        return [f"{column}.{self.live()}.{part}" for column in ("entities", "tokens", "lexicon") for part in ("data", "index")]

    # -- derived files

    def test_truncated_columns(self):
        for name in self.column_files():
            with self.subTest(name):
                self.truncate(self.db / name.replace(name.split(".")[1], self.live()))
                self.assert_refused("search", "check", "add", naming=name.split(".")[0])
                self.assert_rebuild_repairs()

    def test_missing_columns(self):
        for name in self.column_files():
            with self.subTest(name):
                (self.db / name.replace(name.split(".")[1], self.live())).unlink()
                self.assert_refused("search", "check", "add", naming=name.split(".")[0])
                self.assert_rebuild_repairs()

    def test_flipped_bytes_in_columns_are_found_by_check(self):
        for name in self.column_files():
            with self.subTest(name):
                self.flip(self.db / name.replace(name.split(".")[1], self.live()))
                self.assert_refused("check", naming=name.split(".")[0])
                done = self.query("search", "report", expect=None)
                self.assertIn(done.returncode, (0, ARCHIVE), "wrong at worst, never a crash")
                self.assert_rebuild_repairs()

    def test_bytes_beyond_the_committed_length_are_a_crashs_leavings(self):
        for name in self.column_files():
            with open(self.db / name, "ab") as file:
                file.write(b"leavings" * 1000)
        self.assertEqual(answers(self, self.db), self.before)
        self.index("add", self.write_jsonl("more.jsonl", [made_up(500)]))
        self.assertEqual(self.count("mark500"), 1)
        self.assert_clean()

    def test_deleted_xapian_tables(self):
        for table in ("postlist.glass", "docdata.glass", "termlist.glass", "iamglass"):
            with self.subTest(table):
                (path,) = (self.db / "xapian").glob(f"*/{table}")
                path.unlink()
                self.assert_refused("check", *([] if table == "termlist.glass" else ["search"]))
                self.assert_rebuild_repairs()

    def test_damaged_xapian_tables(self):
        for table in ("postlist.glass", "docdata.glass"):
            with self.subTest(table):
                (path,) = (self.db / "xapian").glob(f"*/{table}")
                path.write_bytes(b"\xA5" * path.stat().st_size)
                self.assert_refused("check", "search")
                self.assert_rebuild_repairs()

    def test_the_whole_index_deleted(self):
        shutil.rmtree(self.db / "xapian")
        self.assert_refused("search")
        self.assert_rebuild_repairs()

    def test_a_stub_with_garbage(self):
        stub = self.db / "xapian/XAPIANDB"
        for content in (b"", b"garbage\0\xff\n", b"auto 999999\n", b"auto ../../elsewhere\n", b"remote example.org:1\n", b"\n" * 100000):
            with self.subTest(content[:30]):
                stub.write_bytes(content)
                self.assert_refused("search", "check", "add")
                self.assert_rebuild_repairs()

    # -- the catalog

    def copy_catalog(self, source, target):
        for name in ("catalog.sqlite3", "catalog.sqlite3-wal", "catalog.sqlite3-shm"):
            (target / name).unlink(missing_ok=True)
            if (source / name).exists():
                shutil.copy(source / name, target / name)

    def test_the_catalog_of_another_archive(self):
        other = self.top / "other"
        self.index("add", self.write_jsonl("other.jsonl", [made_up(n) for n in range(1000, 1030)]), db=other)
        self.copy_catalog(other, self.db)
        self.assert_refused("search", "check", "add")
        self.before = answers(self, other)
        self.assert_rebuild_repairs()

    def test_a_catalog_restored_from_an_older_copy(self):
        backup = self.top / "backup"
        backup.mkdir()
        self.copy_catalog(self.db, backup)
        self.index("add", self.write_jsonl("c.jsonl", [made_up(n, seed=2) for n in range(60, 120)]))
        self.copy_catalog(backup, self.db)
        self.assert_refused("search", "check", "add")
        self.assert_rebuild_repairs()

    def test_a_catalog_with_garbage_is_named_and_left_alone(self):
        catalog = self.db / "catalog.sqlite3"
        whole = catalog.read_bytes()
        for content in (b"garbage" * 1000, whole[:4096], b""):
            with self.subTest(content[:7]):
                catalog.write_bytes(content)
                for done in (self.query("search", "report", expect=None), self.index("check", expect=None), self.index("rebuild", expect=None),
                             self.index("add", self.folder / "a.jsonl", expect=None)):
                    self.assertEqual(done.returncode, ARCHIVE, done.stderr)
                    self.assertIn("archive", done.stderr)
                self.assertEqual(catalog.read_bytes(), content, "what may still be rescued is not touched")
        catalog.write_bytes(whole)
        self.assertEqual(answers(self, self.db), self.before)

    def test_a_missing_catalog_is_not_replaced_by_an_empty_one(self):
        catalog = self.db / "catalog.sqlite3"
        catalog.rename(self.top / "kept.sqlite3")
        for command in (["rebuild"], ["check"], ["add", self.folder / "a.jsonl"]):
            self.index(*command, expect=ARCHIVE)
        self.query("search", "report", expect=ARCHIVE)
        self.assertFalse(catalog.exists() and catalog.stat().st_size)
        catalog.unlink(missing_ok=True)
        (self.top / "kept.sqlite3").rename(catalog)
        self.assertEqual(answers(self, self.db), self.before)

    def test_a_newer_version_is_refused(self):
        import sqlite3
        with sqlite3.connect(self.db / "catalog.sqlite3") as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        for done in (self.query("search", "report", expect=None), self.index("add", self.folder / "a.jsonl", expect=None),
                     self.index("rebuild", expect=None)):
            self.assertEqual(done.returncode, ARCHIVE, done.stderr)
            self.assertRegex(done.stderr.lower(), "version|newer")


if __name__ == "__main__":
    harness.main()
