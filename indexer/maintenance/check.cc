// Comparing the stores, article by article.
#include "indexer/maintenance/check.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "shared/base/bytes.h"
#include "shared/base/strings.h"
#include "shared/columns/column.h"
#include "shared/columns/facet_record.h"
#include "shared/columns/lexicon.h"
#include "shared/store/xapian_inspect.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

class Problems {
 public:
  void add(std::string problem) {
    ++found_;
    if (lines_.size() < kMostProblems) lines_.push_back(std::move(problem));
  }
  void add_all(std::vector<std::string> problems) {
    for (std::string& problem : problems) add(std::move(problem));
  }
  std::vector<std::string> take() {
    if (found_ > lines_.size())
      lines_.push_back(concat({"… and ", plural(found_ - lines_.size(), "problem"), " more"}));
    return std::move(lines_);
  }

 private:
  std::vector<std::string> lines_;
  std::size_t found_ = 0;
};

// Words in a token record, or nothing where it cannot be decoded with this lexicon.
std::optional<std::uint64_t> count_words(std::string_view record, const LexiconReader& lexicon) {
  std::uint64_t words = 0, id = 0;
  while (!record.empty()) {
    if (!take_leb128(record, id) || id >= std::uint64_t{kFirstStemId} + lexicon.size()) return std::nullopt;
    if (id >= kFirstStemId) ++words;
  }
  return words;
}

struct Columns {
  ColumnReader facets, tokens;
  LexiconReader lexicon;
};

Result<Columns> open_columns(const ArchivePaths& paths, const IndexState& state) {
  auto facets = ColumnReader::open(paths.folder, kFacetColumn, state.facets);
  if (!facets) return std::move(facets).error();
  auto tokens = ColumnReader::open(paths.folder, kTokenColumn, state.tokens);
  if (!tokens) return std::move(tokens).error();
  auto lexicon = LexiconReader::open(paths.folder, state.lexicon);
  if (!lexicon) return std::move(lexicon).error();
  return Columns{std::move(*facets), std::move(*tokens), std::move(*lexicon)};
}

// One document against its article.
void compare(const IndexedDocument& document, const StoredArticle& stored, const Columns& columns, Problems& problems) {
  const std::string who = concat({"article '", stored.article.key, "'"});
  if (document.content_hash != stored.content_hash)
    problems.add(concat({who, ": the index has another version of it"}));
  if (!document.has_article_term) problems.add(concat({who, ": its document lacks its own term"}));
  if (document.words != stored.words || document.forms.empty() != (stored.words == 0))
    problems.add(concat({who, ": the index counts its words otherwise than the catalog"}));
  if (document.attached != stored.attached)
    problems.add(concat({who, ": the index attaches other names than the catalog"}));
  if (document.facets != stored.facets)
    problems.add(concat({who, ": its entities in the index are not the catalog's"}));
  const FacetRecord record(columns.facets.record(document.docid));
  bool same = record.date() == pack_date(stored.article.published) && record.size() == stored.facets.size();
  for (std::size_t i = 0; same && i < record.size(); ++i) same = record[i] == stored.facets[i];
  if (!same) problems.add(concat({who, ": the facet column has other entities or another date than the catalog"}));
  if (count_words(columns.tokens.record(document.docid), columns.lexicon) != stored.words) {
    problems.add(concat({who, ": the token column does not have its words"}));
  }
}

Result<void> compare_documents(const ArchiveWriter& archive, const IndexState& state, CheckReport& report,
                               Problems& problems) {
  const auto articles = archive.catalog.all_articles();
  if (!articles) return articles.error();
  std::unordered_map<ArticleId, std::uint64_t> missing(articles->begin(), articles->end());
  report.articles = missing.size();
  if (state.generation != 0) {
    const auto columns = open_columns(archive.paths, state);
    if (!columns) {
      problems.add(columns.error().message);
      return {};
    }
    auto visited = for_each_document(archive.paths, [&](const IndexedDocument& document) -> Result<void> {
      if (!document.data_is_valid) {
        problems.add(concat({"document ", std::to_string(document.docid), " of the index cannot be read"}));
        return {};
      }
      const auto stored = archive.catalog.load_article(document.article);
      if (!stored) return stored.error();
      if (!*stored || missing.erase(document.article) == 0) {
        problems.add(
            concat({"the index has document ", std::to_string(document.docid), " of ",
                    *stored ? "an article that it has already" : "an article that the catalog does not have"}));
        return {};
      }
      compare(document, **stored, *columns, problems);
      return {};
    });
    if (!visited) problems.add(visited.error().message);
  }
  for (const auto& [article, hash] : missing) {
    const auto stored = archive.catalog.load_article(article);
    problems.add(concat(
        {"article '", stored && *stored ? (*stored)->article.key : std::to_string(article), "' is not in the index"}));
  }
  return {};
}

}  // namespace

Result<CheckReport> check_archive(const ArchiveWriter& archive) {
  CheckReport report;
  Problems problems;
  auto catalog = archive.catalog.check();
  if (!catalog) return std::move(catalog).error();
  problems.add_all(std::move(*catalog));
  const auto state = checked_index_state(archive);
  if (!state) {
    problems.add(state.error().message);
    report.problems = problems.take();
    return report;
  }
  const auto last = archive.catalog.last_seq();
  if (!last) return last.error();
  if (state->generation != 0) {
    if (state->applied_seq != *last) {
      problems.add(concat({"the index is ", plural(static_cast<std::uint64_t>(*last - state->applied_seq), "change"),
                           " behind the catalog (a run was cut off): the next add catches up"}));
    }
    problems.add_all(check_xapian(archive.paths));
    problems.add_all(check_column(archive.paths.folder, kFacetColumn, state->facets));
    problems.add_all(check_column(archive.paths.folder, kTokenColumn, state->tokens));
    problems.add_all(check_lexicon(archive.paths.folder, state->lexicon));
  }
  if (auto compared = compare_documents(archive, *state, report, problems); !compared)
    return std::move(compared).error();
  report.problems = problems.take();
  return report;
}

}  // namespace dateline
