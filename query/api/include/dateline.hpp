// libdateline for C++20: RAII over dateline.h, header only, so that the C ABI is all that is linked. Who owns what and
// the rules for threads are those of dateline.h; views (Hit, Facet, …, string_views) live as long as what they came
// from. Errors are values, nothing here throws but std::bad_alloc.
#pragma once

#include <dateline.h>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace dateline::api {

using Code = dateline_code;
using Kind = dateline_kind;
using Match = dateline_match;
using Sort = dateline_sort;
using Step = dateline_step;

struct Span {  // bytes, end exclusive
  std::size_t begin = 0, end = 0;
};

struct Error {
  Code code = DATELINE_INTERNAL;
  std::string message, hint;
  std::optional<Span> position;  // in the query text
};

// A value or an Error. value() and error() assert that the right one is there.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  [[nodiscard]] T& value() & { return assert(ok()), *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return assert(ok()), *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&state_)); }
  [[nodiscard]] T& operator*() & { return value(); }
  [[nodiscard]] const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  [[nodiscard]] const Error& error() const { return assert(!ok()), *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

// `size` things, each made by `at(i)` when it is looked at. Works in range-for and with [].
template <class At>
class List {
 public:
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = std::invoke_result_t<const At&, std::size_t>;
    using reference = value_type;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    Iterator() = default;
    Iterator(const At* at, std::size_t index) : at_(at), index_(index) {}
    value_type operator*() const { return (*at_)(index_); }
    Iterator& operator++() { return ++index_, *this; }
    Iterator operator++(int) { return Iterator(at_, index_++); }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const At* at_ = nullptr;
    std::size_t index_ = 0;
  };
  List(std::size_t size, At at) : size_(size), at_(std::move(at)) {}
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] auto operator[](std::size_t index) const { return at_(index); }
  [[nodiscard]] Iterator begin() const { return Iterator(&at_, 0); }
  [[nodiscard]] Iterator end() const { return Iterator(&at_, size_); }

 private:
  std::size_t size_;
  At at_;
};

struct Selection {
  Kind kind = DATELINE_PERSON;
  std::string name;
};

// See dateline_request for what each member means.
struct Request {
  std::string query = {};
  Match match = DATELINE_MATCH_ALL;
  Sort sort = DATELINE_BY_RELEVANCE;
  std::uint64_t offset = 0;
  std::uint64_t limit = 10;
  std::vector<Selection> selections = {};
  std::string date_filter = {};
  std::vector<dateline_facet_request> facets = {};
  std::size_t snippet_bytes = 300;
};

class Hit {
 public:
  explicit Hit(const dateline_hit* hit) : hit_(hit) {}
  [[nodiscard]] std::uint64_t rank() const { return dateline_hit_rank(hit_); }
  [[nodiscard]] double score() const { return dateline_hit_score(hit_); }
  [[nodiscard]] std::string_view id() const { return dateline_hit_id(hit_); }
  [[nodiscard]] std::string_view title() const { return dateline_hit_title(hit_); }
  [[nodiscard]] bool title_made() const { return dateline_hit_title_made(hit_) != 0; }
  [[nodiscard]] std::string_view published() const { return dateline_hit_published(hit_); }
  [[nodiscard]] std::string_view source() const { return dateline_hit_source(hit_); }
  [[nodiscard]] std::string_view url() const { return dateline_hit_url(hit_); }
  [[nodiscard]] std::string_view path() const { return dateline_hit_path(hit_); }
  [[nodiscard]] std::string_view snippet() const { return dateline_hit_snippet(hit_); }
  [[nodiscard]] auto highlights() const {
    return List(dateline_hit_highlight_count(hit_), [hit = hit_](std::size_t i) {
      Span span;
      dateline_hit_highlight(hit, i, &span.begin, &span.end);
      return span;
    });
  }

 private:
  const dateline_hit* hit_;
};

struct FacetValue {
  std::string_view id, name;
  std::uint64_t articles = 0;
  bool selected = false;
};

class Facet {
 public:
  explicit Facet(const dateline_facet* facet) : facet_(facet) {}
  [[nodiscard]] std::string_view name() const { return dateline_facet_name(facet_); }
  [[nodiscard]] Kind kind() const { return dateline_facet_kind(facet_); }
  [[nodiscard]] bool exact() const { return dateline_facet_exact(facet_) != 0; }
  [[nodiscard]] std::uint64_t distinct() const { return dateline_facet_distinct(facet_); }
  [[nodiscard]] auto values() const {
    return List(dateline_facet_value_count(facet_), [facet = facet_](std::size_t i) {
      return FacetValue{dateline_facet_value_id(facet, i), dateline_facet_value_name(facet, i),
                        dateline_facet_value_articles(facet, i), dateline_facet_value_selected(facet, i) != 0};
    });
  }

