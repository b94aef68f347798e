// Matching and ranking by Xapian.
#include "query/engine/xapian_searcher.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/engine/xapian_bm25.h"
#include "query/engine/xapian_collect.h"
#include "query/engine/xapian_compile.h"
#include "query/engine/xapian_deadline_source.h"
#include "query/engine/xapian_docid_source.h"
#include "query/engine/xapian_expansion.h"
#include "query/engine/xapian_query_parts.h"
#include "query/engine/xapian_rank.h"
#include "query/engine/xapian_vocabulary.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/store/xapian_boundary.h"
#include "shared/store/xapian_document.h"
#include "shared/store/xapian_index_state.h"

namespace dateline {

struct PreparedQuery::Impl {
  Xapian::Query text;  // with the date filter
  std::shared_ptr<MatchControl> control;
  std::vector<std::string> notes;
  bool is_cut = false;  // a pattern stands for more words than are searched
  std::array<std::optional<Xapian::Query>, kFacetKinds> selections;

  // With the selections of all kinds but `without`.
  [[nodiscard]] Xapian::Query whole(std::optional<FacetKind> without) const {
    Xapian::Query query = text;
    for (std::size_t kind = 0; kind < kFacetKinds; ++kind) {
      if (!selections[kind] || (without && static_cast<std::size_t>(*without) == kind)) continue;
      query = Xapian::Query(Xapian::Query::OP_FILTER, query, *selections[kind]);
    }
    return control->deadline.is_set() ? filtered(query, new DeadlineSource(control)) : query;
  }
};

bool PreparedQuery::stopped() const {
  return impl_->control->stopped;
}
bool PreparedQuery::is_exact() const {
  return !impl_->is_cut && !stopped();
}
const std::vector<std::string>& PreparedQuery::notes() const {
  return impl_->notes;
}

struct XapianSearcher::Impl {
  Xapian::Database database;
  IndexState state;
  std::string what;  // for messages
  WordExpander expander;
  bool overtaken = false;

  // As xapian_result, and notes when the writer was too fast.
  template <class Work>
  auto run(Work&& work) {
    return xapian_result(what, [&] {
      try {
        return work();
      } catch (const Xapian::DatabaseModifiedError&) {
        overtaken = true;
        throw;
      }
    });
  }
};

namespace {

Result<ArticleId> article_of(const Xapian::Document& document) {
  const auto data = decode_document_data(document.get_data());
  if (data) return data->first;
  return Error{
      .code = ErrorCode::kArchiveDamaged,
      .message = concat({"document ", std::to_string(document.get_docid()), " of the index has lost its data"}),
      .hint = "run: dateline-index rebuild (the articles are safe in catalog.sqlite3)"};
}

Xapian::Query listed(const std::shared_ptr<const DocidList>& documents) {
  return Xapian::Query((new DocidSource(documents))->release());
}

// Of the documents that the search is limited to.
Xapian::Query within(Xapian::Query query, const ResolvedFields& fields) {
  if (fields.only) query = Xapian::Query(Xapian::Query::OP_FILTER, query, listed(fields.only));
  if (fields.never && !fields.never->empty()) {
    query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, listed(fields.never));
  }
  return query;
}

}  // namespace

XapianSearcher::XapianSearcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
XapianSearcher::XapianSearcher(XapianSearcher&&) noexcept = default;
XapianSearcher& XapianSearcher::operator=(XapianSearcher&&) noexcept = default;
XapianSearcher::~XapianSearcher() = default;

Result<XapianSearcher> XapianSearcher::open(const ArchivePaths& paths, std::uint32_t generation) {
  auto impl = std::make_unique<Impl>();
  const std::string folder = paths.xapian_generation(generation);
  impl->what = concat({"the index in '", folder, "'"});
  auto state = xapian_result(impl->what, [&] {
    impl->database = Xapian::Database(folder);
    return index_state_of(impl->database);
  });
  if (!state) return std::move(state).error();
  impl->state = std::move(*state);
  impl->state.generation = generation;
  return XapianSearcher(std::move(impl));
}

const IndexState& XapianSearcher::state() const {
  return impl_->state;
}
bool XapianSearcher::was_overtaken() const {
  return impl_->overtaken;
}

Result<bool> XapianSearcher::is_outdated() {
  return impl_->run([&] { return impl_->database.reopen(); });
}

