// Binary search over the lines of the table; a line is read only when it is asked for.
#include "indexer/entities/gazetteer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

#include "indexer/entities/embedded_gazetteer.h"
#include "shared/base/bytes.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

using namespace word_class;

std::uint32_t class_of_letter(char letter) {
  switch (letter) {
    case 'f':
      return kFirstName;
    case 's':
      return kSurname;
    case 't':
      return kTitle;
    case 'r':
      return kTitleWord;
    case 'k':
      return kParticle;
    case 'v':
      return kPersonVerb;
    case 'd':
      return kDemonym;
    case 'y':
      return kAdjective;
    case 'm':
      return kCalendar;
    case 'x':
      return kNoName;
    case 'w':
      return kFunctionWord;
    default:
      return 0;
  }
}

std::string_view take_field(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view field = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
  return field;
}

// Of "A|kind|country|latitude|longitude|population|name".
void read_place(std::string_view payload, GazetteerEntry& out) {
  const bool in_capitals = take_field(payload, '|') == "A";
  const std::string_view kind = take_field(payload, '|');
  const char* const facts = payload.data();
  for (int i = 0; i < 3; ++i) take_field(payload, '|');
  const std::string_view people = take_field(payload, '|');
  out.place_facts = {facts, static_cast<std::size_t>(people.data() + people.size() - facts)};
  out.place = payload;
  out.classes |= kPlace;
  if (in_capitals) out.classes |= kPlaceInCapitals;
  if (kind == "r" || kind == "c") out.classes |= kRegion;
  if (people.size() > 3 || (people.size() == 3 && people[0] >= '3')) out.classes |= kLargeCity;
}

void read_reading(std::string_view reading, GazetteerEntry& out) {
  if (reading.empty()) return;
  const std::string_view payload = reading.substr(1);
  switch (reading[0]) {
    case 'e':
      out.classes |= kCommonWord | (payload == "1" ? kVeryCommon : 0);
      break;
    case 'h':
      out.classes |= kOrgLast;
      if (payload.starts_with("<>")) out.classes |= kOrgFirst;
      if (payload == "<>=") out.classes |= kStateBody;
      if (payload == "<!") out.classes |= kDesignator;
      break;
    case 'g':
      if (payload.starts_with('<')) out.classes |= kGeoLast;
      if (payload.ends_with('>')) out.classes |= kGeoFirst;
      break;
    case 'o':
      out.classes |=
          kOrganization | (payload.starts_with('A') && payload.substr(1).starts_with('|') ? kOrgInCapitals : 0);
      out.organization = payload.substr(payload.find('|') + 1);
      break;
    case 'p':
      read_place(payload, out);
      break;
    default:
      out.classes |= class_of_letter(reading[0]);
  }
}

bool begins_with_word(std::string_view key, std::string_view prefix) {
  return key.starts_with(prefix) && (key.size() == prefix.size() || key[prefix.size()] == ' ');
}

}  // namespace

const Gazetteer& Gazetteer::built_in() {
  static const Gazetteer table(embedded_gazetteer());
  return table;
}

Gazetteer::Gazetteer(std::string_view tsv) : tsv_(tsv) {
  lines_.reserve(tsv.size() / 16);
  std::size_t at = 0;
  while (at < tsv.size()) {
    lines_.push_back(static_cast<std::uint32_t>(at));
    const void* const end = std::memchr(tsv.data() + at, '\n', tsv.size() - at);
    at = end == nullptr ? tsv.size() : static_cast<std::size_t>(static_cast<const char*>(end) - tsv.data()) + 1;
  }
  lines_.push_back(static_cast<std::uint32_t>(tsv.size()));
}

std::string_view Gazetteer::key(std::uint32_t line) const {
  const std::string_view whole = tsv_.substr(lines_[line], lines_[line + 1] - lines_[line]);
  return whole.substr(0, whole.find('\t'));
}

