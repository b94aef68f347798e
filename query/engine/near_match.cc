// A window moves over the places of all parts. Whether each part has a place of its own in it is a matching of parts
// to words (Kuhn, "The Hungarian method for the assignment problem", 1955: augmenting paths).
#include "query/engine/near_match.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "shared/base/bytes.h"
#include "shared/text/analyzer.h"

namespace dateline {
namespace {

constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

}  // namespace

NearMatcher::NearMatcher(NearRequest request) : request_(std::move(request)) {
  for (std::uint32_t part = 0; part < request_.parts.size(); ++part) {
    const auto& forms = request_.parts[part];
    needed_.push_back(static_cast<std::uint32_t>(std::count(request_.parts.begin(), request_.parts.end(), forms)));
    for (std::uint32_t form = 0; form < forms.size(); ++form) {
      if (!forms[form].empty()) starts_.push_back({forms[form].front(), part, form});
    }
  }
  std::sort(starts_.begin(), starts_.end(), [](const Start& a, const Start& b) { return a.stem < b.stem; });
}

bool NearMatcher::matches(std::string_view record) {
  read_words(record);
  find_places();
  counts_.assign(request_.parts.size(), 0);
  std::size_t last = 0;  // places before it begin inside the window
  for (std::size_t first = 0; first < places_.size(); ++first) {
    const std::uint64_t limit = std::uint64_t{places_[first].begin} + request_.window;
    for (; last < places_.size() && places_[last].begin < limit; ++last) ++counts_[places_[last].part];
    if (has_enough() && fits(first, last)) return true;
    --counts_[places_[first].part];
  }
  return false;
}

void NearMatcher::read_words(std::string_view record) {
  words_.clear();
  std::uint64_t id = 0;
  std::uint32_t position = 0;
  bool begins = true;
  while (take_leb128(record, id)) {
    if (id >= kFirstStemId) {
      words_.push_back({static_cast<std::uint32_t>(id), position++, begins});
      begins = false;
      continue;
    }
    begins = true;
    if (id == kTitleEnd) position += static_cast<std::uint32_t>(request_.window) + 1;
  }
}

void NearMatcher::find_places() {
  places_.clear();
  for (std::size_t at = 0; at < words_.size(); ++at) {
    const std::uint32_t stem = words_[at].stem;
    auto start = std::lower_bound(starts_.begin(), starts_.end(), stem,
                                  [](const Start& a, std::uint32_t wanted) { return a.stem < wanted; });
    for (; start != starts_.end() && start->stem == stem; ++start) {
      const NearRequest::Form& form = request_.parts[start->part][start->form];
      if (!stands_at(form, at)) continue;
      const std::uint32_t begin = words_[at].position;
      places_.push_back({begin, begin + static_cast<std::uint32_t>(form.size()), start->part});
    }
  }
}

bool NearMatcher::stands_at(const NearRequest::Form& form, std::size_t at) const {
  if (at + form.size() > words_.size()) return false;
  for (std::size_t i = 1; i < form.size(); ++i) {
    if (words_[at + i].stem != form[i] || words_[at + i].begins) return false;
  }
  return true;
}

bool NearMatcher::has_enough() const {
  for (std::size_t part = 0; part < counts_.size(); ++part) {
    if (counts_[part] < needed_[part]) return false;
  }
  return true;
}

bool NearMatcher::fits(std::size_t first, std::size_t last) {
  const std::uint32_t limit = places_[first].begin + static_cast<std::uint32_t>(request_.window);
  holders_.assign(request_.window, kNobody);
  for (std::uint32_t part = 0; part < request_.parts.size(); ++part) {
    tried_.assign(request_.window, false);
    if (!give_place(part, first, last, limit)) return false;
  }
  return true;
}

// Recursion is as deep as there are parts.
bool NearMatcher::give_place(std::uint32_t part, std::size_t first, std::size_t last, std::uint32_t limit) {
  for (std::size_t i = first; i < last; ++i) {
    const Place& place = places_[i];
    const std::size_t slot = place.begin - places_[first].begin;
    if (place.part != part || place.end > limit || tried_[slot]) continue;
    tried_[slot] = true;
    if (holders_[slot] == kNobody || give_place(holders_[slot], first, last, limit)) {
      holders_[slot] = part;
      return true;
    }
  }
  return false;
}

}  // namespace dateline
