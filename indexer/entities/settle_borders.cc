// Each span is looked up once, as a whole; its halves only where a hyphen or a dash is in it.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "indexer/entities/settle_spans.h"
#include "shared/text/stock_code.h"

namespace dateline {
namespace {

using namespace word_class;

constexpr std::string_view kDash = " - ";
constexpr std::uint32_t kLongestName = 300;  // bytes; what is longer is no name
constexpr std::size_t kLongestPair = 160;  // bytes of two names with a hyphen between them: keeps hostile texts linear
constexpr std::size_t kTitleWindow = 40;   // bytes before a span in which a title is looked for

// The kind that a name has wherever it stands: "Knesset", "African Union", "Khan Younis". Countries and cities may be
// governments and teams, too, so that they are never taken from organizations.
std::optional<EntityKind> only_kind_of(const GazetteerEntry& entry, EntityKind given) {
  if ((entry.classes & (kFirstName | kSurname | kCommonWord)) != 0) return std::nullopt;
  const bool organization = (entry.classes & kOrganization) != 0;
  const bool place = (entry.classes & kPlace) != 0;
  if (organization && !place && (entry.classes & kOrgInCapitals) == 0) return EntityKind::kOrganization;
  if (place && !organization && (entry.classes & (kRegion | kLargeCity)) != 0 && given == EntityKind::kPerson)
    return EntityKind::kPlace;
  return std::nullopt;
}

// The kind of one half of "Israel-Hamas".
std::optional<EntityKind> kind_of_half(GazetteerCache& gazetteer, std::string_view half) {
  if (half.empty() || half[0] < 'A' || half[0] > 'Z') return std::nullopt;
  const GazetteerEntry& entry = gazetteer.find(fold_name(half));
  if ((entry.classes & kOrganization) != 0) return EntityKind::kOrganization;
  if ((entry.classes & kRegion) != 0) return EntityKind::kPlace;
  return std::nullopt;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

// Where the last `words` words of `bytes` begin; npos where there are fewer.
std::size_t last_words(std::string_view bytes, std::size_t words) {
  std::size_t at = bytes.size();
  for (std::size_t w = 0; w < words; ++w) {
    while (at > 0 && is_blank(bytes[at - 1])) --at;
    if (at == 0) return std::string_view::npos;
    while (at > 0 && !is_blank(bytes[at - 1])) --at;
  }
  return at;
}

// "Prime Minister’s Office": the recogniser leaves titles outside of names, here wrongly.
void find_offices(std::string_view text, bool in_title, GazetteerCache& gazetteer, std::vector<NameSpan>& out) {
  constexpr std::string_view kOffice = "s Office";
  for (std::size_t at = text.find(kOffice); at != std::string_view::npos; at = text.find(kOffice, at + 1)) {
    const std::size_t from = at > kTitleWindow ? at - kTitleWindow : 0;
    const std::string_view owner = text.substr(from, at + 1 - from);
    if (!owner.ends_with("'s") && !owner.ends_with("\xE2\x80\x99s")) continue;
    for (std::size_t words = 3; words >= 1; --words) {
      const std::size_t begin = last_words(owner, words);
      if (begin == std::string_view::npos || owner[begin] < 'A' || owner[begin] > 'Z') continue;
      if ((gazetteer.find(fold_name(owner.substr(begin))).classes & kTitle) == 0) continue;
      out.push_back({.begin = static_cast<std::uint32_t>(from + begin),
                     .end = static_cast<std::uint32_t>(at + kOffice.size()),
                     .kind = EntityKind::kOrganization,
                     .in_title = in_title});
      break;
    }
  }
}

class BorderSettler {
 public:
  BorderSettler(std::string_view title, std::string_view text, GazetteerCache& gazetteer)
      : title_(title),
        text_(text),
        gazetteer_(gazetteer),
        split_by_others_(text.find(" , ") != std::string_view::npos) {}

  std::vector<NameSpan> run(const std::vector<NameSpan>& spans) {
    settled_.reserve(spans.size());
    for (const NameSpan& span : spans) settle(span);
    return std::move(settled_);
  }

 private:
  void settle(NameSpan span) {
    if (span.end - span.begin > kLongestName || ends_title(span) || goes_on_behind_particle(span)) return;
    if (!trim_marks(span) || is_stock_code(span)) return;
    const std::string_view name = bytes_of(span, title_, text_);
    const GazetteerEntry& entry = gazetteer_.find(fold_name(name));
    if (const auto kind = only_kind_of(entry, span.kind))
      span.kind = *kind;
    else if (span.kind == EntityKind::kOrganization && (entry.classes & kPlace) != 0 && names_ground(span))
      span.kind = EntityKind::kPlace;
    const bool may_part = entry.classes == 0 && name.size() <= kLongestPair;
    if (may_part && (part_at_dash(span, name) || part_at_en_dash(span, name) || part_at_hyphen(span, name))) return;
    settled_.push_back(span);
  }

  // "the Rafah border crossing", "Basra province": no team or government has one behind its name.
  [[nodiscard]] bool names_ground(const NameSpan& span) const {
    constexpr std::array<std::string_view, 12> kGround = {"airport",  "border",    "coast",    "corridor",
                                                          "crossing", "district",  "highway",  "outskirts",
                                                          "plateau",  "peninsula", "province", "suburb"};
    std::string_view behind = (span.in_title ? title_ : text_).substr(span.end);
    if (behind.empty() || !is_blank(behind.front())) return false;
    behind.remove_prefix(1);
    std::size_t letters = 0;
    while (letters < behind.size() && behind[letters] >= 'a' && behind[letters] <= 'z') ++letters;
    return std::find(kGround.begin(), kGround.end(), behind.substr(0, letters)) != kGround.end();
  }

  // "<AXP", "Lua-". False where nothing is left.
  bool trim_marks(NameSpan& span) const {
    constexpr std::string_view kMarks = "<>[]{}()\"-*|/_=~^,;: ";
    const std::string_view name = bytes_of(span, title_, text_);
    const std::size_t first = name.find_first_not_of(kMarks);
    if (first == std::string_view::npos) return false;
    const std::size_t behind = name.find_last_not_of(kMarks) + 1;
    const bool bracket_inside =
        behind < name.size() && name[behind] == ')' && name.find('(', first) != std::string_view::npos;
    if (!bracket_inside) span.end = span.begin + static_cast<std::uint32_t>(behind);
    span.begin += static_cast<std::uint32_t>(first);
    return true;
  }

  // "Google Inc. (GOOG.O)": that is the company before it once more. "(U.N)" is no code.
  [[nodiscard]] bool is_stock_code(const NameSpan& span) const {
    const std::string_view context = before(span);
    const bool apart = context.ends_with("( ");
    if (!apart && !context.ends_with('(')) return false;
    const std::string_view rest = (span.in_title ? title_ : text_).substr(span.begin);
    const std::size_t size = stock_code_size(rest);
    if (size == 0 || (rest[1] == '.' && !apart)) return false;
    const std::string_view behind = rest.substr(size);
    return behind.starts_with(')') || behind.starts_with(" )") || behind.starts_with(',') || behind.starts_with(';');
  }

  // "Mohammed bin Abdulrahman" and "Jassim Al Thani" with only "bin" between them.
  bool goes_on_behind_particle(const NameSpan& span) {
    if (span.kind != EntityKind::kPerson || settled_.empty()) return false;
    NameSpan& last = settled_.back();
    if (last.kind != EntityKind::kPerson || last.in_title != span.in_title || span.begin > last.end + 6) return false;
    const std::string_view between = (span.in_title ? title_ : text_).substr(last.end, span.begin - last.end);
    if (between != " bin " && between != " ibn " && between != " bint ") return false;
    if (span.end - last.begin > kLongestName) return false;
    last.end = span.end;
    return true;
  }

  void put_parts(const NameSpan& span, std::size_t left_bytes, EntityKind left, std::size_t right_at,
                 EntityKind right) {
    NameSpan part = span;
    part.end = part.begin + static_cast<std::uint32_t>(left_bytes);
    part.kind = left;
    settled_.push_back(part);
    part.begin = span.begin + static_cast<std::uint32_t>(right_at);
    part.end = span.end;
    part.kind = right;
    settled_.push_back(part);
  }

  // "Carroll–Patel", "Israel–Hamas": an en dash stands between names, never inside one.
  bool part_at_en_dash(const NameSpan& span, std::string_view name) {
    constexpr std::string_view kEnDash = "\xE2\x80\x93";
    const std::size_t dash = name.find(kEnDash);
    if (dash == 0 || dash == std::string_view::npos || dash + kEnDash.size() == name.size()) return false;
    const auto left = kind_of_half(gazetteer_, name.substr(0, dash));
    const auto right = kind_of_half(gazetteer_, name.substr(dash + kEnDash.size()));
    put_parts(span, dash, left.value_or(span.kind), dash + kEnDash.size(), right.value_or(span.kind));
    return true;
  }

  // "JERUSALEM - Israel Katz". Text that other programs have split has blanks around all its hyphens.
  bool part_at_dash(const NameSpan& span, std::string_view name) {
    const std::size_t dash = split_by_others_ ? std::string_view::npos : name.find(kDash);
    if (dash == std::string_view::npos) return false;
    const bool place = (gazetteer_.find(fold_name(name.substr(0, dash))).classes & kPlace) != 0;
    put_parts(span, dash, place ? EntityKind::kPlace : span.kind, dash + kDash.size(), span.kind);
    return true;
  }

  bool part_at_hyphen(const NameSpan& span, std::string_view name) {
    for (std::size_t at = name.find('-'); at != std::string_view::npos; at = name.find('-', at + 1)) {
      const auto left = kind_of_half(gazetteer_, name.substr(0, at));
      const auto right = kind_of_half(gazetteer_, name.substr(at + 1));
      if (!left || !right) continue;
      put_parts(span, at, *left, at + 1, *right);
      return true;
    }
    return false;
  }

  [[nodiscard]] std::string_view before(const NameSpan& span) const {
    const std::size_t from = span.begin > kTitleWindow ? span.begin - kTitleWindow : 0;
    return (span.in_title ? title_ : text_).substr(from, span.begin - from);
  }

  // "State" in "Secretary of State", "Exchequer" in "Chancellor of the Exchequer".
  [[nodiscard]] bool ends_title(const NameSpan& span) const {
    if (span.kind == EntityKind::kPerson || span.begin < 4) return false;
    const std::string_view context = before(span);
    if (!context.ends_with(" of ") && !context.ends_with(" the ")) return false;
    const std::string name = fold_name(bytes_of(span, title_, text_));
    for (std::size_t words = 2; words <= 4; ++words) {
      const std::size_t at = last_words(context, words);
      if (at == std::string_view::npos) return false;
      if ((gazetteer_.find(fold_name(context.substr(at)) + ' ' + name).classes & kTitle) != 0) return true;
    }
    return false;
  }

  std::string_view title_, text_;
  GazetteerCache& gazetteer_;
  bool split_by_others_;
  std::vector<NameSpan> settled_;
};

}  // namespace

void settle_borders(std::string_view title, std::string_view text, GazetteerCache& gazetteer,
                    std::vector<NameSpan>& spans) {
  spans = BorderSettler(title, text, gazetteer).run(spans);
  std::vector<NameSpan> offices;
  find_offices(title, true, gazetteer, offices);
  find_offices(text, false, gazetteer, offices);
  put_over(offices, spans);
}

}  // namespace dateline