// What the expansions of the tree's patterns mean for the answer, in the order of the query.
void XapianSearcher::take_notes(const QueryNode& tree, const Expansions& expansions, PreparedQuery::Impl& prepared) {
  const auto patterns = patterns_of(tree);
  if (!patterns) return;
  for (const QueryNode* pattern : *patterns) {
    const WordExpansion& expansion = *expansions.at(pattern);
    std::string note = note_of(*pattern, expansion);
    if (!note.empty()) prepared.notes.push_back(std::move(note));
    prepared.is_cut = prepared.is_cut || expansion.words.size() < expansion.matching;
    prepared.control->stopped = prepared.control->stopped || expansion.stopped;
  }
}

Result<PreparedQuery> XapianSearcher::prepare(const QueryNode& tree, const ResolvedFields& fields, MatchMode match,
                                              const SearchColumns& columns, Stemmer& stemmer) {
  return impl_->run([&]() -> Result<PreparedQuery> {
    const auto expansions = impl_->expander.expand(impl_->database, tree, fields.deadline);
    if (!expansions) return expansions.error();
    auto prepared = std::make_shared<PreparedQuery::Impl>();
    prepared->control = std::make_shared<MatchControl>();
    prepared->control->deadline = fields.deadline;
    take_notes(tree, *expansions, *prepared);
    const CompileContext context{.database = impl_->database,
                                 .lexicon = *columns.lexicon,
                                 .tokens = columns.tokens,
                                 .facets = columns.facets,
                                 .stemmer = stemmer,
                                 .expansions = *expansions,
                                 .control = prepared->control,
                                 .match = match};
    prepared->text = compile_query(tree, fields, context);
    if (fields.date_filter) {
      prepared->text =
          Xapian::Query(Xapian::Query::OP_FILTER, prepared->text, date_query(*fields.date_filter, context));
    }
    prepared->text = within(prepared->text, fields);
    for (std::size_t kind = 0; kind < kFacetKinds; ++kind) {
      if (fields.selected[kind]) prepared->selections[kind] = any_facet_query(*fields.selected[kind]);
    }
    return PreparedQuery(std::move(prepared));
  });
}

Result<std::vector<HighlightForm>> XapianSearcher::highlights(const QueryNode& tree, const SearchColumns& columns,
                                                              Stemmer& stemmer) {
  return impl_->run([&] {
    const WordFormMaker forms(stemmer, *columns.lexicon,
                              [this](const std::string& term) { return impl_->database.term_exists(term); });
    return highlight_forms(tree, forms, impl_->expander.known(tree));
  });
}

Result<std::vector<RankedDocument>> XapianSearcher::best(const PreparedQuery& query, std::uint64_t count) {
  return impl_->run([&]() -> Result<std::vector<RankedDocument>> {
    const auto documents = std::uint64_t{impl_->database.get_doccount()};
    auto found = best_documents(impl_->database, query.impl().whole(std::nullopt),
                                static_cast<Xapian::doccount>(std::min(count, documents)));
    return query.impl().control->error ? *query.impl().control->error
                                       : Result<std::vector<RankedDocument>>(std::move(found));
  });
}

Result<std::vector<RankedDocument>> XapianSearcher::with_times(const DocidList& documents) {
  return impl_->run([&] { return dateline::with_times(impl_->database, documents); });
}

Result<std::vector<RankedDocument>> XapianSearcher::every_score(const PreparedQuery& query) {
  return impl_->run([&]() -> Result<std::vector<RankedDocument>> {
    auto found = dateline::every_score(impl_->database, query.impl().whole(std::nullopt));
    return query.impl().control->error ? *query.impl().control->error
                                       : Result<std::vector<RankedDocument>>(std::move(found));
  });
}

PreparedQuery XapianSearcher::with_more_words(const PreparedQuery& query, double own_share,
                                              const std::vector<WeightedStem>& stems) {
  auto more = std::make_shared<PreparedQuery::Impl>(query.impl());
  more->text = dateline::with_more_words(more->text, own_share, stems);
  return PreparedQuery(std::move(more));
}

