"""What add does with its options: tells before it writes, stops at a limit, reads lists of feeds, prunes no more than it
knows."""

import fcntl
import functools
import gzip
import http.server
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import threading
import unittest
import zipfile

import harness
from harness import FOUND, LOCKED, REJECTED, USAGE, ArchiveTest, Programs, environment, jsonl, made_up


def feed(*entries):
    """RSS with an entry for each name."""
    items = "".join(f"<item><guid>{name}</guid><title>Headline of {name}</title><description>The {name} ferry came to the harbor in the morning, "
                    "and the council said that it would stay.</description></item>" for name in entries)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbor Gazette</title>{items}</channel></rss>'


def aged(path):
    """Old enough that its time stamp is trusted."""
    os.utime(path, ns=(10**18, 10**18 + path.stat().st_size))
    return path


class AddTest(ArchiveTest):
    def report(self, *arguments, expect=FOUND):
        return json.loads(self.index("add", "--json", *arguments, expect=expect).stdout)

    def counts(self, report):
        return tuple(report[name] for name in ("added", "changed", "unchanged", "removed", "rejected"))

    def everything(self):
        """All files of the archive with their bytes."""
        return {path.name: path.read_bytes() for path in sorted(self.db.rglob("*")) if path.is_file() and not path.name.endswith(("-shm", "-wal"))}

    def rejected(self):
        return self.index("status", "--rejected").stdout


class DryRun(AddTest):
    def test_it_makes_no_archive(self):
        self.write_jsonl("a.jsonl", [made_up(1), made_up(2)])
        done = self.index("add", "--dry-run", self.folder)
        self.assertFalse(self.db.exists())
        self.assertEqual([line.split()[0] for line in done.stdout.splitlines()], ["add", "add"])
        self.assertIn(f"add {self.folder}/a.jsonl:1  {made_up(1)['title']}", done.stdout)
        self.assertIn("2 articles would be added", done.stderr)

    def test_it_tells_what_a_run_does_then(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(10)])
        self.write_jsonl("b.jsonl", [made_up(n) for n in range(10, 14)])
        self.write("gone.txt", "A headline\n\nA lantern was lit on the pier.\n")
        self.index("add", self.folder)
        before = self.everything()
        changed = [made_up(n, seed=7 if n in (3, 4) else 0) for n in range(9)]
        self.write("a.jsonl", jsonl([*changed, made_up(20), made_up(20)]) + "no json\n")
        (self.folder / "gone.txt").unlink()
        told = self.report("--dry-run", "--prune", self.folder, expect=REJECTED)
        self.assertTrue(told.pop("dry_run"))
        lines = self.index("add", "--dry-run", "--prune", self.folder, expect=REJECTED).stdout.splitlines()
        self.assertEqual(sorted(line.split()[0] for line in lines), ["add", "change", "change", "remove", "remove"])
        self.assertIn(f"remove {self.folder}/gone.txt", lines)
        self.assertEqual(self.everything(), before)
        self.assertNotIn("a.jsonl", self.rejected())
        done = self.report("--prune", self.folder, expect=REJECTED)
        self.assertFalse(done.pop("dry_run"))
        self.assertEqual(told, done)

    def test_it_does_not_wait_for_another_writer(self):
        path = self.write_jsonl("a.jsonl", [made_up(1)])
        self.index("add", path)
        other = (self.db / "lock").open("r+")
        self.addCleanup(other.close)
        fcntl.fcntl(other, fcntl.F_OFD_SETLK, struct.pack("hhqqi", fcntl.F_WRLCK, os.SEEK_SET, 0, 0, 0))
        self.index("add", path, expect=LOCKED)
        self.assertEqual(self.counts(self.report("--dry-run", self.write_jsonl("b.jsonl", [made_up(1), made_up(3)]))), (1, 0, 0, 0, 0), "one more place of the other is no article")

    def test_it_tells_of_copies_as_the_run_finds_them(self):
        for name in ("one/a.txt", "one/b.txt", "two/a.txt"):
            self.write(name, "The First Ferry\n\nThe harbor council voted to keep the old ferry in service.\n")
        self.index("add", self.folder / "two")
        self.write("two/c.txt", "The Second Ferry\n\nThe harbor council voted to buy a second ferry in spring.\n")
        self.write("two/d.txt", "The Second Ferry\n\nThe harbor council voted to buy a second ferry in spring.\n")
        self.write("two/e.txt", "The Third Ferry\n\nNobody had asked for a third one, but it came all the same.\n")
        for options in (("--limit", "1"), ("--limit", "2"), ()):
            told = self.report("--dry-run", *options, self.folder)
            done = self.report(*options, self.folder)
            self.assertTrue(told.pop("dry_run") and not done.pop("dry_run"))
            self.assertEqual(told, done, options)
        self.assertEqual(self.report(self.folder)["copies"], 0)

    def test_it_reads_standard_input_too(self):
        done = self.index("add", "--dry-run", "-", stdin=jsonl([made_up(1)]).encode())
        self.assertTrue(done.stdout.startswith("add -:1  "), done.stdout)


