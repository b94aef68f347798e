// libdateline for C++20: RAII over dateline.h, header only, so that the C ABI is all that is linked. Who owns what and
// the rules for threads are those of dateline.h; views (Hit, Facet, …, string_views) live as long as what they came
// from. Errors are values, nothing here throws but std::bad_alloc.
#pragma once

#include <dateline_entities.hpp>
#include <dateline_values.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::api {

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
  std::vector<std::string> facet_finds = {};  // for the facet of the same index; may be shorter
  std::size_t snippet_bytes = 300;
  bool expand = false;
  double half_life_days = 0;
  std::uint32_t timeout_ms = 0;
  bool collapse = false;
  bool count_stories = false;
  bool mark_entities = false;
  std::uint64_t added_after = 0;
  std::uint64_t added_until = 0;
};

namespace detail {

// A request as the C ABI takes it; `request` must outlive it.
class RawRequest {
 public:
  explicit RawRequest(const Request& request) {
    for (const Selection& selection : request.selections) {
      selections_.push_back({selection.kind, selection.name.c_str()});
    }
    for (std::size_t i = 0; i < request.facets.size(); ++i) {
      finds_.push_back(i < request.facet_finds.size() ? request.facet_finds[i].c_str() : nullptr);
    }
    dateline_request_init(&raw_, sizeof raw_);
    raw_.query = request.query.c_str();
    raw_.match = request.match;
    raw_.sort = request.sort;
    raw_.offset = request.offset;
    raw_.limit = request.limit;
    raw_.selections = selections_.data();
    raw_.selection_count = selections_.size();
    raw_.date_filter = request.date_filter.c_str();
    raw_.facets = request.facets.data();
    raw_.facet_count = request.facets.size();
    raw_.facet_finds = finds_.data();
    raw_.snippet_bytes = request.snippet_bytes;
    raw_.expand = request.expand ? 1 : 0;
    raw_.half_life_days = request.half_life_days;
    raw_.timeout_ms = request.timeout_ms;
    raw_.collapse = request.collapse ? 1 : 0;
    raw_.count_stories = request.count_stories ? 1 : 0;
    raw_.mark_entities = request.mark_entities ? 1 : 0;
    raw_.added_after = request.added_after;
    raw_.added_until = request.added_until;
  }
  RawRequest(const RawRequest&) = delete;
  RawRequest& operator=(const RawRequest&) = delete;
  [[nodiscard]] const dateline_request* get() const { return &raw_; }

 private:
  std::vector<dateline_selection> selections_;
  std::vector<const char*> finds_;
  dateline_request raw_;
};

}  // namespace detail

class Hit {
 public:
  struct EntityMark {
    Kind kind = DATELINE_PERSON;
    Span span;
  };
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
  [[nodiscard]] std::uint64_t versions() const { return dateline_hit_versions(hit_); }
  [[nodiscard]] std::string_view story() const { return dateline_hit_story(hit_); }
  [[nodiscard]] auto entity_marks() const {
    return List(dateline_hit_entity_mark_count(hit_), [hit = hit_](std::size_t i) {
      EntityMark mark;
      dateline_hit_entity_mark(hit, i, &mark.kind, &mark.span.begin, &mark.span.end);
      return mark;
    });
  }
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

class Results {
 public:
  explicit Results(dateline_results* owned) : results_(owned) {}
  [[nodiscard]] std::uint64_t matched() const { return dateline_results_matched(get()); }
  [[nodiscard]] bool exact() const { return dateline_results_exact(get()) != 0; }
  [[nodiscard]] bool partial() const { return dateline_results_partial(get()) != 0; }
  [[nodiscard]] std::uint64_t offset() const { return dateline_results_offset(get()); }
  [[nodiscard]] std::uint64_t limit() const { return dateline_results_limit(get()); }
  [[nodiscard]] double took_ms() const { return dateline_results_took_ms(get()); }
  [[nodiscard]] std::string_view query() const { return dateline_results_query(get()); }
  [[nodiscard]] std::string_view parsed() const { return dateline_results_parsed(get()); }
  [[nodiscard]] std::string_view suggestion() const { return dateline_results_suggestion(get()); }
  [[nodiscard]] std::string_view corrected() const { return dateline_results_corrected(get()); }
  [[nodiscard]] std::string_view json() const { return dateline_results_json(get()); }
  [[nodiscard]] std::string_view json_lines() const { return dateline_results_json_lines(get()); }
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

// A near copy of an article.
struct Version {
  std::string_view id, title, published, source;
};

// One of the places where an article is to be found.
struct Address {
  std::string_view id, url, path;
  std::uint64_t record = 0;
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
  [[nodiscard]] std::string_view section() const { return dateline_article_section(get()); }
  [[nodiscard]] std::string_view caption() const { return dateline_article_caption(get()); }
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
  [[nodiscard]] auto addresses() const {
    return List(dateline_article_address_count(get()), [a = get()](std::size_t i) {
      return Address{dateline_article_address_id(a, i), dateline_article_address_url(a, i),
                     dateline_article_address_path(a, i), dateline_article_address_record(a, i)};
    });
  }
  [[nodiscard]] std::string_view story() const { return dateline_article_story(get()); }
  [[nodiscard]] auto versions() const {
    return List(dateline_article_version_count(get()), [a = get()](std::size_t i) {
      return Version{dateline_article_version_id(a, i), dateline_article_version_title(a, i),
                     dateline_article_version_published(a, i), dateline_article_version_source(a, i)};
    });
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
  [[nodiscard]] dateline_archive* handle() const { return archive_.get(); }  // stays this object's

  Result<std::uint64_t> articles() {
    std::uint64_t count = 0;
    dateline_error* error = nullptr;
    if (dateline_archive_articles(archive_.get(), &count, &error) != DATELINE_OK) return detail::take_error(error);
    return count;
  }

  Result<Results> search(const Request& request) {
    const detail::RawRequest raw(request);
    dateline_results* results = nullptr;
    dateline_error* error = nullptr;
    if (dateline_search(archive_.get(), raw.get(), &results, &error) != DATELINE_OK) return detail::take_error(error);
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

  detail::Owned<dateline_archive> archive_;
};

}  // namespace dateline::api
