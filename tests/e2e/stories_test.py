"""Near copies, as users see them: wire copy that several papers run is one story."""

import harness
from harness import ArchiveTest, jsonl, made_up

WIRE = ("The ferry terminal in Lisbon opened on Monday after nine years of work, the port said. The mayor cut the ribbon before "
        "a crowd of some two thousand people, many of whom had come by boat. Traders at the old quay said that they feared for "
        "their living, since the ships would no longer stop there, and asked the city for help. The port has promised "
        "to run a shuttle between both quays until the end of the year. A union of dockers called the opening a show "
        "and said that a third of the cranes did not work yet.")


def run_by(paper, text=WIRE):
    return {"id": paper, "title": f"As {paper} has it", "date": "2024-05-06", "source": paper, "text": text}


class NearCopies(ArchiveTest):
    def setUp(self):
        super().setUp()
        copies = [run_by("Courier"), run_by("Gazette", WIRE.replace("on Monday", "yesterday")), run_by("Herald", WIRE + " More follows.")]
        self.write_jsonl("wire.jsonl", [made_up(1), *copies, made_up(2)])
        self.index("add", self.folder / "wire.jsonl")

    def test_text_shows_a_story_once_and_says_how_many_versions_there_are(self):
        text = self.query("search", "dockers").stdout
        self.assertEqual(text.count("As "), 1, text)
        self.assertIn("and 2 more versions", text)
        self.assertEqual(self.query("search", "--no-collapse", "dockers").stdout.count("As "), 3)

    def test_json_has_every_version_unless_it_is_asked_otherwise(self):
        answer = self.search("dockers")
        self.assertEqual([hit["versions"] for hit in answer["hits"]], [2, 2, 2])
        self.assertEqual(len({hit["story"] for hit in answer["hits"]}), 1)
        collapsed = self.search("--collapse", "dockers")
        self.assertEqual((collapsed["matched"], len(collapsed["hits"])), (3, 1))
        self.assertIsNone(self.search("mark1")["hits"][0]["story"])

    def test_facets_count_articles_or_stories(self):
        def dates(*arguments):
            return sum(value["count"] for value in self.search("--facet", "date", *arguments, "dockers")["facets"]["date"]["values"])
        self.assertEqual((dates(), dates("--per", "story")), (3, 1))

    def test_an_article_lists_its_copies(self):
        text = self.query("show", "Courier").stdout
        self.assertIn("2 near copies", text)
        self.assertIn("Gazette", text)

    def test_what_is_removed_or_changed_is_no_copy_any_longer(self):
        self.index("remove", "Herald")
        self.assertEqual(self.search("--collapse", "dockers")["hits"][0]["versions"], 1)
        self.index("add", "-", stdin=jsonl([run_by("Gazette", "The dockers are a quite different matter here, and no copy of anything.")]).encode())
        self.assertEqual([hit["versions"] for hit in self.search("dockers")["hits"]], [0, 0])
        self.assert_clean()
        self.index("rebuild")
        self.assertEqual([hit["story"] for hit in self.search("dockers")["hits"]], [None, None])
        self.assert_clean()


if __name__ == "__main__":
    harness.main()
