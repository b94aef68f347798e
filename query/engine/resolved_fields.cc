// Names → facet ids, keys → articles.
#include "query/engine/resolved_fields.h"

#include <algorithm>
#include <span>

#include "query/engine/local_today.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"

namespace dateline {
namespace {

constexpr std::size_t kMostValues = 5000;  // of one name; `person:john` in a large archive
constexpr std::size_t kNamesInNote = 5;

struct NamedValues {
  std::vector<FacetId> stored;    // what articles may have
  std::vector<FacetId> standing;  // what they stand for
};

std::string_view plural_of(FacetKind kind) {
  constexpr std::array<std::string_view, kFacetKinds> kPlurals = {"people",  "places",    "organizations", "sources",
                                                                  "authors", "languages", "countries"};
  return kPlurals[static_cast<std::size_t>(kind)];
}

class Resolver {
 public:
  Resolver(const Catalog& catalog, const FacetRemap& remap, const Deadline& deadline)
      : catalog_(catalog), remap_(remap) {
    out_.load = [&catalog](ArticleId article) { return catalog.load_article(article); };
    out_.title_of = [&catalog](ArticleId article) { return catalog.title_of(article); };
    out_.remap = &remap;
    out_.deadline = deadline;
  }

  Result<void> visit(const QueryNode& node) {
    if (node.kind == NodeKind::kField) return visit_field(node);
    if (node.kind == NodeKind::kHas) return visit_has(node);
    for (const QueryNode& child : node.children) {
      if (auto done = visit(child); !done) return done;
    }
    return {};
  }

  Result<void> select(const FacetSelection& selection) {
    const bool exact = selection.name.starts_with('=');
    auto values = find(selection.kind, std::string_view(selection.name).substr(exact ? 1 : 0), exact);
    if (!values) return std::move(values).error();
    auto& ids = out_.selected[static_cast<std::size_t>(selection.kind)];
    if (!ids) ids.emplace();
    ids->insert(ids->end(), values->stored.begin(), values->stored.end());
    auto& shown = out_.selected_values;
    shown.insert(shown.end(), values->standing.begin(), values->standing.end());
    return {};
  }

  ResolvedFields take() {
    auto& shown = out_.selected_values;
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    return std::move(out_);
  }
  ResolvedFields& out() { return out_; }

 private:
  // Titles and addresses are in the catalog only.
  Result<void> visit_has(const QueryNode& node) {
    if (node.text != "url" && node.text != "title") return {};
    auto found = node.text == "url" ? catalog_.articles_with_url() : catalog_.articles_with_title();
    if (!found) return std::move(found).error();
    out_.articles[&node] = std::move(*found);
    return {};
  }

  Result<void> visit_field(const QueryNode& node) {
    if (out_.deadline.is_over()) {
      return Error{.code = ErrorCode::kInterrupted,
                   .message = "the time was over before all names of the query were looked up",
                   .hint = "give it more time (--timeout), or ask for fewer names"};
    }
    const Field& field = kFields[node.field];
    if (field.type == FieldType::kFacet && field.facet) {
      auto values = find(*field.facet, node.text, node.exact);
      if (!values) return std::move(values).error();
      out_.facets[&node] = std::move(values->stored);
      out_.standing[&node] = std::move(values->standing);
    }
    if (field.type == FieldType::kSimilar) return visit_similar(node);
    if (is_verbatim(field.type)) return visit_key(node, field);
    return {};
  }

  Result<void> visit_similar(const QueryNode& node) {
    auto found = find_similar_article(catalog_, remap_, node.text);
    if (!found) return std::move(found).error();
    if (*found) {
      out_.similar[&node] = std::move(**found);
    } else {
      out_.notes.push_back(concat({"no article has the id '", node.text, "', so nothing is like it"}));
    }
    return {};
  }

  Result<void> visit_key(const QueryNode& node, const Field& field) {
    auto found = field.type == FieldType::kUrl ? catalog_.articles_of_url(node.text) : article_of_key(node.text);
    if (!found) return std::move(found).error();
    if (found->empty()) out_.notes.push_back(concat({"no article has the ", field.name, " '", node.text, "'"}));
    out_.articles[&node] = std::move(*found);
    return {};
  }

  Result<std::vector<ArticleId>> article_of_key(std::string_view key) {
    const auto found = catalog_.find_article(key);
    if (!found) return found.error();
    return *found ? std::vector{(*found)->article} : std::vector<ArticleId>();
  }

