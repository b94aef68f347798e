// Three steps: spans of the same words are one form; forms of one entity are put together; the best form gives the
// name. A surname of several people goes to the one who was spoken of last.
#include "indexer/entities/resolver.h"

#include <algorithm>
#include <string>

#include "indexer/entities/join_forms.h"
#include "indexer/entities/name_forms.h"
#include "indexer/entities/name_table.h"

namespace dateline {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kMostTitles = 8;  // of one person

bool is_better(const NameForm& form, const NameForm& best) {
  if (form.shouting != best.shouting) return best.shouting;
  return form.words.size() > best.words.size();
}

template <class T>
void add_new(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

class Collector {
 public:
  Collector(const ResolverInput& input, const NameTable& table, FormSets& sets)
      : input_(input),
        table_(table),
        sets_(sets),
        owners_(find_surname_owners(table, sets)),
        last_seen_(table.forms().size(), 0),
        address_(table.forms().size(), Address::kNone),
        entity_of_(table.forms().size(), kNone) {
    read_addresses();
  }

  std::vector<ArticleEntity> run() {
    for (std::uint32_t i = 0; i < input_.spans.size(); ++i) add_mention(i);
    for (std::size_t i = 0; i < out_.size(); ++i) name_entity(forms_in_[i], out_[i]);
    return std::move(out_);
  }

 private:
  // "Mrs. Hillary Clinton" tells whom "Mr. Clinton" does not mean.
  void read_addresses() {
    for (std::uint32_t i = 0; i < input_.spans.size(); ++i)
      if (input_.spans[i].address != Address::kNone) address_[sets_.root(table_.form_of(i))] = input_.spans[i].address;
  }

  void add_mention(std::uint32_t i) {
    const NameSpan& span = input_.spans[i];
    const std::uint32_t owner = owner_of(table_.form_of(i), span);
    last_seen_[owner] = i + 1;
    if (entity_of_[owner] == kNone) {
      entity_of_[owner] = static_cast<std::uint32_t>(out_.size());
      out_.push_back({.kind = table_.forms()[owner].kind});
      forms_in_.emplace_back();
    }
    ArticleEntity& entity = out_[entity_of_[owner]];
    entity.mentions.push_back({span.begin, span.end, span.in_title});
    add_new(forms_in_[entity_of_[owner]], table_.form_of(i));
    if (span.title_begin < span.title_end && entity.titles.size() < kMostTitles) {
      const std::string_view from = span.in_title ? input_.title : input_.text;
      add_new(entity.titles, written_name(from.substr(span.title_begin, span.title_end - span.title_begin)));
    }
  }

  std::uint32_t owner_of(std::uint32_t form, const NameSpan& span) {
    const std::uint32_t own = sets_.root(form);
    std::uint32_t best = kNone;
    for (const std::uint32_t owner : owners_[own]) {
      const Address address = address_[owner];
      if (span.address != Address::kNone && address != Address::kNone && span.address != address) continue;
      if (best == kNone || last_seen_[owner] > last_seen_[best]) best = owner;
    }
    if (best == kNone && !owners_[own].empty()) best = owners_[own][0];
    if (best == kNone) return own;
    // An owner may itself be a part of somebody's name: one step more is enough, since parts get shorter.
    const std::vector<std::uint32_t>& further = owners_[best];
    return further.empty() ? best : further[0];
  }

  // The user's name, the table's, else the longest form without shouting.
  void name_entity(const std::vector<std::uint32_t>& forms, ArticleEntity& out) const {
    const NameForm* best = nullptr;
    for (const std::uint32_t i : forms)
      if (best == nullptr || is_better(table_.forms()[i], *best)) best = &table_.forms()[i];
    bool by_user = false;
    for (const std::uint32_t i : forms) {
      const NameForm& form = table_.forms()[i];
      // "Bibi" may be the surname of somebody else here.
      const bool byname_only =
          form.kind == EntityKind::kPerson && !form.known && best->words.size() > form.words.size();
      if (!form.canonical.empty() && !byname_only && (out.name.empty() || (form.known && !by_user)))
        out.name = form.canonical;
      by_user = by_user || form.known;
    }
    if (out.name.empty()) out.name = table_.written(*best);
    for (const std::uint32_t i : forms)
      if (std::string alias = table_.written(table_.forms()[i]); alias != out.name)
        add_new(out.aliases, std::move(alias));
  }

  const ResolverInput& input_;
  const NameTable& table_;
  FormSets& sets_;
  std::vector<std::vector<std::uint32_t>> owners_;
  std::vector<std::uint32_t> last_seen_;  // root form → span + 1 that named it last
  std::vector<Address> address_;          // of root forms
  std::vector<std::uint32_t> entity_of_;  // root form → place in out_
  std::vector<ArticleEntity> out_;
  std::vector<std::vector<std::uint32_t>> forms_in_;
};

}  // namespace

std::vector<ArticleEntity> resolve_entities(const ResolverInput& input) {
  const NameTable table(input.title, input.text, input.spans, input.known, input.vocabulary);
  FormSets sets(table.forms().size());
  join_places_and_organizations(table, sets);
  join_full_names(table, sets);
  return Collector(input, table, sets).run();
}

}  // namespace dateline
