// Profiles and mentions as plain values, as views.h has results.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <optional>
#include <string>
#include <vector>

#include "query/cli/display_text.h"
#include "query/cli/views.h"

namespace dateline::cli {

struct CandidateView {
  std::string id, kind, name;
  std::uint64_t articles = 0;
};

struct ChoiceView {
  std::string asked;
  std::optional<CandidateView> chosen;
  std::vector<CandidateView> others, suggestions;
  std::uint64_t fitting = 0;
  bool rejected = false;
};

struct CitationView {
  std::string id, title, published, source;
  std::size_t begin = 0;  // of the mention, in text or title
  bool in_title = false;
  std::string sentence;
  std::vector<MarkedSpan> marks;  // in the sentence
};

struct MergedView {
  std::string name;
  bool by_person = false;
};

struct ProfileView {
  ChoiceView choice;
  std::string external_id, country, first, last;
  std::optional<api::Coordinates> coordinates;
  std::uint64_t undated = 0;
  std::uint64_t names_from = 0;
  std::vector<FacetValueView> names;  // counts are mentions
  std::vector<std::string> titles;
  std::vector<std::string> other_names;
  std::vector<MergedView> merged;
  std::uint64_t merged_total = 0;
  std::vector<FacetView> company;
  std::vector<FacetValueView> months;
  std::vector<CitationView> newest;
  double took_ms = 0;
};

struct MentionsView {
  ChoiceView choice;
  std::string query;
  std::uint64_t total = 0, articles = 0, tagged = 0, offset = 0;
  std::vector<CitationView> citations;
  std::vector<std::string> notes;
  double took_ms = 0;
};

ChoiceView view_of(const api::Choice& choice);
ProfileView view_of(const api::Profile& profile);
MentionsView view_of(const api::Mentions& mentions, const std::string& query);

}  // namespace dateline::cli
