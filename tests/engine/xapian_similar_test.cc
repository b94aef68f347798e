// Which articles are like another: by its words and by whom it names.
#include "query/engine/xapian_similar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/engine/archive_reader.h"
#include "query/engine/similar_terms.h"
#include "shared/store/xapian_document.h"
#include "tests/archive_fixture/test_archive.h"

namespace dateline {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::TestArchive;

class SimilarTest : public ::testing::Test {
 protected:
  void put(const std::vector<testing::TestArticle>& articles) {
    archive_.put(articles);
    auto reader = ArchiveReader::open(archive_.paths());
    ASSERT_TRUE(reader.ok());
    reader_.emplace(std::move(*reader));
    snapshot_ = *reader_->current();
    database_ = Xapian::Database(archive_.paths().xapian_generation(snapshot_->searcher.state().generation));
  }

  // Keys, the most similar first.
  std::vector<std::string> like(const std::string& key) {
    const auto merges = reader_->catalog().merges();
    const auto article = find_similar_article(reader_->catalog(), FacetRemap(*merges), key);
    EXPECT_TRUE(article.ok() && article->has_value());
    const CompileContext context{.database = database_,
                                 .lexicon = *snapshot_->columns.lexicon,
                                 .tokens = snapshot_->columns.tokens,
                                 .facets = snapshot_->columns.facets,
                                 .stemmer = reader_->stemmer()};
    Xapian::Enquire enquire(database_);
    enquire.set_query(similar_query(**article, context));
    std::vector<std::string> keys;
    const Xapian::MSet found = enquire.get_mset(0, 100);
    for (auto it = found.begin(); it != found.end(); ++it) {
      const auto data = decode_document_data(it.get_document().get_data());
      keys.push_back((*reader_->catalog().load_article(data->first))->article.key);
    }
    return keys;
  }

  std::vector<std::string> terms(const std::string& key) {
    const auto known = reader_->catalog().find_article(key);
    const Docid docid = *database_.postlist_begin(article_term((*known)->article));
    const LexiconReader& lexicon = *snapshot_->columns.lexicon;
    std::vector<std::string> stems;
    const auto rarity = [&](const std::string& stem) { return database_.get_termfreq(stem) > 1 ? 1.0 : 0.0; };
    for (const SimilarTerm& term : similar_terms(snapshot_->columns.tokens->record(docid), lexicon,
                                                 TopicWords(reader_->stemmer(), lexicon), rarity)) {
      stems.push_back(term.stem);
    }
    return stems;
  }

  TestArchive archive_;
  std::optional<ArchiveReader> reader_;
  IndexSnapshot* snapshot_ = nullptr;
  Xapian::Database database_;
};

TEST_F(SimilarTest, SharedRareWordsMakeArticlesAlike) {
  put({{.key = "a", .title = "Dockers strike", .text = "Dockers in the harbour strike. The harbour is closed."},
       {.key = "b", .title = "Harbour", .text = "The harbour stays closed while dockers strike for pay."},
       {.key = "c", .title = "Weather", .text = "Dockers like the rain."},
       {.key = "d", .title = "Chess", .text = "The master won the chess game."}});
  EXPECT_THAT(like("a"), ElementsAre("b", "c"));
  EXPECT_THAT(like("d"), IsEmpty()) << "the words that it shares are function words";
}

TEST_F(SimilarTest, AnArticleIsAskedForByItsTopicWords) {
  put({{.key = "a", .title = "Dockers", .text = "The dockers of 2019 are on strike for 12 days. Unheardof."},
       {.key = "b", .title = "Strike", .text = "The dockers and the strike of 2019 for 12 days."},
       {.key = "c", .title = "Days", .text = "Days of the strike, days of rain."}});
  EXPECT_THAT(terms("a"), ElementsAre("docker", "day", "strike"));
  EXPECT_THAT(terms("a"), Not(Contains("unheardof"))) << "no other article has it";
}

TEST_F(SimilarTest, WhomAnArticleNamesCounts) {
  put({{.key = "a", .title = "Visit", .text = "Ann Lee met voters.", .people = {"Ann Lee"}},
       {.key = "b", .title = "Tour", .text = "Miss Lee spoke.", .people = {"Ann Marie Lee"}},
       {.key = "c", .title = "Tour", .text = "Bob Roe spoke.", .people = {"Bob Roe"}}});
  EXPECT_THAT(like("a"), ElementsAre("b"));
  archive_.merge(FacetKind::kPerson, "Bob Roe", "Ann Lee");
  EXPECT_THAT(like("a"), ElementsAre("b", "c")) << "merged names stand for one person";
}

TEST_F(SimilarTest, AnArticleWithoutWordsIsLikeNone) {
  put({{.key = "a", .title = "", .text = "1 2 3"}, {.key = "b", .title = "", .text = "1 2 3"}});
  EXPECT_THAT(like("a"), IsEmpty());
}

}  // namespace
}  // namespace dateline