Gazetteer::Range Gazetteer::with_prefix(Range range, std::string_view prefix) const {
  // Byte order: "new", "new york", … lie before "newa", since a blank is smaller than all else in keys but "&" words,
  // which no key begins with.
  std::uint32_t low = range.begin, high = range.end;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (key(middle) < prefix)
      low = middle + 1;
    else
      high = middle;
  }
  std::uint32_t last = low, limit = range.end;
  // Ranges are short: gallop, then search.
  std::uint32_t step = 1;
  while (last < limit && begins_with_word(key(last), prefix)) {
    last += step;
    step *= 2;
  }
  if (last == low) return {low, low};
  std::uint32_t from = last - step / 2 + 1;
  limit = std::min(last, limit);
  while (from < limit) {
    const std::uint32_t middle = from + (limit - from) / 2;
    if (begins_with_word(key(middle), prefix))
      from = middle + 1;
    else
      limit = middle;
  }
  return {low, from};
}

bool Gazetteer::is_exact(Range range, std::string_view name) const {
  return !range.empty() && key(range.begin) == name;
}

GazetteerEntry Gazetteer::entry(std::uint32_t line) const {
  std::string_view rest = tsv_.substr(lines_[line], lines_[line + 1] - lines_[line]);
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  take_field(rest, '\t');
  GazetteerEntry out;
  while (!rest.empty()) read_reading(take_field(rest, '\t'), out);
  return out;
}

GazetteerEntry Gazetteer::find(std::string_view name) const {
  const Range range = with_prefix(all(), name);
  return is_exact(range, name) ? entry(range.begin) : GazetteerEntry{};
}

std::string_view Gazetteer::readings(std::string_view name) const {
  const Range range = with_prefix(all(), name);
  if (!is_exact(range, name)) return {};
  std::string_view rest = tsv_.substr(lines_[range.begin], lines_[range.begin + 1] - lines_[range.begin]);
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  take_field(rest, '\t');
  return rest;
}

std::uint64_t Gazetteer::checksum() const {
  return hash64(tsv_);
}

std::string fold_name(std::string_view name) {
  const std::string folded = fold(name);
  std::string out;
  out.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (c == '\'') {  // fold() makes one apostrophe of all kinds
      const bool ends = i + 1 == folded.size() || folded[i + 1] == ' ';
      const bool before_s =
          i + 1 < folded.size() && folded[i + 1] == 's' && (i + 2 == folded.size() || folded[i + 2] == ' ');
      if (!ends && before_s) ++i;
    } else if (c == '-' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == ',' || c == '/') {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
    } else if (c != '.') {
      out.push_back(c);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::uint32_t common_word_classes(const Gazetteer& gazetteer, std::string_view key) {
  constexpr std::uint32_t kMask = kCommonWord | kVeryCommon;
  struct Ending {
    std::string_view from, to;
  };
  static constexpr std::array<Ending, 11> kEndings{{{"s", ""},
                                                    {"es", ""},
                                                    {"ies", "y"},
                                                    {"ed", ""},
                                                    {"ed", "e"},
                                                    {"ing", ""},
                                                    {"ing", "e"},
                                                    {"ly", ""},
                                                    {"er", ""},
                                                    {"er", "e"},
                                                    {"ness", ""}}};
  std::uint32_t classes = gazetteer.find(key).classes & kMask;
  std::string stem;
  for (const Ending& ending : kEndings) {
    if (classes != 0) break;
    if (!key.ends_with(ending.from) || key.size() < ending.from.size() + 3) continue;
    stem.assign(key.substr(0, key.size() - ending.from.size()));
    const std::size_t n = stem.size();
    if (ending.to.empty() && ending.from.size() > 1 && n > 3 && stem[n - 1] == stem[n - 2]) {
      classes = gazetteer.find(std::string_view(stem).substr(0, n - 1)).classes & kCommonWord;
      if (classes != 0) break;
    }
    stem += ending.to;
    classes = gazetteer.find(stem).classes & kCommonWord;
  }
  return classes;
}

}  // namespace dateline