Result<std::vector<double>> XapianSearcher::rarities(const std::vector<std::string>& stems) {
  return impl_->run([&] {
    std::vector<double> out;
    for (const std::string& stem : stems) {
      out.push_back(inverse_frequency(impl_->database.get_doccount(), impl_->database.get_termfreq(stem)));
    }
    return out;
  });
}

Result<std::vector<ArticleId>> XapianSearcher::articles_at(const DocidList& documents) {
  return impl_->run([&]() -> Result<std::vector<ArticleId>> {
    std::vector<ArticleId> out;
    out.reserve(documents.size());
    for (const Docid docid : documents) {
      const auto article = article_of(impl_->database.get_document(docid, Xapian::DOC_ASSUME_VALID));
      if (!article) return article.error();
      out.push_back(*article);
    }
    return out;
  });
}

Result<std::vector<std::uint64_t>> XapianSearcher::articles_of(std::span<const FacetId> stored) {
  return impl_->run([&] {
    std::vector<std::uint64_t> counts;
    counts.reserve(stored.size());
    for (const FacetId id : stored) counts.push_back(impl_->database.get_termfreq(facet_term(id)));
    return counts;
  });
}

Result<std::uint64_t> XapianSearcher::articles_with_any(const std::vector<FacetId>& stored) {
  return impl_->run([&]() -> std::uint64_t {
    std::vector<FacetId> there;
    std::uint64_t articles = 0;
    for (const FacetId id : stored) {
      const std::uint64_t count = impl_->database.get_termfreq(facet_term(id));
      if (count != 0) there.push_back(id), articles = count;
    }
    return there.size() > 1 ? collect_matches(impl_->database, any_facet_query(there)).size() : articles;
  });
}

Result<std::vector<CountedWord>> XapianSearcher::words_from(const std::string& prefix, std::size_t limit,
                                                            std::size_t most, bool* whole) {
  return impl_->run([&] { return words_beginning(impl_->database, prefix, limit, most, whole); });
}

Result<double> XapianSearcher::score_of(const PreparedQuery& query, ArticleId article) {
  return impl_->run([&]() -> Result<double> {
    const Xapian::Query whole = query.impl().whole(std::nullopt);
    if (whole.empty()) return 0.0;
    const Xapian::Query one(Xapian::Query::OP_FILTER, whole, Xapian::Query(article_term(article)));
    const auto found = best_documents(impl_->database, one, 1);
    return found.empty() ? 0.0 : found.front().parts.text;
  });
}

Result<bool> XapianSearcher::has_match(const PreparedQuery& query, ArticleId article) {
  return impl_->run([&] {
    const Xapian::Query whole = query.impl().whole(std::nullopt);
    if (whole.empty()) return false;
    const Xapian::Query one(Xapian::Query::OP_FILTER, whole, Xapian::Query(article_term(article)));
    return !collect_matches(impl_->database, one).empty();
  });
}

Result<std::string> XapianSearcher::describe(const PreparedQuery& query) {
  return impl_->run([&] { return query.impl().whole(std::nullopt).get_description(); });
}

Expansions XapianSearcher::known_expansions(const QueryNode& tree) const {
  return impl_->expander.known(tree);
}

Result<std::vector<CountedWord>> XapianSearcher::words_near(const std::string& word, std::size_t limit) {
  return impl_->run([&] { return dateline::words_near(impl_->database, word, limit); });
}

Result<std::uint64_t> XapianSearcher::articles_with_term(const std::string& stem) {
  return impl_->run([&] { return std::uint64_t{impl_->database.get_termfreq(stem)}; });
}

Result<std::vector<ArticleDocument>> XapianSearcher::documents_of(std::span<const ArticleId> articles) {
  return impl_->run([&] {
    std::vector<ArticleDocument> out;
    out.reserve(articles.size());
    for (const ArticleId article : articles) {
      const std::string term = article_term(article);
      const auto found = impl_->database.postlist_begin(term);
      if (found != impl_->database.postlist_end(term)) out.push_back({.document = *found, .article = article});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.document < b.document; });
    return out;
  });
}

Result<DocidList> XapianSearcher::matches(const PreparedQuery& query, std::optional<FacetKind> without) {
  return impl_->run([&]() -> Result<DocidList> {
    auto found = collect_matches(impl_->database, query.impl().whole(without));
    return query.impl().control->error ? Result<DocidList>(*query.impl().control->error) : std::move(found);
  });
}

}  // namespace dateline
