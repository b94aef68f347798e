// Runs of text, one by one, in the order in which a reader would believe them.
#include "indexer/pages/visible_date.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "indexer/pages/date_in_text.h"
#include "shared/base/ascii.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestLabelled = 200;  // bytes of a text with a label in it
constexpr PageIndex kNodesToValue = 8;         // from a label to the element that has its date
constexpr std::size_t kLeadBytes = 60;
constexpr std::size_t kLongestPlace = 30;  // "Frankfurt am Main, 5. March 2020 –"

// Said of publication, in lower case. Words of one letter less or more (published, publishing) are told by beginnings.
constexpr std::string_view kLabels[] = {
    "published",   "posted on",     "publication date", "first published", "date posted",    "erschienen",
    "erstellt am", "veröffentlich", "publiziert",       "publié",          "mis en ligne",   "paru le",
    "publicado",   "publicada",     "publicación",      "pubblicat",       "publicat",       "gepubliceerd",
    "geplaatst",   "opublikowan",   "publicerad",       "publisert",       "offentliggjort", "julkaistu",
    "publikováno", "опубликован",   "дата публикации",  "yayınlan",        "発行",           "发布"};

// Behind the label; npos where the text has none.
std::size_t behind_label(std::string_view text) {
  const std::string lower = to_lower_ascii(text);
  std::size_t best = std::string::npos;
  for (const std::string_view label : kLabels) {
    const std::size_t at = lower.find(label);
    if (at != std::string::npos) best = std::min(best, at + label.size());
  }
  return best;
}

bool is_text(const DateNodes& nodes, PageIndex at) {
  return nodes.tree().nodes[at].tag == PageTag::kText;
}

// The date that a label at `at` belongs to: behind it in its text, else in the next text.
std::optional<PublishedDate> date_of_label(const DateNodes& nodes, PageIndex at) {
  const std::string_view text = trim(nodes.tree().text_of(at));
  if (text.size() < 6 || text.size() > kLongestLabelled) return std::nullopt;
  const std::size_t behind = behind_label(text);
  if (behind == std::string_view::npos) return std::nullopt;
  if (auto date = find_date(text.substr(behind), nodes.day_first())) return date;
  if (text.size() - behind > 8) return std::nullopt;
  for (PageIndex next = at + 1; next < std::min(nodes.count(), at + kNodesToValue); ++next) {
    if (is_text(nodes, next) && !trim(nodes.tree().text_of(next)).empty()) return nodes.of_text(next);
  }
  return std::nullopt;
}

bool is_same_day(const PublishedDate& a, const PublishedDate& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}

std::optional<PublishedDate> of_named_elements(const DateNodes& nodes) {
  for (PageIndex at = nodes.near_begin(); at < nodes.near_end(); ++at) {
    if ((nodes.marks(at) & kMarkCredit) == 0 || nodes.is_of_change(at) || nodes.is_elsewhere(at)) continue;
    if (auto date = nodes.of_text(at)) return date;
  }
  return std::nullopt;
}

std::optional<PublishedDate> of_texts(const DateNodes& nodes, PageIndex from, PageIndex until, bool elsewhere) {
  for (PageIndex at = from; at < until; ++at) {
    if (!is_text(nodes, at) || nodes.is_elsewhere(at) != elsewhere) continue;
    if (auto date = nodes.of_text(at)) return date;
  }
  return std::nullopt;
}

// The date that a paragraph begins with, alone or behind a place: "Bonn, 5. March 2020 –". Not "On 5 March the …",
// which is when something happened.
std::optional<PublishedDate> leading_date(std::string_view text, std::optional<bool> day_first) {
  text = trim(text).substr(0, kLeadBytes);
  if (text.starts_with('(')) text.remove_prefix(1);
  const std::size_t digit =
      static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_ascii_digit) - text.begin());
  if (digit > kLongestPlace || digit == text.size()) return std::nullopt;
  const std::string_view place = trim(text.substr(0, digit));
  const bool is_place = place.ends_with(',') || place.ends_with('(');
  if (!place.empty() && !is_place) return std::nullopt;
  return find_date(text.substr(digit), day_first);
}

std::optional<PublishedDate> of_paragraphs(const DateNodes& nodes) {
  for (PageIndex at = nodes.headline(); at < nodes.near_end(); ++at) {
    if (!is_text(nodes, at) || nodes.is_elsewhere(at)) continue;
    if (auto date = leading_date(nodes.tree().text_of(at), nodes.day_first())) return date;
  }
  return std::nullopt;
}

}  // namespace

std::optional<PublishedDate> labelled_date(const DateNodes& nodes) {
  std::optional<PublishedDate> only;
  bool one = true;
  for (PageIndex at = 0; at < nodes.count(); ++at) {
    if (!is_text(nodes, at) || nodes.is_elsewhere(at)) continue;
    const auto date = date_of_label(nodes, at);
    if (!date) continue;
    if (nodes.is_near(at)) return date;
    one = one && (!only || is_same_day(*only, *date));
    only = date;
  }
  return one ? only : std::nullopt;
}

std::optional<PublishedDate> date_near_headline(const DateNodes& nodes) {
  if (auto date = of_texts(nodes, nodes.head_begin(), nodes.head_end(), false)) return date;
  if (auto date = of_named_elements(nodes)) return date;
  for (const bool elsewhere : {false, true}) {
    if (auto date = of_texts(nodes, nodes.headline(), nodes.near_end(), elsewhere)) return date;
    if (auto date = of_texts(nodes, nodes.near_begin(), nodes.headline(), elsewhere)) return date;
    if (!elsewhere) {
      if (auto date = of_paragraphs(nodes)) return date;
    }
  }
  return std::nullopt;
}

std::optional<PublishedDate> local_day_of(const PublishedDate& date, const DateNodes& nodes) {
  if (date.precision() != DatePrecision::kSecond || date.utc_offset_minutes != 0) return std::nullopt;
  // Places west of Greenwich are on the day before in its morning, those east on the next in its afternoon.
  const std::int64_t day = days_from_civil(date.year, date.month, date.day);
  const std::int64_t local = date.hour < 12 ? day - 1 : day + 1;
  std::optional<PublishedDate> found;
  for (PageIndex at = nodes.near_begin(); at < nodes.near_end(); ++at) {
    if (!is_text(nodes, at) || nodes.is_elsewhere(at)) continue;
    const auto seen = nodes.of_text(at);
    if (!seen) continue;
    const std::int64_t seen_day = days_from_civil(seen->year, seen->month, seen->day);
    if (seen_day == day) return std::nullopt;
    if (seen_day == local && !found) found = PublishedDate{.year = seen->year, .month = seen->month, .day = seen->day};
  }
  return found;
}

}  // namespace dateline
