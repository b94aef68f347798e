// Who somebody is, and every sentence that says so: what Archive::profile and Archive::mentions take and give. Programs
// include <dateline.hpp>.
#pragma once

#include <dateline_values.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::api {

// Somebody whom a name may mean.
class Candidate {
 public:
  explicit Candidate(const dateline_candidate* candidate) : candidate_(candidate) {}
  [[nodiscard]] std::string_view id() const { return dateline_candidate_id(candidate_); }
  [[nodiscard]] Kind kind() const { return dateline_candidate_kind(candidate_); }
  [[nodiscard]] std::string_view name() const { return dateline_candidate_name(candidate_); }
  [[nodiscard]] std::uint64_t articles() const { return dateline_candidate_articles(candidate_); }

 private:
  const dateline_candidate* candidate_;
};

// Whom the name means that was asked for.
class Choice {
 public:
  explicit Choice(const dateline_choice* choice) : choice_(choice) {}
  [[nodiscard]] std::optional<Candidate> chosen() const {
    const dateline_candidate* chosen = dateline_choice_chosen(choice_);
    return chosen == nullptr ? std::nullopt : std::optional<Candidate>(chosen);
  }
  [[nodiscard]] std::string_view asked() const { return dateline_choice_asked(choice_); }
  [[nodiscard]] std::uint64_t fitting() const { return dateline_choice_fitting(choice_); }
  [[nodiscard]] bool rejected() const { return dateline_choice_rejected(choice_) != 0; }
  [[nodiscard]] auto others() const {
    return List(dateline_choice_other_count(choice_),
                [c = choice_](std::size_t i) { return Candidate(dateline_choice_other(c, i)); });
  }
  [[nodiscard]] auto suggestions() const {
    return List(dateline_choice_suggestion_count(choice_),
                [c = choice_](std::size_t i) { return Candidate(dateline_choice_suggestion(c, i)); });
  }

 private:
  const dateline_choice* choice_;
};

// A place that names an entity, with its sentence.
class Citation {
 public:
  explicit Citation(const dateline_citation* citation) : citation_(citation) {}
  [[nodiscard]] std::string_view id() const { return dateline_citation_id(citation_); }
  [[nodiscard]] std::string_view title() const { return dateline_citation_title(citation_); }
  [[nodiscard]] bool title_made() const { return dateline_citation_title_made(citation_) != 0; }
  [[nodiscard]] std::string_view published() const { return dateline_citation_published(citation_); }
  [[nodiscard]] std::string_view source() const { return dateline_citation_source(citation_); }
  [[nodiscard]] std::string_view url() const { return dateline_citation_url(citation_); }
  [[nodiscard]] Span span() const {
    Span span;
    dateline_citation_span(citation_, &span.begin, &span.end);
    return span;
  }
  [[nodiscard]] bool in_title() const { return dateline_citation_in_title(citation_) != 0; }
  [[nodiscard]] std::string_view text() const { return dateline_citation_text(citation_); }
  [[nodiscard]] Span sentence_span() const {
    Span span;
    dateline_citation_sentence_span(citation_, &span.begin, &span.end);
    return span;
  }
  [[nodiscard]] std::string_view sentence() const { return dateline_citation_sentence(citation_); }
  [[nodiscard]] std::optional<Span> highlight() const {
    Span span;
    const bool marked = dateline_citation_highlight(citation_, &span.begin, &span.end) != 0;
    return marked ? std::optional<Span>(span) : std::nullopt;
  }

 private:
  const dateline_citation* citation_;
};

// See dateline_profile_request for what each member means.
struct ProfileRequest {
  std::string name = {};
  Kind kind = DATELINE_ANY_ENTITY;
  std::size_t names_from = 200;
  std::size_t companions = 5;
  std::size_t newest = 3;
};

// See dateline_mentions_request for what each member means.
struct MentionsRequest {
  std::string name = {};
  Kind kind = DATELINE_ANY_ENTITY;
  std::string query = {};
  Match match = DATELINE_MATCH_ALL;
  Sort sort = DATELINE_NEWEST;
  std::uint64_t offset = 0;
  std::uint64_t limit = 20;
};

struct WrittenName {
  std::string_view text;
  std::uint64_t mentions = 0, articles = 0;
};

struct MergedName {
  std::string_view id, name;
  bool by_person = false;
};

