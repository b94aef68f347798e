// A form is found by its kind and folded words; the example is a span that does not shout, where there is one.
#include "indexer/entities/name_table.h"

#include <algorithm>

#include "indexer/entities/name_forms.h"
#include "indexer/entities/person_names.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// "JERUSALEM, Israel": the place of a dateline, in ordinary surroundings.
bool is_calmed_alone(const NameSpan& span, std::string_view name) {
  if (span.kind == EntityKind::kOrganization || name.size() < 4) return false;
  return std::none_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '.'; });
}

}  // namespace

NameTable::NameTable(std::string_view title, std::string_view text, const std::vector<NameSpan>& spans,
                     const std::vector<KnownEntity>& known, Vocabulary& vocabulary)
    : title_(title), text_(text), spans_(spans), vocabulary_(vocabulary) {
  form_of_.reserve(spans.size());
  for (std::uint32_t i = 0; i < spans.size(); ++i) form_of_.push_back(form_for(i, known));
}

std::uint32_t NameTable::form_for(std::uint32_t span, const std::vector<KnownEntity>& known) {
  const NameSpan& s = spans_[span];
  const std::string_view bytes = bytes_of_span(span);
  NameForm form{.kind = s.kind, .example = span};
  form.key = s.kind == EntityKind::kPerson ? person_key(bytes) : fold_name(bytes);
  if (form.key.empty()) form.key = bytes;
  form.shouting = s.shouting || is_calmed_alone(s, bytes);
  form.known = s.known != kNoKnownName;
  std::string id = concat({std::string(1, static_cast<char>('0' + static_cast<int>(s.kind))), form.key,
                           form.known ? "\n" + std::to_string(s.known) : std::string()});
  const auto [found, is_new] = ids_.emplace(std::move(id), static_cast<std::uint32_t>(forms_.size()));
  if (is_new) {
    for (const std::string_view word : split(form.key, ' ')) form.words.push_back(vocabulary_.id_of(word));
    form.canonical = form.known ? known[s.known].name : canonical_of(form);
    forms_.push_back(std::move(form));
  } else if (forms_[found->second].shouting && !form.shouting) {
    forms_[found->second].shouting = false;
    forms_[found->second].example = span;
  }
  return found->second;
}

std::string NameTable::canonical_of(const NameForm& form) const {
  if (form.kind == EntityKind::kPerson) return std::string(person_behind(form.key));
  const GazetteerEntry& entry = vocabulary_.gazetteer().find(form.key);
  if (form.kind == EntityKind::kOrganization) return std::string(entry.organization);
  return (entry.classes & word_class::kRegion) != 0 ? std::string(entry.place) : std::string();
}

std::string NameTable::written(const NameForm& form) const {
  const std::string name = written_name(example_of(form));
  const bool acronym = form.kind == EntityKind::kOrganization && form.words.size() == 1 && form.key.size() < 6;
  return form.shouting && !acronym ? calm_capitals(name) : name;
}

}  // namespace dateline
