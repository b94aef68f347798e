// Terms, slots and data of a document.
#include "shared/store/xapian_document.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "schema/fields.h"
#include "shared/base/bytes.h"

namespace dateline {
namespace {

std::string big_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xFFU));
  return out;
}

}  // namespace

std::string encode_time_slot(std::int64_t seconds) {
  return big_endian(static_cast<std::uint64_t>(seconds) ^ (std::uint64_t{1} << 63), 8);
}
std::string encode_words_slot(std::uint32_t words) {
  return big_endian(words, 4);
}
std::optional<std::uint32_t> decode_words_slot(std::string_view value) {
  if (value.size() != 4) return std::nullopt;
  std::uint32_t words = 0;
  for (const char byte : value) words = words << 8U | static_cast<unsigned char>(byte);
  return words;
}

std::optional<std::int64_t> decode_time_slot(std::string_view value) {
  if (value.size() != sizeof(std::uint64_t)) return std::nullopt;
  std::uint64_t biased = 0;
  for (const char byte : value) biased = biased << 8 | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(biased ^ (std::uint64_t{1} << 63));
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
  term.assign(kWordTerm);
  for (const std::string_view form : from.text.forms) {
    term.resize(kWordTerm.size());
    term += form;
    document.add_boolean_term(term);
  }
  for (const FacetId facet : from.facets) document.add_boolean_term(facet_term(facet));
  for (const Attachment& attachment : from.attached) document.add_boolean_term(attached_term(attachment));
  document.add_boolean_term(article_term(from.article));
  if (const auto seconds = sort_seconds(from.published)) document.add_value(kSlotSortTime, encode_time_slot(*seconds));
  document.add_value(kSlotWords, encode_words_slot(from.text.words));
  document.set_data(encode_document_data(from.article, from.content_hash));
  return document;
}

}  // namespace dateline