struct Coordinates {  // degrees
  double latitude = 0, longitude = 0;
};

// Empty but for its choice where that chose nobody.
class Profile {
 public:
  explicit Profile(dateline_profile* owned) : profile_(owned) {}
  [[nodiscard]] Choice choice() const { return Choice(dateline_profile_choice(get())); }
  [[nodiscard]] std::string_view external_id() const { return dateline_profile_external_id(get()); }
  [[nodiscard]] std::string_view country() const { return dateline_profile_country(get()); }
  [[nodiscard]] std::optional<Coordinates> coordinates() const {
    Coordinates at;
    const bool known = dateline_profile_coordinates(get(), &at.latitude, &at.longitude) != 0;
    return known ? std::optional<Coordinates>(at) : std::nullopt;
  }
  [[nodiscard]] std::string_view first() const { return dateline_profile_first(get()); }
  [[nodiscard]] std::string_view last() const { return dateline_profile_last(get()); }
  [[nodiscard]] std::uint64_t undated() const { return dateline_profile_undated(get()); }
  [[nodiscard]] double took_ms() const { return dateline_profile_took_ms(get()); }
  [[nodiscard]] std::uint64_t names_from() const { return dateline_profile_names_from(get()); }
  [[nodiscard]] auto names() const {
    return List(dateline_profile_name_count(get()), [p = get()](std::size_t i) {
      return WrittenName{dateline_profile_name(p, i), dateline_profile_name_mentions(p, i),
                         dateline_profile_name_articles(p, i)};
    });
  }
  [[nodiscard]] auto titles() const {
    return List(dateline_profile_title_count(get()),
                [p = get()](std::size_t i) { return std::string_view(dateline_profile_title(p, i)); });
  }
  [[nodiscard]] auto other_names() const {
    return List(dateline_profile_other_name_count(get()),
                [p = get()](std::size_t i) { return std::string_view(dateline_profile_other_name(p, i)); });
  }
  [[nodiscard]] std::uint64_t merged_total() const { return dateline_profile_merged_total(get()); }
  [[nodiscard]] auto merged() const {
    return List(dateline_profile_merged_count(get()), [p = get()](std::size_t i) {
      return MergedName{dateline_profile_merged_id(p, i), dateline_profile_merged_name(p, i),
                        dateline_profile_merged_by_person(p, i) != 0};
    });
  }
  [[nodiscard]] auto facets() const {
    return List(dateline_profile_facet_count(get()),
                [p = get()](std::size_t i) { return Facet(dateline_profile_facet(p, i)); });
  }
  [[nodiscard]] auto citations() const {
    return List(dateline_profile_citation_count(get()),
                [p = get()](std::size_t i) { return Citation(dateline_profile_citation(p, i)); });
  }
  [[nodiscard]] std::string_view json() const { return dateline_profile_json(get()); }

 private:
  [[nodiscard]] const dateline_profile* get() const { return profile_.get(); }
  detail::Owned<dateline_profile> profile_;
};

// Empty but for its choice where that chose nobody.
class Mentions {
 public:
  explicit Mentions(dateline_mentions* owned) : mentions_(owned) {}
  [[nodiscard]] Choice choice() const { return Choice(dateline_mentions_choice(get())); }
  [[nodiscard]] std::uint64_t total() const { return dateline_mentions_total(get()); }
  [[nodiscard]] std::uint64_t articles() const { return dateline_mentions_articles(get()); }
  [[nodiscard]] std::uint64_t tagged() const { return dateline_mentions_tagged(get()); }
  [[nodiscard]] std::uint64_t offset() const { return dateline_mentions_offset(get()); }
  [[nodiscard]] double took_ms() const { return dateline_mentions_took_ms(get()); }
  [[nodiscard]] auto notes() const {
    return List(dateline_mentions_note_count(get()),
                [m = get()](std::size_t i) { return std::string_view(dateline_mentions_note(m, i)); });
  }
  [[nodiscard]] auto citations() const {
    return List(dateline_mentions_citation_count(get()),
                [m = get()](std::size_t i) { return Citation(dateline_mentions_citation(m, i)); });
  }
  [[nodiscard]] std::string_view json() const { return dateline_mentions_json(get()); }

 private:
  [[nodiscard]] const dateline_mentions* get() const { return mentions_.get(); }
  detail::Owned<dateline_mentions> mentions_;
};

}  // namespace dateline::api
