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

namespace detail {
struct Free {
  void operator()(dateline_error* error) const { dateline_error_free(error); }
  void operator()(dateline_archive* archive) const { dateline_archive_free(archive); }
  void operator()(dateline_results* results) const { dateline_results_free(results); }
  void operator()(dateline_article* article) const { dateline_article_free(article); }
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
