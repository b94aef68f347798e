// Terms, slots and data of a document.
#include "shared/store/xapian_document.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "schema/fields.h"
#include "shared/base/bytes.h"

namespace dateline {
std::string encode_time_slot(std::int64_t seconds) {
  const std::uint64_t biased = static_cast<std::uint64_t>(seconds) ^ (std::uint64_t{1} << 63);
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>((biased >> shift) & 0xFFU));
  return out;
}

std::string article_term(ArticleId article) {
  return std::string(kArticleTerm) + std::to_string(article);
}
std::string facet_term(FacetId facet) {
  return std::string(kFacetTerm) + std::to_string(facet);
}

std::string attached_term(const Attachment& attachment) {
  return std::string(kAttachedTerm) + std::to_string(attachment.from) + "." + std::to_string(attachment.into);
}
std::optional<Attachment> decode_attached_term(std::string_view term) {
  if (!term.starts_with(kAttachedTerm)) return std::nullopt;
  Attachment attachment;
  const char* const end = term.data() + term.size();
  const auto from = std::from_chars(term.data() + kAttachedTerm.size(), end, attachment.from);
  if (from.ec != std::errc() || from.ptr == end || *from.ptr != '.') return std::nullopt;
  const auto into = std::from_chars(from.ptr + 1, end, attachment.into);
  if (into.ec != std::errc() || into.ptr != end) return std::nullopt;
  return attachment;
}

std::string encode_document_data(ArticleId article, std::uint64_t content_hash) {
  std::string out;
  append_leb128(out, static_cast<std::uint64_t>(article));
  append_le(out, content_hash);
  return out;
}

std::optional<std::pair<ArticleId, std::uint64_t>> decode_document_data(std::string_view data) {
  std::uint64_t article = 0;
  if (!take_leb128(data, article) || data.size() != sizeof(std::uint64_t)) return std::nullopt;
  return std::pair{static_cast<ArticleId>(article), load_le<std::uint64_t>(data.data())};
}

Xapian::Document make_document(const IndexDocument& from) {
  Xapian::Document document;
  std::string term;
  for (const AnalyzedTerm& entry : from.text.terms) {
    term.assign(entry.stem);
    document.add_term(term, entry.wdf);
  }
  for (const AnalyzedTerm& entry : from.text.compounds) {
    term.assign(entry.stem);
    document.add_term(term, entry.wdf);
  }
  for (const FacetId facet : from.facets) document.add_boolean_term(facet_term(facet));
  for (const Attachment& attachment : from.attached) document.add_boolean_term(attached_term(attachment));
  document.add_boolean_term(article_term(from.article));
  if (const auto seconds = sort_seconds(from.published)) document.add_value(kSlotSortTime, encode_time_slot(*seconds));
  document.set_data(encode_document_data(from.article, from.content_hash));
  return document;
}

}  // namespace dateline
