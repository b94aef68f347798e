// Undoes attachments while reading: their values are taken out, and the names themselves put in.
#include "indexer/resolution/archive_evidence.h"

#include <algorithm>
#include <iterator>

#include "shared/base/date.h"

namespace dateline {
namespace {

std::vector<std::uint32_t> documents_in(std::span<const AttachedDocument> attached) {
  std::vector<std::uint32_t> documents;
  for (const AttachedDocument& one : attached) {
    if (documents.empty() || documents.back() != one.document) documents.push_back(one.document);
  }
  return documents;
}

std::span<const AttachedDocument> find_in(const std::unordered_map<FacetId, std::vector<AttachedDocument>>& map,
                                          FacetId facet) {
  const auto found = map.find(facet);
  return found == map.end() ? std::span<const AttachedDocument>() : std::span(found->second);
}

}  // namespace

Result<ArchiveEvidence> ArchiveEvidence::open(const ArchivePaths& paths) {
  auto postings = PostingReader::open(paths);
  if (!postings) return std::move(postings).error();
  ArchiveEvidence evidence(std::move(*postings));
  auto attached = evidence.postings_.attached();
  if (!attached) return std::move(attached).error();
  evidence.attached_ = std::move(*attached);
  for (const AttachedDocument& one : evidence.attached_) {
    evidence.from_[one.attachment.from].push_back(one);
    evidence.into_[one.attachment.into].push_back(one);
  }
  return evidence;
}

std::span<const AttachedDocument> ArchiveEvidence::attached_from(FacetId facet) const {
  return find_in(from_, facet);
}

Result<std::vector<std::uint32_t>> ArchiveEvidence::count_articles(std::span<const FacetId> facets) const {
  auto counts = postings_.count_documents_with(facets);
  if (!counts) return counts;
  for (std::size_t i = 0; i < facets.size(); ++i) {
    const std::size_t here = documents_in(find_in(into_, facets[i])).size();
    const std::size_t elsewhere = documents_in(find_in(from_, facets[i])).size();
    (*counts)[i] = static_cast<std::uint32_t>((*counts)[i] + elsewhere - here);
  }
  return counts;
}

Result<std::vector<DocumentFacts>> ArchiveEvidence::documents_of(FacetId facet) const {
  const auto indexed = postings_.documents_with(facet);
  if (!indexed) return indexed.error();
  const std::vector<std::uint32_t> here = documents_in(find_in(into_, facet));
  std::vector<std::uint32_t> own, all;
  std::set_difference(indexed->begin(), indexed->end(), here.begin(), here.end(), std::back_inserter(own));
  const std::vector<std::uint32_t> elsewhere = documents_in(find_in(from_, facet));
  std::set_union(own.begin(), own.end(), elsewhere.begin(), elsewhere.end(), std::back_inserter(all));
  std::vector<DocumentFacts> documents;
  documents.reserve(all.size());
  for (const std::uint32_t document : all) documents.push_back(facts_of(document));
  return documents;
}

DocumentFacts ArchiveEvidence::facts_of(std::uint32_t document) const {
  const FacetRecord record = postings_.record(document);
  DocumentFacts facts{.document = document, .entities = {}};
  if (const auto days = days_of(unpack_date(record.date()))) facts.day = static_cast<std::int32_t>(days->first);
  for (std::size_t i = 0; i < record.size(); ++i) {
    if (static_cast<std::size_t>(kind_of(record[i])) < kEntityKinds) facts.entities.push_back(record[i]);
  }
  const auto before = [](const AttachedDocument& one, std::uint32_t id) { return one.document < id; };
  auto it = std::lower_bound(attached_.begin(), attached_.end(), document, before);
  if (it == attached_.end() || it->document != document) return facts;
  for (; it != attached_.end() && it->document == document; ++it) {
    std::erase(facts.entities, it->attachment.into);
    facts.entities.push_back(it->attachment.from);
  }
  std::sort(facts.entities.begin(), facts.entities.end());
  return facts;
}

}  // namespace dateline
