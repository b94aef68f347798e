// One function a kind of node; what is looked at sentence by sentence is in brute_sentences.cc.
#include "tests/engine/brute_force.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "schema/fields.h"
#include "shared/base/strings.h"
#include "tests/engine/brute_patterns.h"

namespace dateline::testing {
namespace {

std::string folded(std::string_view name) {
  std::vector<std::string> words;
  for (const AskedWord& word : asked_words(name)) words.push_back(word.folded);
  return join(words, " ");
}

bool has_all_words(std::string_view name, std::string_view words) {
  const std::string padded = concat({" ", folded(name), " "});
  const AskedWords asked = asked_words(words);
  return std::all_of(asked.begin(), asked.end(), [&](const AskedWord& word) {
    return padded.find(concat({" ", word.folded, " "})) != std::string::npos;
  });
}

bool has_any(const SeenArticle& seen, std::string_view what) {
  if (what == "date") return seen.days.has_value();
  if (what == "title") return !seen.article.title.empty();
  if (what == "url") return !seen.article.url.empty();
  const auto kind = std::find(kFacetKindNames.begin(), kFacetKindNames.end(), what);
  return !names_in(seen.article, static_cast<FacetKind>(kind - kFacetKindNames.begin())).empty();
}

// What always must hold, however few of the words beside it have to occur.
bool always_required(const QueryNode& node) {
  const bool counts_as_word = node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase ||
                              node.kind == NodeKind::kNear || is_pattern_node(node) || node.kind == NodeKind::kAnd ||
                              node.kind == NodeKind::kOr || node.kind == NodeKind::kNot ||
                              node.kind == NodeKind::kWords;
  return !counts_as_word || node.in_field;
}

bool is_one_word(const QueryNode& node) {
  return node.kind == NodeKind::kWord && asked_words(node.text).size() == 1;
}

}  // namespace

std::vector<std::string> names_in(const TestArticle& article, FacetKind kind) {
  const auto one = [](const std::string& name) { return name.empty() ? Keys() : Keys{name}; };
  switch (kind) {
    case FacetKind::kPerson:
      return article.people;
    case FacetKind::kPlace:
      return article.places;
    case FacetKind::kOrganization:
      return article.organizations;
    case FacetKind::kCountry:
      return article.countries;
    case FacetKind::kSource:
      return one(article.source);
    case FacetKind::kAuthor:
      return one(article.author);
    default:
      return one(article.language);
  }
}

void BruteForce::put(const TestArticle& article) {
  SeenArticle seen = see(article, speller_.stemmer());
  speller_.learn(seen);
  forms_.insert(seen.forms.begin(), seen.forms.end());
  pattern_words_.clear();
  for (std::size_t kind = 0; kind < kFacetKinds; ++kind) {
    for (const std::string& name : names_in(article, static_cast<FacetKind>(kind))) {
      names_[static_cast<FacetKind>(kind)].insert(folded(name));
    }
  }
  articles_[article.key] = std::move(seen);
}

std::set<std::string> BruteForce::matches(const QueryNode& tree, MatchMode mode) {
  mode_ = mode;
  std::set<std::string> out;
  for (const auto& [key, seen] : articles_) {
    if (match(tree, seen)) out.insert(key);
  }
  return out;
}

Keys BruteForce::by_date(const std::set<std::string>& keys, bool newest_first) const {
  Keys out(keys.begin(), keys.end());
  std::stable_sort(out.begin(), out.end(), [&](const std::string& a, const std::string& b) {
    const auto first = at(a).seconds, second = at(b).seconds;
    if (!first || !second) return first.has_value() && !second.has_value();
    return newest_first ? *first > *second : *first < *second;
  });
  return out;
}

bool BruteForce::match(const QueryNode& node, const SeenArticle& seen) {
  const auto matches_child = [&](const QueryNode& child) { return match(child, seen); };
  switch (node.kind) {
    case NodeKind::kAll:
      return true;
    case NodeKind::kWord:
    case NodeKind::kPhrase:
      return match_words(node.text, seen, false);
    case NodeKind::kWildcard:
    case NodeKind::kFuzzy:
    case NodeKind::kRegex:
      return match_pattern(node, seen);
    case NodeKind::kNear:
      return match_near(node, seen);
    case NodeKind::kTogether:
      return std::any_of(seen.sentences.begin(), seen.sentences.end(), [&](const SeenSentence& sentence) {
        return std::all_of(node.children.begin(), node.children.end(),
                           [&](const QueryNode& part) { return stands_in(part, seen, sentence); });
      });
    case NodeKind::kField:
      return match_field(node, seen);
    case NodeKind::kDate:
      return seen.days && seen.days->first >= node.days.first && seen.days->last <= node.days.last;
    case NodeKind::kLength:
      return seen.words >= node.count.least && seen.words <= node.count.most;
    case NodeKind::kHas:
      return has_any(seen, node.text);
    case NodeKind::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), matches_child);
    case NodeKind::kOr:
      return std::any_of(node.children.begin(), node.children.end(), matches_child);
    case NodeKind::kNot:
      return matches_child(node.children[0]) &&
             std::none_of(node.children.begin() + 1, node.children.end(), matches_child);
    case NodeKind::kWords:
      return match_group(node, seen);
  }
  return false;
}

