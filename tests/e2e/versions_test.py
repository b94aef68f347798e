"""Copies and versions, as users meet them: a page saved twice, a feed read twice, a story that its paper rewrites."""

import json
import signal
import subprocess
import time
import zipfile

import harness
from harness import FOUND, NOTHING, USAGE, ArchiveTest, Programs, environment, jsonl, made_up

PAGE = """<html lang="en"><head><title>{title}</title>{url}</head><body><article><h1>{title}</h1>
<p>{lead} The harbour was closed for a week after the storm, and the boats stayed out at sea all the time.</p>
<p>The port has promised to run a shuttle between both quays until the end of the year, its director said.</p>
</article></body></html>"""

FEED = """<rss version="2.0"><channel><title>{name}</title><link>https://news.example.org</link><item><title>Talks resume</title>
<guid>tag:news.example.org,2024:1</guid><link>https://news.example.org/talks</link><description>{text}</description></item>
</channel></rss>"""


def page(title="Harbour closed", lead="The mayor spoke on Monday.", url=""):
    link = f'<link rel="canonical" href="{url}">' if url else ""
    return PAGE.format(title=title, lead=lead, url=link)


class VersionsTest(ArchiveTest):
    def add(self, *options, expect=FOUND):
        return json.loads(self.index("add", "--json", *options, self.folder, expect=expect).stdout)

    def shown(self, name, *options):
        return json.loads(self.query("show", name, "--json", *options).stdout)

    def paths(self, name):
        return {address["path"].split("articles/")[1] for address in self.shown(name)["addresses"]}

    def count(self):
        return json.loads(self.index("status", "--json").stdout)["articles"]


