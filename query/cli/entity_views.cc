// The library's answers about entities → views.
#include "query/cli/entity_views.h"

namespace dateline::cli {
namespace {

std::string kind_word(dateline_kind kind) {
  if (kind == DATELINE_PERSON) return "person";
  return kind == DATELINE_PLACE ? "place" : "organization";
}

CandidateView view_of(const api::Candidate& candidate) {
  return {std::string(candidate.id()), kind_word(candidate.kind()), std::string(candidate.name()),
          candidate.articles()};
}

CitationView view_of(const api::Citation& citation) {
  CitationView view;
  view.id = citation.id();
  view.title = citation.title();
  view.published = citation.published();
  view.source = citation.source();
  view.begin = citation.span().begin;
  view.in_title = citation.in_title();
  view.sentence = citation.sentence();
  if (const auto mark = citation.highlight()) view.marks.push_back({mark->begin, mark->end});
  return view;
}

}  // namespace

ChoiceView view_of(const api::Choice& choice) {
  ChoiceView view;
  view.asked = choice.asked();
  if (const auto chosen = choice.chosen()) view.chosen = view_of(*chosen);
  for (const api::Candidate other : choice.others()) view.others.push_back(view_of(other));
  for (const api::Candidate near : choice.suggestions()) view.suggestions.push_back(view_of(near));
  view.fitting = choice.fitting();
  view.rejected = choice.rejected();
  return view;
}

ProfileView view_of(const api::Profile& profile) {
  ProfileView view;
  view.choice = view_of(profile.choice());
  view.external_id = profile.external_id();
  view.country = profile.country();
  view.first = profile.first();
  view.last = profile.last();
  view.coordinates = profile.coordinates();
  view.undated = profile.undated();
  view.names_from = profile.names_from();
  for (const api::WrittenName name : profile.names())
    view.names.push_back({std::string(name.text), name.mentions, false});
  for (const std::string_view title : profile.titles()) view.titles.emplace_back(title);
  for (const std::string_view name : profile.other_names()) view.other_names.emplace_back(name);
  for (const api::MergedName merged : profile.merged())
    view.merged.push_back({std::string(merged.name), merged.by_person});
  view.merged_total = profile.merged_total();
  for (const api::Facet facet : profile.facets()) {
    FacetView counted = view_of(facet);
    if (facet.kind() == DATELINE_DATE)
      view.months = std::move(counted.values);
    else
      view.company.push_back(std::move(counted));
  }
  for (const api::Citation citation : profile.citations()) view.newest.push_back(view_of(citation));
  view.took_ms = profile.took_ms();
  return view;
}

MentionsView view_of(const api::Mentions& mentions, const std::string& query) {
  MentionsView view;
  view.choice = view_of(mentions.choice());
  view.query = query;
  view.total = mentions.total();
  view.articles = mentions.articles();
  view.tagged = mentions.tagged();
  view.offset = mentions.offset();
  for (const api::Citation citation : mentions.citations()) view.citations.push_back(view_of(citation));
  for (const std::string_view note : mentions.notes()) view.notes.emplace_back(note);
  view.took_ms = mentions.took_ms();
  return view;
}

}  // namespace dateline::cli