class Limit(AddTest):
    def test_runs_go_on_where_the_last_one_stopped(self):
        for n in range(4):
            aged(self.write_jsonl(f"{n}.jsonl", [made_up(10 * n + k) for k in range(10)]))
        seen = []
        for _ in range(4):
            report = self.report("--limit", "13", self.folder)
            seen.append((report["added"], report["limit_reached"]))
        self.assertEqual(seen, [(13, True), (13, True), (13, True), (1, False)])
        self.assertEqual(self.count(), 40)
        self.assertEqual(self.report("--limit", "13", self.folder)["files_untouched"], 4)
        self.assert_clean()

    def test_the_limit_is_reached_only_where_more_is_left(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(3)])
        done = self.index("add", "--limit", "2", self.folder)
        self.assertIn("2 articles added, 0 changed, 0 unchanged; stopped at the limit: the next run goes on", done.stderr)
        self.assertFalse(self.report("--limit", "1", self.folder)["limit_reached"])

    def test_a_run_that_stops_prunes_nothing_and_the_last_one_all(self):
        path = aged(self.write_jsonl("a.jsonl", [made_up(n) for n in range(6)]))
        self.write("gone.txt", "A headline\n\nA lantern was lit on the pier.\n")
        self.index("add", self.folder)
        (self.folder / "gone.txt").unlink()
        path.write_text(jsonl([made_up(n) for n in range(3)]))
        aged(path)
        self.write_jsonl("b.jsonl", [made_up(n) for n in range(10, 15)])
        self.assertEqual(self.counts(self.report("--prune", "--limit", "4", self.folder)), (4, 0, 3, 0, 0))
        self.assertEqual(self.counts(self.report("--prune", "--limit", "4", self.folder)), (1, 0, 7, 4, 0))
        self.assertEqual(self.count(), 8)

    def test_a_dry_run_has_the_limit_too(self):
        self.write_jsonl("a.jsonl", [made_up(n) for n in range(3)])
        self.assertEqual(len(self.index("add", "--dry-run", "--limit", "2", self.folder).stdout.splitlines()), 2)