class Copies(VersionsTest):
    def test_a_page_under_two_paths_is_one_article_that_both_find(self):
        first, second = self.write("a.html", page()), self.write("b/copy.html", page())
        report = self.add()
        self.assertEqual((report["added"], report["copies"]), (1, 1))
        self.assertEqual(self.search("harbour")["matched"], 1)
        for path in (first, second):
            self.assertEqual(self.paths(path), {"a.html", "b/copy.html"})
            self.assertEqual(self.search(f'id:"{path}"')["matched"], 1)
        self.assertIn("also at", self.query("show", first).stdout)
        again = self.add()
        self.assertEqual((again["added"], again["changed"], again["copies"]), (0, 0, 0))
        self.assert_clean()

    def test_content_under_two_urls_is_found_by_both(self):
        for name in "ab":
            self.write(f"{name}.html", page(url=f"https://example.org/{name}"))
        self.add()
        self.assertEqual(self.count(), 1)
        for name in "ab":
            self.assertEqual(self.search(f"url:https://example.org/{name}")["matched"], 1)

    def test_a_page_in_an_archive_and_beside_it_is_one_article(self):
        beside = self.write("beside.html", page())
        with zipfile.ZipFile(self.folder / "saved.zip", "w", zipfile.ZIP_DEFLATED) as file:
            for name in ("a.html", "deep/b.html"):
                file.writestr(name, page())
        report = self.add()
        self.assertEqual((report["added"], report["copies"]), (1, 2))
        self.assertEqual(self.paths(beside), {"beside.html", "saved.zip!/a.html", "saved.zip!/deep/b.html"})
        self.assertEqual(self.add()["copies"], 0)
        with zipfile.ZipFile(self.folder / "saved.zip", "w") as file:
            file.writestr("a.html", page())
        self.assertEqual(self.add("--prune")["removed"], 0)
        self.assertEqual(self.paths(beside), {"beside.html", "saved.zip!/a.html"})
        (self.folder / "saved.zip").unlink()
        self.add("--prune")
        self.assertEqual(self.paths(beside), {"beside.html"})
        self.assert_clean()

    def test_an_article_in_tables_of_two_shapes_is_one_when_the_mapping_says_so(self):
        text = "The ferry came to the harbor in the morning."
        self.write("a.csv", f"headline,text\nFerry comes,{text}\n")
        self.write("b.csv", f"Kopf,Inhalt\nFerry comes,{text}\n")
        report = self.add("--map", "title=Kopf", "--map", "text=Inhalt")
        self.assertEqual((report["added"], report["copies"], report["rejected"]), (1, 1, 0))
        self.assertEqual(self.search("ferry")["matched"], 1)
        self.assert_clean()

    def test_two_ids_are_two_articles(self):
        text = "The same words under two ids."
        self.write_jsonl("a.jsonl", [{"id": "one", "text": text}, {"id": "two", "text": text}])
        self.assertEqual(self.add()["added"], 2)
        self.assert_clean()

    def test_one_entry_in_two_feeds_is_one_article_with_two_places(self):
        for name in ("politics", "world"):
            self.write(f"{name}.rss", FEED.format(name="The Gazette", text="Talks resume in Doha after a week."))
        report = self.add()
        self.assertEqual((report["added"], report["copies"]), (1, 1))
        self.assertEqual(self.paths("tag:news.example.org,2024:1"), {"politics.rss", "world.rss"})

    def test_the_order_of_adding_makes_no_difference(self):
        names = ["c.html", "a.html", "b.html"]
        for name in names:
            self.write(name, page(url="https://example.org/x" if name == "b.html" else ""))
        exports = []
        for order in (names, sorted(names), sorted(names, reverse=True)):
            db = self.top / "-".join(order)
            for name in order:
                self.index("add", self.folder / name, db=db)
            exports.append(self.index("export", db=db).stdout)
            self.index("check", db=db)
        self.assertEqual(len(set(exports)), 1)

    def test_an_address_goes_alone_and_the_article_with_its_last(self):
        for name in ("a.html", "b.html", "c.html"):
            self.write(name, page())
        self.add()
        (self.folder / "a.html").unlink()
        self.assertEqual(self.add("--prune")["removed"], 0)
        self.assertEqual(self.paths(self.folder / "b.html"), {"b.html", "c.html"})
        self.query("show", self.folder / "a.html", expect=NOTHING)
        self.index("remove", self.folder / "b.html")
        self.assertEqual(self.search("harbour")["matched"], 1)
        self.assert_clean()
        self.index("remove", self.folder / "c.html")
        self.assertEqual(self.search("harbour")["matched"], 0)
        self.assert_clean()

    def test_a_copy_that_is_changed_leaves_and_one_that_becomes_the_same_joins(self):
        a, b = self.write("a.html", page()), self.write("b.html", page())
        self.add()
        self.write("b.html", page(lead="The mayor took it back on Tuesday."))
        self.add()
        self.assertEqual(self.count(), 2)
        self.assertEqual(self.paths(a), {"a.html"})
        self.assertEqual(len(self.shown(b, "--versions")["versions"]), 2)
        self.assert_clean()
        self.write("a.html", page(lead="The mayor took it back on Tuesday."))
        self.add()
        self.assertEqual(self.count(), 1)
        self.assertEqual(self.paths(a), {"a.html", "b.html"})
        self.assert_clean()
        self.index("rebuild")
        self.assert_clean()

    def test_what_is_exported_comes_back_with_all_addresses(self):
        self.write("a.html", page(url="https://example.org/a"))
        self.write("b.html", page(url="https://example.org/b"))
        self.write("c.html", page(title="Another", lead="Nothing of that."))
        self.add()
        exported = self.index("export").stdout
        other = self.top / "other"
        self.index("add", "-", db=other, stdin=exported.encode())
        self.assertEqual(self.index("export", db=other).stdout, exported)
        self.index("check", db=other)
        self.assertEqual(json.loads(harness.run(Programs.dateline, "show", "--db", other, "--json", "https://example.org/b").stdout)["id"],
                         "https://example.org/a")


