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

void PhraseSource::init(const Xapian::Database& database) {
  documents_ = database.get_doccount();
  last_ = database.get_lastdocid();
  at_ = 0;
}

bool PhraseSource::matches(Xapian::docid docid) {
  if (docid >= answers_.size()) answers_.resize(std::max<std::size_t>(std::size_t{docid} + 1, std::size_t{last_} + 1));
  Answer& answer = answers_[docid];
  if (answer == Answer::kUnknown) {
    const std::string_view record = tokens_->record(docid);
    const bool found = has_phrase(scope_ == PhraseScope::kTitle ? title_of(record) : record, phrase_);
    answer = found ? Answer::kYes : Answer::kNo;
  }
  return answer == Answer::kYes;
}

void PhraseSource::next(double min_weight) {
  skip_to(at_ + 1, min_weight);
}

void PhraseSource::skip_to(Xapian::docid to, double /*min_weight*/) {
  if (to > at_) at_ = to;
  while (at_ <= last_ && !matches(at_)) ++at_;
}

bool PhraseSource::check(Xapian::docid docid, double /*min_weight*/) {
  at_ = docid;
  return matches(docid);
}

}  // namespace dateline
