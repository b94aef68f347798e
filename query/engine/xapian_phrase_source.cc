// Byte search in token records.
#include "query/engine/xapian_phrase_source.h"

#include <cstring>

#include "shared/base/bytes.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0x80U) != 0;
}

}  // namespace

std::string encode_phrase(std::span<const std::uint32_t> stem_ids) {
  std::string out;
  for (const std::uint32_t id : stem_ids) append_leb128(out, id);
  return out;
}

bool has_phrase(std::string_view record, std::string_view phrase) {
  if (phrase.empty()) return false;
  const char* from = record.data();
  const char* const end = from + record.size();
  while (from != end) {
    const void* const found = memmem(from, static_cast<std::size_t>(end - from), phrase.data(), phrase.size());
    if (found == nullptr) return false;
    const char* const at = static_cast<const char*>(found);
    if (at == record.data() || !continues(at[-1])) return true;
    from = at + 1;
  }
  return false;
}

std::string_view title_of(std::string_view record) {
  static_assert(kTitleEnd < 0x80);
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (record[i] == static_cast<char>(kTitleEnd) && (i == 0 || !continues(record[i - 1]))) return record.substr(0, i);
  }
  return record;
}

bool PhraseSource::looks_right(Xapian::docid docid) const {
  const std::string_view record = tokens_->record(docid);
  return has_phrase(scope_ == PhraseScope::kTitle ? title_of(record) : record, phrase_);
}

}  // namespace dateline