class Versions(VersionsTest):
    STORY = "The minister said ten boats were lost.\n\nNobody was hurt.\n\nThe storm went on to the north."

    def put(self, text, title="Boats lost"):
        self.index("add", "-", stdin=jsonl([{"id": "boats", "title": title, "text": text}]).encode())

    def setUp(self):
        super().setUp()
        self.put(self.STORY)
        self.put(self.STORY.replace("ten boats", "twelve boats"), "Twelve boats lost")
        self.put(self.STORY)

    def test_an_article_that_changed_back_has_three_versions(self):
        versions = self.shown("boats", "--versions")["versions"]
        self.assertEqual([v["version"] for v in versions], [1, 2, 3])
        self.assertEqual([v["title"] for v in versions], ["Boats lost", "Twelve boats lost", "Boats lost"])
        self.assertEqual([(v["words_added"], v["words_removed"]) for v in versions], [(0, 0), (3, 2), (2, 3)])
        self.assertIsNone(versions[-1]["replaced_at"])
        self.assertIn("3 versions", self.query("show", "boats", "--versions").stdout)
        self.assertEqual(self.search("twelve")["matched"], 0)

    def test_an_old_version_is_printed(self):
        self.assertIn("twelve boats were lost", self.query("show", "boats", "--version", "2").stdout)
        self.assertEqual(self.shown("boats", "--version", "2")["title"], "Twelve boats lost")
        self.query("show", "boats", "--version", "4", expect=NOTHING)
        self.query("show", "boats", "--version", "0", expect=USAGE)
        self.query("show", "boats", "--version", "2", "--diff", expect=USAGE)

    def test_a_diff_shows_the_words_that_changed_and_no_other_paragraph(self):
        text = self.query("show", "boats", "--diff", "1..2").stdout
        self.assertIn("The minister said [-ten-]{+twelve+} boats were lost.", text)
        self.assertIn("title: [-Boats-]{+Twelve boats+} lost", text)
        self.assertNotIn("Nobody was hurt", text)
        self.assertIn("[-twelve-]{+ten+}", self.query("show", "boats", "--diff").stdout)
        diff = self.shown("boats", "--diff", "1..2")
        new = {field["name"]: "".join(p["text"] for p in field["parts"] if p["kind"] != "removed") for field in diff["fields"]}
        self.assertEqual(new["text"], self.STORY.replace("ten boats", "twelve boats"))

    def test_an_unchanged_article_has_one_version(self):
        self.put(self.STORY)
        self.assertEqual(len(self.shown("boats", "--versions")["versions"]), 3)
        self.index("rebuild")
        self.assertEqual(len(self.shown("boats", "--versions")["versions"]), 3)
        self.index("remove", "boats")
        self.put(self.STORY)
        self.assertEqual(len(self.shown("boats", "--versions")["versions"]), 1)
        self.query("show", "boats", "--diff", expect=NOTHING)
        self.assert_clean()

    def test_a_feed_saved_again_with_another_text_is_a_new_version_and_the_old_file_no_news(self):
        for day, text in (("monday", "Talks resume in Doha."), ("tuesday", "Talks resumed in Doha and ended."), ("wednesday", "Talks resume in Doha.")):
            self.write(f"{day}.rss", FEED.format(name="The Gazette", text=text))
            self.add()
        guid = "tag:news.example.org,2024:1"
        self.assertEqual(len(self.shown(guid, "--versions")["versions"]), 2)
        self.assertEqual(self.shown(guid)["text"], "Talks resumed in Doha and ended.")
        self.assertEqual(self.paths(guid), {"monday.rss", "tuesday.rss", "wednesday.rss"})
        (self.folder / "tuesday.rss").unlink()
        self.add("--prune")
        self.assert_clean()


class Kills(VersionsTest):
    def test_a_kill_in_between_leaves_an_archive_that_is_whole_and_catches_up(self):
        def write(round):
            for n in range(40):
                text = {"id": "", **made_up(n, round if n % 3 == 0 else 0)}
                del text["id"]
                self.write_jsonl(f"{n:02}.jsonl", [{**text, "url": f"https://example.org/{n}"}])
                self.write_jsonl(f"copy{n:02}.jsonl", [{**text, "url": f"https://example.org/copy/{n}"}])
        write(0)
        for round in range(1, 7):
            process = subprocess.Popen([Programs.dateline_index, "add", "--quiet", "--prune", "--db", str(self.db), str(self.folder)],
                                       env=environment())
            time.sleep(0.02 + 0.06 * round)
            process.send_signal(signal.SIGKILL)
            process.wait()
            write(round)
        self.index("add", "--prune", self.folder)
        self.assert_clean()
        self.assertEqual(self.count(), 40)
        for n in range(0, 40, 7):
            self.assertEqual(len(self.shown(f"https://example.org/copy/{n}")["addresses"]), 2)


if __name__ == "__main__":
    harness.main()
