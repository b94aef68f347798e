"""Odd input: each kind gets a clear message that names file and record, is counted as rejected, and the rest is indexed."""

import gzip
import json
import os
import subprocess

import harness
from harness import FOUND, NOTHING, REJECTED, USAGE, ArchiveTest, Programs, jsonl, made_up

GOOD = "Trams returned to the old bridge in Tallinn on Tuesday, and the word is beacon.\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0\0\0" + bytes(range(256)) * 40


class RejectedInput(ArchiveTest):
    def reject(self, name, content, *words, record=None):
        """`content` is rejected beside a good article, with a message that has the file's name and `words`."""
        self.write("good.txt", GOOD)
        path = self.write(name, content)
        done = self.index("add", self.folder, expect=REJECTED)
        self.assertEqual(self.count("beacon"), 1, "the rest is indexed")
        self.expect_named(done.stderr, path.name, record, words)
        listed = self.index("status", "--rejected").stdout
        self.assertIn(path.name, listed)
        self.assert_clean()
        return done

    def expect_named(self, stderr, name, record, words):
        lines = [line for line in stderr.splitlines() if name in line]
        self.assertTrue(lines, stderr)
        if record is not None:
            self.assertTrue(any(f"{name}:{record}:" in line for line in lines), stderr)
        for word in words:
            self.assertIn(word.lower(), "\n".join(lines).lower())

    def test_an_empty_file(self):
        self.reject("nothing.txt", b"", "empty")

    def test_a_file_of_white_space(self):
        self.reject("blank.txt", b" \n\n\t\n")

    def test_a_picture_called_txt(self):
        self.reject("picture.txt", PNG)

    def test_nul_bytes(self):
        self.reject("nul.txt", b"Some text\0with NUL bytes \0\0 in the middle of it.\n" * 20)

    def test_a_line_that_is_no_json(self):
        lines = jsonl([made_up(1)]) + "{\"text\": \"cut of\n" + jsonl([made_up(2)])
        self.reject("wire.jsonl", lines, record=2)
        self.assertEqual(self.count("mark1 OR mark2"), 2)

    def test_json_without_text(self):
        lines = jsonl([made_up(1), {"id": "x", "title": "No text"}, made_up(2), {"id": "y", "text": {"a": 1}}, ["list"]])
        done = self.reject("wire.jsonl", lines, "text", record=2)
        self.expect_named(done.stderr, "wire.jsonl", 4, [])
        self.expect_named(done.stderr, "wire.jsonl", 5, [])
        self.assertEqual(self.count("mark1 OR mark2"), 2)

    def test_json_nested_very_deep(self):
        lines = '{"text":' + "[" * 100000 + "\n" + jsonl([made_up(1)])
        self.reject("deep.jsonl", lines, record=1)
        self.assertEqual(self.count("mark1"), 1)

    def test_a_gzip_stream_that_is_cut_off(self):
        whole = gzip.compress(jsonl([made_up(n) for n in range(200)]).encode())
        self.reject("cut.jsonl.gz", whole[: len(whole) * 2 // 3])

    def test_a_line_over_the_limit_is_rejected_and_the_rest_is_read(self):
        # More than any limit on one record, kept small on disk by gzip.
        path = self.folder / "long.jsonl.gz"
        with gzip.open(path, "wb", compresslevel=1) as out:
            out.write(jsonl([made_up(1)]).encode())
            out.write(b'{"text":"')
            for _ in range(200):
                out.write(b"a" * (1 << 20))
            out.write(b'"}\n')
            out.write(jsonl([made_up(2)]).encode())
        done = self.index("add", path, expect=REJECTED)
        self.expect_named(done.stderr, "long.jsonl.gz", 2, [])
        self.assertEqual(self.count("mark1 OR mark2"), 2)

    def test_a_loop_of_folders(self):
        self.write("a/good.txt", GOOD)
        (self.folder / "a/again").symlink_to(self.folder, target_is_directory=True)
        done = self.index("add", self.folder, expect=REJECTED)
        self.expect_named(done.stderr, "again", None, [])
        self.assertEqual(self.count("beacon"), 1)

    def test_a_link_to_nothing(self):
        self.write("good.txt", GOOD)
        (self.folder / "dangling.txt").symlink_to("nowhere")
        done = self.index("add", self.folder, expect=REJECTED)
        self.expect_named(done.stderr, "dangling.txt", None, [])
        self.assertEqual(self.count("beacon"), 1)

    def test_a_pipe_among_the_files_does_not_block(self):
        self.write("good.txt", GOOD)
        os.mkfifo(self.folder / "pipe.txt")
        done = self.index("add", self.folder, expect=REJECTED)
        self.expect_named(done.stderr, "pipe.txt", None, [])

    def test_a_file_without_rights(self):
        self.write("good.txt", GOOD)
        path = self.write("secret.txt", GOOD)
        path.chmod(0)
        user = self.without_rights()
        done = subprocess.run([Programs.dateline_index, "add", "--db", str(self.db), str(self.folder)], capture_output=True, text=True,
                              env=harness.environment(), timeout=harness.PATIENCE, user=user)
        self.assertEqual(done.returncode, REJECTED, done.stderr)
        self.expect_named(done.stderr, "secret.txt", None, ["permission"])
        self.assertEqual(self.count("beacon"), 1)

    def without_rights(self):
        """Root may read everything, so root runs the program as nobody; None for others."""
        if os.geteuid() != 0:
            return None
        nobody = 65534
        for path in (self.top, *self.top.rglob("*")):
            os.chown(path, nobody, nobody)
        try:
            subprocess.run([Programs.dateline_index, "--version"], capture_output=True, check=True, user=nobody)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("nobody may not run the program from this folder")
        return nobody

    def test_a_rejected_article_is_taken_once_it_is_mended(self):
        path = self.write("wire.jsonl", "no json\n")
        self.index("add", self.folder, expect=REJECTED)
        path.write_text(jsonl([made_up(1)]))
        self.index("add", self.folder)
        self.assertEqual(self.count("mark1"), 1)
        self.assertNotIn("wire.jsonl", self.index("status", "--rejected").stdout)

    def test_a_rejected_article_is_named_again_by_the_next_run(self):
        self.write("wire.jsonl", jsonl([made_up(1)]) + "no json\n")
        self.index("add", self.folder, expect=REJECTED)
        self.index("add", self.folder, expect=REJECTED)


class AcceptedInput(ArchiveTest):
    def only_hit(self, *query):
        hits = self.search(*query)["hits"]
        self.assertEqual(len(hits), 1, query)
        return hits[0]

    def test_crlf_and_a_byte_order_mark(self):
        self.write("dos.txt", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
        self.index("add", self.folder)
        hit = self.only_hit("Tallinn beacon")
        self.assertNotIn("\r", json.dumps(hit))
        self.assertTrue(hit["title"].startswith("Trams"), hit["title"])

    def test_a_byte_order_mark_before_json(self):
        self.write("wire.jsonl", b"\xef\xbb\xbf" + jsonl([made_up(1)]).replace("\n", "\r\n").encode())
        self.index("add", self.folder)
        self.only_hit("mark1")

    def test_windows_1252_and_latin_1(self):
        story = "Café owners in Besançon were “très surpris” on Monday — the naïve façade of the château cost €5 million. "
        self.write("windows.txt", (story * 5).encode("cp1252"))
        latin = "Die Bürger von Zürich hörten am Montag die Glocken der größten Kirche; später grüßte der Bürgermeister. "
        self.write("latin.txt", (latin * 5).encode("latin-1"))
        self.index("add", self.folder)
        self.assertIn("“", self.only_hit("besançon")["snippet"] + self.only_hit("surpris")["snippet"])
        self.assertTrue(self.only_hit("bürgermeister")["path"].endswith("latin.txt"))

    def test_the_windows_1252_example(self):
        self.index("add", Programs.source / "examples/articles/notre-dame.txt")
        hit = self.only_hit("élysée")
        self.assertTrue(hit["title"].startswith("Notre-Dame"), hit["title"])

    def test_windows_1252_in_single_lines_of_json(self):
        odd = '{"id":"odd","text":"A café in Besançon served “tea” on Monday."}\n'.encode("cp1252")
        self.write("wire.jsonl", jsonl([made_up(1)]).encode() + odd + jsonl([dict(made_up(2), text="Mark2 in Zürich.")]).encode())
        self.index("add", self.folder)
        self.assertIn("“", self.only_hit("besançon")["snippet"])
        self.assertEqual(self.count("mark1 OR zürich"), 2)

    def test_blank_lines_between_records_and_no_newline_at_the_end(self):
        self.write("wire.jsonl", "\n" + jsonl([made_up(1)]) + "\n\n" + jsonl([made_up(2)]).rstrip("\n"))
        self.index("add", self.folder)
        self.assertEqual(self.count("mark1 OR mark2"), 2)

    def test_names_with_spaces_quotes_and_bytes_that_are_no_utf8(self):
        self.write("a name with 'quotes' and \"more\".txt", GOOD)
        odd = os.fsencode(str(self.folder)) + b"/odd-\xff.txt"
        with open(odd, "wb") as out:
            out.write(GOOD.replace("beacon", "lantern").encode())
        done = self.index("add", self.folder, expect=None)
        self.assertIn(done.returncode, (FOUND, REJECTED), done.stderr)
        self.only_hit("beacon")
        self.search("lantern")  # found or named as rejected, the JSON is valid either way
        self.assert_clean()

    def test_hidden_files_are_passed_over(self):
        self.write(".hidden.txt", GOOD)
        self.write(".git/config.txt", GOOD)
        self.write("seen.txt", GOOD)
        self.index("add", self.folder)
        self.assertEqual(self.count("beacon"), 1)

    def test_a_path_that_does_not_exist_ends_the_run_before_anything_is_read(self):
        good = self.write("good.txt", GOOD)
        done = self.index("add", good, self.folder / "missing.txt", expect=None)
        self.assertEqual(done.returncode, USAGE, done.stderr)
        self.assertIn("missing.txt", done.stderr)

    def test_two_records_with_one_id_are_one_article(self):
        self.write_jsonl("wire.jsonl", [made_up(1), dict(made_up(2), id="made-1")])
        self.index("add", self.folder, expect=None)
        self.assertEqual(self.count("*"), 1)
        self.assert_clean()

    def test_an_empty_folder_is_nothing_to_do(self):
        done = self.index("add", self.folder, expect=None)
        self.assertIn(done.returncode, (FOUND, NOTHING), done.stderr)


if __name__ == "__main__":
    harness.main()