 private:
  const dateline_facet* facet_;
};

class Entity {
 public:
  struct Mention {
    Span span;
    bool in_title = false;
  };
  explicit Entity(const dateline_entity* entity) : entity_(entity) {}
  [[nodiscard]] Kind kind() const { return dateline_entity_kind(entity_); }
  [[nodiscard]] std::string_view id() const { return dateline_entity_id(entity_); }
  [[nodiscard]] std::string_view name() const { return dateline_entity_name(entity_); }
  [[nodiscard]] auto mentions() const {
    return List(dateline_entity_mention_count(entity_), [entity = entity_](std::size_t i) {
      Mention mention;
      int in_title = 0;
      dateline_entity_mention(entity, i, &mention.span.begin, &mention.span.end, &in_title);
      mention.in_title = in_title != 0;
      return mention;
    });
  }

 private:
  const dateline_entity* entity_;
};

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

namespace detail {
struct Free {
  void operator()(dateline_error* error) const { dateline_error_free(error); }
  void operator()(dateline_archive* archive) const { dateline_archive_free(archive); }
  void operator()(dateline_results* results) const { dateline_results_free(results); }
  void operator()(dateline_article* article) const { dateline_article_free(article); }
  void operator()(dateline_profile* profile) const { dateline_profile_free(profile); }
  void operator()(dateline_mentions* mentions) const { dateline_mentions_free(mentions); }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, Free>;

inline Error take_error(dateline_error* raw) {
  const Owned<dateline_error> owned(raw);
  if (raw == nullptr) return Error{DATELINE_INTERNAL, "the library gave no reason", "", std::nullopt};
  Error error{dateline_error_code(raw), dateline_error_message(raw), dateline_error_hint(raw), std::nullopt};
  Span span;
  if (dateline_error_position(raw, &span.begin, &span.end) != 0) error.position = span;
  return error;
}
}  // namespace detail

class Results {
 public:
  explicit Results(dateline_results* owned) : results_(owned) {}
  [[nodiscard]] std::uint64_t matched() const { return dateline_results_matched(get()); }
  [[nodiscard]] bool exact() const { return dateline_results_exact(get()) != 0; }
  [[nodiscard]] std::uint64_t offset() const { return dateline_results_offset(get()); }
  [[nodiscard]] std::uint64_t limit() const { return dateline_results_limit(get()); }
  [[nodiscard]] double took_ms() const { return dateline_results_took_ms(get()); }
  [[nodiscard]] std::string_view query() const { return dateline_results_query(get()); }
  [[nodiscard]] std::string_view parsed() const { return dateline_results_parsed(get()); }
  [[nodiscard]] std::string_view suggestion() const { return dateline_results_suggestion(get()); }
  [[nodiscard]] std::string_view json() const { return dateline_results_json(get()); }
  [[nodiscard]] auto notes() const {
    return List(dateline_results_note_count(get()),
                [r = get()](std::size_t i) { return std::string_view(dateline_results_note(r, i)); });
  }
  [[nodiscard]] auto hits() const {
    return List(dateline_results_hit_count(get()),
                [r = get()](std::size_t i) { return Hit(dateline_results_hit(r, i)); });
  }
  [[nodiscard]] auto facets() const {
    return List(dateline_results_facet_count(get()),
                [r = get()](std::size_t i) { return Facet(dateline_results_facet(r, i)); });
  }

 private:
  [[nodiscard]] const dateline_results* get() const { return results_.get(); }
  detail::Owned<dateline_results> results_;
};

class Article {
 public:
  explicit Article(dateline_article* owned) : article_(owned) {}
  [[nodiscard]] std::string_view id() const { return dateline_article_id(get()); }
  [[nodiscard]] std::string_view title() const { return dateline_article_title(get()); }
  [[nodiscard]] bool title_made() const { return dateline_article_title_made(get()) != 0; }
  [[nodiscard]] std::string_view published() const { return dateline_article_published(get()); }
  [[nodiscard]] std::string_view source() const { return dateline_article_source(get()); }
  [[nodiscard]] std::string_view url() const { return dateline_article_url(get()); }
  [[nodiscard]] std::string_view path() const { return dateline_article_path(get()); }
  [[nodiscard]] std::uint64_t record() const { return dateline_article_record(get()); }
  [[nodiscard]] std::string_view dateline() const { return dateline_article_dateline(get()); }
  [[nodiscard]] std::string_view language() const { return dateline_article_language(get()); }
  [[nodiscard]] std::string_view text() const {
    return {dateline_article_text(get()), dateline_article_text_size(get())};
  }
  [[nodiscard]] std::uint64_t words() const { return dateline_article_words(get()); }
  [[nodiscard]] std::string_view json() const { return dateline_article_json(get()); }
  [[nodiscard]] auto authors() const {
    return List(dateline_article_author_count(get()),
                [a = get()](std::size_t i) { return std::string_view(dateline_article_author(a, i)); });
  }
  [[nodiscard]] auto contributors() const {
    return List(dateline_article_contributor_count(get()),
                [a = get()](std::size_t i) { return std::string_view(dateline_article_contributor(a, i)); });
  }
  [[nodiscard]] auto entities() const {
    return List(dateline_article_entity_count(get()),
                [a = get()](std::size_t i) { return Entity(dateline_article_entity(a, i)); });
  }

