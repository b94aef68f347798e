// Longer names say what their parts are, then shorter ones are looked up. Linear time.
#include <string>
#include <unordered_set>
#include <utility>

#include "indexer/entities/settle_spans.h"

namespace dateline {
namespace {

using namespace word_class;

constexpr std::size_t kMostWords = 8;  // of a name whose parts are remembered: keeps hostile texts linear

class ShortNames {
 public:
  ShortNames(GazetteerCache& gazetteer, std::vector<NameSpan>& spans, std::vector<std::string> keys)
      : gazetteer_(gazetteer), spans_(spans), keys_(std::move(keys)) {}

  void settle() {
    for (std::size_t i = 0; i < spans_.size(); ++i)
      if (spans_[i].kind == EntityKind::kOrganization) learn_organization(keys_[i]);
    for (std::size_t i = 0; i < spans_.size(); ++i)
      if (may_be_organization(i) && is_company_without_designator(keys_[i])) spans_[i].kind = EntityKind::kOrganization;
    for (std::size_t i = 0; i < spans_.size(); ++i)
      if (spans_[i].kind == EntityKind::kPerson) learn_person(keys_[i]);
    for (std::size_t i = 0; i < spans_.size(); ++i) settle_word(i);
  }

 private:
  void learn_organization(const std::string& key) {
    std::size_t words = 0;
    for (std::size_t at = key.find(' '); at != std::string::npos && ++words < kMostWords; at = key.find(' ', at + 1)) {
      const bool company = (gazetteer_.find(key.substr(at + 1)).classes & kDesignator) != 0;
      (company ? companies_ : organizations_).insert(key.substr(0, at));
    }
  }

  void learn_person(const std::string& key) {
    const std::size_t first_end = key.find(' ');
    if (first_end == std::string::npos) return;
    first_names_.insert(key.substr(0, first_end));
    surnames_.insert(key.substr(key.rfind(' ') + 1));
  }

  [[nodiscard]] bool may_be_organization(std::size_t i) const {
    const NameSpan& span = spans_[i];
    return span.kind == EntityKind::kPerson && span.known == kNoKnownName && span.title_begin == span.title_end;
  }

  // "Morgan Guaranty" where "Morgan Guaranty Ltd" is.
  [[nodiscard]] bool is_company_without_designator(const std::string& key) const {
    return key.find(' ') != std::string::npos && companies_.contains(key);
  }

  void settle_word(std::size_t i) {
    const std::string& key = keys_[i];
    const bool begins_organization = organizations_.contains(key) || companies_.contains(key);
    if (may_be_organization(i)) {
      const bool several = key.find(' ') != std::string::npos;
      const bool like_person = several ? (gazetteer_.find(key.substr(0, key.find(' '))).classes & kFirstName) != 0
                                       : first_names_.contains(key) || surnames_.contains(key);
      if (begins_organization && !like_person) spans_[i].kind = EntityKind::kOrganization;
    } else if (spans_[i].known == kNoKnownName && surnames_.contains(key) && !begins_organization &&
               (gazetteer_.find(key).classes & (kPlace | kOrganization)) == 0) {
      spans_[i].kind = EntityKind::kPerson;
    }
  }

  GazetteerCache& gazetteer_;
  std::vector<NameSpan>& spans_;
  std::vector<std::string> keys_;
  // Beginnings of names of organizations; companies: all but "Corp.", "Ltd."
  std::unordered_set<std::string> organizations_, companies_;
  std::unordered_set<std::string> first_names_, surnames_;  // of people with two names or more
};

}  // namespace

void settle_short_names(std::string_view title, std::string_view text, GazetteerCache& gazetteer,
                        std::vector<NameSpan>& spans) {
  std::vector<std::string> keys;
  keys.reserve(spans.size());
  for (const NameSpan& span : spans) keys.push_back(fold_name(bytes_of(span, title, text)));
  ShortNames(gazetteer, spans, std::move(keys)).settle();
}

}  // namespace dateline
