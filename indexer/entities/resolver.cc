// Three steps: spans of the same words are one form; forms of one entity are put together; the best form gives the
// name.
#include "indexer/entities/resolver.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "indexer/entities/name_forms.h"

namespace dateline {
namespace {

using namespace word_class;

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kMostOwners = 32;  // full names looked at for one last name: keeps hostile texts linear

// All spans of one kind with the same words.
struct Form {
  EntityKind kind = EntityKind::kPerson;
  std::string key;                   // folded words
  std::string canonical;             // what the gazetteer calls it; "" where it does not know
  std::vector<std::uint32_t> words;  // ids in the vocabulary
  std::uint32_t example = 0;         // the candidate that shows it best
  bool shouting = false;             // only seen in lines of capitals
};

class Resolver {
 public:
  explicit Resolver(const ResolverInput& input) : input_(input) {}

  std::vector<ArticleEntity> run() {
    make_forms();
    join_forms();
    return collect();
  }

 private:
  [[nodiscard]] const EntityToken& token(std::uint32_t i) const { return input_.tokens[i]; }
  [[nodiscard]] const Word& word(std::uint32_t id) const { return input_.vocabulary.word(id); }

  [[nodiscard]] std::string_view span_of(const Candidate& c) const {
    const std::string_view from = token(c.first).in_title ? input_.title : input_.text;
    return from.substr(token(c.first).begin, token(c.last - 1).end - token(c.first).begin);
  }

  void make_forms() {
    form_of_.reserve(input_.candidates.size());
    for (std::uint32_t i = 0; i < input_.candidates.size(); ++i) form_of_.push_back(form_for(i));
    parent_.resize(forms_.size());
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t form_for(std::uint32_t index) {
    const Candidate& c = input_.candidates[index];
    std::string key(1, static_cast<char>('0' + static_cast<int>(c.kind)));
    for (std::uint32_t i = c.first; i < c.last; ++i) {
      if (i > c.first) key += ' ';
      key += word(token(i).word).key;
    }
    const auto [found, is_new] = form_ids_.emplace(std::move(key), static_cast<std::uint32_t>(forms_.size()));
    const bool shouting = token(c.first).shouting || is_capitals_of_a_name(c);
    if (is_new) {
      Form form{c.kind, found->first.substr(1), {}, {}, index, shouting};
      for (std::uint32_t i = c.first; i < c.last; ++i) form.words.push_back(token(i).word);
      form.canonical = known_name(form);
      forms_.push_back(std::move(form));
    } else if (forms_[found->second].shouting && !shouting) {
      forms_[found->second].shouting = false;
      forms_[found->second].example = index;
    }
    return found->second;
  }

  // "JERUSALEM, Israel": a dateline's place.
  [[nodiscard]] bool is_capitals_of_a_name(const Candidate& c) const {
    if (c.kind == EntityKind::kOrganization) return false;
    for (std::uint32_t i = c.first; i < c.last; ++i)
      if (token(i).shape != Shape::kUpper || token(i).end - token(i).begin < 4) return false;
    return true;
  }

  [[nodiscard]] std::string known_name(const Form& form) const {
    if (form.kind == EntityKind::kPerson) return {};
    const GazetteerEntry entry = input_.vocabulary.gazetteer().find(form.key);
    if (form.kind == EntityKind::kOrganization) return std::string(entry.organization);
    return (entry.classes & kRegion) != 0 ? std::string(entry.place) : std::string();
  }

  std::uint32_t root(std::uint32_t form) {
    while (parent_[form] != form) form = parent_[form] = parent_[parent_[form]];
    return form;
  }
  // The second becomes part of the first.
  void join(std::uint32_t whole, std::uint32_t part) {
    const std::uint32_t a = root(whole), b = root(part);
    if (a != b) parent_[b] = a;
  }

  void join_forms() {
    join_same_names();
    join_organization_forms();
    join_bracketed_acronyms();
    join_full_names();
    find_last_name_owners();
  }

  // "U.S." and "United States"; "Acme" and "Acme Corp".
  void join_same_names() {
    std::unordered_map<std::string, std::uint32_t> by_name;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (form.kind == EntityKind::kPerson) continue;
      std::string name(1, static_cast<char>('0' + static_cast<int>(form.kind)));
      name += form.canonical.empty() ? without_designator(form) : fold_name(form.canonical);
      const auto [found, is_new] = by_name.emplace(std::move(name), i);
      if (!is_new) join(found->second, i);
    }
  }

