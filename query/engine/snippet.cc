// Finds the matches, chooses the passages, writes them.
#include "query/engine/snippet.h"

#include <algorithm>

#include "query/engine/passage.h"
#include "query/engine/passage_choice.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostText = 1 << 20;

// Of spans that overlap, the first stays: of those that begin together, the longest.
void add_highlight(Snippet& snippet, TextSpan place) {
  const bool overlaps = !snippet.highlights.empty() && place.begin < snippet.highlights.back().end;
  if (place.begin < place.end && !overlaps) snippet.highlights.push_back(place);
}

}  // namespace

Snippet SnippetMaker::make(std::string_view text, std::span<const Match> names, std::span<const EntityMark> entities,
                           std::vector<EntityMark>* marks) {
  if (bytes_ == 0) return {};
  text = text.substr(0, character_border(text, kMostText));
  split_sentences(text, sentences_);
  finder_.find(text, matches_);
  if (!names.empty()) {
    const auto middle = static_cast<std::ptrdiff_t>(matches_.size());
    matches_.insert(matches_.end(), names.begin(), names.end());
    std::inplace_merge(matches_.begin(), matches_.begin() + middle, matches_.end(), comes_before);
  }
  PassageWriter writer(text);
  for (const Passage& passage : choose_passages(text, sentences_, matches_, bytes_)) {
    writer.add(passage.span, passage.cut_front, passage.cut_back);
  }
  Snippet out{.text = writer.written(), .highlights = {}};
  for (const Match& match : matches_) add_highlight(out, writer.place_of(match.span));
  for (const EntityMark& entity : entities) {
    const TextSpan place = writer.place_of(entity.span);
    const bool overlaps = marks == nullptr || (!marks->empty() && place.begin < marks->back().span.end);
    if (place.begin < place.end && !overlaps) marks->push_back({entity.kind, place});
  }
  return out;
}

}  // namespace dateline
