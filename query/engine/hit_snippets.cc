// Mentions of the catalog become marks of the text.
#include "query/engine/hit_snippets.h"

#include <algorithm>

#include "query/engine/standing_entities.h"
#include "schema/fields.h"

namespace dateline {
namespace {

bool is_entity_kind(std::optional<FacetKind> kind) {
  return kind && static_cast<std::size_t>(*kind) < kEntityKinds;
}

void collect(const QueryNode& node, const ResolvedFields& fields, std::vector<std::vector<FacetId>>& out) {
  if (node.kind == NodeKind::kNot) return collect(node.children.front(), fields, out);
  if (node.kind == NodeKind::kField && is_entity_kind(kFields[node.field].facet)) {
    if (const auto found = fields.facets.find(&node); found != fields.facets.end()) out.push_back(found->second);
  }
  for (const QueryNode& child : node.children) collect(child, fields, out);
}

// The value that the article has for a name: what the rest of the archive said of it counts.
FacetId value_in_article(const ResolvedEntity& entity, const std::vector<Attachment>& attached) {
  return standing_facet(entity.facet, attached, FacetRemap());
}

bool is_in_text(const Mention& mention, const Article& article) {
  return !mention.in_title && mention.begin < mention.end && mention.end <= article.text.size();
}

}  // namespace

std::vector<std::vector<FacetId>> entities_asked_for(const QueryNode& tree, const ResolvedFields& fields) {
  std::vector<std::vector<FacetId>> out;
  collect(tree, fields, out);
  for (std::size_t kind = 0; kind < kEntityKinds; ++kind) {
    if (fields.selected[kind]) out.push_back(*fields.selected[kind]);
  }
  for (std::vector<FacetId>& ids : out) std::sort(ids.begin(), ids.end());
  return out;
}

HitSnippets::HitSnippets(const SearchInput& input, const std::vector<HighlightForm>& forms, Stemmer& stemmer)
    : input_(input),
      maker_(forms, input.request.snippet_bytes, stemmer),
      asked_(entities_asked_for(input.tree, input.fields)) {}

void HitSnippets::add_to(Hit& hit, const StoredArticle& stored) {
  names_.clear();
  entities_.clear();
  if (!asked_.empty()) find_names(stored);
  if (input_.request.mark_entities) find_entities(stored);
  hit.snippet = maker_.make(stored.article.text, names_, entities_, &hit.entity_marks);
}

void HitSnippets::find_names(const StoredArticle& stored) {
  for (const ResolvedEntity& entity : stored.entities) {
    const FacetId value = value_in_article(entity, stored.attached);
    for (std::size_t name = 0; name < asked_.size(); ++name) {
      if (!std::binary_search(asked_[name].begin(), asked_[name].end(), value)) continue;
      for (const Mention& mention : entity.mentions) {
        if (is_in_text(mention, stored.article))
          names_.push_back({{mention.begin, mention.end}, maker_.units() + name});
      }
    }
  }
  std::sort(names_.begin(), names_.end(), comes_before);
}

void HitSnippets::find_entities(const StoredArticle& stored) {
  for (const ResolvedEntity& entity : stored.entities) {
    const FacetId standing = standing_facet(entity.facet, stored.attached, input_.remap);
    if (standing == 0 || !is_entity_kind(kind_of(standing))) continue;
    for (const Mention& mention : entity.mentions) {
      if (!is_in_text(mention, stored.article)) continue;
      entities_.push_back({static_cast<EntityKind>(kind_of(standing)), {mention.begin, mention.end}});
    }
  }
  std::sort(entities_.begin(), entities_.end(), [](const EntityMark& a, const EntityMark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace dateline
