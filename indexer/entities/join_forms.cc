// All by look-up of keys: near-linear in the number of distinct names.
#include "indexer/entities/join_forms.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/entities/name_forms.h"
#include "indexer/entities/person_names.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using namespace word_class;

constexpr std::size_t kMostWords = 8;    // of a name whose beginnings are remembered
constexpr std::size_t kMostOwners = 32;  // people looked at for one surname: keeps hostile texts linear

using FormByKey = std::unordered_map<std::string, std::uint32_t>;

using FormsByKey = std::unordered_map<std::string, std::vector<std::uint32_t>>;

void put(FormsByKey& map, std::string key, std::uint32_t form) {
  std::vector<std::uint32_t>& forms = map[std::move(key)];
  if (forms.size() < kMostOwners) forms.push_back(form);
}

// The one entity that all forms under the key are of, except the form itself.
std::optional<std::uint32_t> only_one(const FormsByKey& map, const std::string& key, FormSets& sets) {
  const auto found = map.find(key);
  if (found == map.end()) return std::nullopt;
  for (const std::uint32_t form : found->second)
    if (sets.root(form) != sets.root(found->second[0])) return std::nullopt;
  return found->second[0];
}

std::string without_designator(const NameTable& table, const NameForm& form) {
  std::string out = form.key;
  for (std::size_t i = form.words.size(); i-- > 1;) {
    const Word& word = table.word(form.words[i]);
    if ((word.classes & kDesignator) == 0 || out.size() <= word.key.size() + 1) break;
    out.resize(out.size() - word.key.size() - 1);
  }
  return out;
}

void join_same_names(const NameTable& table, FormSets& sets) {
  FormByKey by_name;
  for (std::uint32_t i = 0; i < table.forms().size(); ++i) {
    const NameForm& form = table.forms()[i];
    if (form.kind == EntityKind::kPerson) continue;
    std::string name(1, static_cast<char>('0' + static_cast<int>(form.kind)));
    name += form.canonical.empty() ? without_designator(table, form) : fold_name(form.canonical);
    const auto [found, is_new] = by_name.emplace(std::move(name), i);
    if (!is_new) sets.join(found->second, i);
  }
}

bool is_acronym(const NameTable& table, const NameForm& form) {
  if (form.words.size() != 1 || form.key.size() < 2) return false;
  const std::string_view bytes = table.example_of(form);
  return std::none_of(bytes.begin(), bytes.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// "Goldman" for "Goldman Sachs", "Manchester United" for "Manchester United Football Club", "PMO" for the Prime
// Minister’s Office of this article: where only one name of it can be meant.
void join_short_organizations(const NameTable& table, FormSets& sets) {
  FormsByKey by_initials, by_beginning;
  const auto& forms = table.forms();
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind != EntityKind::kOrganization) continue;
    order.push_back(i);
    if (forms[i].words.size() < 2) continue;
    for (std::string& initials : initials_of(table.example_of(forms[i])))
      if (initials.size() >= 2) put(by_initials, std::move(initials), i);
    const std::string& key = forms[i].key;
    // "Foreign Ministry" for "Egyptian Foreign Ministry".
    if (forms[i].words.size() > 2 && (table.word(forms[i].words[0]).classes & kDemonym) != 0)
      put(by_beginning, key.substr(key.find(' ') + 1), i);
    std::size_t words = 0;
    for (std::size_t at = key.find(' '); at != std::string::npos && ++words < kMostWords; at = key.find(' ', at + 1))
      put(by_beginning, key.substr(0, at), i);
  }
  // Long ones first: what they are is known when the shorter ones are looked at.
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return forms[a].words.size() > forms[b].words.size(); });
  for (const std::uint32_t i : order) {
    if (!forms[i].canonical.empty()) continue;
    const FormsByKey& map = is_acronym(table, forms[i]) ? by_initials : by_beginning;
    if (const auto whole = only_one(map, forms[i].key, sets)) sets.join(*whole, i);
  }
}

// "Prime Minister’s Office (PMO)", "PMO (Prime Minister’s Office)".
void join_bracketed_acronyms(const NameTable& table, FormSets& sets) {
  constexpr std::uint32_t kMostBetween = 4;  // bytes: " (", "’s ("
  const auto& spans = table.spans();
  for (std::uint32_t i = 1; i < spans.size(); ++i) {
    const NameSpan& before = spans[i - 1];
    const NameSpan& here = spans[i];
    if (!here.bracketed || here.in_title != before.in_title || here.begin > before.end + kMostBetween) continue;
    if (here.kind != before.kind || here.kind == EntityKind::kPerson) continue;
    const std::uint32_t a = table.form_of(i - 1), b = table.form_of(i);
    const bool short_one_behind = table.forms()[b].words.size() == 1;
    const std::uint32_t whole = short_one_behind ? a : b, part = short_one_behind ? b : a;
    const std::string& acronym = table.forms()[part].key;
    if (table.forms()[part].words.size() != 1 || acronym.size() < 2) continue;
    for (const std::string& initials : initials_of(table.bytes_of_span(short_one_behind ? i - 1 : i)))
      if (initials.size() >= 2 && (initials.starts_with(acronym) || acronym.starts_with(initials)))
        sets.join(whole, part);
  }
}

