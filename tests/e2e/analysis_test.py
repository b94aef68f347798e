"""Timelines, comparisons and trends as users ask for them: counts held against those of searches, usage errors."""

import json

import harness
from harness import NOTHING, USAGE, ArchiveTest, made_up


def dated(number, day, **changes):
    return dict(made_up(number), date=f"2024-08-{day:02}", **changes)


class Analyses(ArchiveTest):
    def setUp(self):
        super().setUp()
        quiet = [dated(n, 1 + n % 20) for n in range(120)]
        storm = [dated(200 + n, 21, title=f"Storm floods Valparaiso, day {n}", people=["Ada Lovelace"], places=["Valparaiso"],
                       text="A hurricane flooded Valparaiso. Ada Lovelace of the Polar Institute had warned of the storm.") for n in range(25)]
        undated = [{k: v for k, v in made_up(n).items() if k != "date"} for n in range(300, 303)]
        self.index("add", self.write_jsonl("a.jsonl", quiet + storm + undated))

    def ask(self, *arguments, expect=0):
        return json.loads(self.query(*arguments, "--json", expect=expect).stdout)

    def test_a_timeline_counts_as_searches_do_and_explains_its_peak(self):
        timeline = self.ask("timeline", "storm")
        self.assertEqual(timeline["matched"], self.count("storm"))
        for period in timeline["periods"]:
            self.assertEqual(period["articles"], self.count("storm", "--date", period["period"]), period)
            self.assertEqual(period["of"], self.count("*", "--date", period["period"]), period)
        placed = sum(period["articles"] for period in timeline["periods"])
        self.assertEqual(placed + timeline["undated"] + timeline["imprecise"], timeline["matched"])
        peak = timeline["peaks"][-1]
        self.assertEqual((peak["first"], peak["last"]), ("2024-08-21", "2024-08-21"))
        self.assertIn("Valparaiso", [name["name"] for name in peak["names"]])
        self.assertIn("hurricane", [word["name"] for word in peak["words"]])
        self.assertIn("Storm floods Valparaiso", peak["headlines"][0]["title"])
        self.query("show", peak["headlines"][0]["id"])
        shown = self.query("timeline", "storm", "--date-by", "day").stdout
        self.assertIn("▲", shown)
        self.assertIn("hurricane", shown)

    def test_a_comparison_counts_as_facets_do(self):
        compared = self.ask("compare", "hurricane", "--", "harbor", "-hurricane", "--facet", "place", "--facet", "word")
        self.assertEqual(compared["first"]["matched"], self.count("hurricane"))
        self.assertEqual(compared["second"]["matched"], self.count("harbor", "-hurricane"))
        self.assertEqual(compared["both"], 0)
        self.assertEqual(list(compared["typical"]), ["place", "word"])
        first, second = self.facet("place", "hurricane"), self.facet("place", "harbor", "-hurricane")
        rows = compared["typical"]["place"]["first"] + compared["typical"]["place"]["second"]
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual((row["first"], row["second"]), (first.get(row["name"], 0), second.get(row["name"], 0)), row)
        other = self.ask("compare", "hurricane", "--with", "harbor -hurricane", "--facet", "place", "--facet", "word")
        self.assertEqual(other["typical"], compared["typical"])

    def test_trends_count_as_facets_do_and_end_with_the_archive(self):
        trends = self.ask("trends", "--since", "1d", "--facet", "place")
        self.assertEqual((trends["now"]["since"], trends["now"]["until"]), ("2024-08-21", "2024-08-21"))
        self.assertTrue(trends["until_newest"])
        self.assertEqual(trends["unplaced"], 3)
        self.assertEqual(trends["now"]["articles"], self.count("*", "--date", "2024-08-21"))
        before = f"{trends['before']['since']}..{trends['before']['until']}"
        self.assertEqual(trends["before"]["articles"], self.count("*", "--date", before))
        valparaiso = trends["trends"]["place"]["values"][0]
        self.assertEqual(valparaiso["name"], "Valparaiso")
        self.assertEqual(valparaiso["now"], self.facet("place", "--date", "2024-08-21", "*")["Valparaiso"])
        self.assertEqual(valparaiso["before"], self.facet("place", "--date", before, "*").get("Valparaiso", 0))
        falling = self.ask("trends", "--since", "1d", "--facet", "place", "--falling")
        self.assertTrue(all(row["ratio"] < 1 for row in falling["trends"]["place"]["values"]))
        self.assertIn("2024-08-21 is the day of the newest article", self.query("trends", "--since", "1d").stdout)

    def test_similar_articles_are_a_search_like_others(self):
        answer = self.ask("similar", "made-205", "--limit", "30")
        ids = [hit["id"] for hit in answer["hits"]]
        self.assertNotIn("made-205", ids)
        self.assertEqual(set(ids[:24]), {f"made-{n}" for n in range(200, 225)} - {"made-205"})
        scores = [hit["score"] for hit in answer["hits"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertEqual(answer["matched"], self.count('similar:"made-205"'))
        narrowed = self.ask("similar", "made-205", "--place", "Valparaiso", "-title:3", "--no-facets")
        self.assertEqual(narrowed["matched"], self.count("similar:made-205", "place:=Valparaiso", "-title:3"))
        self.assertIn("no article has the id 'nobody'", self.query("similar", "nobody", expect=NOTHING).stdout)

    def test_nothing_found_is_1_and_wrong_usage_2(self):
        self.query("timeline", "zyzzyva", expect=NOTHING)
        self.query("compare", "zyzzyva", "--", "storm", expect=NOTHING)
        self.query("trends", "--since", "2024-08-01", "--until", "2024-08-01", expect=NOTHING)
        for wrong in [["compare", "storm"], ["compare", "storm", "--"], ["compare", "a", "--with", "b", "--", "c"],
                      ["trends", "--since", "soon"], ["trends", "--until", "2024-13"], ["trends", "--since", "2025"],
                      ["trends", "--facet", "date"], ["timeline", "(open"], ["timeline", "--date-by", "week", "a"]]:
            done = self.query(*wrong, expect=USAGE)
            self.assertTrue(done.stderr.startswith("dateline: "), wrong)
            self.assertEqual(done.stdout, "", wrong)
        done = self.query("compare", "storm", "--", "(open", expect=USAGE)
        self.assertIn("  storm -- (open\n           ^", done.stderr)


if __name__ == "__main__":
    harness.main()
