// Two tables, made by the compiler of the lists of words.
#include "indexer/pages/mark_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "indexer/pages/credit_words.h"
#include "indexer/pages/furniture_words.h"
#include "indexer/pages/name_table.h"
#include "indexer/pages/story_words.h"

namespace dateline {
namespace {

struct MarkList {
  PageMarks mark;
  std::span<const std::string_view> words;
};

constexpr MarkList kWords[] = {
    {kMarkFurniture, kFurnitureWords}, {kMarkTeaser, kTeaserWords}, {kMarkComments, kCommentWords},
    {kMarkHidden, kHiddenWords},       {kMarkBody, kBodyWords},     {kMarkStory, kStoryWords},
    {kMarkLead, kLeadWords},           {kMarkEmbed, kEmbedWords},   {kMarkCredit, kCreditWords},
    {kMarkCaption, kCaptionWords},     {kMarkTags, kTagWords},
};

// Words that mean it only where they are the whole name: "ad", but not "ad-free".
constexpr MarkList kNames[] = {
    {kMarkFurniture, kFurnitureNames}, {kMarkHidden, kHiddenNames}, {kMarkStory, kStoryNames},
    {kMarkCredit, kCreditNames},       {kMarkTags, kTagNames},
};

constexpr std::size_t count_of(std::span<const MarkList> lists) {
  std::size_t count = 0;
  for (const MarkList& list : lists) count += list.words.size();
  return count;
}

// Sorted, so that a word of two lists is one row with the marks of both. Compilers bound the steps of this: no row is
// compared with all others.
template <std::size_t kMost>
constexpr auto joined(std::span<const MarkList> lists) {
  std::array<NamedValue<PageMarks>, kMost> rows{};
  std::size_t count = 0;
  for (const MarkList& list : lists) {
    for (const std::string_view word : list.words) rows[count++] = {word, static_cast<PageMarks>(list.mark)};
  }
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  count = 0;
  for (const NamedValue<PageMarks>& row : rows) {
    if (count > 0 && rows[count - 1].name == row.name) {
      rows[count - 1].value |= row.value;
    } else {
      rows[count++] = row;
    }
  }
  return std::pair(rows, count);
}

constexpr auto kWordRows = joined<count_of(kWords)>(kWords);
constexpr auto kNameRows = joined<count_of(kNames)>(kNames);
constexpr NameTable<PageMarks, kWordRows.first.size()> kWordTable(std::span(kWordRows.first).first(kWordRows.second));
constexpr NameTable<PageMarks, kNameRows.first.size()> kNameTable(std::span(kNameRows.first).first(kNameRows.second));

}  // namespace

PageMarks marks_of_word(std::string_view word, std::uint32_t hash) {
  return kWordTable.value_of(word, hash, 0);
}

PageMarks marks_of_whole_name(std::string_view name, std::uint32_t hash) {
  return kNameTable.value_of(name, hash, 0) | kWordTable.value_of(name, hash, 0);
}

}  // namespace dateline
