// Phrases, words near each other, and what stands in one sentence.
#include <algorithm>

#include "tests/engine/brute_force.h"

namespace dateline::testing {
namespace {

bool follows(const Stems& sentence, const Stems& phrase) {
  return std::search(sentence.begin(), sentence.end(), phrase.begin(), phrase.end()) != sentence.end();
}

bool names_stand_in(const std::vector<std::string>& names, const TestArticle& article, const SeenSentence& sentence) {
  const std::string& text = sentence.in_title ? article.title : article.text;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    for (std::size_t at = 0; (at = text.find(name, at)) != std::string::npos; at += name.size()) {
      if (at < sentence.end && at + name.size() > sentence.begin) return true;
    }
    return false;
  });
}

}  // namespace

bool BruteForce::match_words(std::string_view text, const SeenArticle& seen, bool in_title) {
  const auto& spellings = speller_.spellings(asked_words(text));
  return std::any_of(spellings.begin(), spellings.end(), [&](const Stems& spelling) {
    const auto is_there = [&seen](const std::string& stem) { return seen.terms.contains(stem); };
    if (!std::all_of(spelling.begin(), spelling.end(), is_there)) return false;
    if (!in_title && spelling.size() == 1) return true;
    return std::any_of(seen.sentences.begin(), seen.sentences.end(), [&](const SeenSentence& sentence) {
      return (sentence.in_title || !in_title) && follows(sentence.stems, spelling);
    });
  });
}

void BruteForce::add_to_part(const AskedWords& words, NearPart& part) {
  const auto& spellings = speller_.spellings(words);
  part.spellings.insert(part.spellings.end(), spellings.begin(), spellings.end());
  part.words = std::max(part.words, words.size());
}

std::vector<BruteForce::NearPart> BruteForce::near_parts(const QueryNode& node) {
  std::vector<NearPart> parts;
  for (const AskedWords& run : hyphen_runs(asked_words(node.text))) add_to_part(run, parts.emplace_back());
  for (const QueryNode& child : node.children) {
    NearPart& part = parts.emplace_back();
    if (child.children.empty()) add_to_part(asked_words(child.text), part);
    for (const QueryNode& way : child.children) add_to_part(asked_words(way.text), part);
  }
  return parts;
}

// All parts, each at a place of its own, in a stretch of title or text.
bool BruteForce::match_near(const QueryNode& node, const SeenArticle& seen) {
  const std::vector<NearPart> parts = near_parts(node);
  std::size_t window = node.distance;
  for (const NearPart& part : parts) window += part.words;
  for (const bool in_title : {true, false}) {
    if (!in_title && node.in_field) break;
    std::vector<std::vector<Place>> places(parts.size());
    for (const SeenSentence& sentence : seen.sentences) {
      if (sentence.in_title != in_title) continue;
      for (std::size_t part = 0; part < parts.size(); ++part) {
        for (const Stems& spelling : parts[part].spellings) {
          auto at = sentence.stems.begin();
          for (const auto end = sentence.stems.end();
               (at = std::search(at, end, spelling.begin(), spelling.end())) != end; ++at) {
            const std::size_t begin = sentence.first_word + static_cast<std::size_t>(at - sentence.stems.begin());
            places[part].push_back({begin, begin + spelling.size()});
          }
        }
      }
    }
    std::vector<Place> chosen;
    if (fit(places, chosen, window)) return true;
  }
  return false;
}

// Chooses a place for each part that has none yet.
bool BruteForce::fit(const std::vector<std::vector<Place>>& places, std::vector<Place>& chosen, std::size_t window) {
  if (chosen.size() == places.size()) return true;
  for (const Place& place : places[chosen.size()]) {
    const bool goes = std::all_of(chosen.begin(), chosen.end(), [&](const Place& other) {
      return place.begin != other.begin &&
             std::max(place.end, other.end) - std::min(place.begin, other.begin) <= window;
    });
    if (!goes) continue;
    chosen.push_back(place);
    if (fit(places, chosen, window)) return true;
    chosen.pop_back();
  }
  return false;
}

bool BruteForce::stands_in(const QueryNode& node, const SeenArticle& seen, const SeenSentence& sentence) {
  const auto child_stands = [&](const QueryNode& child) { return stands_in(child, seen, sentence); };
  const auto is_stop_word = [](const QueryNode& child) {
    return child.kind == NodeKind::kWord && is_stop(asked_words(child.text));
  };
  const auto& children = node.children;
  if (node.kind == NodeKind::kField) return names_stand_in(names_meant(node, seen), seen.article, sentence);
  if (node.kind == NodeKind::kOr) return std::any_of(children.begin(), children.end(), child_stands);
  if (node.kind == NodeKind::kAnd) return std::all_of(children.begin(), children.end(), child_stands);
  if (node.kind == NodeKind::kWords) {
    const bool only_stops = std::all_of(children.begin(), children.end(), is_stop_word);
    return std::all_of(children.begin(), children.end(), [&](const QueryNode& child) {
      return (!only_stops && is_stop_word(child)) || child_stands(child);
    });
  }
  const auto& spellings = speller_.spellings(asked_words(node.text));
  return std::any_of(spellings.begin(), spellings.end(), [&](const Stems& spelling) {
    return follows(sentence.stems, spelling) || (spelling.size() == 1 && sentence.joined.contains(spelling[0]));
  });
}

}  // namespace dateline::testing
