// Parses, resolves, runs, and runs again where a writer was faster.
#include "query/engine/engine.h"

#include <algorithm>

#include "query/engine/ask_newest.h"
#include "query/engine/local_today.h"
#include "query/engine/search_run.h"
#include "query/engine/standing_entities.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

Result<QueryNode> parse_request(std::string_view text) {
  if (!trim(text).empty()) return parse_query(text, local_today());
  return QueryNode{};  // every article
}

// Every facet that was asked for is there and has no values.
Result<void> answer_without_index(const SearchRequest& request, const Catalog& catalog, const std::string& folder,
                                  SearchResults& out) {
  if (auto checked = check_nothing_added(catalog, folder); !checked) return checked;
  for (const FacetRequest& facet : request.facets) {
    out.facets.push_back({.name = std::string(facet.kind ? name_of(*facet.kind) : "date"), .values = {}});
  }
  return {};
}

Result<void> add_versions(const Catalog& catalog, ArticleId article, ArticleView& view) {
  const auto place = catalog.story_of(article);
  if (!place) return place.error();
  if (place->shown == 0) return {};
  auto versions = catalog.versions_of_story(place->shown);
  if (!versions) return std::move(versions).error();
  std::erase_if(*versions, [article](const ArticleVersion& version) { return version.article == article; });
  if (versions->empty()) return {};
  view.story = std::to_string(story_facet(place->shown));
  view.versions = std::move(*versions);
  return {};
}

}  // namespace

Result<void> check_nothing_added(const Catalog& catalog, const std::string& folder) {
  const auto changes = catalog.last_seq();
  if (!changes) return changes.error();
  if (*changes > 0) {
    return Error{.code = ErrorCode::kArchiveDamaged,
                 .message = concat({"the articles in '", folder, "' are not searchable: their index is missing"}),
                 .hint = "if no dateline-index is at work there, run: dateline-index rebuild"};
  }
  return {};
}

Result<Engine> Engine::open(const ArchivePaths& paths) {
  auto reader = ArchiveReader::open(paths);
  if (!reader) return std::move(reader).error();
  return Engine(std::move(*reader));
}

Result<SearchResults> Engine::search(const SearchRequest& request) {
  const auto tree = parse_request(request.text);
  if (!tree) return tree.error();
  // However often the question is asked again, its time is one.
  const Deadline deadline = request.timeout_ms == 0 ? Deadline() : Deadline::in_milliseconds(request.timeout_ms);
  return ask_newest<SearchResults>(
      reader_, [&](IndexSnapshot* snapshot) { return search_snapshot(request, *tree, deadline, snapshot); });
}

Result<EntityProfile> Engine::profile(const ProfileRequest& request) {
  return ask_newest<EntityProfile>(reader_, [&](IndexSnapshot* snapshot) {
    EntityProfile out;
    return about_entity(request.entity, snapshot, std::move(out), [&](const EntityReader& reader, EntityProfile& made) {
      return fill_profile(reader, request, made);
    });
  });
}

Result<MentionList> Engine::mentions(const MentionRequest& request) {
  const auto tree = parse_request(request.text);
  if (!tree) return tree.error();
  return ask_newest<MentionList>(reader_, [&](IndexSnapshot* snapshot) {
    MentionList out{
        .query_text = request.text, .parsed = to_sexpr(*tree), .offset = request.offset, .limit = request.limit};
    return about_entity(request.entity, snapshot, std::move(out), [&](const EntityReader& reader, MentionList& made) {
      return fill_mentions(reader, request, *tree, made);
    });
  });
}