  [[nodiscard]] std::string without_designator(const Form& form) const {
    std::string out = form.key;
    for (std::size_t i = form.words.size(); i-- > 1;) {
      if ((word(form.words[i]).classes & kDesignator) == 0) break;
      out.resize(out.size() - word(form.words[i]).key.size() - 1);
    }
    return out;
  }

  // "Goldman" for "Goldman Sachs", "AP" for the Associated Press of this article.
  void join_organization_forms() {
    std::unordered_map<std::string, std::uint32_t> by_initials, by_first_word;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (form.kind != EntityKind::kOrganization || form.words.size() < 2) continue;
      const auto put = [i](auto& map, std::string key) {
        const auto [found, is_new] = map.emplace(std::move(key), i);
        if (!is_new) found->second = kNone;  // not unique
      };
      const std::string initials = initials_of(span_of(input_.candidates[form.example]));
      if (initials.size() >= 2) put(by_initials, initials);
      if ((word(form.words[0]).classes & (kCommonWord | kPlace | kFirstName | kDemonym)) == 0)
        put(by_first_word, word(form.words[0]).key);
    }
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (form.kind != EntityKind::kOrganization || form.words.size() != 1 || !form.canonical.empty()) continue;
      const bool acronym = token(input_.candidates[form.example].first).shape == Shape::kUpper;
      const auto& map = acronym ? by_initials : by_first_word;
      const auto found = map.find(form.key);
      if (found != map.end() && found->second != kNone) join(found->second, i);
    }
  }

  // "Prime Minister’s Office (PMO)".
  void join_bracketed_acronyms() {
    const auto& all = input_.candidates;
    for (std::uint32_t i = 1; i < all.size(); ++i) {
      const Candidate& before = all[i - 1];
      const Candidate& here = all[i];
      if (here.first != before.last || !token(here.first).bracketed || here.last != here.first + 1) continue;
      if (here.kind != before.kind || before.kind == EntityKind::kPerson) continue;
      const std::string initials = initials_of(span_of(before));
      const std::string& acronym = forms_[form_of_[i]].key;
      if (acronym.size() >= 2 &&
          (initials == acronym || initials.starts_with(acronym) || acronym.starts_with(initials)))
        join(form_of_[i - 1], form_of_[i]);
    }
  }

