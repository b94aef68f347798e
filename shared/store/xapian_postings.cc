// Posting lists of facet and attachment terms, and the facet column beside them.
#include "shared/store/xapian_postings.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <unordered_map>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/columns/column.h"
#include "shared/store/xapian_boundary.h"
#include "shared/store/xapian_document.h"
#include "shared/store/xapian_generation.h"
#include "shared/store/xapian_index_state.h"

namespace dateline {
namespace {

constexpr std::size_t kManyFacets = 2000;  // from here on reading all terms is faster than looking up each

FacetId number_at(std::string_view digits) {
  FacetId id = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), id);
  return id;
}

}  // namespace

struct PostingReader::Impl {
  Xapian::Database database;
  std::optional<ColumnReader> facets;  // nullopt: there is no index
  std::string what;
};

PostingReader::PostingReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PostingReader::PostingReader(PostingReader&&) noexcept = default;
PostingReader& PostingReader::operator=(PostingReader&&) noexcept = default;
PostingReader::~PostingReader() = default;

Result<PostingReader> PostingReader::open(const ArchivePaths& paths) {
  auto impl = std::make_unique<Impl>();
  const auto live = live_generation(paths);
  if (!live) return live.error();
  if (*live != 0) {
    const std::string path = paths.xapian_generation(*live);
    impl->what = concat({"the index in '", path, "'"});
    auto state = xapian_result(impl->what, [&] {
      impl->database = Xapian::Database(path);
      return index_state_of(impl->database);
    });
    if (!state) return std::move(state).error();
    auto column = ColumnReader::open(paths.folder, kFacetColumn, state->facets);
    if (!column) return std::move(column).error();
    impl->facets.emplace(std::move(*column));
  }
  return PostingReader(std::move(impl));
}

Result<std::vector<std::uint32_t>> PostingReader::documents_with(FacetId facet) const {
  return xapian_result(impl_->what, [&] {
    const std::string term = facet_term(facet);
    return std::vector<std::uint32_t>(impl_->database.postlist_begin(term), impl_->database.postlist_end(term));
  });
}

Result<std::vector<std::uint32_t>> PostingReader::count_documents_with(std::span<const FacetId> facets) const {
  return xapian_result(impl_->what, [&] {
    const Xapian::Database& database = impl_->database;
    std::vector<std::uint32_t> counts;
    counts.reserve(facets.size());
    if (facets.size() < kManyFacets) {
      for (const FacetId facet : facets) counts.push_back(database.get_termfreq(facet_term(facet)));
      return counts;
    }
    std::unordered_map<FacetId, std::uint32_t> all;
    const std::string prefix(kFacetTerm);
    for (auto it = database.allterms_begin(prefix); it != database.allterms_end(prefix); ++it) {
      const std::string term = *it;
      all.emplace(number_at(std::string_view(term).substr(prefix.size())), it.get_termfreq());
    }
    for (const FacetId facet : facets) {
      const auto found = all.find(facet);
      counts.push_back(found == all.end() ? 0 : found->second);
    }
    return counts;
  });
}

Result<std::vector<AttachedDocument>> PostingReader::attached() const {
  auto found = xapian_result(impl_->what, [&] {
    std::vector<AttachedDocument> documents;
    const std::string prefix(kAttachedTerm);
    for (auto it = impl_->database.allterms_begin(prefix); it != impl_->database.allterms_end(prefix); ++it) {
      const std::string term = *it;
      const auto attachment = decode_attached_term(term);
      if (!attachment) continue;
      for (auto at = impl_->database.postlist_begin(term); at != impl_->database.postlist_end(term); ++at) {
        documents.push_back({*at, *attachment});
      }
    }
    return documents;
  });
  if (found) {
    std::sort(found->begin(), found->end(), [](const AttachedDocument& a, const AttachedDocument& b) {
      return std::pair(a.document, a.attachment) < std::pair(b.document, b.attachment);
    });
  }
  return found;
}

Result<ArticleId> PostingReader::article_of(std::uint32_t document) const {
  return xapian_result(impl_->what, [&]() -> Result<ArticleId> {
    const auto data = decode_document_data(impl_->database.get_document(document).get_data());
    if (data) return data->first;
    return Error{.code = ErrorCode::kArchiveDamaged,
                 .message = concat({impl_->what, " has a document that cannot be read"}),
                 .hint = "run: dateline-index rebuild"};
  });
}

FacetRecord PostingReader::record(std::uint32_t document) const {
  return FacetRecord(impl_->facets ? impl_->facets->record(document) : std::string_view());
}

}  // namespace dateline
