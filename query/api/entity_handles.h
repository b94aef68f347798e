// What is behind the handles of profiles and mentions. Made once, never changed: any number of threads may read them.
#pragma once

#include "query/api/handles.h"

struct dateline_candidate {
  dateline::EntityRef entity;
  std::string id;
};

struct dateline_choice {
  dateline::EntityChoice choice;  // whom it names has moved to the members below
  std::optional<dateline_candidate> chosen;
  std::vector<dateline_candidate> others, suggestions;
};

struct dateline_citation {
  dateline::Citation citation;
};

struct dateline_profile {
  dateline::EntityProfile profile;  // its choice, facets and citations have moved to the members below
  dateline_choice choice;
  std::vector<dateline_facet> facets;
  std::vector<dateline_citation> citations;
  std::vector<std::string> merged_ids;
  std::string json;
};

struct dateline_mentions {
  dateline::MentionList list;  // its choice and citations have moved to the members below
  dateline_choice choice;
  std::vector<dateline_citation> citations;
  std::string json;
};

namespace dateline {

dateline_choice make_choice(EntityChoice choice);
std::vector<dateline_citation> make_citations(std::vector<Citation> citations);

}  // namespace dateline