class Prune(AddTest):
    def test_an_article_that_moves_to_another_file_stays_itself(self):
        self.write_jsonl("b.jsonl", [made_up(1), made_up(2)])
        self.index("add", self.folder)
        self.write_jsonl("b.jsonl", [made_up(1)])
        self.write_jsonl("c.jsonl", [made_up(2)])
        report = self.report("--prune", self.folder)
        self.assertEqual((self.counts(report), report["copies"]), ((0, 0, 1, 0, 0), 1))
        self.assertEqual(self.report("--prune", self.folder)["copies"], 0)

    def test_a_damaged_web_archive_keeps_the_articles_of_its_damaged_part(self):
        def page(n):
            body = f"<html><head><title>Page {n}</title></head><body><article><h1>Page {n}</h1>" + f"<p>The mark{n} ferry came to the harbor, the council said, and it would stay there for a week.</p>" * 4 + "</article></body></html>"
            http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
            return f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{n}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"

        pages = [page(n) for n in range(6)]
        path = self.write("crawl.warc.gz", b"".join(gzip.compress(each) for each in pages))
        self.assertEqual(self.report(self.folder)["added"], 6)
        packed = [gzip.compress(each) for each in pages]
        broken = bytearray(packed[3])
        broken[len(broken) // 2] ^= 0xFF
        path.write_bytes(b"".join(packed[:3]) + bytes(broken) + b"".join(packed[4:]))
        self.assertEqual(self.report("--prune", self.folder, expect=REJECTED)["removed"], 0)
        path.write_bytes(b"".join(packed)[:-200])
        self.assertEqual(self.report("--prune", self.folder, expect=REJECTED)["removed"], 0)
        self.assertEqual(self.count(), 6)
        path.write_bytes(b"".join(packed[:5]))
        self.assertEqual(self.report("--prune", self.folder)["removed"], 1)

    def test_a_record_that_cannot_be_read_now_keeps_its_article_and_others_go(self):
        path = self.write_jsonl("a.jsonl", [made_up(n) for n in range(5)])
        self.index("add", path)
        lines = path.read_text().splitlines(keepends=True)
        path.write_text(lines[0] + "{damaged\n" + lines[2] + lines[3])
        self.assertEqual(self.counts(self.report("--prune", path, expect=REJECTED)), (0, 0, 3, 1, 1))
        self.assertEqual((self.count("mark1"), self.count("mark4")), (1, 0))

    def test_a_member_of_an_archive_that_cannot_be_read_keeps_its_articles(self):
        def pack(**members):
            with zipfile.ZipFile(self.folder / "all.zip", "w", zipfile.ZIP_DEFLATED) as file:
                for name, content in members.items():
                    file.writestr(name + ".jsonl", content)

        pack(a=jsonl([made_up(1), made_up(2)]), b=jsonl([made_up(3)]))
        self.index("add", self.folder)
        pack(a=b"\x89PNG\r\n\x1a\n" + bytes(200), b=jsonl([made_up(4)]))
        self.assertEqual(self.counts(self.report("--prune", self.folder, expect=REJECTED)), (1, 0, 0, 1, 1))
        self.assertEqual((self.count("mark1"), self.count("mark2"), self.count("mark3")), (1, 1, 0))

    def test_a_file_that_ends_early_keeps_its_articles(self):
        whole = gzip.compress(jsonl([made_up(n) for n in range(50)]).encode(), mtime=0)
        path = self.write("wire.jsonl.gz", whole)
        self.index("add", path)
        path.write_bytes(whole[: len(whole) * 2 // 3])
        self.assertEqual(self.report("--prune", path, expect=REJECTED)["removed"], 0)
        self.assertEqual(self.count(), 50)


class Feeds(AddTest):
    def list(self, text, name="feeds.txt"):
        path = self.top / name
        path.write_text(text, encoding="utf-8")
        return path

    def test_entries_stay_when_the_feed_moves_on(self):
        self.write("harbor.rss", feed("one", "two"))
        self.write("wire.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [{"id": "j1", "content_text": "A lantern was lit on the pier."}]}))
        feeds = self.list("articles/*.rss\narticles/wire.json\n")
        self.assertEqual(self.report("--follow-feeds", feeds)["added"], 3)
        self.write("harbor.rss", feed("two", "three"))
        self.write("wire.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [{"id": "j2", "content_text": "A second lantern was lit."}]}))
        self.assertEqual(self.counts(self.report("--prune", "--follow-feeds", feeds)), (2, 0, 1, 0, 0))
        self.assertEqual(self.counts(self.report("--prune", self.folder)), (0, 0, 3, 0, 0))
        self.assertEqual(self.count(), 5)
        (self.folder / "wire.json").unlink()
        self.assertEqual(self.report("--prune", self.folder)["removed"], 2, "a file that is gone is gone")

    def test_a_list_has_paths_patterns_and_comments(self):
        self.write("a/one.xml", feed("one"))
        self.write("a/two.xml", feed("two"))
        self.write("three [daily].xml", feed("three"))
        self.write("four 4.xml", feed("four"))
        address = (self.folder / "four 4.xml").as_uri()
        feeds = self.list(f"# mine\n\n articles/a/*.xml \r\narticles/three [daily].xml\n{self.folder}/a/one.xml\n{address}\n")
        report = self.report("--follow-feeds", feeds)
        self.assertEqual((report["added"], report["files"], report["rejected"]), (4, 4, 0))

    def test_what_is_missing_or_broken_is_rejected_and_the_rest_goes_on(self):
        self.write("good.xml", feed("one"))
        self.write("broken.xml", feed("two", "three")[:-120])
        feeds = self.list("articles/missing.xml\nhttps://example.org/feed\nnothing/*.rss\narticles/broken.xml\narticles/good.xml\n")
        done = self.index("add", "--follow-feeds", feeds, expect=REJECTED)
        for name in ("missing.xml", "https://example.org/feed", "*.rss", "broken.xml"):
            self.assertIn(name, done.stderr)
            self.assertIn(name, self.rejected())
        self.assertEqual(self.count("one"), 1)
        self.write("missing.xml", feed("four"))
        self.index("add", "--follow-feeds", feeds, expect=REJECTED)
        self.assertNotIn("missing.xml", self.rejected())
        self.index("add", "--follow-feeds", self.list("articles/good.xml\n"))
        self.assertIn("broken.xml", self.rejected(), "it is still broken")
        self.assertNotIn("example.org", self.rejected(), "it is listed no more")

    def test_opml_counts_where_it_names_files(self):
        self.write("one.xml", feed("one"))
        feeds = self.list('<?xml version="1.0"?><opml version="2.0"><body><outline text="x"><outline type="rss" xmlUrl="articles/one.xml"/>'
                          '<outline type="rss" xmlUrl="https://example.org/feed"/></outline></body></opml>', "feeds.opml")
        self.assertEqual(self.report("--follow-feeds", feeds)["added"], 1)

    def test_a_list_that_is_none_is_a_wrong_usage(self):
        self.index("add", "--follow-feeds", self.top / "nowhere.txt", expect=USAGE)
        self.assertIn("lists no file", self.index("add", "--follow-feeds", self.list("# nothing\n"), expect=USAGE).stderr)
        self.assertFalse(self.db.exists())

    def test_watch_follows_the_feeds_and_the_list(self):
        self.write("one.xml", feed("one"))
        feeds = self.list("articles/one.xml\n")
        watcher = subprocess.Popen([Programs.dateline_index, "watch", "--json", "--quiet", "--db", str(self.db), "--follow-feeds", str(feeds)],
                                   stdout=subprocess.PIPE, env=environment())
        self.addCleanup(watcher.communicate)
        self.addCleanup(watcher.kill)

        def told():
            self.assertTrue(select.select([watcher.stdout], [], [], harness.PATIENCE)[0], "nothing is told")
            return json.loads(watcher.stdout.readline())["added"]

        self.assertEqual(told(), 1)
        self.write("one.xml", feed("two"))
        self.assertEqual(told(), 1)
        self.list("articles/one.xml\narticles/two.xml\n")
        self.assertEqual(told(), 0, "rejected: not there")
        self.write("two.xml", feed("three"))
        self.assertEqual(told(), 1)


class Fetching(AddTest):
    """The recipe of docs/following.md, against a server of our own on this machine."""

    def serve(self, folder):
        asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_request(self, code="-", size="-"):
                asked.append((self.path, int(code)))

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        self.addCleanup(thread.join)
        self.addCleanup(server.shutdown)
        self.addCleanup(server.server_close)
        return f"http://127.0.0.1:{server.server_address[1]}", asked

    @unittest.skipUnless(shutil.which("curl"), "curl is not installed")
    def test_only_what_has_changed_is_fetched_and_added(self):
        site, feeds = self.top / "site", self.top / "feeds"
        site.mkdir()
        feeds.mkdir()
        aged(self.write(site / "world.rss", feed("one", "two")))
        aged(self.write(site / "city.rss", feed("three")))
        address, asked = self.serve(site)
        (feeds / "addresses").write_text(f"# mine\nworld.xml {address}/world.rss\ncity.xml {address}/city.rss\nlost.xml {address}/lost.rss\n")
        (feeds / "feeds.txt").write_text("*.xml\n")
        fetch = ["sh", str(Programs.source / "examples/systemd/fetch-feeds.sh"), str(feeds)]

        def fetched():
            asked.clear()
            done = subprocess.run(fetch, capture_output=True, timeout=harness.PATIENCE, check=False)
            self.assertEqual(done.returncode, 1, "one of them is not there")
            self.assertIn(b"/lost.rss was not fetched", done.stderr)
            return [code for _, code in asked]

        self.assertEqual(fetched(), [200, 200, 404])
        self.assertEqual(self.report("--follow-feeds", feeds / "feeds.txt")["added"], 3)
        self.assertEqual(fetched(), [304, 304, 404])
        self.write(site / "world.rss", feed("two", "four"))
        self.assertEqual(fetched(), [200, 304, 404])
        self.assertEqual(self.counts(self.report("--prune", "--follow-feeds", feeds / "feeds.txt"))[:2], (1, 0))
        self.assertEqual(sorted(path.name for path in feeds.iterdir() if ".part" in path.name), [])
        self.assertEqual(self.count(), 4)


class Rejections(AddTest):
    def test_they_are_kept_until_their_file_is_mended(self):
        path = aged(self.write("wire.jsonl", jsonl([made_up(1)]) + "no json\n"))
        self.index("add", self.folder, expect=REJECTED)
        self.assertRegex(self.rejected(), rf"{re.escape(str(path))}:2\b.*JSON")
        self.index("add", self.folder)
        self.assertIn("wire.jsonl", self.rejected(), "a file that is as it was is not read again, and not forgotten")
        path.write_text(jsonl([made_up(1), made_up(2)]))
        self.index("add", self.folder)
        self.assertNotIn("wire.jsonl", self.rejected())

    def test_they_go_with_their_file_when_it_is_pruned(self):
        path = self.write("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200))
        self.index("add", self.folder, expect=REJECTED)
        path.unlink()
        self.index("add", self.folder)
        self.assertIn("picture.txt", self.rejected())
        self.index("add", "--prune", self.folder)
        self.assertNotIn("picture.txt", self.rejected())

    def test_what_was_no_file_is_forgotten_when_it_is_mended(self):
        link = self.folder / "link"
        link.symlink_to(self.folder / "nowhere.txt")
        (self.folder / "inner").mkdir()
        (self.folder / "inner" / "loop").symlink_to(self.folder)
        self.index("add", self.folder, expect=REJECTED)
        self.assertIn("link", self.rejected())
        self.assertIn("loop", self.rejected())
        self.write("nowhere.txt", "A headline\n\nA lantern was lit on the pier.\n")
        (self.folder / "inner" / "loop").unlink()
        (self.folder / "inner" / "loop").mkdir()
        self.index("add", self.folder)
        self.assertEqual(self.status()["rejected"], 0, self.rejected())


class Mapping(AddTest):
    ROWS = "Kopf,Inhalt,Tag\nFerry comes,The ferry came to the harbor in the morning.,2024-08-16\n"

    def only_hit(self, *query):
        hits = self.search(*query)["hits"]
        self.assertEqual(len(hits), 1, query)
        return hits[0]

    def test_fields_are_taken_by_the_names_that_are_given(self):
        path = self.write("rows.csv", self.ROWS)
        self.index("add", "--map", "title=Kopf", "--map", "text=Inhalt", "--map", "date=Tag", path)
        hit = self.only_hit("ferry")
        self.assertEqual((hit["title"], hit["published"]), ("Ferry comes", "2024-08-16"))

    def test_an_object_within_an_object_has_a_name_with_a_dot(self):
        path = self.write("a.json", json.dumps([{"meta": {"kopf": "Ferry comes"}, "body": {"inhalt": "The ferry came to the harbor."}}]))
        self.index("add", "--map", "title=meta.kopf", "--map", "text=body.inhalt", path)
        self.assertEqual(self.only_hit("ferry")["title"], "Ferry comes")

    def test_a_file_is_read_again_with_another_mapping(self):
        path = aged(self.write("a.jsonl", json.dumps({"id": "1", "text": "The ferry came.", "kopf": "One", "zeile": "Two"}) + "\n"))
        self.index("add", "--map", "title=kopf", path)
        self.assertEqual(self.report("--map", "title=kopf", path)["files_untouched"], 1)
        self.assertEqual(self.report("--map", "title=zeile", path)["changed"], 1)
        self.assertEqual(self.only_hit("ferry")["title"], "Two")

    def test_a_table_without_a_known_column_says_which_it_has_and_how_to_map_them(self):
        done = self.index("add", self.write("rows.csv", self.ROWS), expect=REJECTED)
        for words in ("Kopf", "Inhalt", "Tag", "--map text="):
            self.assertIn(words, done.stderr)
        self.assertIn("Inhalt", self.rejected())

    def test_wrong_mappings_are_wrong_usage(self):
        path = self.write("rows.csv", self.ROWS)
        for wrong, words in (("text", "FIELD=NAME"), ("text=", "FIELD=NAME"), ("=Inhalt", "no such field"), ("txet=Inhalt", "no such field")):
            done = self.index("add", "--map", wrong, path, expect=USAGE)
            self.assertIn(words, done.stderr)
            self.assertIn("people, places or organizations", done.stderr)
        self.assertFalse(self.db.exists())

    def test_a_mapping_that_fits_nothing_leaves_the_known_names(self):
        path = self.write("a.jsonl", json.dumps({"id": "1", "text": "The ferry came.", "title": "One"}) + "\n")
        self.index("add", "--map", "title=nowhere", path)
        self.assertEqual(self.only_hit("ferry")["title"], "One")


class Progress(AddTest):
    def test_a_terminal_sees_one_line_that_says_what_is_left(self):
        for n in range(30):
            self.write_jsonl(f"{n}.jsonl", [made_up(100 * n + k) for k in range(60)])
        command = [Programs.dateline_index, "add", "--db", str(self.db), "--jobs", "1", str(self.folder)]
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.clear()
            os.environ.update(environment())
            os.execv(command[0], command)
        seen = b""
        while True:
            try:
                got = os.read(terminal, 65536)
            except OSError:
                break
            if not got:
                break
            seen += got
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), FOUND)
        *drawn, summary, end = re.split("\r\n|\r", seen.decode())
        self.assertEqual((summary, end), ("\x1b[K1,800 articles added, 0 changed, 0 unchanged", ""))
        for line in drawn:
            self.assertRegex(line, r"^$|^[\d,]+( of 30)? files?( · [^\x1b\n]*)?\x1b\[K$")
            self.assertLess(len(line), 83)


if __name__ == "__main__":
    harness.main()
