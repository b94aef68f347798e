// Profiles of the C ABI.
#include "query/api/boundary.h"
#include "query/api/entity_handles.h"
#include "query/api/entity_request_check.h"
#include "query/engine/entity_json.h"

namespace {

using dateline::Error;
using dateline::ErrorCode;
using dateline::Result;

dateline_kind kind_of_facet(const dateline::Facet& facet) {
  for (std::size_t kind = 0; kind < dateline::kFacetKinds; ++kind) {
    if (facet.name == dateline::kFacetKindNames[kind]) return static_cast<dateline_kind>(kind);
  }
  return DATELINE_DATE;
}

std::unique_ptr<dateline_profile> make_profile(dateline::EntityProfile found) {
  auto out = std::make_unique<dateline_profile>();
  out->json = dateline::profile_to_json(found);
  out->choice = dateline::make_choice(std::move(found.choice));
  out->citations = dateline::make_citations(std::move(found.newest));
  for (dateline::Facet& facet : found.facets) {
    const dateline_kind kind = kind_of_facet(facet);
    out->facets.push_back({std::move(facet), kind});
  }
  for (const dateline::MergedName& merged : found.merged) out->merged_ids.push_back(std::to_string(merged.facet));
  found.choice = {};
  found.facets.clear();
  found.newest.clear();
  out->profile = std::move(found);
  return out;
}

const dateline::WrittenName* name_at(const dateline_profile* profile, std::size_t index) {
  return index < dateline_profile_name_count(profile) ? &profile->profile.names[index] : nullptr;
}

}  // namespace

extern "C" {

dateline_code dateline_find_profile(dateline_archive* archive, const dateline_profile_request* request,
                                    dateline_profile** profile, dateline_error** error) {
  if (profile != nullptr) *profile = nullptr;
  return dateline::guarded(error, [&]() -> Result<void> {
    if (archive == nullptr || profile == nullptr)
      return Error{.code = ErrorCode::kUsage, .message = "an argument is NULL"};
    const auto checked = dateline::check_request(request);
    if (!checked) return checked.error();
    auto found = archive->engine.profile(*checked);
    if (!found) return std::move(found).error();
    *profile = make_profile(std::move(*found)).release();
    return {};
  });
}

void dateline_profile_free(dateline_profile* profile) {
  delete profile;
}

const dateline_choice* dateline_profile_choice(const dateline_profile* profile) {
  return profile == nullptr ? nullptr : &profile->choice;
}
const char* dateline_profile_external_id(const dateline_profile* profile) {
  return profile == nullptr ? "" : profile->profile.external_id.c_str();
}
const char* dateline_profile_country(const dateline_profile* profile) {
  return profile == nullptr ? "" : profile->profile.country.c_str();
}
int dateline_profile_coordinates(const dateline_profile* profile, double* latitude, double* longitude) {
  const bool known = profile != nullptr && profile->profile.coordinates.has_value();
  if (latitude != nullptr) *latitude = known ? profile->profile.coordinates->latitude : 0;
  if (longitude != nullptr) *longitude = known ? profile->profile.coordinates->longitude : 0;
  return known ? 1 : 0;
}
const char* dateline_profile_first(const dateline_profile* profile) {
  return profile == nullptr ? "" : profile->profile.first.c_str();
}
const char* dateline_profile_last(const dateline_profile* profile) {
  return profile == nullptr ? "" : profile->profile.last.c_str();
}
uint64_t dateline_profile_undated(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.undated;
}
double dateline_profile_took_ms(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.took_ms;
}

uint64_t dateline_profile_names_from(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.names_from;
}
size_t dateline_profile_name_count(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.names.size();
}
const char* dateline_profile_name(const dateline_profile* profile, size_t index) {
  const auto* name = name_at(profile, index);
  return name == nullptr ? "" : name->text.c_str();
}
uint64_t dateline_profile_name_mentions(const dateline_profile* profile, size_t index) {
  const auto* name = name_at(profile, index);
  return name == nullptr ? 0 : name->mentions;
}
uint64_t dateline_profile_name_articles(const dateline_profile* profile, size_t index) {
  const auto* name = name_at(profile, index);
  return name == nullptr ? 0 : name->articles;
}
size_t dateline_profile_title_count(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.titles.size();
}
const char* dateline_profile_title(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_title_count(profile) ? profile->profile.titles[index].c_str() : "";
}
size_t dateline_profile_other_name_count(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.other_names.size();
}
const char* dateline_profile_other_name(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_other_name_count(profile) ? profile->profile.other_names[index].c_str() : "";
}

uint64_t dateline_profile_merged_total(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.merged_count;
}
size_t dateline_profile_merged_count(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->profile.merged.size();
}
const char* dateline_profile_merged_id(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_merged_count(profile) ? profile->merged_ids[index].c_str() : "";
}
const char* dateline_profile_merged_name(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_merged_count(profile) ? profile->profile.merged[index].name.c_str() : "";
}
int dateline_profile_merged_by_person(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_merged_count(profile) && profile->profile.merged[index].by_person ? 1 : 0;
}

size_t dateline_profile_facet_count(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->facets.size();
}
const dateline_facet* dateline_profile_facet(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_facet_count(profile) ? &profile->facets[index] : nullptr;
}
size_t dateline_profile_citation_count(const dateline_profile* profile) {
  return profile == nullptr ? 0 : profile->citations.size();
}
const dateline_citation* dateline_profile_citation(const dateline_profile* profile, size_t index) {
  return index < dateline_profile_citation_count(profile) ? &profile->citations[index] : nullptr;
}
const char* dateline_profile_json(const dateline_profile* profile) {
  return profile == nullptr ? "" : profile->json.c_str();
}

}  // extern "C"