 private:
  [[nodiscard]] const dateline_article* get() const { return article_.get(); }
  detail::Owned<dateline_article> article_;
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

class Archive {
 public:
  // "": the default archive, see dateline_open.
  static Result<Archive> open(const std::string& folder = {}) {
    dateline_archive* archive = nullptr;
    dateline_error* error = nullptr;
    if (dateline_open(folder.c_str(), &archive, &error) != DATELINE_OK) return detail::take_error(error);
    return Archive(archive);
  }
  [[nodiscard]] std::string_view folder() const { return dateline_archive_folder(archive_.get()); }

  Result<std::uint64_t> articles() {
    std::uint64_t count = 0;
    dateline_error* error = nullptr;
    if (dateline_archive_articles(archive_.get(), &count, &error) != DATELINE_OK) return detail::take_error(error);
    return count;
  }

  Result<Results> search(const Request& request) {
    std::vector<dateline_selection> selections;
    selections.reserve(request.selections.size());
    for (const Selection& selection : request.selections)
      selections.push_back({selection.kind, selection.name.c_str()});
    const dateline_request raw = to_raw(request, selections);
    dateline_results* results = nullptr;
    dateline_error* error = nullptr;
    if (dateline_search(archive_.get(), &raw, &results, &error) != DATELINE_OK) return detail::take_error(error);
    return Results(results);
  }

  Result<Article> show(const std::string& id) {
    dateline_article* article = nullptr;
    dateline_error* error = nullptr;
    if (dateline_show(archive_.get(), id.c_str(), &article, &error) != DATELINE_OK) return detail::take_error(error);
    return Article(article);
  }

  Result<Profile> profile(const ProfileRequest& request) {
    dateline_profile_request raw;
    dateline_profile_request_init(&raw, sizeof raw);
    raw.name = request.name.c_str();
    raw.kind = request.kind;
    raw.names_from = request.names_from;
    raw.companions = request.companions;
    raw.newest = request.newest;
    dateline_profile* profile = nullptr;
    dateline_error* error = nullptr;
    if (dateline_find_profile(archive_.get(), &raw, &profile, &error) != DATELINE_OK) return detail::take_error(error);
    return Profile(profile);
  }

  Result<Mentions> mentions(const MentionsRequest& request) {
    dateline_mentions_request raw;
    dateline_mentions_request_init(&raw, sizeof raw);
    raw.name = request.name.c_str();
    raw.kind = request.kind;
    raw.query = request.query.c_str();
    raw.match = request.match;
    raw.sort = request.sort;
    raw.offset = request.offset;
    raw.limit = request.limit;
    dateline_mentions* mentions = nullptr;
    dateline_error* error = nullptr;
    if (dateline_find_mentions(archive_.get(), &raw, &mentions, &error) != DATELINE_OK)
      return detail::take_error(error);
    return Mentions(mentions);
  }

 private:
  explicit Archive(dateline_archive* owned) : archive_(owned) {}

  static dateline_request to_raw(const Request& request, const std::vector<dateline_selection>& selections) {
    dateline_request raw;
    dateline_request_init(&raw, sizeof raw);
    raw.query = request.query.c_str();
    raw.match = request.match;
    raw.sort = request.sort;
    raw.offset = request.offset;
    raw.limit = request.limit;
    raw.selections = selections.data();
    raw.selection_count = selections.size();
    raw.date_filter = request.date_filter.c_str();
    raw.facets = request.facets.data();
    raw.facet_count = request.facets.size();
    raw.snippet_bytes = request.snippet_bytes;
    return raw;
  }

  detail::Owned<dateline_archive> archive_;
};

}  // namespace dateline::api