  // Full names that differ in what lies between first and last name, or have an initial for the first.
  void join_full_names() {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_last;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < forms_.size(); ++i)
      if (forms_[i].kind == EntityKind::kPerson && forms_[i].words.size() > 1) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [this](auto a, auto b) { return forms_[a].words.size() > forms_[b].words.size(); });
    for (const std::uint32_t i : order) {
      std::vector<std::uint32_t>& same_last = by_last[forms_[i].words.back()];
      for (const std::uint32_t whole : same_last) {
        if (!is_shorter_full_name(forms_[i].words, forms_[whole].words) && !is_initial_form(forms_[i], forms_[whole]))
          continue;
        join(whole, i);
        break;
      }
      if (same_last.size() < kMostOwners) same_last.push_back(i);
    }
  }

  [[nodiscard]] bool is_initial_form(const Form& part, const Form& whole) const {
    const std::string& initial = word(part.words[0]).key;
    return part.words.size() == 2 && initial.size() == 1 && word(whole.words[0]).key.starts_with(initial) &&
           part.words.back() == whole.words.back();
  }

  // For every form that is the end (or, failing that, the beginning) of full names: whose it may be.
  void find_last_name_owners() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> parts;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> first_names;
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (form.kind != EntityKind::kPerson || form.words.size() < 2) continue;
      std::string_view rest = form.key;
      for (std::size_t skip = rest.find(' '); skip != std::string_view::npos; skip = rest.find(' ')) {
        rest.remove_prefix(skip + 1);
        add_owner(parts[rest], root(i));
      }
      add_owner(first_names[std::string_view(form.key).substr(0, form.key.find(' '))], root(i));
    }
    owners_.resize(forms_.size());
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Form& form = forms_[i];
      if (form.kind != EntityKind::kPerson || root(i) != i) continue;
      if (const auto found = parts.find(form.key); found != parts.end())
        owners_[i] = found->second;
      else if (const auto first = first_names.find(form.key); first != first_names.end() && first->second.size() == 1)
        owners_[i] = first->second;
    }
  }

  static void add_owner(std::vector<std::uint32_t>& owners, std::uint32_t owner) {
    if (owners.size() < kMostOwners && std::find(owners.begin(), owners.end(), owner) == owners.end())
      owners.push_back(owner);
  }

  std::vector<ArticleEntity> collect() {
    std::vector<ArticleEntity> out;
    std::vector<std::uint32_t> entity_of(forms_.size(), kNone);
    last_seen_.assign(forms_.size(), 0);
    std::vector<std::vector<std::uint32_t>> forms_in;
    for (std::uint32_t i = 0; i < input_.candidates.size(); ++i) {
      const std::uint32_t owner = owner_of(form_of_[i]);
      last_seen_[owner] = i + 1;
      if (entity_of[owner] == kNone) {
        entity_of[owner] = static_cast<std::uint32_t>(out.size());
        out.push_back({forms_[owner].kind, {}, {}, {}});
        forms_in.emplace_back();
      }
      const std::uint32_t entity = entity_of[owner];
      const Candidate& c = input_.candidates[i];
      out[entity].mentions.push_back({token(c.first).begin, token(c.last - 1).end, token(c.first).in_title});
      add_form(forms_in[entity], form_of_[i]);
    }
    for (std::uint32_t i = 0; i < out.size(); ++i) name_entity(forms_in[i], out[i]);
    return out;
  }

  void add_form(std::vector<std::uint32_t>& forms, std::uint32_t form) {
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
  }

  // Of several people with that last name, the one who was spoken of last.
  std::uint32_t owner_of(std::uint32_t form) {
    const std::uint32_t own = root(form);
    const std::vector<std::uint32_t>& owners = owners_[own];
    if (owners.empty()) return own;
    std::uint32_t best = owners[0];
    for (const std::uint32_t owner : owners)
      if (last_seen_[owner] > last_seen_[best]) best = owner;
    return best;
  }

  [[nodiscard]] std::string written(const Form& form) const {
    const std::string name = written_name(span_of(input_.candidates[form.example]));
    return form.shouting && !is_acronym(form) ? calm_capitals(name) : name;
  }
  [[nodiscard]] bool is_acronym(const Form& form) const {
    return form.kind == EntityKind::kOrganization && form.words.size() == 1 && form.key.size() < 6;
  }

  // The gazetteer's name, else the longest form without shouting.
  void name_entity(const std::vector<std::uint32_t>& forms, ArticleEntity& out) const {
    const Form* best = nullptr;
    for (const std::uint32_t i : forms) {
      const Form& form = forms_[i];
      if (out.name.empty() && !form.canonical.empty()) out.name = form.canonical;
      const bool better = best == nullptr || (best->shouting && !form.shouting) ||
                          (best->shouting == form.shouting && form.words.size() > best->words.size());
      if (better) best = &form;
    }
    if (out.name.empty() && best != nullptr) out.name = written(*best);
    for (const std::uint32_t i : forms) {
      std::string alias = written(forms_[i]);
      if (alias != out.name && std::find(out.aliases.begin(), out.aliases.end(), alias) == out.aliases.end())
        out.aliases.push_back(std::move(alias));
    }
  }

  const ResolverInput& input_;
  std::vector<Form> forms_;
  std::unordered_map<std::string, std::uint32_t> form_ids_;
  std::vector<std::uint32_t> form_of_;  // candidate → form
  std::vector<std::uint32_t> parent_;   // form → form it is joined to
  std::vector<std::vector<std::uint32_t>> owners_;
  std::vector<std::uint32_t> last_seen_;  // form → candidate + 1 that named it last
};

}  // namespace

std::vector<ArticleEntity> resolve_entities(const ResolverInput& input) {
  return Resolver(input).run();
}

}  // namespace dateline