bool BruteForce::match_field(const QueryNode& node, const SeenArticle& seen) {
  const Field& field = kFields[node.field];
  if (field.facet) return !names_meant(node, seen).empty();
  if (field.name == "title") return match_words(node.text, seen, true);
  if (field.name == "id") return seen.article.key == node.text;
  if (field.name == "url") return !seen.article.url.empty() && seen.article.url == node.text;
  ADD_FAILURE() << "brute force does not know " << field.name;
  return false;
}

// Whoever has this name; where nobody has, all whose names have its words. A place is also the country of that name.
std::vector<std::string> BruteForce::names_meant(const QueryNode& node, const SeenArticle& seen) const {
  const FacetKind kind = *kFields[node.field].facet;
  const std::string asked = folded(node.text);
  const auto known = names_.find(kind);
  const bool only_this = node.exact || (known != names_.end() && known->second.contains(asked));
  std::vector<std::string> out;
  for (const std::string& name : names_in(seen.article, kind)) {
    if (only_this ? folded(name) == asked : has_all_words(name, node.text)) out.push_back(name);
  }
  if (kind != FacetKind::kPlace || node.exact) return out;
  for (const std::string& name : seen.article.countries) {
    if (folded(name) == asked) out.push_back(name);
  }
  return out;
}

bool BruteForce::match_pattern(const QueryNode& node, const SeenArticle& seen) {
  const std::string name =
      concat({std::to_string(static_cast<int>(node.kind)), std::to_string(node.distance), node.text});
  const auto [words, fresh] = pattern_words_.try_emplace(name);
  if (fresh)
    std::copy_if(forms_.begin(), forms_.end(), std::inserter(words->second, words->second.end()), brute_pattern(node));
  const std::set<std::string>& forms = node.in_field ? seen.title_forms : seen.forms;
  return std::any_of(words->second.begin(), words->second.end(),
                     [&](const auto& word) { return forms.contains(word); });
}

bool BruteForce::written_as_one(const QueryNode& first, const QueryNode& second, const SeenArticle& seen) {
  if (!is_one_word(first) || !is_one_word(second)) return false;
  const std::string joined = speller_.joined(asked_words(first.text)[0].folded, asked_words(second.text)[0].folded);
  return !joined.empty() && seen.terms.contains(joined);
}

bool BruteForce::match_group(const QueryNode& node, const SeenArticle& seen) {
  std::vector<const QueryNode*> units;
  for (const QueryNode& child : node.children) {
    if (!always_required(child)) {
      units.push_back(&child);
    } else if (!match(child, seen)) {
      return false;
    }
  }
  const auto is_stop_unit = [](const QueryNode* unit) {
    return unit->kind == NodeKind::kWord && is_stop(asked_words(unit->text));
  };
  if (!std::all_of(units.begin(), units.end(), is_stop_unit)) std::erase_if(units, is_stop_unit);
  if (units.empty()) return true;
  std::size_t count = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const bool joined = (i > 0 && written_as_one(*units[i - 1], *units[i], seen)) ||
                        (i + 1 < units.size() && written_as_one(*units[i], *units[i + 1], seen));
    if (joined || match(*units[i], seen)) ++count;
  }
  if (mode_ == MatchMode::kAny) return count >= 1;
  if (mode_ == MatchMode::kMost) return 3 * count >= 2 * units.size();
  return count == units.size();
}

}  // namespace dateline::testing