bool is_initial_of(const NameTable& table, std::uint32_t part, std::uint32_t whole) {
  const std::string& initial = table.word(part).key;
  return initial.size() == 1 && table.word(whole).key.starts_with(initial);
}

// "J. Smith" or "Bill Clinton" for a longer or fuller form with the same last word.
bool is_other_form(const NameTable& table, const NameForm& part, const NameForm& whole) {
  if (is_shorter_full_name(part.words, whole.words)) return true;
  if (part.words.back() != whole.words.back() || part.words.size() != 2) return false;
  return is_initial_of(table, part.words[0], whole.words[0]) || is_initial_of(table, whole.words[0], part.words[0]) ||
         is_same_first_name(table.word(part.words[0]).key, table.word(whole.words[0]).key);
}

}  // namespace

FormSets::FormSets(std::size_t forms) : parent_(forms) {
  std::iota(parent_.begin(), parent_.end(), 0U);
}

std::uint32_t FormSets::root(std::uint32_t form) {
  while (parent_[form] != form) form = parent_[form] = parent_[parent_[form]];
  return form;
}

void FormSets::join(std::uint32_t whole, std::uint32_t part) {
  const std::uint32_t a = root(whole), b = root(part);
  if (a != b) parent_[b] = a;
}

void join_places_and_organizations(const NameTable& table, FormSets& sets) {
  join_same_names(table, sets);
  join_short_organizations(table, sets);
  join_bracketed_acronyms(table, sets);
}

void join_full_names(const NameTable& table, FormSets& sets) {
  const auto& forms = table.forms();
  std::unordered_map<std::string, std::uint32_t> by_canonical;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind != EntityKind::kPerson) continue;
    // Of bynames only those of several words; a single one may be part of another name here.
    const bool own_name = forms[i].canonical.empty() || !(forms[i].known || forms[i].words.size() > 1);
    const std::string name = own_name ? forms[i].key : person_key(forms[i].canonical);
    if (const auto [found, is_new] = by_canonical.emplace(name, i); !is_new) sets.join(found->second, i);
    if (forms[i].words.size() > 1) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return forms[a].words.size() > forms[b].words.size(); });
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_last;
  for (const std::uint32_t i : order) {
    std::vector<std::uint32_t>& same_last = by_last[forms[i].words.back()];
    const auto whole = std::find_if(same_last.begin(), same_last.end(),
                                    [&](std::uint32_t w) { return is_other_form(table, forms[i], forms[w]); });
    if (whole != same_last.end()) sets.join(*whole, i);
    if (same_last.size() < kMostOwners) same_last.push_back(i);
  }
}

namespace {

using Owners = std::vector<std::uint32_t>;
using FormByView = std::unordered_map<std::string_view, std::uint32_t>;

void add_owner(Owners& owners, std::uint32_t owner) {
  if (owners.size() < kMostOwners && std::find(owners.begin(), owners.end(), owner) == owners.end())
    owners.push_back(owner);
}

// What full names can be cut down to: by their ends ("Al Thani", "Thani") and by their first words ("Xi").
struct Parts {
  std::unordered_map<std::string_view, Owners> ends, first_words;
};

Parts parts_of_full_names(const NameTable& table, FormSets& sets) {
  Parts parts;
  const auto& forms = table.forms();
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    if (forms[i].kind != EntityKind::kPerson || forms[i].words.size() < 2) continue;
    std::string_view rest = forms[i].key;
    add_owner(parts.first_words[rest.substr(0, rest.find(' '))], sets.root(i));
    for (std::size_t blank = rest.find(' '); blank != std::string_view::npos; blank = rest.find(' ')) {
      rest.remove_prefix(blank + 1);
      add_owner(parts.ends[rest], sets.root(i));
    }
  }
  return parts;
}

// By full name, else by surname, as part of a name or alone.
Owners owners_of_byname(std::string_view full_name, const FormByView& names, const Parts& parts, FormSets& sets) {
  const std::string_view surname = full_name.substr(full_name.rfind(' ') + 1);
  if (const auto found = names.find(full_name); found != names.end()) return {sets.root(found->second)};
  if (const auto found = parts.ends.find(surname); found != parts.ends.end()) return found->second;
  if (const auto found = names.find(surname); found != names.end()) return {sets.root(found->second)};
  return {};
}

}  // namespace

std::vector<std::vector<std::uint32_t>> find_surname_owners(const NameTable& table, FormSets& sets) {
  const Parts parts = parts_of_full_names(table, sets);
  const auto& forms = table.forms();
  FormByView names;
  for (std::uint32_t i = 0; i < forms.size(); ++i)
    if (forms[i].kind == EntityKind::kPerson) names.emplace(forms[i].key, i);
  std::vector<Owners> owners(forms.size());
  for (std::uint32_t i = 0; i < forms.size(); ++i) {
    const NameForm& form = forms[i];
    if (form.kind != EntityKind::kPerson || sets.root(i) != i || form.known) continue;
    if (const auto found = parts.ends.find(form.key); found != parts.ends.end()) {
      owners[i] = found->second;
    } else if (const auto first = parts.first_words.find(form.key);
               first != parts.first_words.end() && first->second.size() == 1) {
      owners[i] = first->second;
    } else if (!form.canonical.empty()) {  // "Bibi", where nobody here has that name
      owners[i] = owners_of_byname(person_key(form.canonical), names, parts, sets);
    }
  }
  return owners;
}

}  // namespace dateline