template <class Answer, class Fill>
Result<Answer> Engine::about_entity(const EntityAsk& ask, IndexSnapshot* snapshot, Answer out, const Fill& fill) {
  const Catalog& catalog = reader_.catalog();
  const CatalogRead read(catalog);
  if (!read.begun()) return read.begun().error();
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  const FacetRemap remap(*merges);
  if (snapshot == nullptr) {
    if (auto checked = check_nothing_added(catalog, paths().folder); !checked) return std::move(checked).error();
  }
  const auto count = [&](std::span<const FacetId> ids) -> Result<std::vector<std::uint64_t>> {
    if (snapshot == nullptr) return std::vector<std::uint64_t>(ids.size());
    return count_articles({catalog, reader_.stemmer(), *snapshot, remap}, ids);
  };
  auto choice = choose_entity(ask, catalog, remap, count);
  if (!choice) return std::move(choice).error();
  out.choice = std::move(*choice);
  if (!out.choice.chosen) return out;
  const EntityReader reader{catalog, reader_.stemmer(), *snapshot, remap};
  if (auto filled = fill(reader, out); !filled) return std::move(filled).error();
  return out;
}

Result<SearchResults> Engine::search_snapshot(const SearchRequest& request, const QueryNode& tree,
                                              const Deadline& deadline, IndexSnapshot* snapshot) {
  const Catalog& catalog = reader_.catalog();
  const CatalogRead read(catalog);
  if (!read.begun()) return read.begun().error();
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  const FacetRemap remap(*merges);
  auto fields = resolve_fields(tree, request, catalog, remap, deadline);
  if (!fields) return std::move(fields).error();
  if (snapshot != nullptr) {
    if (auto limited = limit_to_added(request, catalog, *snapshot, *fields); !limited)
      return std::move(limited).error();
  }
  const SearchInput input{.request = request, .tree = tree, .fields = *fields, .remap = remap};
  SearchResults results{.query_text = request.text,
                        .parsed = to_sexpr(tree),
                        .offset = request.offset,
                        .limit = request.limit,
                        .notes = fields->notes};
  auto done = snapshot != nullptr ? run_search(input, catalog, reader_.stemmer(), *snapshot, results)
                                  : answer_without_index(request, catalog, paths().folder, results);
  if (!done) return std::move(done).error();
  return results;
}

Result<ArticleView> Engine::show(std::string_view key) {
  const Catalog& catalog = reader_.catalog();
  const auto known = catalog.find_article(key);
  if (!known) return known.error();
  auto stored = *known ? catalog.load_article((*known)->article) : Result<std::optional<StoredArticle>>(std::nullopt);
  if (!stored) return std::move(stored).error();
  if (!*stored) {
    return Error{.code = ErrorCode::kNotFound,
                 .message = concat({"no article '", key, "' in '", paths().folder, "'"}),
                 .hint = "the id of an article is shown with each hit of a search"};
  }
  const auto merges = catalog.merges();
  if (!merges) return merges.error();
  ArticleView view{
      .article = std::move((*stored)->article), .published = {}, .words = (*stored)->words, .entities = {}};
  view.published = to_iso(view.article.published);
  view.entities = standing_entities((*stored)->entities, (*stored)->attached, FacetRemap(*merges));
  auto addresses = catalog.addresses_of_article((*known)->article);
  if (!addresses) return std::move(addresses).error();
  view.addresses = std::move(*addresses);
  if (auto added = add_versions(catalog, (*known)->article, view); !added) return std::move(added).error();
  std::vector<FacetId> ids;
  for (const ViewedEntity& entity : view.entities) ids.push_back(entity.facet);
  const auto names = catalog.names_of(ids);
  if (!names) return names.error();
  for (std::size_t i = 0; i < ids.size(); ++i) view.entities[i].name = (*names)[i].name;
  std::sort(view.entities.begin(), view.entities.end(), [](const ViewedEntity& a, const ViewedEntity& b) {
    return a.mentions.size() != b.mentions.size() ? a.mentions.size() > b.mentions.size() : a.name < b.name;
  });
  return view;
}

Result<ArticleHistory> Engine::history(std::string_view key) {
  const CatalogRead read(reader_.catalog());
  if (!read.begun()) return read.begun().error();
  return find_history(reader_.catalog(), key);
}

Result<std::uint64_t> Engine::articles() {
  const auto snapshot = reader_.current();
  if (!snapshot) return snapshot.error();
  return *snapshot == nullptr ? std::uint64_t{0} : (*snapshot)->searcher.state().documents;
}

}  // namespace dateline