  Result<NamedValues> find(FacetKind kind, std::string_view name, bool exact) {
    auto found = exact ? find_exactly(kind, name) : find_by_words(kind, name);
    if (!found) return std::move(found).error();
    NamedValues values;
    add_values(*found, values);
    const std::size_t own = values.standing.size();
    if (kind == FacetKind::kPlace && !exact) {
      const auto countries = find_exactly(FacetKind::kCountry, name);
      if (!countries) return countries.error();
      add_values(*countries, values);
    }
    const bool has_country = values.standing.size() > own;
    if (has_country) note_country(values.standing.back(), name);
    const auto standing = std::span(values.standing).first(own);
    if (!has_country || own > 1) {
      if (auto noted = note(kind, name, standing); !noted) return std::move(noted).error();
    }
    std::sort(values.standing.begin(), values.standing.end());
    return values;
  }

  // Appends whom these ids stand for, and all ids that do.
  void add_values(const std::vector<FacetId>& found, NamedValues& values) const {
    std::vector<FacetId> standing;
    for (const FacetId id : found) {
      if (const FacetId stands_for = remap_(id); stands_for != 0) standing.push_back(stands_for);
    }
    std::sort(standing.begin(), standing.end());
    standing.erase(std::unique(standing.begin(), standing.end()), standing.end());
    for (const FacetId id : standing) remap_.append_all_of(id, values.stored);
    values.standing.insert(values.standing.end(), standing.begin(), standing.end());
  }

  [[nodiscard]] Result<std::vector<FacetId>> find_by_words(FacetKind kind, std::string_view name) const {
    const auto found = catalog_.find_facets(kind, name, kMostValues);
    if (!found) return found.error();
    std::vector<FacetId> ids;
    for (const FacetName& value : *found) ids.push_back(value.facet);
    return ids;
  }

  // The value of this very name; where there is none, those that it was an alias of.
  [[nodiscard]] Result<std::vector<FacetId>> find_exactly(FacetKind kind, std::string_view name) const {
    const auto own = catalog_.facet_of_key(kind, facet_key(name));
    if (!own) return own.error();
    if (*own != 0) return std::vector<FacetId>{*own};
    return catalog_.facets_of_alias(kind, name);
  }

  void note_country(FacetId country, std::string_view asked) {
    const auto names = catalog_.names_of(std::span(&country, 1));
    if (!names) return;
    out_.notes.push_back(
        concat({"place:", asked, " also finds articles that speak of the country ", names->front().name,
                " without naming it (its towns, its people); place:=", asked, " does not"}));
  }

  Result<void> note(FacetKind kind, std::string_view name, std::span<const FacetId> standing) {
    const std::string asked = concat({name_of(kind), ":", name});
    const auto own = catalog_.facet_of_key(kind, facet_key(name));
    if (!own) return own.error();
    if (*own != 0 && remap_(*own) == 0) {
      out_.notes.push_back(concat(
          {asked, " was rejected: people said that it is no ", name_of(kind), " (dateline-index entities log)"}));
      if (standing.empty()) return {};
    }
    if (standing.empty()) {
      out_.notes.push_back(
          concat({asked, " stands for nothing: no ", name_of(kind), " in this archive has that name"}));
      return {};
    }
    if (standing.size() == 1) return {};
    const std::size_t shown = std::min(standing.size(), kNamesInNote);
    const auto names = catalog_.names_of(standing.first(shown));
    if (!names) return names.error();
    std::vector<std::string> list;
    for (const FacetName& value : *names) list.push_back(value.name);
    const std::string more =
        standing.size() > shown ? concat({" and ", with_thousands(standing.size() - shown), " more"}) : "";
    const std::string_view most = standing.size() >= kMostValues ? "the first " : "";
    out_.notes.push_back(
        concat({asked, " stands for ", most, with_thousands(standing.size()), " ", plural_of(kind), ": ",
                join(list, ", "), more, "; one of them: ", name_of(kind), ":=\"", list.front(), "\""}));
    return {};
  }

  const Catalog& catalog_;
  const FacetRemap& remap_;
  ResolvedFields out_;
};

}  // namespace

Result<ResolvedFields> resolve_fields(const QueryNode& tree, const SearchRequest& request, const Catalog& catalog,
                                      const FacetRemap& remap, const Deadline& deadline) {
  Resolver resolver(catalog, remap, deadline);
  if (auto done = resolver.visit(tree); !done) return std::move(done).error();
  for (const FacetSelection& selection : request.selections) {
    if (auto done = resolver.select(selection); !done) return std::move(done).error();
  }
  if (!request.date_filter.empty()) {
    auto days = parse_date_range(request.date_filter, local_today());
    if (!days) {
      Error error = std::move(days).error();
      error.message = concat({"date filter: ", error.message});
      error.position.reset();  // positions are of the query text
      return error;
    }
    resolver.out().date_filter = *days;
  }
  return resolver.take();
}

}  // namespace dateline
